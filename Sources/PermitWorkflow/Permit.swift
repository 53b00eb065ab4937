public import WorkingTime

/// One application and what became of it: a fold of its events.
public struct Permit: Hashable, Sendable {
    /// The permit's name in its office.
    public let id: String
    /// The workflow that governs it.
    public let workflowName: String
    /// The digest of that workflow, when one is known; a permit keeps the version it began under.
    public let workflowDigest: String?
    /// Where it is, by the state's index.
    public internal(set) var state: Int
    /// What is known of it.
    public internal(set) var facts: FactValues
    /// Its time limits.
    public internal(set) var clocks: ClockSet
    /// Who last took each action, by the action's index.
    public internal(set) var actors: [Int: String] = [:]
    /// The documents handed in so far, by name.
    public internal(set) var documents: Set<String> = []
    /// How it ended.
    public internal(set) var outcome: Outcome?
    /// The number of events folded.
    public internal(set) var version = 0
    /// When the last event happened.
    public internal(set) var lastEventAt: Instant?

    /// Creates a permit in the workflow's initial state, without events.
    public init(id: String, workflow: Workflow, facts: FactValues = FactValues()) {
        self.id = id
        workflowName = workflow.name
        workflowDigest = workflow.digest
        state = workflow.initialState
        self.facts = facts
        clocks = ClockSet(workflow)
    }
}
