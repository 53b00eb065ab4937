public import WorkingTime

/// What somebody wants to do with a permit.
public struct Command: Hashable, Sendable {
    /// The action's name.
    public var action: String
    /// Who acts.
    public var actor: String
    /// In which role.
    public var role: String
    /// When; not before the permit's last event.
    public var at: Instant
    /// Documents and notes that come with it, by name: a reference or the text.
    public var documents: [String: String]
    /// Facts that it states.
    public var facts: FactValues
    /// How linked permits ended, by the link's name.
    public var links: [String: Outcome]

    /// Creates a command.
    public init(
        _ action: String,
        actor: String,
        role: String,
        at: Instant,
        documents: [String: String] = [:],
        facts: FactValues = FactValues(),
        links: [String: Outcome] = [:]
    ) {
        self.action = action
        self.actor = actor
        self.role = role
        self.at = at
        self.documents = documents
        self.facts = facts
        self.links = links
    }
}
