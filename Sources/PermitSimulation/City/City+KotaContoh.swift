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
        permitTypes: [
            (from: date(2017, 1, 1), types: WeightedChoice([("tdi", 58), ("iui", 42)])),
            (from: date(2018, 7, 9), types: WeightedChoice([("iui", 72), ("tdi", 28)])),
        ],
        districts: WeightedChoice([("Utara", 34), ("Selatan", 29), ("Timur", 22), ("Barat", 15)]),
        scales: WeightedChoice([("mikro", 46), ("kecil", 38), ("menengah", 13), ("besar", 3)]),
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
            // The first months of the pandemic.
            .init(from: date(2020, 3, 23), until: date(2020, 6, 8), perMille: 520),
            .init(from: date(2021, 7, 3), until: date(2021, 8, 9), perMille: 760),
        ],
        onlineHours: [
            3, 2, 1, 1, 2, 4, 12, 30, 64, 88, 92, 80, 52, 66, 78, 70, 52, 36, 34, 46, 58, 52, 30, 12,
        ]
    )

    private static let habits = Habits(
        returnPerMille: [70, 300, 620],
        careWeights: [62, 29, 9],
        mostReturns: 3,
        refusalPerMille: 14,
        withdrawalPerMille: 35,
        waitingWithdrawalPerMille: 6,
        silencePerMille: 45,
        detourPerMille: 20,
        answerMinutes: QuantileTable(
            least: 40,
            p25: 1_300,
            median: 3_100,
            p75: 7_400,
            p90: 15_000,
            most: 60_000
        ),
        systemSeconds: QuantileTable(least: 2, p25: 5, median: 9, p75: 20, p90: 60, most: 240)
    )

    private static let desks = [
        Desk(
            holder: .office,
            terms: ["complete", "incomplete"],
            officers: [
                .init("FO-01", share: 110), .init("FO-02"), .init("FO-03", pacePerMille: 1150, share: 90),
                .init("FO-04", pacePerMille: 900),
            ],
            minutes: QuantileTable(least: 6, p25: 35, median: 110, p75: 260, p90: 480, most: 1_500),
            load: frontOfficeLoad
        ),
        Desk(
            holder: .office,
            terms: ["approved", "rejected"],
            officers: [.init("KD-01")],
            minutes: QuantileTable(least: 10, p25: 90, median: 240, p75: 480, p90: 860, most: 2_700),
            load: frontOfficeLoad
        ),
        Desk(
            holder: .office,
            officers: [
                .init("VER-01"), .init("VER-02", pacePerMille: 850),
                .init("VER-03", pacePerMille: 1900, share: 60),
            ],
            minutes: QuantileTable(least: 20, p25: 170, median: 420, p75: 860, p90: 1_500, most: 6_000),
            load: frontOfficeLoad
        ),
        Desk(
            holder: .technicalAgency,
            officers: [
                .init("DT-01"), .init("DT-02", pacePerMille: 1100),
                .init("DT-03", pacePerMille: 1700, share: 70),
            ],
            minutes: QuantileTable(least: 30, p25: 260, median: 620, p75: 1_150, p90: 2_000, most: 9_000),
            load: agencyLoad
        ),
        Desk(
            holder: .otherAgency,
            officers: [.init("IN-01"), .init("IN-02")],
            minutes: QuantileTable(least: 60, p25: 400, median: 900, p75: 1_800, p90: 3_200, most: 9_000),
            load: agencyLoad
        ),
        Desk(
            holder: .payment,
            officers: [.init("KAS-01")],
            minutes: QuantileTable(least: 5, p25: 20, median: 60, p75: 180, p90: 420, most: 1_500),
            load: DatedShare([.init(date(2017, 1, 1), perMille: 1000)])
        ),
    ]

    /// The year's last weeks are slow; working from home was slower.
    private static let frontOfficeLoad = DatedShare([
        .init(date(2017, 1, 1), perMille: 1080),
        .init(date(2017, 11, 1), perMille: 1080),
        .init(date(2017, 12, 15), perMille: 1400),
        .init(date(2018, 1, 20), perMille: 1000),
        .init(date(2018, 7, 8), perMille: 1000),
        .init(date(2018, 7, 9), perMille: 1300),
        .init(date(2018, 10, 1), perMille: 950),
        .init(date(2020, 3, 20), perMille: 880),
        .init(date(2020, 3, 23), perMille: 1500),
        .init(date(2020, 7, 1), perMille: 1050),
        .init(date(2021, 1, 1), perMille: 850),
    ])

    /// The technical agency fell behind from the autumn of 2018 to the spring of 2019, and again in 2020.
    private static let agencyLoad = DatedShare([
        .init(date(2017, 1, 1), perMille: 1000),
        .init(date(2018, 9, 1), perMille: 1000),
        .init(date(2018, 11, 15), perMille: 2300),
        .init(date(2019, 2, 15), perMille: 2100),
        .init(date(2019, 5, 1), perMille: 1050),
        .init(date(2020, 3, 20), perMille: 1000),
        .init(date(2020, 4, 15), perMille: 2200),
        .init(date(2020, 8, 1), perMille: 1200),
        .init(date(2021, 1, 1), perMille: 950),
    ])

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let date = Day(year: year, month: month, day: day) else {
            preconditionFailure("the dates of this file exist")
        }
        return date
    }
}
