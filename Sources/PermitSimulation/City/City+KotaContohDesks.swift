internal import PermitWorkflow
internal import WorkingTime

extension City {
    /// Who works in Kota Contoh.
    ///
    /// Minutes are those of office hours, of which a day has 450.
    static let desks = [
        Desk(
            holder: .office,
            roles: ["counter"],
            officers: [
                .init("FO-01", share: 110), .init("FO-02"), .init("FO-03", pacePerMille: 1150, share: 90),
                .init("FO-04", pacePerMille: 900),
            ],
            minutes: QuantileTable(least: 6, p25: 35, median: 110, p75: 260, p90: 480, most: 1500),
            load: officeLoad
        ),
        Desk(
            holder: .office,
            roles: ["head"],
            officers: [.init("KD-01")],
            minutes: QuantileTable(least: 10, p25: 160, median: 380, p75: 620, p90: 950, most: 2700),
            load: officeLoad
        ),
        Desk(
            holder: .office,
            officers: [
                .init("VER-01"), .init("VER-02", pacePerMille: 850),
                .init("VER-03", pacePerMille: 1900, share: 60),
            ],
            minutes: QuantileTable(least: 20, p25: 170, median: 420, p75: 860, p90: 1500, most: 6000),
            load: officeLoad
        ),
        Desk(
            holder: .technicalAgency,
            roles: ["environment"],
            officers: [.init("LH-01"), .init("LH-02", pacePerMille: 1150)],
            minutes: QuantileTable(least: 40, p25: 300, median: 640, p75: 1050, p90: 1450, most: 4000),
            load: agencyLoad
        ),
        Desk(
            holder: .technicalAgency,
            officers: [
                .init("DT-01"), .init("DT-02", pacePerMille: 1100),
                .init("DT-03", pacePerMille: 1700, share: 70),
            ],
            minutes: QuantileTable(least: 30, p25: 420, median: 780, p75: 1100, p90: 1600, most: 8000),
            load: agencyLoad
        ),
        Desk(
            holder: .otherAgency,
            officers: [.init("IN-01"), .init("IN-02")],
            minutes: QuantileTable(least: 60, p25: 400, median: 900, p75: 1800, p90: 3200, most: 9000),
            load: agencyLoad
        ),
        Desk(
            holder: .payment,
            officers: [.init("KAS-01")],
            minutes: QuantileTable(least: 5, p25: 20, median: 60, p75: 180, p90: 420, most: 1500),
            load: DatedShare([.init(date(2017, 1, 1), perMille: 1000)])
        ),
    ]

    /// The year's last weeks are slow; working from home was slower.
    private static let officeLoad = DatedShare([
        .init(date(2017, 11, 1), perMille: 1050),
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

    /// The agencies fell behind from the autumn of 2018 to the spring of 2019, and again in 2020.
    private static let agencyLoad = DatedShare([
        .init(date(2018, 9, 1), perMille: 1000),
        .init(date(2018, 11, 15), perMille: 2300),
        .init(date(2019, 2, 15), perMille: 2100),
        .init(date(2019, 5, 1), perMille: 1050),
        .init(date(2020, 3, 20), perMille: 1000),
        .init(date(2020, 4, 15), perMille: 2200),
        .init(date(2020, 8, 1), perMille: 1200),
        .init(date(2021, 1, 1), perMille: 950),
    ])
}
