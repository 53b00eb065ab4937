internal import PermitWorkflow
internal import WorkingTime

extension City {
    /// Who works in Kota Contoh from 2017 to PP 28/2025.
    ///
    /// Minutes are those of office hours, of which a day has 450. Officers keep their codes; some desks are new with
    /// OSS-RBA.
    static let ossDesks: [Desk] =
        officeDesks + [centralDesk] + agencyDesks + [
            Desk(
                holder: .otherAgency,
                officers: [.init("BPN-01"), .init("BPN-02", pacePerMille: 1400)],
                minutes: QuantileTable(
                    least: 200,
                    p25: 1300,
                    median: 2300,
                    p75: 3500,
                    p90: 4700,
                    most: 11_000
                ),
                load: ossAgencyLoad,
                neglect: neglect(before: 170, rba: 110, pp28: 230)
            ),
            Desk(
                holder: .payment,
                officers: [.init("KAS-01")],
                minutes: QuantileTable(least: 5, p25: 20, median: 60, p75: 180, p90: 420, most: 1500),
                load: DatedShare([.init(date(2017, 1, 1), perMille: 1000)])
            ),
        ]

    private static let officeDesks = [
        Desk(
            holder: .office,
            roles: ["counter"],
            officers: [.init("FO-01", share: 110), .init("FO-02"), .init("FO-03", pacePerMille: 1150)],
            minutes: QuantileTable(least: 6, p25: 35, median: 110, p75: 260, p90: 480, most: 1500),
            load: ossOfficeLoad
        ),
        Desk(
            holder: .office,
            roles: ["head", "authority"],
            officers: [.init("KD-01"), .init("KD-02", pacePerMille: 1250, share: 70)],
            minutes: QuantileTable(least: 10, p25: 160, median: 360, p75: 600, p90: 900, most: 2700),
            load: ossOfficeLoad,
            neglect: neglect(before: 90, rba: 90, pp28: 100)
        ),
        Desk(
            holder: .office,
            officers: [
                .init("VER-01"), .init("VER-02", pacePerMille: 850),
                .init("VER-03", pacePerMille: 1900, share: 60), .init("VER-04", share: 80),
            ],
            minutes: QuantileTable(least: 15, p25: 120, median: 300, p75: 560, p90: 900, most: 3000),
            load: ossOfficeLoad,
            neglect: neglect(before: 150, rba: 90, pp28: 100)
        ),
    ]

    /// The head of the OSS body sits elsewhere.
    private static let centralDesk = Desk(
        holder: .office,
        roles: ["oss_head"],
        officers: [.init("PST-01"), .init("PST-02", pacePerMille: 1300)],
        minutes: QuantileTable(least: 60, p25: 500, median: 900, p75: 1500, p90: 2200, most: 6000),
        load: DatedShare([.init(pp28, perMille: 1000)]),
        neglect: neglect(before: 0, rba: 0, pp28: 120)
    )

    private static let agencyDesks = [
        Desk(
            holder: .technicalAgency,
            roles: ["environment", "commission"],
            officers: [
                .init("LH-01"), .init("LH-02", pacePerMille: 1150), .init("LH-03", pacePerMille: 900),
            ],
            minutes: QuantileTable(least: 40, p25: 300, median: 640, p75: 1050, p90: 1450, most: 4000),
            load: ossAgencyLoad,
            neglect: neglect(before: 170, rba: 90, pp28: 110)
        ),
        Desk(
            holder: .technicalAgency,
            roles: ["spatial"],
            officers: [.init("TR-01"), .init("TR-02", pacePerMille: 1300)],
            minutes: QuantileTable(least: 30, p25: 300, median: 700, p75: 1150, p90: 1600, most: 5000),
            load: ossAgencyLoad,
            neglect: neglect(before: 80, rba: 70, pp28: 110)
        ),
        Desk(
            holder: .technicalAgency,
            roles: ["experts", "inspector"],
            officers: [.init("BG-01"), .init("BG-02", pacePerMille: 1200), .init("BG-03")],
            minutes: QuantileTable(least: 60, p25: 500, median: 900, p75: 1500, p90: 2400, most: 8000),
            load: ossAgencyLoad,
            neglect: neglect(before: 80, rba: 90, pp28: 170)
        ),
        Desk(
            holder: .technicalAgency,
            officers: [
                .init("DT-01"), .init("DT-02", pacePerMille: 1100),
                .init("DT-03", pacePerMille: 1700, share: 70),
            ],
            minutes: QuantileTable(least: 30, p25: 350, median: 700, p75: 1050, p90: 1600, most: 8000),
            load: ossAgencyLoad,
            neglect: neglect(before: 80, rba: 150, pp28: 260)
        ),
    ]

    /// Three neglected files in ten are never taken up again.
    private static func neglect(before: Int, rba: Int, pp28: Int) -> Neglect {
        Neglect(
            perMille: DatedShare([
                .init(oss, perMille: before), .init(City.rba, perMille: rba),
                .init(City.pp28, perMille: pp28),
            ]),
            minutes: QuantileTable(
                least: 900,
                p25: 2700,
                median: 6500,
                p75: 13_000,
                p90: 24_000,
                most: 60_000
            ),
            neverPerMille: 300
        )
    }

    /// The year's last weeks are slow, working from home was slower, and so is every new system at first.
    private static let ossOfficeLoad = DatedShare([
        .init(date(2018, 7, 8), perMille: 1000),
        .init(oss, perMille: 1350),
        .init(date(2018, 10, 1), perMille: 950),
        .init(date(2020, 3, 20), perMille: 880),
        .init(date(2020, 3, 23), perMille: 1500),
        .init(date(2020, 7, 1), perMille: 1050),
        .init(date(2021, 8, 8), perMille: 850),
        .init(rba, perMille: 1400),
        .init(date(2021, 12, 1), perMille: 950),
        .init(date(2025, 10, 4), perMille: 800),
        .init(pp28, perMille: 1200),
        .init(date(2025, 12, 31), perMille: 950),
    ])

    /// The agencies fell behind in the winter of 2018, in 2020, and whenever the system changed.
    private static let ossAgencyLoad = DatedShare([
        .init(date(2018, 9, 1), perMille: 1000),
        .init(date(2018, 11, 15), perMille: 2000),
        .init(date(2019, 2, 15), perMille: 1800),
        .init(date(2019, 5, 1), perMille: 1000),
        .init(date(2020, 3, 20), perMille: 950),
        .init(date(2020, 4, 15), perMille: 1900),
        .init(date(2020, 8, 1), perMille: 1100),
        .init(date(2021, 8, 8), perMille: 900),
        .init(date(2021, 9, 15), perMille: 1500),
        .init(date(2022, 2, 1), perMille: 950),
        .init(date(2025, 10, 4), perMille: 850),
        .init(date(2025, 11, 1), perMille: 1200),
        .init(date(2025, 12, 31), perMille: 1000),
    ])
}
