internal import PermitWorkflow
internal import WorkingTime

extension City {
    /// Kota Contoh, the invented city of the shipped sample: a licensing office that worked on paper until OSS opened
    /// on 9 July 2018, and online since.
    ///
    /// Nothing in it was counted anywhere. The weights are chosen so that the sample tells a plausible story: some
    /// growth, a rush at the end of the year, quiet weeks around Lebaran, the spring of 2020, an agency that fell
    /// behind, and one slow examiner.
    public static let kotaContoh = City(
        name: "kota-contoh",
        prefix: "KC",
        eras: [
            (date(2017, 1, 1), WeightedChoice([(Application("tdi"), 58), (Application("iui"), 42)])),
            (date(2018, 7, 9), WeightedChoice([(Application("iui"), 72), (Application("tdi"), 28)])),
        ],
        districts: WeightedChoice([("Utara", 34), ("Selatan", 29), ("Timur", 22), ("Barat", 15)]),
        scales: WeightedChoice([("mikro", 46), ("kecil", 38), ("menengah", 13), ("besar", 3)]),
        commitments: [
            "mikro": WeightedChoice([("sppl", 96), ("ukl_upl", 4)]),
            "kecil": WeightedChoice([("sppl", 78), ("ukl_upl", 22)]),
            "menengah": WeightedChoice([("sppl", 22), ("ukl_upl", 78)]),
            "besar": WeightedChoice([("ukl_upl", 1)]),
        ],
        onlineShare: DatedShare([
            .init(date(2018, 7, 8), perMille: 0),
            .init(date(2018, 7, 9), perMille: 420),
            .init(date(2018, 12, 31), perMille: 760),
            .init(date(2019, 12, 31), perMille: 900),
            .init(date(2020, 6, 30), perMille: 965),
            .init(date(2021, 12, 31), perMille: 985),
        ]),
        arrivals: arrivals,
        desks: desks,
        habits: habits
    )

    private static let arrivals = ArrivalPattern(
        weekdays: [1180, 1090, 1000, 960, 700, 300, 220],
        months: [1010, 980, 1040, 1000, 960, 930, 1000, 1000, 1030, 1060, 1160, 1290],
        growthPerMille: 90,
        aroundLebaranPerMille: 350,
        spells: [
            // OSS draws a crowd when it opens.
            .init(from: date(2018, 7, 9), until: date(2018, 10, 1), perMille: 1350),
            // The first months of the pandemic, and its second wave.
            .init(from: date(2020, 3, 23), until: date(2020, 6, 8), perMille: 520),
            .init(from: date(2021, 7, 3), until: date(2021, 8, 9), perMille: 760),
        ],
        onlineHours: [
            3, 2, 1, 1, 2, 4, 12, 30, 64, 88, 92, 80, 52, 66, 78, 70, 52, 36, 34, 46, 58, 52, 30, 12,
        ]
    )

    static func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let date = Day(year: year, month: month, day: day) else {
            preconditionFailure("the dates of the invented city exist")
        }
        return date
    }
}
