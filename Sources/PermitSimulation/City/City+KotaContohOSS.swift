internal import PermitWorkflow
internal import WorkingTime

extension City {
    /// Kota Contoh through every regime: the service standard of 2017, PP 24/2018, OSS-RBA under PP 5/2021 and under
    /// PP 28/2025.
    ///
    /// Nothing in it was counted anywhere. The weights are chosen so that every rule has work: files that come back,
    /// fees that lapse, agencies that fall silent, days on which the system records nothing, projects whose permits
    /// wait for each other. After each change of system many more come than before.
    public static let kotaContohOSS = City(
        name: "kota-contoh-oss",
        prefix: "KC",
        eras: [
            (date(2017, 1, 1), WeightedChoice([(before("tdi"), 58), (before("iui"), 42)])),
            (oss, WeightedChoice(onCommitment)),
            (rba, WeightedChoice(byRisk(kbli: risky2021, forms: forms2021))),
            (pp28, WeightedChoice(byRisk(kbli: risky2025, forms: forms2025) + newlyPossible)),
        ],
        districts: kotaContoh.districts,
        scales: kotaContoh.scales,
        commitments: [:],
        onlineShare: DatedShare([
            .init(date(2018, 7, 8), perMille: 0),
            .init(oss, perMille: 420),
            .init(date(2019, 12, 31), perMille: 860),
            .init(rba, perMille: 940),
            .init(date(2025, 12, 31), perMille: 990),
        ]),
        arrivals: ossArrivals,
        desks: ossDesks,
        habits: ossHabits,
        outages: Outages(
            silencePerMille: DatedShare([
                .init(oss, perMille: 420), .init(rba, perMille: 300), .init(pp28, perMille: 330),
            ]),
            lapsePerMille: DatedShare([.init(oss, perMille: 160), .init(pp28, perMille: 120)])
        ),
        lostPerMille: 70
    )

    /// The day on which OSS opened.
    static let oss = date(2018, 7, 9)
    /// The day on which OSS-RBA opened.
    static let rba = date(2021, 8, 9)
    /// The day on which the system went over to PP 28/2025.
    static let pp28 = date(2025, 10, 5)

    private static let ossArrivals = ArrivalPattern(
        weekdays: kotaContoh.arrivals.weekdays,
        months: kotaContoh.arrivals.months,
        growthPerMille: 40,
        aroundLebaranPerMille: 350,
        spells: [
            .init(from: date(2017, 1, 1), until: oss, perMille: 420),
            // Each system draws a crowd when it opens, and those who waited for it.
            .init(from: oss, until: date(2018, 10, 1), perMille: 1500),
            .init(from: date(2020, 3, 23), until: date(2020, 6, 8), perMille: 520),
            .init(from: date(2021, 7, 3), until: rba, perMille: 760),
            .init(from: rba, until: date(2021, 11, 1), perMille: 1500),
            .init(from: date(2025, 6, 5), until: pp28, perMille: 600),
            .init(from: pp28, until: date(2025, 11, 10), perMille: 9000),
            .init(from: date(2025, 11, 10), until: date(2026, 1, 1), perMille: 3500),
        ],
        onlineHours: kotaContoh.arrivals.onlineHours
    )
}
