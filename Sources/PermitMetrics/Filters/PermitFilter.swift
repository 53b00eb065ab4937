/// Says which permits of a log are counted, or which of their events.
///
/// Every filter looks at the events before the data cut. An activity is named by the log's word for it, or by the
/// canonical term that the word stands for.
public enum PermitFilter: Hashable, Sendable {
    /// How two values are compared.
    public enum Relation: String, Sendable, CaseIterable {
        case equals = "="
        case differs = "!="
        case isBelow = "<"
        case isAtMost = "<="
        case isAbove = ">"
        case isAtLeast = ">="
        case isIn = "in"
        case isEmpty = "is empty"
        case isNotEmpty = "is not empty"
    }

    /// A condition on a fact or a column.
    public struct Condition: Hashable, Sendable {
        /// The fact's or the column's name.
        public var key: String
        /// How its value is compared.
        public var relation: Relation
        /// With what: several values for ``Relation/isIn``, none for the empty ones.
        public var values: [String]

        /// Creates a condition.
        public init(key: String, relation: Relation, values: [String]) {
            self.key = key
            self.relation = relation
            self.values = values
        }
    }

    /// One activity of a path.
    public struct Step: Hashable, Sendable {
        /// The activity.
        public var activity: String
        /// Whether it follows the one before it directly; otherwise anything may lie between.
        public var isDirect: Bool

        /// Creates a step.
        public init(activity: String, isDirect: Bool) {
            self.activity = activity
            self.isDirect = isDirect
        }
    }

    /// How many variants are kept.
    public enum VariantShare: Hashable, Sendable {
        /// The commonest that together are this percentage of the permits, above 0 and at most 100.
        case percent(Double)
        /// So many of the commonest.
        case count(Int)
    }

    /// A length of time with its unit.
    public struct Length: Hashable, Sendable {
        /// The units.
        public enum Unit: String, Sendable, CaseIterable {
            case seconds = "s"
            case hours = "h"
            /// Days of 24 hours.
            case days = "d"
            /// Working days of the calendar.
            case workingDays = "wd"
        }

        /// How many, not negative.
        public var amount: Double
        /// Of what.
        public var unit: Unit

        /// Creates a length.
        public init(_ amount: Double, _ unit: Unit) {
            self.amount = amount
            self.unit = unit
        }
    }

    /// How permits lie to a window of time.
    public enum WindowRule: String, Sendable, CaseIterable {
        /// All events lie in it.
        case contained
        /// The span from the first event to the last touches it.
        case intersecting
        /// The first event lies in it.
        case started
        /// The last event lies in it.
        case ended
        /// Events outside are cut off; a permit without any inside is left out.
        case trimmed
    }

    /// A permit whose fact or column meets a condition.
    case value(Condition)
    /// A permit whose first event is one of these activities, parted by commas.
    case start(String)
    /// A permit whose last event before the cut is one of these activities, parted by commas.
    case end(String)
    /// A permit with one of these activities, parted by commas.
    case has(String)
    /// A permit with none of these activities, parted by commas.
    case hasNot(String)
    /// A permit whose events follow a path.
    case path([Step])
    /// A permit whose span from first to last event lies between two lengths, both included.
    case duration(shortest: Length?, longest: Length?)
    /// A permit that lies so to a window from a moment until another, the second excluded; each a date or a moment in
    /// ISO 8601.
    case window(from: String?, until: String?, WindowRule)
    /// A permit whose sequence of activities is among the commonest, of equals all.
    case variants(VariantShare)

    /// A permit with this value of a fact or column.
    public init(key: String, value: String) {
        self = .value(Condition(key: key, relation: .equals, values: [value]))
    }

    /// The fact or column that is looked at; nil for filters that look at activities and times.
    public var key: String? {
        if case .value(let condition) = self { return condition.key }
        return nil
    }

    /// The place among other filters: windows before conditions before activities before durations before variants.
    var rank: Int {
        switch self {
        case .window: 0
        case .value: 1
        case .start: 2
        case .end: 3
        case .has: 4
        case .hasNot: 5
        case .path: 6
        case .duration: 7
        case .variants: 8
        }
    }
}

/// What a filter left out.
public struct FilterAccount: Hashable, Sendable {
    /// The filter as an option of the command line.
    public var filter: String
    /// The permits that it left out.
    public var casesRemoved: Int
    /// The events that it left out, those of the permits and those outside a window.
    public var eventsRemoved: Int

    /// Creates an account.
    public init(filter: String, casesRemoved: Int, eventsRemoved: Int) {
        self.filter = filter
        self.casesRemoved = casesRemoved
        self.eventsRemoved = eventsRemoved
    }
}
