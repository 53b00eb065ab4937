internal import PermitWorkflow
internal import WorkingTime

/// The legal actions of a permit in a state, sorted by what they mean for it.
struct Options {
    /// An action with its target.
    struct Option: Hashable {
        var action: Int
        var to: Int
        /// The moment before which the permits that it needs have not all ended; nil where it needs none.
        var ready: Instant?
    }

    /// Actions that lead on, nearest to the goal first.
    var onward: [Option] = []
    /// Returns to the applicant.
    var returns: [Option] = []
    /// Refusals.
    var refusals: [Option] = []
    /// Taking the application back.
    var withdrawals: [Option] = []
    /// Cancellation by the system or the office.
    var lapses: [Option] = []

    /// Sorts the legal actions of a state.
    ///
    /// Actions that the law takes when a clock runs out are left out: the simulation takes them when it does. So are
    /// actions that need another permit of the project that has not ended as it must.
    init(_ chart: Chart, state: Int, facts: FactValues, links: LinkedEnds? = nil) {
        let workflow = chart.workflow
        for (action, to) in workflow.legalActions(in: state, facts: facts) where !chart.isExpiry[action] {
            let after = workflow.actions[action].after
            guard let ready = links.map({ $0.ready(for: after) }) ?? .some(nil) else { continue }
            let option = Option(action: action, to: to, ready: ready)
            switch workflow.states[to].outcome {
            case .refused: refusals.append(option)
            case .withdrawn: withdrawals.append(option)
            case .cancelled, .revoked: lapses.append(option)
            case .deemed: break
            case .issued, .closed, nil:
                if workflow.actions[action].isReturn { returns.append(option) } else { onward.append(option) }
            }
        }
        onward.sort { (chart.distance[$0.to], $0.action) < (chart.distance[$1.to], $1.action) }
    }
}

/// What the simulation needs to know of a workflow besides the workflow.
struct Chart {
    let workflow: Workflow
    /// For each action, whether the law takes it when a clock runs out.
    let isExpiry: [Bool]
    /// For each state, how many actions it is from the goal: a licence, else another end.
    let distance: [Int]
    /// The holder of each role.
    let holders: [String: Holder]

    init(_ workflow: Workflow) {
        self.workflow = workflow
        let expiring = Set(workflow.clocks.compactMap { $0.expiry?.action })
        isExpiry = workflow.actions.indices.map { expiring.contains($0) }
        distance = Chart.distances(workflow)
        holders = Dictionary(
            workflow.definition.roles.map { ($0.name.text, $0.holder) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The holder whose action it is: of the roles that may act, the one on whose desk the permit lies.
    func role(of action: Int, in state: Int) -> (name: String, holder: Holder) {
        let roles = workflow.actions[action].roles
        let named = roles.compactMap { name in holders[name].map { (name: name, holder: $0) } }
        guard let first = named.first else {
            preconditionFailure("the check knows the roles of every action")
        }
        return named.first { $0.holder == workflow.states[state].holder } ?? first
    }

    private static func distances(_ workflow: Workflow) -> [Int] {
        let ends = workflow.states.indices.filter { workflow.states[$0].outcome != nil }
        let licences = ends.filter { workflow.states[$0].outcome == .issued }
        let closings = ends.filter { workflow.states[$0].outcome == .closed }
        let goals = !licences.isEmpty ? licences : !closings.isEmpty ? closings : ends
        return workflow.states.indices.map { state in
            goals.compactMap { workflow.path(from: state, to: $0)?.count }.min() ?? Int.max / 2
        }
    }
}
