public import PermitWorkflow
public import WorkingTime

/// Something that happened to a simulated permit, as a log would tell it.
public struct SimulatedEvent: Hashable, Sendable {
    /// The action's name in the workflow.
    public var action: String
    /// The action's canonical term.
    public var term: String
    /// The role in which it was taken.
    public var role: String
    /// Who took it: an officer's code, `applicant`, or `PermitEvent.systemActor`.
    public var actor: String
    /// When it happened, on a whole second.
    public var moment: Instant

    /// The actor of what an applicant does; applicants have no names here.
    public static let applicantActor = "applicant"

    init(_ event: PermitEvent) {
        action = event.action
        term = event.term
        role = event.role
        actor = event.actor
        moment = event.at
    }
}

/// A permit as the simulation knows it.
public struct SimulatedPermit: Sendable {
    /// The permit's number.
    public var name: String
    /// The workflow that governs it.
    public var workflow: Workflow
    /// The family of the rule that chose the workflow; nil where the caller did.
    public var regime: String?
    /// What is known of it.
    public var facts: FactValues
    /// Its events in the order of time; at one moment only what the law does at once after another event.
    public var events: [SimulatedEvent]
    /// The permit as `evolve` left it.
    public var permit: Permit
    /// Its clocks as of the last moment before the data cut, in the workflow's order.
    public var clocks: [ClockResult]
    /// The links of its project whose permit the export lacks, by name, once for each step that needed it.
    public var lostLinks: [String] = []

    /// The name of the state that it is in.
    public var state: String { workflow.states[permit.state].name }
    /// How it ended; nil while it is open.
    public var outcome: Outcome? { workflow.states[permit.state].outcome }
}

/// The permits of a simulated city, in the order in which they were submitted.
public struct SimulatedCity: Sendable {
    /// The permits.
    public var permits: [SimulatedPermit]
    /// Permits that happened and that the office's export lacks; every one is a link that another permit needed.
    public var lost: [SimulatedPermit] = []
    /// The data cut: the first moment that nothing tells of any more.
    public var cut: Instant
    /// The zone and calendar of the city.
    public var office: OfficeTime
}
