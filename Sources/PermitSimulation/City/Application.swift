public import PermitWorkflow
public import WorkingTime

/// What an applicant comes for: one permit, or a project with several that depend on each other.
public struct Application: Sendable {
    /// The permits, each after those that it waits for.
    public var stages: [Stage]
    /// The scales of the businesses; nil for those of the city.
    public var scales: WeightedChoice<String>?
    /// What else is drawn, once for all permits.
    public var facts: [DrawnFact]

    /// Whether several permits share a project number.
    public var isProject: Bool { stages.count > 1 }

    /// Creates a kind of application.
    ///
    /// - Parameters:
    ///   - stages: The permits, at least one, each after those that it waits for.
    ///   - scales: The scales of the businesses; nil for those of the city.
    ///   - facts: What else is drawn, once for all permits.
    public init(_ stages: [Stage], scales: WeightedChoice<String>? = nil, facts: [DrawnFact] = []) {
        precondition(!stages.isEmpty, "an application is for some permit")
        precondition(
            stages.enumerated().allSatisfy { place, stage in stage.waitsFor.allSatisfy { $0 < place } },
            "a permit waits for those before it"
        )
        self.stages = stages
        self.scales = scales
        self.facts = facts
    }

    /// An application for one permit.
    public init(
        _ type: String,
        known: FactValues = [:],
        scales: WeightedChoice<String>? = nil,
        facts: [DrawnFact] = []
    ) {
        self.init([Stage(type, known: known)], scales: scales, facts: facts)
    }

    /// A fact that is drawn.
    public struct DrawnFact: Sendable {
        /// The fact's name.
        public var name: String
        /// The values.
        public var choice: WeightedChoice<String>
        /// Whether the office notes it for every permit; else only where the permit's workflow has such a fact.
        public var isAlwaysKnown: Bool

        /// Creates a fact that is drawn.
        public init(_ name: String, _ choice: [(value: String, weight: Int)], isAlwaysKnown: Bool = false) {
            self.name = name
            self.choice = WeightedChoice(choice)
            self.isAlwaysKnown = isAlwaysKnown
        }
    }
}

/// One permit of an application.
public struct Stage: Sendable {
    /// The permit types, from a day of submission on; ascending.
    public var types: [(from: Day?, type: String)]
    /// What is known of this permit and not of the others of its project.
    public var known: FactValues
    /// What is drawn for this permit and not for the others of its project.
    public var facts: [Application.DrawnFact]
    /// Permits, by their place, that must have been granted before this one is submitted.
    public var waitsFor: [Int]
    /// After how many minutes of any day it is submitted: since the last grant that it waits for, else since the
    /// project began.
    public var delayMinutes: QuantileTable
    /// The share of projects that need it, in thousandths.
    public var perMille: Int

    /// Creates a permit whose type changes with the law.
    public init(
        _ types: [(from: Day?, type: String)],
        known: FactValues = [:],
        facts: [Application.DrawnFact] = [],
        waitsFor: [Int] = [],
        delayMinutes: QuantileTable = Stage.days(0, 1, 3, 7, 14, 40),
        perMille: Int = 1000
    ) {
        precondition(!types.isEmpty, "a permit has a type")
        self.types = types
        self.known = known
        self.facts = facts
        self.waitsFor = waitsFor
        self.delayMinutes = delayMinutes
        self.perMille = perMille
    }

    /// Creates a permit of one type.
    public init(
        _ type: String,
        known: FactValues = [:],
        facts: [Application.DrawnFact] = [],
        waitsFor: [Int] = [],
        delayMinutes: QuantileTable = Stage.days(0, 1, 3, 7, 14, 40),
        perMille: Int = 1000
    ) {
        self.init(
            [(from: nil, type: type)],
            known: known,
            facts: facts,
            waitsFor: waitsFor,
            delayMinutes: delayMinutes,
            perMille: perMille
        )
    }

    /// The type on a day of submission.
    public func type(on day: Day) -> String {
        (types.last { $0.from.map { $0 <= day } ?? true } ?? types[0]).type
    }

    /// What binds the permit to its workflow: its type and what is known of it alone.
    func binding(on day: Day) -> FactValues {
        var facts = known
        facts["permit_type"] = .text(type(on: day))
        return facts
    }

    /// A distribution in minutes, given by its quantiles in days.
    public static func days(
        _ least: Int,
        _ p25: Int,
        _ median: Int,
        _ p75: Int,
        _ p90: Int,
        _ most: Int
    ) -> QuantileTable {
        QuantileTable(
            least: least * 1440 + 10,
            p25: p25 * 1440 + 10,
            median: median * 1440 + 10,
            p75: p75 * 1440 + 10,
            p90: p90 * 1440 + 10,
            most: most * 1440 + 10
        )
    }
}
