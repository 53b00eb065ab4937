public import WorkingTime

/// Something that happened to a permit; events are only added, never changed.
public struct PermitEvent: Hashable, Sendable {
    /// The action's name.
    public var action: String
    /// The canonical term that logs use for it.
    public var term: String
    /// The state that was left.
    public var from: String
    /// The state that was entered.
    public var to: String
    /// When.
    public var at: Instant
    /// Who acted.
    public var actor: String
    /// In which role.
    public var role: String
    /// Documents and notes that came with it.
    public var documents: [String: String]
    /// Facts that it stated.
    public var facts: FactValues
    /// Why the law acted by itself; nil when somebody acted.
    public var expiry: ExpiryProof?

    /// The actor of events that the law brings about.
    public static let systemActor = "system"
}

/// The reckoning behind an event that a deadline brought about.
public struct ExpiryProof: Hashable, Sendable {
    /// The clock that ran out.
    public var clock: String
    /// The limit.
    public var limit: Limit
    /// When the run began.
    public var startedAt: Instant
    /// How often it was paused.
    public var pauses: Int
    /// The days that were consumed through the deadline.
    public var consumedDays: Int
    /// The deadline.
    public var deadline: Instant
    /// The article that acts on it.
    public var legal: String
}
