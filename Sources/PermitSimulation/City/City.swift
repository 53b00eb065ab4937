internal import PermitWorkflow
public import WorkingTime

/// An invented city: where applications come from, how they come in, and who works on them.
public struct City: Sendable {
    /// The name by which profiles and files know it.
    public var name: String
    /// The letters with which its permit numbers begin.
    public var prefix: String
    /// What applicants come for, from a day on; ascending.
    public var eras: [(from: Day, applications: WeightedChoice<Application>)]
    /// The districts.
    public var districts: WeightedChoice<String>
    /// The scales of the businesses.
    public var scales: WeightedChoice<String>
    /// The environmental commitments by the scale of the business.
    public var commitments: [String: WeightedChoice<String>]
    /// The share of applications that come in online.
    public var onlineShare: DatedShare
    /// When applications come in.
    public var arrivals: ArrivalPattern
    /// Who works on them; the first desk that names the acting role, else the first of its holder, gets the file.
    public var desks: [Desk]
    /// How applicants and files behave.
    public var habits: Habits
    /// How often what the law does by itself is not recorded; nil where it always is.
    public var outages: Outages?
    /// The share of projects of which the export lacks a permit that others depend on, in thousandths.
    public var lostPerMille: Int

    /// Creates a city.
    public init(
        name: String,
        prefix: String,
        eras: [(from: Day, applications: WeightedChoice<Application>)],
        districts: WeightedChoice<String>,
        scales: WeightedChoice<String>,
        commitments: [String: WeightedChoice<String>],
        onlineShare: DatedShare,
        arrivals: ArrivalPattern,
        desks: [Desk],
        habits: Habits,
        outages: Outages? = nil,
        lostPerMille: Int = 0
    ) {
        precondition(!eras.isEmpty, "a city issues some permit")
        self.name = name
        self.prefix = prefix
        self.eras = eras
        self.districts = districts
        self.scales = scales
        self.commitments = commitments
        self.onlineShare = onlineShare
        self.arrivals = arrivals
        self.desks = desks
        self.habits = habits
        self.outages = outages
        self.lostPerMille = lostPerMille
    }

    /// What applicants come for on a day.
    func applications(on day: Day) -> WeightedChoice<Application> {
        (eras.last { $0.from <= day } ?? eras[0]).applications
    }

    /// The desk at which officers of a role sit.
    ///
    /// - Parameters:
    ///   - role: The role's name in a workflow.
    ///   - holder: The role's holder.
    /// - Returns: The index of the desk; nil when the city has none for that holder.
    func desk(role: String, holder: Holder) -> Int? {
        desks.firstIndex { $0.holder == holder && $0.roles.contains(role) }
            ?? desks.firstIndex { $0.holder == holder && $0.roles.isEmpty }
            ?? desks.firstIndex { $0.holder == holder }
    }
}
