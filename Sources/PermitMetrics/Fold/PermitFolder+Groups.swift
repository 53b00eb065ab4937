import PermitWorkflow
import WorkingTime

extension PermitFolder {
    /// The number of the group that a permit belongs to.
    mutating func group(of facts: borrowing CaseFacts, _ governing: Binding.Governing?) -> Int {
        var values: [String] = []
        var shown: [String] = []
        for key in plan.facts.by {
            let value: String? =
                switch key {
                case .fact(let fact): facts.latest(fact)
                case .workflow: governing.map { plan.binding.workflows[$0.workflow].name }
                case .regime: governing?.family
                case .absent: nil
                }
            values.append(value ?? "(none)")
            if case .fact(let fact) = key, let value {
                shown.append(plan.facts.facts[fact].shown(value))
            } else {
                shown.append(value ?? "(none)")
            }
        }
        return fold.groups.number(of: values.joined(separator: ","), shown: shown.joined(separator: ","))
    }

    /// Notes the permit's project, what it is within it, and the actions that linked permits must come before.
    mutating func link(
        _ journeys: JourneyPlan,
        _ facts: borrowing CaseFacts,
        _ actions: [CaseReplay.LinkedAction],
        to row: inout PermitRow
    ) {
        let fact = plan.facts.facts[journeys.fact]
        let project =
            facts.latest(journeys.fact).map { fold.projects.number(of: $0, shown: fact.shown($0)) } ?? -1
        let link = journeys.journeys.link(of: facts.known(at: .max)) ?? -1
        row.link = fold.links.count
        fold.links.append(.init(project: project, link: link, actions: actions))
    }

    /// Counts a limit that came from a table, or the key that the table has no row for.
    mutating func noteTable(of clock: ClockInfo, _ track: ClockTrack, _ facts: FactValues, kind: Int) {
        guard let source = clock.table, let run = track.run else { return }
        let row = source.table?.row(for: facts)
        if run.limit != nil, let table = source.table {
            let used = PermitFold.TableLimit(
                table: table.name.text,
                legal: table.legal,
                mark: row?.mark ?? table.mark,
                isExample: table.isExample
            )
            fold.tableLimits[used, default: 0] += 1
        } else if row == nil {
            let values = source.by.map { facts[$0]?.description }
            fold.missingLimits[.init(clock: kind, values: values), default: 0] += 1
        }
    }
}
