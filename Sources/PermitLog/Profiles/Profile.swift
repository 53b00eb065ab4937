public import WorkingTime

/// How to read one kind of export: its columns, words, dates and facts.
public struct Profile: Sendable, Equatable {
    /// Which columns hold what an event needs; of each list the first that the file has is used.
    public struct Columns: Sendable, Equatable {
        /// The columns of case ids.
        public var caseID: [String] = []
        /// The columns of activities.
        public var activity: [String] = []
        /// The columns of times.
        public var time: [String] = []
        /// The columns of resources.
        public var resource: [String] = []

        /// Creates columns that are all unknown.
        public init() {}
    }

    /// A moment in a permit's life that a column states.
    public enum Milestone: String, Sendable, CaseIterable {
        /// The application was handed in.
        case submitted
        /// The application was found complete.
        case complete
        /// The office answered for the first time.
        case firstResponse = "first_response"
        /// The permit was decided.
        case decided
    }

    /// A deadline that a column states.
    public struct Deadline: Sendable, Equatable {
        /// The columns, of which the first that the file has is used.
        public var columns: [String]
        /// What the deadline is called in reports.
        public var name: String

        /// Creates a deadline.
        public init(columns: [String], name: String) {
            self.columns = columns
            self.name = name
        }
    }

    /// The types of facts.
    public enum FactType: String, Sendable, CaseIterable {
        /// Any text.
        case text
        /// A number.
        case number
        /// A date or moment.
        case date
        /// `true` or `false`.
        case flag
    }

    /// Where a fact's value comes from.
    public enum FactSource: Sendable, Equatable {
        /// From columns, of which the first that the file has is used.
        case columns([String])
        /// The same for all permits.
        case value(String)
    }

    /// A fact about a permit.
    public struct Fact: Sendable, Equatable {
        /// The fact's name in workflows.
        public var name: String
        /// Where its value comes from.
        public var source: FactSource
        /// Its type.
        public var type: FactType
        /// The file's words and the values that they stand for.
        public var words: [String: String]

        /// Creates a fact.
        public init(name: String, source: FactSource, type: FactType = .text, words: [String: String] = [:]) {
            self.name = name
            self.source = source
            self.type = type
            self.words = words
        }
    }

    /// Which permits were handed in online.
    public struct Online: Sendable, Equatable {
        /// The fact that tells.
        public var fact: String
        /// Its values that mean online.
        public var values: [String]

        /// Creates the rule.
        public init(fact: String, values: [String]) {
            self.fact = fact
            self.values = values
        }
    }

    /// Where the outcome stands.
    public struct Outcome: Sendable, Equatable {
        /// The columns, of which the first that the file has is used.
        public var columns: [String]
        /// The file's words and the outcomes that they stand for.
        public var words: [String: String]

        /// Creates the rule.
        public init(columns: [String], words: [String: String]) {
            self.columns = columns
            self.words = words
        }
    }

    /// Rows to leave out.
    public struct Skip: Sendable, Equatable {
        /// The column that tells.
        public var column: String
        /// Its values that leave a row out.
        public var values: [String]

        /// Creates the rule.
        public init(column: String, values: [String]) {
            self.column = column
            self.values = values
        }
    }

    /// The profile's name.
    public var name: String
    /// Its title by language.
    public var title: [String: String] = [:]
    /// The columns that a file of this kind has, all of them.
    public var match: [String] = []
    /// Which columns hold what an event needs.
    public var columns = Columns()
    /// The zone of days and of stamps without offset.
    public var zone: Zone?
    /// The calendar's name.
    public var calendar: String?
    /// The language of the file's words.
    public var language: String?
    /// The columns of milestones.
    public var milestones: [Milestone: [String]] = [:]
    /// The deadline that the file states.
    public var deadline: Deadline?
    /// The facts, in the order of the file.
    public var facts: [Fact] = []
    /// Which permits were handed in online.
    public var online: Online?
    /// The file's words and their canonical terms.
    public var vocabulary: [String: String] = [:]
    /// Where the outcome stands.
    public var outcome: Outcome?
    /// The file's words for resources or roles and the roles of workflows.
    public var roles: [String: String] = [:]
    /// The column of roles; empty for the resource.
    public var roleColumns: [String] = []
    /// Rows to leave out.
    public var skip: Skip?
    /// Columns that are never kept or shown.
    public var personal: [String] = []

    /// Creates an empty profile.
    public init(name: String) { self.name = name }

    /// Whether a file with these columns is of this kind.
    public func matches(columns present: Set<String>) -> Bool {
        !match.isEmpty && match.allSatisfy(present.contains)
    }

    /// The lists of alternative columns that facts, milestones, deadline and outcome are read from.
    public var factColumns: [[String]] {
        var lists: [[String]] = Milestone.allCases.compactMap { milestones[$0] }
        if let deadline { lists.append(deadline.columns) }
        for fact in facts {
            if case .columns(let columns) = fact.source { lists.append(columns) }
        }
        if let outcome { lists.append(outcome.columns) }
        return lists
    }
}
