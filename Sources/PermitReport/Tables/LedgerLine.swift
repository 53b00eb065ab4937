internal import PermitDocuments
public import PermitMetrics
internal import PermitWorkflow
public import WorkingTime

/// A permit's ledger as one line of JSON (`--ledgers`).
///
/// Members: `case, workflow, outcome, submitted, ended, as_of, from, until, ages, stretches, clocks`. Moments are ISO 8601
/// with the offset of the report's zone, dates are local days, what is not known is null.
public struct LedgerLine: Sendable {
    private let zone: Zone
    private let views: CalendarViews
    private let moment: Instant
    private let labels: CaseLabels

    /// Creates the form of lines.
    ///
    /// - Parameters:
    ///   - office: The zone and the calendar of the replay.
    ///   - moment: The replay's cut.
    ///   - labels: How permits are named.
    public init(office: OfficeTime, asOf moment: Instant, labels: CaseLabels) {
        self.labels = labels
        zone = office.zone
        views = CalendarViews(office.calendar)
        self.moment = moment
    }

    /// The line of a permit, ended.
    public func line(_ history: PermitHistory) -> String { json(history).compact + "\n" }

    private func json(_ history: PermitHistory) -> JSONValue {
        let ledger = history.ledger(asOf: moment, zone: zone, views: views)
        return .object([
            "case": .string(labels.label(history.name)),
            "workflow": .optional(history.workflow?.name),
            "outcome": .string(history.outcome),
            "submitted": stamp(history.submitted),
            "ended": stamp(history.ended),
            "as_of": stamp(moment),
            "from": stamp(ledger.from),
            "until": stamp(ledger.until),
            "ages": ledger.agesJSON,
            "stretches": history.workflow.map { ledger.stretchesJSON($0, in: zone) } ?? .array([]),
            "clocks": history.workflow.map { ledger.clocksJSON($0, in: zone) } ?? .array([]),
        ])
    }

    private func stamp(_ moment: Instant?) -> JSONValue { .optional(moment?.formatted(in: zone)) }
}
