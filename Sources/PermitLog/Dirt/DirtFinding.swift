/// Something about a file or a log that is not as it should be, or that changes what its figures mean.
public struct DirtFinding: Hashable, Sendable {
    /// What was found: the catalogue of dirt that exports of real offices have.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The file begins with a byte order mark, which is no part of the first column's name.
        case byteOrderMark = "byte_order_mark"
        /// The lines end in a bare CR.
        case bareCarriageReturns = "bare_carriage_returns"
        /// Cells are parted by something else than commas.
        case otherDelimiter = "other_delimiter"
        /// A column's dates are numbers whose order (day or month first) or century had to be found out or told.
        case numericDates = "numeric_dates"
        /// Months are written as words, in one language or in several.
        case monthWords = "month_words"
        /// Dates are serial numbers of a spreadsheet.
        case serialDates = "serial_dates"
        /// Times are seconds or milliseconds since 1970.
        case epochTimes = "epoch_times"
        /// Times carry several offsets and are compared as instants.
        case mixedOffsets = "mixed_offsets"
        /// The hours of work jump from one week on: the clock was changed.
        case shiftedClock = "shifted_clock"
        /// Offsets are hours alone, or dates have slashes: `2024/10/03 00:00:00+00`.
        case loosePunctuation = "loose_punctuation"
        /// Cells hold a word for nothing: `-`, `NULL`, `0000-00-00`.
        case nullWords = "null_words"
        /// A column that a profile names is empty from the first row to the last.
        case emptyColumn = "empty_column"
        /// Permits end before they begin.
        case negativeDurations = "negative_durations"
        /// Two columns of dates are the same in nearly all rows: one was copied from the other.
        case copiedColumns = "copied_columns"
        /// Permits begin and end at the same moment or day.
        case instantPermits = "instant_permits"
        /// Permits have a final status and no date for it.
        case undatedEnds = "undated_ends"
        /// The status of permits and their dates say different things.
        case statusAgainstDates = "status_against_dates"
        /// Permits have a later milestone and lack an earlier one.
        case skippedMilestones = "skipped_milestones"
        /// Rows are visits to the counter and no applications.
        case counterVisits = "counter_visits"
        /// An id stands in several rows: repeated rows, or revisions of one permit.
        case repeatedIDs = "repeated_ids"
        /// The same applicant was entered again within minutes under another id.
        case reenteredApplicants = "reentered_applicants"
        /// The first rows are trials from before the work began.
        case testRows = "test_rows"
        /// A value is spelled in several ways that differ in case and blanks alone.
        case spellings = "spellings"
        /// Rows that are no records: titles, numbers of columns, totals.
        case notRecords = "not_records"
        /// Ids became numbers: `220070946.0`, `1.23E+12`, or have blanks around them.
        case damagedIDs = "damaged_ids"
        /// All permits are issued: those that were refused or are still open are not in the file.
        case issuedOnly = "issued_only"
        /// An id that should carry a moment does not.
        case malformedIDs = "malformed_ids"
        /// Working days of the calendar on which nothing happened, or days off on which much did.
        case calendarDoubts = "calendar_doubts"
        /// What the format had to leave out: sheets, comments, formula errors, unknown keys.
        case leftOut = "left_out"
    }

    /// What was found.
    public var kind: Kind
    /// The file, where it is of one of several.
    public var file: String?
    /// The column, where it is of one.
    public var column: String?
    /// How many rows, cells or permits it concerns.
    public var count: Int
    /// Of how many; nil where that says nothing.
    public var total: Int?
    /// What exactly, in a few English words or in the file's own: a form, two spellings, a span of days.
    ///
    /// It is never a personal value.
    public var detail: String
    /// Where the first ones are, at most five.
    public var places: [LogPosition]

    /// Creates a finding.
    public init(
        _ kind: Kind,
        file: String? = nil,
        column: String? = nil,
        count: Int,
        of total: Int? = nil,
        detail: String = "",
        places: [LogPosition] = []
    ) {
        self.kind = kind
        self.file = file
        self.column = column
        self.count = count
        self.total = total
        self.detail = detail
        self.places = Array(places.prefix(5))
    }
}
