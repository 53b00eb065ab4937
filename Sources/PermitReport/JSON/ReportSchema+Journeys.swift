internal import PermitDocuments

extension ReportSchema {
    /// Journeys of projects.
    static var journeys: SchemaNode {
        .list(
            journey,
            "Linked permits, one entry for each way of linking; null where permits are not linked, and in groups.",
            isOptional: true
        )
    }

    private static let journey = SchemaNode.object(
        [
            ("by", .text("The fact that the permits of a project share.")),
            ("projects", .count("Projects.")),
            ("permits", .count("Permits with a project.")),
            ("single", .count("Projects with one permit: no journeys.")),
            ("unlinked", .count("Permits without a project.")),
            ("ended", .count("Journeys of which every permit has ended.")),
            ("open", .count("Journeys with an open permit.")),
            ("unmeasured", .count("Journeys whose days are not known.")),
            ("end_to_end", endToEnd), ("survival", survivalOfJourneys),
            ("critical", .list(critical, "What held the journeys that ended, the largest part first.")),
            ("between", between), ("longest", .list(longest, "The ten longest journeys that ended.")),
        ],
        "Projects with two permits or more, from the first submission to the last end."
    )

    private static let endToEnd = SchemaNode.object(
        [
            ("unit", .word(["days"], "Days of 24 hours.")),
            ("n", .count("Journeys that ended.")),
            ("median", .figure("Median.")),
            ("p75", .figure("75th percentile.")),
            ("p90", .figure("90th percentile.")),
        ],
        "From the first submission to the last end."
    )

    private static let survivalOfJourneys = SchemaNode.object(
        [
            ("median_days", .figure("When half have ended; null where not reached.")),
            ("p75_days", .figure("When three quarters have ended.")),
            ("p90_days", .figure("When nine tenths have ended.")),
        ],
        "The same by Kaplan and Meier, open journeys censored."
    )

    private static let critical = SchemaNode.object(
        [
            ("link", .moment("What the permits are; null for none of the links.")),
            ("title", .texts("The link's title by language.")),
            ("journeys", .count("Journeys that such a permit held.")),
            ("held_days_total", .figure("Days held in all journeys.")),
            ("held_share", .figure("Part of the time of all journeys, 0 to 1.")),
            ("median_held_days", .figure("Median over the journeys that they held.")),
        ],
        "One kind of permit on the critical paths."
    )

    private static let between = SchemaNode.object(
        [
            ("share", .figure("Part of the time of all journeys, 0 to 1.")),
            ("median_days", .figure("Median over all journeys that ended.")),
        ],
        "The time in which one permit had ended and the next was not submitted; null without an ended journey.",
        isOptional: true
    )

    private static let longest = SchemaNode.object(
        [
            ("project", .text("The project.")), ("permits", .count("Its permits.")),
            ("days", .figure("From the first submission to the last end.")),
            ("held_by", .list(holding, "The permits on its critical path, earliest first.")),
        ],
        "One journey."
    )

    private static let holding = SchemaNode.object(
        [
            ("case", .text("The permit.")), ("link", .moment("What it is; null for none of the links.")),
            ("days", .figure("Days that it held.")),
        ],
        "One permit's part."
    )
}
