import PermitLog
import PermitWorkflow

extension PermitFolder {
    /// Notes where what the columns of a permit say does not go together.
    func doubt(
        _ row: inout PermitRow,
        _ facts: borrowing CaseFacts,
        _ columns: PerMilestone<Moment>,
        stated: Outcome?
    ) {
        row.isContradicted = isContradicted(row, facts, columns, stated: stated)
        row.skipsMilestone = skips(row, columns)
    }

    /// A date of the decision beside a status that is not final, or a status that the events do not end in.
    private func isContradicted(
        _ row: PermitRow,
        _ facts: borrowing CaseFacts,
        _ columns: PerMilestone<Moment>,
        stated: Outcome?
    ) -> Bool {
        guard plan.facts.outcome != nil else { return false }
        guard let stated else { return columns[.decided] != nil && facts.status != nil }
        guard row.workflow >= 0 else { return false }
        let course = plan.binding.workflows[row.workflow].states[row.state].outcome
        return course.map { $0 != stated } ?? false
    }

    /// A later milestone without an earlier one that a column or the workflow could give.
    private func skips(_ row: PermitRow, _ columns: PerMilestone<Moment>) -> Bool {
        func lacks(_ milestone: Profile.Milestone) -> Bool {
            plan.facts.milestones[milestone] != nil && columns[milestone] == nil
        }
        if row.ended != nil, row.ending.isDecided, row.submitted == nil || lacks(.complete) { return true }
        return columns[.complete] != nil && lacks(.submitted)
    }
}
