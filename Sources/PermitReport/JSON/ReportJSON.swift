public import PermitDocuments
internal import PermitLog
public import PermitMetrics
internal import WorkingTime

/// The report as JSON, in the names that `ReportSchema` publishes.
///
/// Members stand in a fixed order; a figure that is not known, not reached or not finite is `null`. Instants are ISO
/// 8601 with the offset of the report's zone, dates are `yyyy-mm-dd`, percentages run from 0 to 100, shares from 0 to
/// 1.
public enum ReportJSON {
    /// The value of a report.
    ///
    /// - Parameters:
    ///   - report: The figures.
    ///   - language: The language of the sentences in `assumptions` and `warnings`; nothing else depends on it.
    /// - Returns: An object that obeys `ReportSchema.json`.
    public static func value(of report: Report, language: Language) -> JSONValue {
        let flow = FlowJSON(figures: report.flow)
        var members: [JSONValue.Member] = [
            .init("input", input(report)),
            .init("assumptions", assumptions(report, language)),
            .init("filters", filters(report.filters)),
            .init("period", period(report.period)),
            .init("as_of", report.isEmpty ? .null : .string(report.asOf.formatted(in: report.zone))),
        ]
        members += flow.members
        members += FiguresJSON(figures: report.permits).members
        members += MonthsJSON(report: report).members
        members.append(.init("groups", .array(report.groups.map(group))))
        members.append(.init("missing_limits", .array(report.missingLimits.map(missing))))
        members.append(.init("warnings", .array(report.warnings.map { warning($0, language) })))
        return .object(members)
    }

    private static func warning(_ finding: DirtFinding, _ language: Language) -> JSONValue {
        .object([
            "kind": .string(finding.kind.rawValue),
            "column": .optional(finding.column),
            "count": .integer(finding.count),
            "total": finding.total.map { .integer($0) } ?? .null,
            "text": .string(DirtSentence.text(finding, language: language)),
        ])
    }

    /// What filters left out.
    static func filters(_ filters: [FilterAccount]) -> JSONValue {
        .array(
            filters.map {
                .object([
                    "filter": .string($0.filter),
                    "cases_removed": .integer($0.casesRemoved),
                    "events_removed": .integer($0.eventsRemoved),
                ])
            }
        )
    }

    /// A number, or `null` when there is none or it is not finite.
    static func number(_ number: Double?) -> JSONValue {
        guard let number, number.isFinite else { return .null }
        return .number(number)
    }

    private static func period(_ period: ReportPeriod?) -> JSONValue {
        guard let period else { return .null }
        return .object([
            "from": .string(period.from.description),
            "until": .string(period.until.description),
            "by": .string("indicator"),
        ])
    }

    private static func assumptions(_ report: Report, _ language: Language) -> JSONValue {
        var assumptions = report.truths
        let isSaid = assumptions.contains { $0.id == spanSentence.id }
        if report.permits.turnaround == nil, !isSaid { assumptions.append(spanSentence) }
        return .array(
            assumptions.map { assumption in
                let text = AssumptionSentence.text(assumption, in: language)
                return .object(["id": .string(assumption.id), "text": .string(text)])
            }
        )
    }

    private static let spanSentence = Assumption("span_is_not_turnaround")

    private static func missing(_ limit: MissingLimit) -> JSONValue {
        .object([
            "workflow": .string(limit.workflow),
            "clock": .string(limit.clock),
            "table": .string(limit.table),
            "key": .object(limit.key.map { .init($0.fact, $0.value.map { .string($0) } ?? .null) }),
            "permits": .integer(limit.permits),
        ])
    }

    private static func group(_ group: Report.Group) -> JSONValue {
        let head: [JSONValue.Member] = [
            .init("key", .string(group.key)),
            .init("value", .string(group.value)),
            .init("cases", .integer(group.figures.cases)),
        ]
        return .object(head + FiguresJSON(figures: group.figures).members)
    }
}
