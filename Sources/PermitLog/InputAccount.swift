/// Why a row was left out of the log.
public enum RejectReason: String, Hashable, Sendable, CaseIterable {
    /// The row has fewer cells than the header.
    case shortRow = "short_row"
    /// The row has more cells than the header.
    case longRow = "long_row"
    /// The case id is empty, or the event's trace has no name.
    case emptyCase = "empty_case"
    /// The activity is empty.
    case emptyActivity = "empty_activity"
    /// The time is empty.
    case emptyTime = "empty_time"
    /// The time has no form that is read.
    case badTime = "bad_time"
    /// The time has the right form and names a date or time of day that does not exist.
    case impossibleDate = "impossible_date"
    /// The time is a date in numbers, and nothing says whether the day or the month comes first.
    case ambiguousDate = "ambiguous_date"
    /// The year lies outside 1900-2199.
    case timeOutOfRange = "time_out_of_range"
    /// The time has no offset and the caller asked for strictness.
    case timeWithoutZone = "time_without_zone"
    /// The text is not UTF-8.
    case notUTF8 = "not_utf8"
    /// The text holds a NUL byte.
    case nulByte = "nul_byte"
    /// A cell or a record is longer than is read.
    case fieldTooLong = "field_too_long"
    /// A quoted field is not closed.
    case unterminatedQuote = "unterminated_quote"
    /// The text is no JSON object.
    case badJSON = "bad_json"
    /// The column holds more different values than are told apart: some 16 million.
    case tooManyValues = "too_many_values"
    /// A row of a table of permits has no moment in any of the columns of events.
    case noEvent = "no_event"
}

/// Why a row was left out although nothing is wrong with it.
public enum IgnoreReason: String, Hashable, Sendable, CaseIterable {
    /// The line is blank.
    case blankLine = "blank_line"
    /// The profile says so.
    case skippedByProfile = "skipped_by_profile"
    /// A title above the header.
    case titleRow = "title_row"
    /// The numbers of the columns under the header.
    case columnNumbers = "column_numbers"
    /// The sum of the rows above.
    case totalsRow = "totals_row"
    /// A visit to the counter that was no application.
    case counterVisit = "counter_visit"
    /// A trial from before the work began.
    case beforeFirstDay = "before_first_day"
    /// The row does not complete its activity, and only rows that do were asked for.
    case lifecycle
}

/// A row that was left out, and why.
public struct Reject: Hashable, Sendable {
    /// The row's order in the log; see ``PartitionedLog/position(ofOrder:)``.
    public var order: UInt32
    /// The column of the offending cell; nil when the row as a whole is at fault.
    public var column: String?
    /// Why the row was left out.
    public var reason: RejectReason
    /// The beginning of the offending cell, never of another one.
    public var sample: String
}

/// How many rows have one reason.
public struct ReasonCount: Hashable, Sendable {
    /// The reason as a word.
    public var reason: String
    /// How many rows have it.
    public var count: Int

    /// Creates a count.
    public init(reason: String, count: Int) {
        self.reason = reason
        self.count = count
    }
}

/// How many cells of used rows could not be used, by column and reason.
public struct CellCount: Hashable, Sendable {
    /// The column's name.
    public var column: String
    /// The reason as a word.
    public var reason: String
    /// How many cells.
    public var count: Int

    /// Creates a count.
    public init(column: String, reason: String, count: Int) {
        self.column = column
        self.reason = reason
        self.count = count
    }
}

/// What came of a file whose columns widened the rows of others.
public struct JoinAccount: Hashable, Sendable {
    /// The file.
    public var file: String
    /// The profile by which it was read.
    public var profile: String
    /// Its rows.
    public var rows: Int
    /// Its rows without a key.
    public var keyless: Int
    /// Rows of the log for which it has one row.
    public var matched: Int
    /// Rows of the log for which it has none.
    public var unmatched: Int
    /// Rows of the log for which it has several that differ; the first was used.
    public var ambiguous: Int
    /// Its keys, each counted once, that no row of the log has.
    public var unused: Int
}

/// What became of every row: `rows` is always `used + rejected + ignored`.
public struct InputAccount: Hashable, Sendable {
    /// The files in the order of reading, as the caller named them.
    public var files: [String] = []
    /// Records of tables and `<event>` elements of XES files; headers are no rows, blank lines are.
    public var rows = 0
    /// Rows that are events of a case.
    public var used = 0
    /// Rows that cannot be events.
    public var rejected = 0
    /// Rows that are no records, or that the profile leaves out.
    public var ignored = 0
    /// Used rows that repeat activity and time of an earlier event of the case; counted by whoever organizes the log.
    public var duplicates = 0
    /// Events: as many as `used`, more where rows are permits with several dated columns.
    public var events = 0
    /// The rejected rows by reason, sorted by reason.
    public var rejections: [ReasonCount] = []
    /// The ignored rows by reason, sorted by reason.
    public var ignoredReasons: [ReasonCount] = []
    /// Bad cells in used rows, sorted by column and reason.
    public var cellsRejected: [CellCount] = []
    /// Used rows whose time has no offset and was read in the log's zone.
    public var stampsWithoutZone = 0
    /// Used rows whose time is a date.
    public var dateOnlyStamps = 0
    /// How often each word for a transition in the life of an activity was met, by word; empty where the log has none.
    public var transitions: [ReasonCount] = []
    /// Blank lines.
    public var blankLines = 0
    /// The files that widened the rows.
    public var joins: [JoinAccount] = []
    /// What is not as it should be, in the order of the catalogue.
    public var dirt: [DirtFinding] = []
    /// Rejected rows in the order of the log, up to a limit.
    public var rejects: [Reject] = []
    /// Rejected rows beyond the limit, which are counted and not listed.
    public var rejectsNotListed = 0

    /// Creates an account of nothing.
    public init() {}
}
