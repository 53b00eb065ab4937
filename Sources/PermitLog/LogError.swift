/// Why a file could not be read as a log, or a log not be written.
public struct LogError: Error, Sendable, CustomStringConvertible {
    /// The kinds of faults.
    public struct Code: Hashable, Sendable {
        /// The code as a word, such as `truncated_gzip`.
        public let word: String

        /// There is no such file.
        public static let absent = Code(word: "absent")
        /// The file may not be read.
        public static let notPermitted = Code(word: "not_permitted")
        /// The path names a directory.
        public static let directory = Code(word: "directory")
        /// The file holds nothing.
        public static let empty = Code(word: "empty")
        /// The header lacks a column that a log needs.
        public static let noSuchColumns = Code(word: "no_such_columns")
        /// The gzip data ends in the middle.
        public static let truncatedGzip = Code(word: "truncated_gzip")
        /// The gzip data is damaged.
        public static let corruptGzip = Code(word: "corrupt_gzip")
        /// The XES text ends before `</log>`.
        public static let truncatedXES = Code(word: "truncated_xes")
        /// The XES text is not well-formed XML.
        public static let malformedXES = Code(word: "malformed_xes")
        /// The file is another format.
        public static let notALog = Code(word: "not_a_log")
        /// The text has an encoding that is not read.
        public static let encoding = Code(word: "encoding")
        /// A zip archive, a workbook or a page is damaged.
        public static let damaged = Code(word: "damaged")
        /// The file, unpacked, is larger than is read.
        public static let tooLarge = Code(word: "too_large")
        /// A column's dates can be read in two ways.
        public static let ambiguousDates = Code(word: "ambiguous_dates")
        /// The file is a table that holds no events, such as counts by month or a list of words.
        public static let noEvents = Code(word: "no_events")
        /// An object-centric log has several types of objects, or lacks the one that was named.
        public static let objectType = Code(word: "object_type")
        /// The log has more rows than can be numbered.
        public static let tooManyRows = Code(word: "too_many_rows")
        /// Two case ids have the same 64-bit hash.
        public static let caseHashCollision = Code(word: "case_hash_collision")
        /// The system failed to read.
        public static let readFailed = Code(word: "read_failed")
        /// The system failed to write.
        public static let writeFailed = Code(word: "write_failed")
    }

    /// What had been read when the fault was met.
    public struct ReadSoFar: Hashable, Sendable {
        /// Rows: lines with a record, or XES events.
        public var rows: Int
        /// Rows that are events of a case.
        public var events: Int
        /// Different cases among the events.
        public var cases: Int

        /// Creates the counts.
        public init(rows: Int, events: Int, cases: Int) {
            self.rows = rows
            self.events = events
            self.cases = cases
        }
    }

    /// The kind of fault.
    public var code: Code
    /// What happened and what would be accepted.
    public var message: String
    /// The system's or the library's own words.
    public var cause: String?
    /// Where the fault is.
    public var position: LogPosition?
    /// What had been read before; nil when reading had not begun.
    public var readSoFar: ReadSoFar?

    /// Creates an error.
    public init(
        _ code: Code,
        _ message: String,
        cause: String? = nil,
        position: LogPosition? = nil,
        readSoFar: ReadSoFar? = nil
    ) {
        self.code = code
        self.message = message
        self.cause = cause
        self.position = position
        self.readSoFar = readSoFar
    }

    /// The message with its place, cause and what was read before.
    public var description: String {
        var text = position.map { "\($0): " } ?? ""
        text += message
        if let cause { text += " (\(cause))" }
        if let read = readSoFar {
            text += "; read before: \(read.rows) rows, \(read.events) events, \(read.cases) cases"
        }
        return text
    }
}

/// A place in a log: a line of a CSV file, a row of a sheet, or an event of an XES file.
public struct LogPosition: Hashable, Sendable, CustomStringConvertible {
    /// What the numbers of a file's rows count.
    public enum Unit: String, Hashable, Sendable {
        /// Lines of a text.
        case line
        /// Rows of a sheet or of a table in a page.
        case row
        /// Events.
        case event
    }

    /// The file's name as the caller gave it.
    public var file: String
    /// The line, from 1, of a text table, or of an XES file where the fault is one of its text.
    public var line: Int?
    /// The number of the event, from 1, in an XES or object-centric file.
    public var event: Int?
    /// The number of the row, from 1, of a sheet or of a table in a page.
    public var row: Int?

    /// Creates a place.
    public init(file: String, line: Int? = nil, event: Int? = nil) {
        self.file = file
        self.line = line
        self.event = event
    }

    /// Creates the place of a row by its number.
    public init(file: String, _ unit: Unit, _ number: Int) {
        self.file = file
        switch unit {
        case .line: line = number
        case .row: row = number
        case .event: event = number
        }
    }

    /// `file:line`, `file: row n`, or `file: event n`.
    public var description: String {
        if let line { return "\(file):\(line)" }
        if let row { return "\(file): row \(row)" }
        return event.map { "\(file): event \($0)" } ?? file
    }
}
