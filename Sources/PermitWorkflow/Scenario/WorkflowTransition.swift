/// One way of an action from one state to another: what coverage counts.
public struct WorkflowTransition: Hashable, Sendable, CustomStringConvertible {
    /// The action's name.
    public var action: String
    /// The state that is left.
    public var from: String
    /// The state that is entered.
    public var to: String

    /// Creates a transition.
    public init(action: String, from: String, to: String) {
        self.action = action
        self.from = from
        self.to = to
    }

    /// The action and its states, such as `approve from verified to issued`.
    public var description: String { "\(action) from \(from) to \(to)" }
}

extension Definition {
    /// Every transition that the actions allow, in the order of the definition, each once.
    ///
    /// Two ways of an action between the same states, which differ in their guards, are one transition.
    public var transitions: [(transition: WorkflowTransition, action: Name)] {
        var seen: Set<WorkflowTransition> = []
        return actions.flatMap { action in
            action.cases
                .flatMap { way in
                    way.from.map {
                        WorkflowTransition(action: action.name.text, from: $0.text, to: way.to.text)
                    }
                }
                .filter { seen.insert($0).inserted }
                .map { ($0, action.name) }
        }
    }
}
