@testable import PermitMetrics

/// Figures made by hand.
enum SampleFigures {
    static let nothing = PermitFigures(
        cases: 0,
        turnaround: nil,
        survival: nil,
        outcomes: [],
        holders: [],
        clocks: [],
        conformance: nil,
        indicators: []
    )

    static let noFlow = FlowFigures(
        caseDuration: nil,
        cases: 0,
        events: 0,
        activities: [],
        startActivities: [],
        endActivities: [],
        transitions: [],
        variantCount: 0,
        topVariants: [],
        rework: []
    )

    static let flow = FlowFigures(
        caseDuration: DurationSummary(
            count: 1_434,
            min: 0,
            p25: 4_000,
            median: 2_100_000,
            mean: 2_400_000.25,
            p75: 3_900_000,
            p90: 6_400_000,
            p95: 7_000_000,
            max: 24_000_000
        ),
        cases: 3_000,
        events: 18_390,
        activities: [
            .init(name: "Terima berkas", count: 3_100, cases: 3_000, meanSojournSeconds: 86_400.5),
            .init(name: "Serahkan izin", count: 2_874, cases: 2_874, meanSojournSeconds: nil),
        ],
        startActivities: [.init(name: "Terima berkas", cases: 3_000)],
        endActivities: [.init(name: "Serahkan izin", cases: 2_874)],
        transitions: [
            .init(
                from: "Terima berkas",
                to: "Periksa kelengkapan",
                count: 3_000,
                meanSeconds: 90_000,
                medianSeconds: 43_200
            ),
            .init(
                from: "Periksa kelengkapan",
                to: "Serahkan izin",
                count: 2_874,
                meanSeconds: 600,
                medianSeconds: 30
            ),
        ],
        variantCount: 116,
        topVariants: [.init(cases: 713, activities: ["Terima berkas", "Serahkan izin"])],
        rework: [.init(name: "Periksa kelengkapan", cases: 61)]
    )

    static let deviations: [DeviationExample] = [
        .init(
            workflow: "iui-tdi-2017",
            kind: "not_allowed",
            activity: "Cetak izin",
            state: "verification",
            skipped: ["verify", "approve"],
            count: 212,
            firstPosition: "kota-contoh-2017-2021.csv:817",
            legal: "Standar Pelayanan 2017 huruf C"
        ),
        .init(
            workflow: "oss-2018-commitment",
            kind: "unknown_activity",
            activity: "Telepon",
            state: nil,
            skipped: [],
            count: 31,
            firstPosition: "kota-contoh-2017-2021.csv:9020",
            legal: nil
        ),
    ]

    static let supervision: [PermitFigures.Supervision] = [
        .init(
            workflow: "oss-rba-2021-supervision",
            state: "in_force",
            title: ["id": "Berlaku", "en": "In force"],
            permits: 2_500
        ),
        .init(workflow: "oss-rba-2021-supervision", state: "warned", title: [:], permits: 12),
    ]

    static let missingLimits: [MissingLimit] = (1...12)
        .map { number in
            MissingLimit(
                workflow: "oss-rba-2021-high",
                clock: "verification",
                table: "lampiran-1-2021-example",
                key: [.init(fact: "kbli", value: "\(47_700 + number)"), .init(fact: "scale", value: nil)],
                permits: 40 - number
            )
        }

    static let journeys = JourneyFigures(
        by: "project",
        projects: 812,
        permits: 2_904,
        single: 12,
        unlinked: 3,
        ended: 610,
        open: 189,
        unmeasured: 1,
        endToEnd: .init(n: 610, medianDays: 143.5, p75Days: 201, p90Days: 318.25),
        survival: .init(n: 799, censored: 189, medianDays: 171, p75Days: 260, p90Days: nil),
        critical: [
            .init(
                link: "environment",
                title: ["id": "Lingkungan", "en": "Environment"],
                journeys: 588,
                heldDaysTotal: 60_021.5,
                heldShare: 0.61,
                medianHeldDays: 98
            ),
            .init(link: nil, title: [:], journeys: 4, heldDaysTotal: 11, heldShare: 0.001, medianHeldDays: 2),
        ],
        between: .init(share: 0.389, medianDays: 40.5),
        longest: [
            .init(
                project: "PRJ-0042",
                permits: 4,
                days: 611.25,
                heldBy: [
                    .init(name: "KC-0101", link: "location", days: 30),
                    .init(name: "KC-0177", link: nil, days: 500),
                ]
            )
        ]
    )

