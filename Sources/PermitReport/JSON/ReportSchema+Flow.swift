internal import PermitDocuments

extension ReportSchema {
    /// The members from `case_duration` to `rework`.
    static var flow: [(name: String, schema: SchemaNode)] {
        [
            ("case_duration", caseDuration),
            ("activities", .list(activity, "Activities, the commonest first.")),
            ("start_activities", .list(named, "First activities of cases, the commonest first.")),
            ("end_activities", .list(named, "Last activities of cases, the commonest first.")),
            ("transitions", .list(transition, "Activities that follow each other, the commonest first.")),
            ("variants", variants),
            ("rework", .list(rework, "Activities that occur at least twice in a case.")),
            ("case_times", caseTimes),
        ]
    }

    private static let caseDuration = durations(
        "From the first to the last event of every case, open ones too: not a turnaround."
    )

    private static let caseTimes = SchemaNode.object(
        [
            ("paired", .count("Activities with a beginning and an end.")),
            ("only_ended", .count("Ends without a beginning; events without a length.")),
            ("only_started", .count("Beginnings without an end; no events.")),
            ("only_scheduled", .count("Activities that were planned and never began; no events.")),
            ("cases_without_end", .count("Cases of which nothing ended; left out.")),
            ("throughput", durations("From the first beginning to the last end of every case.")),
            ("processing", durations("Of that, the time in which at least one activity was worked on.")),
            ("idle", durations("The rest of it.")),
        ],
        "How the time of cases divides; null where the beginnings of activities are not known.",
        isOptional: true
    )

    private static func durations(_ description: String) -> SchemaNode {
        SchemaNode.object(
            [
                ("unit", .word(["seconds"], "The unit.")),
                ("count", .count("Cases.")),
                ("min", .figure("The shortest.")),
                ("p25", .figure("25th percentile (type 7), as all percentiles here.")),
                ("median", .figure("Median.")),
                ("mean", .figure("Mean.")),
                ("p75", .figure("75th percentile.")),
                ("p90", .figure("90th percentile.")),
                ("p95", .figure("95th percentile.")),
                ("max", .figure("The longest.")),
            ],
            description,
            isOptional: true
        )
    }

    private static let activity = SchemaNode.object(
        [
            ("name", .text("As in the log.")),
            ("count", .count("Events.")),
            ("cases", .count("Cases with it.")),
            ("mean_sojourn_seconds", .figure("To the next event of the case; null if there is none.")),
            ("mean_service_seconds", .figure("From beginning to end, rests taken out; null where unknown.")),
            ("median_service_seconds", .figure("The median of the same.")),
            (
                "mean_waiting_seconds",
                .figure("From the case's last end before the beginning, to the beginning.")
            ),
            ("median_waiting_seconds", .figure("The median of the same.")),
            ("mean_queue_seconds", .figure("From being planned or given to somebody, to the beginning.")),
            ("median_queue_seconds", .figure("The median of the same.")),
            ("paired", .known("Events with a beginning and an end; null where no event has a beginning.")),
            ("unpaired", .known("Ends without a beginning and beginnings without an end; null likewise.")),
        ],
        "One activity."
    )

    private static let named = SchemaNode.object(
        [("name", .text("The activity.")), ("cases", .count("Cases."))],
        "An activity and its cases."
    )

    private static let rework = SchemaNode.object(
        [("activity", .text("The activity.")), ("cases", .count("Cases with it at least twice."))],
        "A repeated activity."
    )

    private static let transition = SchemaNode.object(
        [
            ("from", .text("The earlier activity.")),
            ("to", .text("The activity right after it.")),
            ("count", .count("How often.")),
            ("mean_seconds", .figure("Mean time between them.")),
            ("median_seconds", .figure("Median time between them.")),
        ],
        "One transition."
    )

    private static let variants = SchemaNode.object(
        [
            ("count", .count("Different sequences.")),
            ("top", .list(variant, "The commonest, ties by activity names.")),
        ],
        "Sequences of activities."
    )

    private static let variant = SchemaNode.object(
        [
            ("cases", .count("Cases that follow it.")),
            ("activities", .list(.text("An activity."), "In order.")),
        ],
        "One sequence."
    )
}
