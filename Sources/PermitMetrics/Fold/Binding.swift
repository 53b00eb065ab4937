import PermitLog
import PermitWorkflow
import WorkingTime

/// Chooses the workflow of each permit: one for all, or by the regimes.
///
/// A reference, because every case looks into it.
final class Binding: Sendable {
    /// The workflows that a permit may get, by number.
    let workflows: [Workflow]
    /// The clocks of these workflows, and the deadline column last.
    let clockKinds: [ClockKind]
    /// The number of the first clock of each workflow among `clockKinds`.
    let firstClock: [Int]
    /// The state in which each workflow begins.
    let initialStates: [Int]
    /// The number of the workflow that comes after a grant under each workflow; nil where none does.
    let successors: [Int?]
    /// The moments of submission that each workflow governs; nil where it governs all, or goes by another date.
    let force: [Range<Int64>?]
    private let ignoresDays: Bool
    private let forced: Bool
    private let forcedFamily: String?
    private let regime: String?
    /// The rules that choose; nil where one workflow is for all, or where there is none.
    let regimes: Regimes?
    private let numbers: [String: Int]

    init(_ request: ReplayRequest, facts: FactPlan, hasProfile: Bool) {
        ignoresDays = request.ignoresDays
        forced = request.workflow != nil
        forcedFamily = request.workflow.flatMap { workflow in
            request.regimes.rules.first { $0.workflow.text == workflow.name }?.family.text
        }
        regime = request.regime
        let decides = request.workflow == nil && (request.regime != nil || hasProfile)
        regimes = decides ? request.regimes : nil
        if let workflow = request.workflow {
            let successor = workflow.succeededBy.flatMap { name in
                request.workflows.first { $0.name == name && $0.name != workflow.name }
            }
            workflows = [workflow] + [successor].compactMap(\.self)
        } else if decides {
            workflows = request.workflows.sorted { $0.name < $1.name }
        } else {
            workflows = []
        }
        let numbers = Dictionary(
            uniqueKeysWithValues: workflows.enumerated().map { ($0.element.name, $0.offset) }
        )
        self.numbers = numbers
        initialStates = workflows.map(\.initialState)
        successors = workflows.map { $0.succeededBy.flatMap { numbers[$0] } }
        force = workflows.map { $0.definition.inForce?.submissions(in: request.office.zone) }
        (clockKinds, firstClock) = Self.kinds(workflows, facts)
    }

    /// Whether any permit can get a workflow.
    var isPossible: Bool { !workflows.isEmpty }

    /// The workflow that governs a permit.
    struct Governing {
        /// Its number.
        var workflow: Int
        /// The family by whose rule it governs; nil for a forced one that no rule names.
        var family: String?
    }

    /// The workflow that governs a permit; nil when none does.
    func workflow(submitted: Day, facts: FactValues) -> Governing? {
        if forced { return Governing(workflow: 0, family: forcedFamily) }
        guard let regimes else { return nil }
        switch regimes.selection(
            submitted: submitted,
            facts: facts,
            family: regime,
            ignoringDays: ignoresDays
        ) {
        case .workflow(let name, let family):
            return numbers[name].map { Governing(workflow: $0, family: family) }
        case .none, .unknown: return nil
        }
    }

    /// The facts that the workflows and the choice among them read.
    var factNames: Set<String> {
        Set(workflows.flatMap { $0.definition.facts.map(\.name.text) }).union(regimes?.factNames ?? [])
    }

    private static func kinds(_ workflows: [Workflow], _ facts: FactPlan) -> ([ClockKind], [Int]) {
        var kinds: [ClockKind] = []
        var first: [Int] = []
        for (number, workflow) in workflows.enumerated() {
            first.append(kinds.count)
            for clock in workflow.clocks {
                kinds.append(
                    ClockKind(
                        workflow: number,
                        name: clock.name,
                        unit: clock.limit?.unit.rawValue ?? "table",
                        bindsOffice: clock.binds != .applicant
                    )
                )
            }
        }
        if let deadline = facts.deadline?.name {
            kinds.append(
                ClockKind(
                    workflow: -1,
                    name: deadline,
                    unit: facts.deadlineDays?.unit.rawValue ?? "deadline",
                    bindsOffice: true,
                    givesWay: facts.deadlineDays != nil && facts.milestones[.complete] != nil
                )
            )
        }
        return (kinds, first)
    }
}

extension Definition.InForce {
    /// The moments of submission that are governed; nil where another date decides or none bounds them.
    fileprivate func submissions(in zone: Zone) -> Range<Int64>? {
        guard by == .submission, from != nil || until != nil else { return nil }
        let first = from.map { zone.start(of: $0).microseconds } ?? .min
        return first..<max(first, until.map { zone.start(of: $0).microseconds } ?? .max)
    }
}
