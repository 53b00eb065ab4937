internal import PermitDocuments
internal import PermitMetrics

/// What a log shows without a workflow, as JSON.
struct FlowJSON {
    let figures: FlowFigures

    /// The members of the report from `case_duration` to `rework`.
    var members: [JSONValue.Member] {
        [
            .init("case_duration", duration),
            .init("activities", .array(figures.activities.map(activity))),
            .init("start_activities", cases(figures.startActivities, name: "name")),
            .init("end_activities", cases(figures.endActivities, name: "name")),
            .init("transitions", .array(figures.transitions.map(transition))),
            .init("variants", variants),
            .init("rework", cases(figures.rework, name: "activity")),
            .init("case_times", caseTimes),
        ]
    }

    private var duration: JSONValue { duration(figures.caseDuration) }

    private func duration(_ summary: DurationSummary?) -> JSONValue {
        guard let summary else { return .null }
        return .object([
            "unit": .string("seconds"),
            "count": .integer(summary.count),
            "min": ReportJSON.number(summary.min),
            "p25": ReportJSON.number(summary.p25),
            "median": ReportJSON.number(summary.median),
            "mean": ReportJSON.number(summary.mean),
            "p75": ReportJSON.number(summary.p75),
            "p90": ReportJSON.number(summary.p90),
            "p95": ReportJSON.number(summary.p95),
            "max": ReportJSON.number(summary.max),
        ])
    }

    private func activity(_ activity: FlowFigures.Activity) -> JSONValue {
        .object([
            "name": .string(activity.name),
            "count": .integer(activity.count),
            "cases": .integer(activity.cases),
            "mean_sojourn_seconds": ReportJSON.number(activity.meanSojournSeconds),
            "mean_service_seconds": ReportJSON.number(activity.instances?.meanServiceSeconds),
            "median_service_seconds": ReportJSON.number(activity.instances?.medianServiceSeconds),
            "mean_waiting_seconds": ReportJSON.number(activity.instances?.meanWaitingSeconds),
            "median_waiting_seconds": ReportJSON.number(activity.instances?.medianWaitingSeconds),
            "mean_queue_seconds": ReportJSON.number(activity.instances?.meanQueueSeconds),
            "median_queue_seconds": ReportJSON.number(activity.instances?.medianQueueSeconds),
            "paired": activity.instances.map { .integer($0.paired) } ?? .null,
            "unpaired": activity.instances.map { .integer($0.unpaired) } ?? .null,
        ])
    }

    private var caseTimes: JSONValue {
        guard let times = figures.instances else { return .null }
        return .object([
            "paired": .integer(times.paired),
            "only_ended": .integer(times.onlyEnded),
            "only_started": .integer(times.onlyStarted),
            "only_scheduled": .integer(times.onlyScheduled),
            "cases_without_end": .integer(times.casesWithoutEnd),
            "throughput": duration(times.throughput),
            "processing": duration(times.processing),
            "idle": duration(times.idle),
        ])
    }

    private func cases(_ activities: [FlowFigures.ActivityCases], name: String) -> JSONValue {
        .array(
            activities.map { activity in
                .object([.init(name, .string(activity.name)), .init("cases", .integer(activity.cases))])
            }
        )
    }

    private func transition(_ edge: FlowFigures.Transition) -> JSONValue {
        .object([
            "from": .string(edge.from),
            "to": .string(edge.to),
            "count": .integer(edge.count),
            "mean_seconds": ReportJSON.number(edge.meanSeconds),
            "median_seconds": ReportJSON.number(edge.medianSeconds),
        ])
    }

    private var variants: JSONValue {
        .object([
            "count": .integer(figures.variantCount),
            "top": .array(
                figures.topVariants.map { variant in
                    .object([
                        "cases": .integer(variant.cases),
                        "activities": .array(variant.activities.map { .string($0) }),
                    ])
                }
            ),
        ])
    }
}