    /// Figures of some decided and some open permits.
    static func permits(_ decided: Int, open: Int) -> PermitFigures {
        let isKnown = decided > 0
        return PermitFigures(
            cases: decided + open,
            turnaround: .init(
                n: decided,
                open: open,
                negative: 1,
                medianDays: isKnown ? 12.5 : nil,
                p75Days: isKnown ? 19.25 : nil,
                p90Days: isKnown ? 1_034.75 : nil
            ),
            survival: .init(
                n: decided + open,
                censored: open,
                medianDays: isKnown ? 13.75 : nil,
                p75Days: isKnown ? 22 : nil,
                p90Days: nil
            ),
            outcomes: [.init(outcome: "issued", cases: decided), .init(outcome: "open", cases: open)],
            holders: [
                .init(holder: "office", medianDays: 6.25, share: 0.61),
                .init(holder: "technical_agency", medianDays: 0.4, share: 0.3895),
                .init(holder: "applicant", medianDays: 0, share: 0.0005),
            ],
            clocks: [clock(decided, open)],
            duties: duties(decided, open),
            conformance: .init(
                cases: decided + open,
                fitting: decided * 4 / 5,
                deviations: [
                    .init(kind: "not_allowed", count: 212), .init(kind: "unknown_activity", count: 31),
                ]
            ),
            indicators: indicators(decided, open)
        )
    }

    private static func clock(_ decided: Int, _ open: Int) -> PermitFigures.Clock {
        var clock = PermitFigures.Clock(name: "decision", unit: "working_days")
        clock.onTime = decided * 3 / 4
        clock.late = decided - decided * 3 / 4
        clock.openInTime = open / 2
        clock.openLate = open - open / 2
        clock.paused = open / 4
        clock.runs = decided + open + 17
        return clock
    }

    private static func duties(_ decided: Int, _ open: Int) -> PermitFigures.Duties {
        var duties = PermitFigures.Duties(permits: decided + open)
        duties.onTime = decided * 3 / 4
        duties.deemedRecorded = decided / 20
        duties.late = decided - duties.onTime - duties.deemedRecorded
        duties.openInTime = open / 2
        duties.openLate = open - open / 2
        duties.deemedDueNotRecorded = open / 3
        return duties
    }

    private static func indicators(_ decided: Int, _ open: Int) -> [Indicator] {
        let some: Double? = decided > 0 ? 71.5 : nil
        let late = Double(open - open / 2)
        return [
            Indicator(
                .totalTime,
                "median",
                value: some.map { _ in 13.75 },
                unit: "days",
                n: decided,
                period: "submitted"
            ),
            Indicator(.onTime, "due_date_cohort", value: some, unit: "percent", n: decided, period: "due"),
            Indicator(
                .onTime,
                "decided_only",
                value: some.map { $0 + 2 },
                unit: "percent",
                n: decided,
                period: "decided"
            ),
            Indicator(.backlog, "open", value: Double(open), unit: "count", n: decided + open, period: "cut"),
            Indicator(.backlog, "past_deadline", value: late, unit: "count", n: open, period: "cut"),
            Indicator(
                .clearanceRate,
                "resolved_per_incoming",
                value: some,
                unit: "percent",
                n: decided,
                period: "flow"
            ),
            Indicator(
                .firstTimeRight,
                "share",
                value: some,
                unit: "percent",
                n: decided,
                period: "decided"
            ),
            Indicator(.deemedShare, "share", value: 0, unit: "percent", n: decided, period: "decided"),
        ]
    }
}
