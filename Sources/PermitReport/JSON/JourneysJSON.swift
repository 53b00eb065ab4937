internal import PermitDocuments
internal import PermitMetrics

/// The journeys of projects as JSON.
enum JourneysJSON {
    static func value(_ journeys: JourneyFigures) -> JSONValue {
        .object([
            "by": .string(journeys.by),
            "projects": .integer(journeys.projects),
            "permits": .integer(journeys.permits),
            "single": .integer(journeys.single),
            "unlinked": .integer(journeys.unlinked),
            "ended": .integer(journeys.ended),
            "open": .integer(journeys.open),
            "unmeasured": .integer(journeys.unmeasured),
            "end_to_end": .object([
                "unit": .string("days"),
                "n": .integer(journeys.endToEnd.n),
                "median": ReportJSON.number(journeys.endToEnd.medianDays),
                "p75": ReportJSON.number(journeys.endToEnd.p75Days),
                "p90": ReportJSON.number(journeys.endToEnd.p90Days),
            ]),
            "survival": .object([
                "median_days": ReportJSON.number(journeys.survival.medianDays),
                "p75_days": ReportJSON.number(journeys.survival.p75Days),
                "p90_days": ReportJSON.number(journeys.survival.p90Days),
            ]),
            "critical": .array(journeys.critical.map(critical)),
            "between": journeys.between.map(between) ?? .null,
            "longest": .array(journeys.longest.map(longest)),
        ])
    }

    private static func critical(_ critical: JourneyFigures.Critical) -> JSONValue {
        .object([
            "link": critical.link.map { .string($0) } ?? .null,
            "title": .object(
                critical.title.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }
            ),
            "journeys": .integer(critical.journeys),
            "held_days_total": ReportJSON.number(critical.heldDaysTotal),
            "held_share": ReportJSON.number(critical.heldShare),
            "median_held_days": ReportJSON.number(critical.medianHeldDays),
        ])
    }

    private static func between(_ between: JourneyFigures.Between) -> JSONValue {
        .object([
            "share": ReportJSON.number(between.share),
            "median_days": ReportJSON.number(between.medianDays),
        ])
    }

    private static func longest(_ journey: JourneyFigures.Longest) -> JSONValue {
        .object([
            "project": .string(journey.project),
            "permits": .integer(journey.permits),
            "days": ReportJSON.number(journey.days),
            "held_by": .array(
                journey.heldBy.map { held in
                    .object([
                        "case": .string(held.name),
                        "link": held.link.map { .string($0) } ?? .null,
                        "days": ReportJSON.number(held.days),
                    ])
                }
            ),
        ])
    }
}
