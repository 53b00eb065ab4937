internal import PermitDocuments
internal import PermitMetrics

extension ReportSchema {
    /// The members from `turnaround` to `indicators`, of the report and of every group.
    static var figures: [(name: String, schema: SchemaNode)] {
        [
            "turnaround", "survival", "outcomes", "holders", "clocks", "duties", "conformance",
            "supervision", "journeys", "indicators",
        ]
        .map { ($0, .reference($0)) }
    }

    /// One group.
    static var group: SchemaNode {
        .object(
            [
                ("key", .text("The keys of the grouping, joined by a comma.")),
                ("value", .text("The group's values, joined by a comma.")),
                ("cases", .count("Permits in the group.")),
            ] + figures,
            "The figures of one group."
        )
    }

    /// The parts that the report and its groups share.
    static var definitions: [JSONValue.Member] {
        [
            .init("turnaround", turnaround.value),
            .init("survival", survival.value),
            .init("outcomes", SchemaNode.list(outcome, "How permits ended; empty without a workflow.").value),
            .init("holders", SchemaNode.list(holder, "Who held the time; empty without a workflow.").value),
            .init("clocks", SchemaNode.list(clock, "Clocks and the column of deadlines.").value),
            .init("duties", duties.value),
            .init("conformance", conformance.value),
            .init(
                "supervision",
                SchemaNode.list(supervision, "Granted permits by their state after the grant.").value
            ),
            .init("journeys", journeys.value),
            .init("indicators", SchemaNode.list(indicator, "Figures of performance.").value),
        ]
    }

    private static let turnaround = SchemaNode.object(
        [
            ("unit", .word(["days"], "Days of 24 hours.")),
            ("n", .count("Decided permits measured.")),
            ("open", .count("Permits without a decision at the cut.")),
            ("negative", .count("Decided before submission: left out of durations.")),
            ("median", .figure("Median.")),
            ("p75", .figure("75th percentile.")),
            ("p90", .figure("90th percentile.")),
        ],
        "From submission to decision among the decided; null when start or decision are not known.",
        isOptional: true
    )

    private static let survival = SchemaNode.object(
        [
            ("median_days", .figure("When half are decided; null where not reached.")),
            ("p75_days", .figure("When three quarters are decided.")),
            ("p90_days", .figure("When nine tenths are decided.")),
            ("n", .count("Permits in the estimate.")),
            ("censored", .count("Of these, permits that are censored.")),
            ("bound", bound),
        ],
        "The same by Kaplan and Meier, open permits censored; null when start or decision are not known.",
        isOptional: true
    )

    private static let bound = SchemaNode.object(
        [
            ("median_days", .figure("When half are decided.")),
            ("p75_days", .figure("When three quarters are decided.")),
            ("p90_days", .figure("When nine tenths are decided.")),
            ("n", .count("Permits in the estimate.")),
            ("censored", .count("Of these, permits that are censored.")),
        ],
        "The same with permits that ended on an unknown day taken as open at the cut; null where none did.",
        isOptional: true
    )

    private static let outcome = SchemaNode.object(
        [("outcome", .text("The outcome, or `open`.")), ("cases", .count("Permits."))],
        "One outcome."
    )

    private static let holder = SchemaNode.object(
        [
            ("holder", .text("On whose desk.")),
            ("median_days", .figure("Median over decided permits, days of 24 hours.")),
            ("share", .figure("Part of the summed time, 0 to 1.")),
        ],
        "One holder."
    )

    private static let clock = SchemaNode.object(
        [
            ("name", .text("The clock's name, or the column's.")),
            (
                "unit",
                .word(["working_days", "calendar_days", "elapsed", "deadline", "table"], "What it counts.")
            ),
            ("permits", classes),
            ("runs", .count("Runs of all permits.")),
            (
                "binds_office",
                .flag("Whether it measures the office or an agency, and so counts for the share on time.")
            ),
        ],
        "One clock."
    )

    private static let classes = SchemaNode.object(
        [
            ("on_time", .count("Decided before the deadline.")),
            ("late", .count("Decided at or after it, or breached in an earlier run.")),
            ("open_in_time", .count("Undecided, the deadline ahead.")),
            ("open_late", .count("Undecided past the deadline.")),
            ("paused", .count("Of the undecided, those whose clock waits.")),
            ("deemed_recorded", .count("Granted by silence, and recorded so.")),
            ("withdrawn", .count("Withdrawn before the deadline.")),
            ("unmeasured", .count("Without a start, a limit, or a calendar for its year.")),
        ],
        "Permits by class; `paused` is a subset of the open."
    )

    private static let duties = SchemaNode.object(
        [
            ("permits", .count("Permits that a clock of the office or an agency could judge.")),
            ("on_time", .count("Decided before the deadline.")),
            ("late", .count("Decided at or after it.")),
            ("open_in_time", .count("Undecided, the deadline ahead.")),
            ("open_late", .count("Undecided past the deadline.")),
            ("deemed_recorded", .count("Granted by silence, and recorded so.")),
            ("withdrawn", .count("Withdrawn before the deadline.")),
            ("unmeasured", .count("Permits without such a clock; not among `permits`.")),
            (
                "deemed_due_not_recorded",
                .count("Of `permits`: a deemed approval fell due and is not recorded.")
            ),
            (
                "decided_after_deemed_due",
                .count("Of `permits`: decided although a deemed approval had fallen due.")
            ),
        ],
        "Each permit once, by its worst clock that binds the office or an agency; null without one.",
        isOptional: true
    )

    private static let supervision = SchemaNode.object(
        [
            ("workflow", .text("The workflow that comes after the grant.")),
            ("state", .text("The state.")), ("permits", .count("Permits.")),
        ],
        "One state."
    )

    private static let conformance = SchemaNode.object(
        [
            ("cases", .count("Permits compared with a workflow.")),
            ("fitting", .count("Permits without an unexpected event.")),
            ("deviations", .list(deviation, "Departures, the commonest first.")),
        ],
        "How far permits follow their workflow; null without one.",
        isOptional: true
    )

    private static let deviation = SchemaNode.object(
        [("kind", .text("The kind.")), ("count", .count("How often."))],
        "One kind of departure."
    )

    private static let indicator = SchemaNode.object(
        [
            ("id", .word(Indicator.ID.allCases.map(\.rawValue), "Which indicator.")),
            ("statistic", .text("Which statistic of it.")),
            ("value", .figure("The value; null where not reached or nothing can be divided.")),
            ("unit", .text("`days`, `percent` or `count`.")),
            ("n", .count("Permits, or rows, behind the value.")),
            (
                "low",
                .figure(
                    "Lower end of the interval at 95 in 100; null where none is known or it is not reached."
                )
            ),
            ("high", .figure("Upper end of it.")),
            ("period", .text("How permits are placed: submitted, decided, due, flow, cut or file.")),
        ],
        "One figure."
    )
}
