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

    /// Fourteen months, of which one stands out and the last is not whole.
    static let trend: Trend = {
        let months = (0..<14)
            .map { index in
                var month = Trend.Month(year: 2017 + (index + 10) / 12, month: (index + 10) % 12 + 1)
                month.isPartial = index == 13
                (month.incoming, month.resolved, month.openAtEnd) = (240 + index, 238, 100 + index * 2)
                (month.decided, month.medianDays) = (
                    index == 4 ? 0 : 230, index == 4 ? nil : 12 + Double(index % 3)
                )
                month.medianInterval = month.medianDays.map { Interval(low: $0 - 1.5, high: $0 + 2) }
                (month.due, month.dueInTime) = (index == 4 ? 0 : 200, index == 4 ? 0 : 140 + index)
                month.signals = index == 9 ? [.outside, .jump] : []
                return month
            }
        let phase = Trend.Phase(from: 0, until: 14, baseline: 12, centre: 13.1, low: 8.25, high: 17.95)
        return Trend(months: months, phases: [phase], minimum: 5)
    }()

    private static func times(_ decided: Int, _ open: Int) -> [Indicator] {
        guard decided > 0 else { return [] }
        func time(_ id: Indicator.ID, _ statistic: String, _ value: Double, _ unit: String) -> Indicator {
            Indicator(
                id,
                statistic,
                value: value,
                unit: unit,
                n: decided,
                interval: Interval(low: value - 1, high: value + 1),
                period: "decided"
            )
        }
        return [
            time(.agencyTime, "statutory_median", 4, "working_days"),
            time(.agencyTime, "statutory_p75", 6, "working_days"),
            time(.agencyTime, "effort_median", 5, "working_days"),
            time(.agencyTime, "effort_p75", 9, "working_days"),
            time(.agencyTime, "wall_median", 9, "working_days"),
            time(.agencyTime, "wall_p75", 15, "working_days"),
            time(.firstResponse, "median", 2, "working_days"),
            Indicator(
                .firstResponse,
                "p75",
                value: nil,
                unit: "working_days",
                n: decided,
                period: "submitted"
            ),
            time(.applicantTime, "median", 3.5, "days"), time(.applicantTime, "p75", 8.25, "days"),
            time(.reworkRounds, "mean", 0.4, "count"), time(.reworkRounds, "none", 68, "percent"),
            time(.holdShare, "share", 21.5, "percent"), time(.dispositionTime, "forecast", 16, "days"),
            time(.backlog, "median_age", 11, "days"), time(.backlog, "oldest", 402.5, "days"),
        ]
    }

    private static func indicators(_ decided: Int, _ open: Int) -> [Indicator] {
        let some: Double? = decided > 0 ? 71.5 : nil
        let late = Double(open - open / 2)
        return times(decided, open) + [
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
