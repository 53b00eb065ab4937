import PermitWorkflow

/// The permits of a fold, joined by their project.
struct JourneyJoin {
    /// More permits than a project has: a fact that so many share is something else.
    static let mostPermits = 200

    let journeys: Journeys
    let workflows: [Workflow]
    /// The rows of each project, projects and rows in the order of the log.
    private(set) var members: [[Int]] = []
    /// The rows without a project.
    private(set) var unlinked: [Int] = []

    /// Joins the rows of a fold, which are in the order of the log; nil where permits are not linked.
    init?(_ plan: FoldPlan, _ fold: borrowing PermitFold) {
        guard let journeys = plan.journeys?.journeys else { return nil }
        self.journeys = journeys
        workflows = plan.binding.workflows
        var places = [Int](repeating: -1, count: fold.projects.texts.count)
        for (index, row) in fold.rows.enumerated() where row.link >= 0 {
            let project = fold.links[row.link].project
            guard project >= 0 else {
                unlinked.append(index)
                continue
            }
            if places[project] < 0 {
                places[project] = members.count
                members.append([])
            }
            members[places[project]].append(index)
        }
    }

    /// Notes actions before which a linked permit was missing or had not ended.
    func note(in fold: inout PermitFold) {
        for index in unlinked { judge(index, [], in: &fold) }
        for project in members
        where project.contains(where: { !fold.links[fold.rows[$0].link].actions.isEmpty }) {
            var byLink = [[Int]](repeating: [], count: journeys.links.count)
            for index in project {
                let link = fold.links[fold.rows[index].link].link
                if link >= 0 { byLink[link].append(index) }
            }
            for index in project { judge(index, byLink, in: &fold) }
        }
    }

    private func judge(_ index: Int, _ byLink: [[Int]], in fold: inout PermitFold) {
        let row = fold.rows[index]
        for taken in fold.links[row.link].actions {
            let after = workflows[row.workflow].actions[taken.action].after
            for (name, outcomes) in after.sorted(by: { $0.key < $1.key }) {
                guard let link = journeys.link(named: name) else { continue }
                let others = (byLink.isEmpty ? [] : byLink[link]).filter { $0 != index }
                let hasEnded = others.contains { fold.rows[$0].hasEnded(in: outcomes, by: taken.time) }
                guard !hasEnded else { continue }
                let kind: DeviationKind = others.isEmpty ? .linkMissing : .linkNotEnded
                let key = DeviationTally.Key(
                    workflow: row.workflow,
                    kind: kind,
                    activity: taken.activity,
                    state: taken.state,
                    detail: link
                )
                fold.rows.add(kind, toRow: index)
                fold.tally.add(key, order: taken.order)
            }
        }
    }

    /// The numbers of the links that a workflow's actions come after, as bits.
    func after(_ workflow: Int) -> UInt64 {
        guard workflow >= 0 else { return 0 }
        return workflows[workflow].actions.flatMap(\.after.keys)
            .compactMap { journeys.link(named: $0) }
            .reduce(0) { $1 < 64 ? $0 | 1 << UInt64($1) : $0 }
    }
}

extension PermitRow {
    /// Whether the permit had ended in one of these ways by a moment; a decision that nothing names counts as one of
    /// them, and so does an end whose moment nothing gives.
    fileprivate func hasEnded(in outcomes: [Outcome], by moment: Int64) -> Bool {
        switch ending {
        case .open: return false
        case .decided: break
        case .outcome(let outcome): if !outcomes.contains(outcome) { return false }
        }
        return ended.map { $0 <= moment } ?? true
    }
}
