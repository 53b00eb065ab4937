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
    /// Blank lines, and rows that the profile leaves out.
    public var ignored = 0
    /// Used rows that repeat activity and time of an earlier event of the case; counted by whoever organizes the log.
    public var duplicates = 0
    /// Events, the same as `used`.
    public var events: Int { used }
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
    /// Blank lines.
    public var blankLines = 0
    /// What is not as it should be, in the order of the catalogue.
    public var dirt: [DirtFinding] = []
    /// Rejected rows in the order of the log, up to a limit.
    public var rejects: [Reject] = []
    /// Rejected rows beyond the limit, which are counted and not listed.
    public var rejectsNotListed = 0

    /// Creates an account of nothing.
    public init() {}
}
