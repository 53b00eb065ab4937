internal import PermitMetrics

extension ReportSchema {
    /// The members from `survival_curve` to `checks`.
    static var months: [(name: String, schema: SchemaNode)] {
        [
            ("survival_curve", curve), ("outcome_curves", outcomeCurves), ("trend", trend),
            ("cohorts", .list(cohort, "Permits by month of submission, the earliest first.")),
            ("open_ages", .list(ages, "Undecided permits by days since submission.")),
            ("littles_law", little), ("group_test", test),
            ("checks", .list(check, "What may flatter the figures, each tried on the one that it concerns.")),
        ]
    }

    private static let curve = SchemaNode.object(
        [
            ("n", .count("Permits.")),
            ("censored", .count("Of these, permits not seen to be decided.")),
            ("last_days", .figure("The longest that a permit was watched.")),
            (
                "points",
                .list(
                    .object(
                        [
                            ("days", .number("Days of 24 hours since submission.")),
                            ("share", .number("The share undecided right after, 0 to 1.")),
                            ("low", .figure("Lower end of its interval at 95 in 100.")),
                            ("high", .figure("Upper end; null once nobody is left.")),
                            ("at_risk", .count("Permits watched and undecided right before.")),
                        ],
                        "A time at which the share falls."
                    ),
                    "At most 150 of the steps, which show the same line."
                )
            ),
        ],
        "The share undecided by time (Kaplan and Meier); null when start or decision are not known.",
        isOptional: true
    )

    private static let outcomeCurves = SchemaNode.object(
        [
            ("n", .count("Permits.")),
            ("outcomes", .list(.text("An ending."), "The endings that occur.")),
            (
                "points",
                .list(
                    .object(
                        [
                            ("days", .number("Days of 24 hours since submission.")),
                            (
                                "shares",
                                .list(
                                    .number("A chance, 0 to 1."),
                                    "The chance of each of `outcomes` by then."
                                )
                            ),
                            ("open", .number("The share that has not ended.")),
                        ],
                        "A time at which permits end."
                    ),
                    "At most 150 of the steps, which show the same lines."
                )
            ),
        ],
        "The chance of each ending by time (Aalen and Johansen); null where no ending is known.",
        isOptional: true
    )

    private static let trend = SchemaNode.object(
        [
            ("minimum", .count("Permits decided that a month needs for limits and signals.")),
            ("earlier", .count("Permits submitted before the first month.")),
            ("months", .list(month, "The months, the earliest first, without a gap.")),
            (
                "phases",
                .list(
                    .object(
                        [
                            ("from", .text("The first month.")), ("through", .text("The last month.")),
                            ("baseline_months", .count("Months from which the limits were taken.")),
                            ("centre_days", .number("The mean of the baseline's medians.")),
                            ("low_days", .number("The lower limit, not below 0.")),
                            ("high_days", .number("The upper limit.")),
                        ],
                        "Months with limits of their own."
                    ),
                    "The limits of the monthly medians (XmR chart)."
                )
            ),
        ],
        "The office month by month; null when start or decision are not known.",
        isOptional: true
    )

    private static let month = SchemaNode.object(
        [
            ("month", .text("The month, yyyy-mm.")),
            ("partial", .flag("The log does not cover all of its working days.")),
            ("incoming", .count("Permits submitted.")), ("resolved", .count("Permits that ended.")),
            ("open_at_end", .count("Permits submitted and not ended at its end, or at the cut.")),
            ("decided", .count("Decided permits whose time is known.")),
            ("median_days", .figure("Median of their days from submission to decision.")),
            ("median_low", .figure("Lower end of its interval at 95 in 100.")),
            ("median_high", .figure("Upper end of it.")),
            ("p75_days", .figure("75th percentile; null of fewer than four.")),
            ("due", .count("Permits whose deadline fell in the month.")),
            ("due_in_time", .count("Of these, permits decided before it.")),
            ("channel_known", .count("Applications whose channel is known.")),
            ("online", .count("Of these, applications that came online.")),
            (
                "signals",
                .list(
                    .word(Trend.Signal.allCases.map(\.rawValue), "A signal."),
                    "What its median says against the limits."
                )
            ),
        ],
        "One month of the local calendar."
    )

    private static let cohort = SchemaNode.object(
        [
            ("month", .text("The month of submission, yyyy-mm.")),
            ("n", .count("Permits.")), ("undecided", .count("Of these, permits without a decision.")),
            ("median_days", .figure("When half are decided; null where not reached.")),
            ("median_low", .figure("Lower end of its interval at 95 in 100.")),
            ("median_high", .figure("Upper end of it.")),
            ("p75_days", .figure("When three quarters are decided.")),
            ("ripe", .flag("Its permits were watched as long as nine in ten of all permits need.")),
        ],
        "One month of submissions."
    )

    private static let ages = SchemaNode.object(
        [
            ("from_days", .count("Days since submission at which the band begins.")),
            ("until_days", .known("Days before which it ends; null for no end.")),
            ("in_time", .count("Permits not past the deadline.")),
            ("late", .count("Permits past the deadline.")),
            ("without_clock", .count("Permits without a clock that can judge them.")),
        ],
        "One band of ages."
    )

    private static let little = SchemaNode.object(
        [
            ("days", .number("The days over which flow is measured.")),
            ("mean_open", .number("Mean number of open permits.")),
            ("arrivals_per_day", .number("Permits submitted a day.")),
            ("mean_days", .number("Mean days from submission to the end.")),
            ("expected_open", .number("`arrivals_per_day` times `mean_days`.")),
            ("ratio", .figure("`mean_open` over `expected_open`; near 1 where as much ends as begins.")),
        ],
        "Little's law as a check; null where nothing came in or went out.",
        isOptional: true
    )

    private static let check = SchemaNode.object(
        [
            ("kind", .word(FlatteryCheck.Kind.allCases.map(\.rawValue), "What is tried.")),
            ("indicator", .moment("The indicator that it concerns; null where it concerns none by itself.")),
            ("permits", .count("Permits that it concerns.")), ("of", .count("Of how many.")),
            ("flattered", .figure("The figure with it; null where there is none.")),
            ("plain", .figure("The figure without it; null where there is none or it is not reached.")),
            ("unit", .text("`days`, `working_days` or `percent`; empty where there is no figure.")),
        ],
        "One check."
    )

    private static let test = SchemaNode.object(
        [
            ("statistic", .number("Chi-squared.")),
            ("degrees_of_freedom", .count("Groups that can be compared, less one.")),
            ("probability", .number("Of a statistic at least as large where the pace is one.")),
        ],
        "Whether groups are decided at one pace (log-rank); null without groups that can be compared.",
        isOptional: true
    )
}
