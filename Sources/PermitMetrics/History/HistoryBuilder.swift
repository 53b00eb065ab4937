import PermitDocuments
import PermitLog
import PermitWorkflow
import WorkingTime

/// Makes the histories of permits from what their fold kept.
struct HistoryBuilder {
    let plan: FoldPlan
    let request: ReplayRequest
    let log: PartitionedLog

    /// The histories in the order of the log.
    ///
    /// - Throws: `Diagnostics` with the nearest names when the permit that was asked for is not in the log.
    func histories(_ fold: borrowing PermitFold) throws(Diagnostics) -> [PermitHistory] {
        let rows = fold.histories.sorted { $0.order < $1.order }
        if case .permit(let name) = plan.histories, rows.isEmpty {
            throw Diagnostics([
                Diagnostic(.error, Self.unknown(name, near: plan.caseIDs == .asWritten ? fold.nearNames : []))
            ])
        }
        return rows.map(history)
    }

    private static func unknown(_ name: String, near names: [String]) -> String {
        var left = names.sorted()
        var near: [String] = []
        while near.count < 3, let next = Suggestion.nearest(to: name, among: left) {
            near.append("\"\(next)\"")
            left.removeAll { $0 == next }
        }
        let hint =
            near.isEmpty
            ? "no case of it has a name like that; --cases lists them all"
            : "did you mean \(Suggestion.list(near))?"
        return "the log has no permit \"\(name)\" until the data cut; \(hint)"
    }

    private func history(_ row: HistoryRow) -> PermitHistory {
        let workflow = row.workflow >= 0 ? plan.binding.workflows[row.workflow] : nil
        return PermitHistory(
            name: row.name,
            workflow: workflow,
            binding: binding(row),
            outcome: row.outcome,
            submitted: row.submitted.map { Instant(microseconds: $0) },
            ended: row.ended.map { Instant(microseconds: $0) },
            span: Instant(microseconds: row.first)...Instant(microseconds: row.last),
            steps: row.steps,
            facts: row.facts,
            values: row.values,
            events: row.events.map { event($0, workflow) },
            findings: row.findings.map(\.rawValue)
        )
    }

    private func binding(_ row: HistoryRow) -> PermitHistory.Binding {
        guard row.workflow >= 0 else { return .none }
        guard request.workflow == nil else { return .forced }
        let day = plan.office.zone.day(of: Instant(microseconds: row.submitted ?? row.first))
        let choice = request.regimes.selection(submitted: day, facts: row.facts, family: request.regime)
        guard case .workflow(_, let family) = choice else { return .regime(family: request.regime) }
        return .regime(family: family)
    }

    private func event(_ event: HistoryRow.Event, _ workflow: Workflow?) -> PermitHistory.Event {
        PermitHistory.Event(
            at: Instant(microseconds: event.time),
            isDateOnly: event.isDateOnly,
            activity: plan.activities[event.activity],
            role: event.role,
            isAfterGrant: event.isAfterGrant,
            step: event.step,
            departures: event.departures.map { departure($0, workflow) },
            position: log.position(ofOrder: event.order).description
        )
    }

    private func departure(
        _ departure: CaseReplay.Departure,
        _ workflow: Workflow?
    ) -> PermitHistory.Departure {
        let isSkip = departure.kind == .notAllowed || departure.kind == .wrongStart
        let term = departure.activity >= 0 ? plan.terms[departure.activity] : ""
        let action = workflow?.term(named: term)
            .flatMap { index in workflow?.actions.firstIndex { $0.termIndex == index } }
        let skipped =
            isSkip && departure.state >= 0
            ? action.flatMap { workflow?.skippedPath(from: departure.state, beforeAction: $0) } : nil
        return PermitHistory.Departure(
            kind: departure.kind.rawValue,
            state: departure.state >= 0 ? departure.state : nil,
            skipped: skipped ?? []
        )
    }
}
