public import WorkingTime

/// How to read one kind of export: its columns, words, dates and facts.
public struct Profile: Sendable, Equatable {
    /// What a row of the file is.
    public enum Shape: String, Sendable, CaseIterable {
        /// An event of a permit.
        case events
        /// A permit, with a column for the date of each of its events.
        case permits
        /// Counts of permits, such as those of a month: no permit, no event.
        case counts
        /// A word of a list, with its meaning.
        case words
    }

    /// A column of a table of permits that holds the moment of an event.
    public struct RowEvent: Sendable, Equatable {
        /// The columns, of which the first that the file has is used.
        public var columns: [String]
        /// The event's activity.
        public var activity: String
        /// The columns of who did it, of which the first that the file has is used.
        public var resource: [String]
        /// Whether it is left out on a row whose partner in a joined file tells the permit's life.
        var givesWay = false

        /// Creates an event.
        public init(columns: [String], activity: String, resource: [String] = []) {
            self.columns = columns
            self.activity = activity
            self.resource = resource
        }
    }

    /// How the dates of a file are written; see `StampForm`.
    public struct Dates: Sendable, Equatable {
        /// The form of every date; nil where it is found out from the cells.
        public var form: String?
        /// The forms of single columns.
        public var columns: [String: String]

        /// Creates the rule.
        public init(form: String? = nil, columns: [String: String] = [:]) {
            self.form = form
            self.columns = columns
        }
    }

    /// Another file whose columns widen the rows of this one.
    public struct Join: Sendable, Equatable {
        /// The profile of the other file.
        public var profile: String
        /// The column of this file whose value is looked for; of several the first that the file has.
        public var column: [String]
        /// The column of the other file in which it is looked for.
        public var otherColumn: [String]

        /// Creates the rule.
        public init(profile: String, column: [String], otherColumn: [String]) {
            self.profile = profile
            self.column = column
            self.otherColumn = otherColumn
        }
    }
    /// Which columns hold what an event needs; of each list the first that the file has is used.
    public struct Columns: Sendable, Equatable {
        /// The columns of case ids.
        public var caseID: [String] = []
        /// The columns of activities.
        public var activity: [String] = []
        /// The columns of times.
        public var time: [String] = []
        /// The columns of the moments at which events began, where a row has two times.
        public var start: [String] = []
        /// The columns of transitions in the life of an activity.
        public var lifecycle: [String] = []
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
        /// The days that a column counts.
        public enum DayUnit: String, Sendable, CaseIterable {
            /// Working days of the calendar.
            case workingDays = "working_days"
            /// Every day.
            case calendarDays = "calendar_days"
        }

        /// A limit in days instead of a moment.
        public struct Days: Sendable, Equatable {
            /// The days that count.
            public var unit: DayUnit
            /// The milestone from which they count.
            public var from: Milestone

            /// Creates the rule.
            public init(unit: DayUnit, from: Milestone) {
                self.unit = unit
                self.from = from
            }
        }

        /// The columns, of which the first that the file has is used.
        public var columns: [String]
        /// How the column's number becomes a moment; nil where it holds a moment.
        public var days: Days?
        /// What the deadline is called in reports.
        public var name: String

        /// Creates a deadline.
        public init(columns: [String], name: String, days: Days? = nil) {
            self.columns = columns
            self.name = name
            self.days = days
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
    /// What a row of the file is.
    public var shape = Shape.events
    /// The columns of events, in the order of a permit's life; of a table of permits.
    public var events: [RowEvent] = []
    /// How dates are written.
    public var dates = Dates()
    /// The sheets of a workbook that are read; empty for all that match.
    public var sheets: [String] = []
    /// A row without a value in the first of these columns that the file has is a visit and no application.
    public var keep: [String] = []
    /// Rows whose first moment lies before this day are trials.
    public var firstDay: Day?
    /// Other files whose columns widen the rows of this one.
    public var joins: [Join] = []
    /// Milestones of which no office has confirmed that the column means them.
    public var unconfirmed: [Milestone] = []
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
    /// Columns that are not kept or shown unless that is asked for.
    public var personal: [String] = []
    /// Columns of business numbers (NIB), of which the last four digits are shown.
    public var nib: [String] = []
    /// Columns that would be personal or business numbers, and are kept and shown because that was asked for.
    public internal(set) var personalKept: [String] = []

    /// Creates an empty profile.
    public init(name: String) { self.name = name }

    /// Whether a file with these columns is of this kind; names are compared as ``ColumnName`` does.
    public func matches(columns present: Set<String>) -> Bool { matches(ColumnSet(present)) }

    func matches(_ columns: ColumnSet) -> Bool { !match.isEmpty && match.allSatisfy(columns.contains) }

    /// The lists of alternative columns of moments beside those of events: milestones, and a deadline that is a moment.
    var dateColumns: [[String]] {
        let deadlines = deadline.map { $0.days == nil ? [$0.columns] : [] } ?? []
        return Milestone.allCases.compactMap { milestones[$0] } + deadlines
    }

    /// Whether a row tells a permit's life from its submission on, so that another file's account of it gives way.
    var tellsLives: Bool { shape == .permits && !events.isEmpty && milestones[.submitted] != nil }

    /// Columns of milestones and of the outcome behind the first: a row that has nothing there may have it here.
    public var furtherColumns: [String] {
        Milestone.allCases.flatMap { (milestones[$0] ?? []).dropFirst() }
            + (outcome?.columns ?? []).dropFirst()
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
