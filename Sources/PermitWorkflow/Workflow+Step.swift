/// One cell of the transition table: what a term does in a state.
@frozen @usableFromInline
struct StepCell: Sendable {
    /// How the cell is decided.
    @usableFromInline
    enum Kind: UInt8, Sendable {
        case taken
        case notAllowed
        case ambiguous
        /// Guards decide.
        case guarded
    }

    @usableFromInline var kind: Kind
    @usableFromInline var action: Int32
    @usableFromInline var to: Int32

    @usableFromInline
    init(_ kind: Kind, action: Int, to: Int) {
        self.kind = kind
        self.action = Int32(action)
        self.to = Int32(to)
    }
}

extension Workflow {
    /// What a term of a log does to a permit.
    @frozen
    public enum Step: Hashable, Sendable {
        /// The action is legal here.
        case taken(action: Int, to: Int)
        /// The action is listed here, but its guard does not hold; the log moves the permit all the same.
        case guardFailed(action: Int, to: Int)
        /// The action is listed here, but a fact that its guard needs is missing; the log moves the permit.
        case guardUnknown(action: Int, to: Int)
        /// A known action, illegal here; the log moves the permit to the action's target.
        case notAllowed(action: Int, to: Int)
        /// A known action with several targets and nothing to decide between them; the permit stays.
        case ambiguous(action: Int)
        /// No action is known by the term; the permit stays.
        case unknown
    }

    /// What a term of a log does to a permit in a state.
    ///
    /// - Parameters:
    ///   - term: The index of the term; one that is out of range gives `unknown`.
    ///   - state: The index of the present state.
    ///   - facts: What is known of the permit at the event.
    /// - Returns: What becomes of the permit; the caller moves it.
    /// - Complexity: O(1) without guards.
    @inlinable
    public func step(term: Int, from state: Int, facts: FactValues) -> Step {
        guard term >= 0, term < termCount else { return .unknown }
        let cell = cells[state * termCount + term]
        switch cell.kind {
        case .taken: return .taken(action: Int(cell.action), to: Int(cell.to))
        case .notAllowed: return .notAllowed(action: Int(cell.action), to: Int(cell.to))
        case .ambiguous: return .ambiguous(action: Int(cell.action))
        case .guarded: return guardedStep(term: term, from: state, facts: facts)
        }
    }

    /// A step where guards decide.
    @usableFromInline
    func guardedStep(term: Int, from state: Int, facts: FactValues) -> Step {
        let listed = actions.indices.filter { actions[$0].termIndex == term }
        let open = listed.flatMap { action in
            actions[action].cases.filter { $0.from.contains(state) }.map { (action: action, way: $0) }
        }
        guard !open.isEmpty else { return undecidedStep(action: listed[0], facts: facts) }
        let truths = open.map { $0.way.when?.truth(of: facts) ?? .yes }
        if let index = truths.firstIndex(of: .yes) {
            return .taken(action: open[index].action, to: open[index].way.to)
        }
        let doubtful = open.indices.filter { truths[$0] == .unknown }
        let candidates = doubtful.isEmpty ? Array(open.indices) : doubtful
        let first = open[candidates[0]]
        guard candidates.allSatisfy({ open[$0].way.to == first.way.to }) else {
            return .ambiguous(action: first.action)
        }
        return doubtful.isEmpty
            ? .guardFailed(action: first.action, to: first.way.to)
            : .guardUnknown(action: first.action, to: first.way.to)
    }

    /// An action that is illegal here and has several targets: the one target whose guard holds, else none.
    private func undecidedStep(action: Int, facts: FactValues) -> Step {
        let holding = actions[action].cases.filter { ($0.when?.truth(of: facts) ?? .yes) == .yes }
        let targets = Set(holding.map(\.to))
        guard targets.count == 1, let to = targets.first else { return .ambiguous(action: action) }
        return .notAllowed(action: action, to: to)
    }

    /// What a status of a log means for a permit.
    @frozen
    public enum StatusStep: Hashable, Sendable {
        /// Exactly one legal action leads to the status; it counts as taken.
        case taken(action: Int, to: Int)
        /// The permit is there already.
        case repeated
        /// No single legal action leads there; the state is set, without effect on clocks.
        case set(to: Int)
        /// The status stands for several states and none of them is near; the permit stays.
        case ambiguous
        /// No state and no action is known by the term.
        case unknown
    }

    /// What a log means that tells where a permit is, rather than what was done.
    ///
    /// The states of a term are those that list it as their `status`; else the state of that name; else the targets of
    /// the actions known by it.
    public func statusStep(status: String, from state: Int, facts: FactValues) -> StatusStep {
        let meant = states(ofStatus: status)
        if meant.isEmpty { return .unknown }
        if meant.contains(state) { return .repeated }
        let legal = legalActions(in: state, facts: facts).filter { meant.contains($0.to) }
        if legal.count == 1 { return .taken(action: legal[0].action, to: legal[0].to) }
        return meant.count == 1 ? .set(to: meant[0]) : .ambiguous
    }

    /// The states that a status stands for, by index.
    public func states(ofStatus status: String) -> [Int] {
        let listed = definition.states.indices.filter { definition.states[$0].statuses.contains(status) }
        if !listed.isEmpty { return listed }
        if let state = state(named: status) { return [state] }
        guard let term = term(named: status) else { return [] }
        let targets = actions.filter { $0.termIndex == term }.flatMap(\.cases).map(\.to)
        return Set(targets).sorted()
    }

    /// The actions that the rules allow in a state, with their targets, in the order of the definition.
    ///
    /// A guard whose facts are missing does not allow.
    public func legalActions(in state: Int, facts: FactValues) -> [(action: Int, to: Int)] {
        actions.indices.compactMap { action in
            actions[action].cases
                .first { $0.from.contains(state) && ($0.when?.truth(of: facts) ?? .yes) == .yes }
                .map { (action, $0.to) }
        }
    }

    /// The actions that would have made an action legal: the shortest legal way that a log skipped.
    ///
    /// - Returns: The names in order, without the action itself; empty when the action is legal here or no way leads
    ///   to it. Guards are taken to hold.
    public func skippedPath(from state: Int, beforeAction action: Int) -> [String] {
        let sources = actions[action].cases.flatMap(\.from)
        let paths = sources.compactMap { path(from: state, to: $0) }
        return paths.min { $0.count < $1.count }?.map { actions[$0].name } ?? []
    }

    /// The actions of a shortest way between two states; nil when there is none.
    public func path(from state: Int, to target: Int) -> [Int]? {
        var path: [Int] = []
        var here = state
        while here != target {
            let way = ways[here * states.count + target]
            guard way.action >= 0 else { return nil }
            path.append(Int(way.action))
            here = Int(way.next)
        }
        return path
    }
}
