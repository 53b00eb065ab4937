public import PermitWorkflow
public import WorkingTime

/// What to simulate.
public struct SimulationRequest: Sendable {
    /// The workflow of all permits; nil to let the library's regimes choose by day of submission and permit type.
    public var workflow: Workflow?
    /// The workflows and regimes to choose from.
    public var library: Library
    /// The zone and calendar of the city.
    public var office: OfficeTime
    /// The city.
    public var city: City
    /// How many permits.
    public var permits: Int
    /// The seed: the same one gives the same city.
    public var seed: UInt64
    /// The first day on which applications come in.
    public var from: Day
    /// The data cut: the first day of which nothing is told.
    public var until: Day

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - workflow: The workflow of all permits; nil to let the library's regimes choose.
    ///   - library: The workflows and regimes to choose from.
    ///   - office: The zone and calendar of the city.
    ///   - city: The city.
    ///   - permits: How many permits.
    ///   - seed: The seed.
    ///   - from: The first day on which applications come in.
    ///   - until: The first day of which nothing is told.
    public init(
        workflow: Workflow? = nil,
        library: Library,
        office: OfficeTime,
        city: City = .kotaContoh,
        permits: Int,
        seed: UInt64,
        from: Day,
        until: Day
    ) {
        self.workflow = workflow
        self.library = library
        self.office = office
        self.city = city
        self.permits = permits
        self.seed = seed
        self.from = from
        self.until = until
    }
}
