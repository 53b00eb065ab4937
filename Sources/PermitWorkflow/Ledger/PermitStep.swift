public import WorkingTime

/// One transition of a permit as it happened, on the indices of its workflow.
public struct PermitStep: Hashable, Sendable {
    /// When.
    public var at: Instant
    /// The action taken; nil where a log only says in which state the permit is, which moves no clock.
    public var action: Int?
    /// The state that was left.
    public var from: Int
    /// The state that was entered; may be the same.
    public var to: Int
    /// What was known of the permit.
    public var facts: FactValues

    /// Creates a step.
    public init(at: Instant, action: Int?, from: Int, to: Int, facts: FactValues = FactValues()) {
        self.at = at
        self.action = action
        self.from = from
        self.to = to
        self.facts = facts
    }
}
