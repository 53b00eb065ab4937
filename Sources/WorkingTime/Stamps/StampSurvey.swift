/// Finds out how the cells of one column are written.
///
///     var survey = StampSurvey()
///     for cell in column { survey.note(cell.utf8) }
///     switch survey.verdict { ... }
///
/// The survey knows cells and no meanings: a column of five-digit codes from 30000 to 60000 looks like one of serials.
public struct StampSurvey: Sendable {
    /// What the cells are like.
    public struct Counts: Hashable, Sendable {
        /// All cells.
        public var cells = 0
        /// Blank cells and words for nothing; see ``NullWord``.
        public var nulls = 0
        /// Of these, words for nothing.
        public var nullWords = 0
        /// Cells that are neither null nor dates.
        public var unreadable = 0
        /// Of these, bare numbers.
        public var otherNumbers = 0
        /// Dates with the year first.
        public var yearFirst = 0
        /// Of these, dates with slashes, dots or blanks for dashes.
        public var looseSeparators = 0
        /// Numbers with the year last that can only have the day first: a first number above 12, or dots.
        public var dayFirst = 0
        /// Numbers with the year last that can only have the month first.
        public var monthFirst = 0
        /// Numbers with the year last that can be two dates.
        public var eitherOrder = 0
        /// Numbers with the year last whose day and month are the same number.
        public var sameNumber = 0
        /// Dates with a year of two digits, whatever their form.
        public var twoDigitYears = 0
        /// Dates with a month in words that is Indonesian and not English.
        public var indonesianWords = 0
        /// Dates with a month in words that is English and not Indonesian.
        public var englishWords = 0
        /// Dates with a month in words that both languages write so.
        public var sharedWords = 0
        /// Serial numbers of a spreadsheet.
        public var serials = 0
        /// Of these, days of the month up to 12.
        public var serialsUpTo12 = 0
        /// Seconds since 1970.
        public var epochSeconds = 0
        /// Milliseconds since 1970.
        public var epochMilliseconds = 0
        /// Dates of digits alone.
        public var compact = 0
        /// Dates without a time of day.
        public var dateOnly = 0
        /// Offsets of hours alone, as `+00`.
        public var hourOnlyOffsets = 0
        /// How many cells have an offset, by its seconds east of UTC.
        public var offsets: [Int: Int] = [:]

        /// Counts of no cell.
        public init() {}

        /// Numbers with the year last.
        public var numeric: Int { dayFirst + monthFirst + eitherOrder + sameNumber }
        /// Dates with a month in words.
        public var words: Int { indonesianWords + englishWords + sharedWords }
        /// Cells that can be dates.
        public var dates: Int { cells - nulls - unreadable }
    }

    /// How a column is written.
    public enum Verdict: Hashable, Sendable {
        /// The column holds no dates, or fewer than other texts.
        case none
        /// All its dates can be read so; cells that are none may remain, which `counts` says.
        case form(StampForm)
        /// Day or month may come first: no number above 12 tells. The forms are the two that it may be.
        case ambiguous([StampForm])
        /// Its cells contradict each other.
        case mixed(Contradiction)
    }

    /// What contradicts itself in a column.
    public struct Contradiction: Hashable, Sendable, CustomStringConvertible {
        /// What it is.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Some cells can only have the day first, others only the month.
            case bothOrders = "both_orders"
            /// All serials have days up to 12 and all texts have none: a spreadsheet set to the other order swapped
            /// day and month of what it could read as a date.
            case swappedSerials = "swapped_serials"
        }

        /// What it is.
        public var kind: Kind
        /// Cells on the one side: those with the day first, or the serials.
        public var first: Int
        /// Cells on the other side: those with the month first, or the texts.
        public var second: Int
        /// The form that most cells have.
        public var likely: StampForm

        /// What was found, in a few words.
        public var description: String {
            switch kind {
            case .bothOrders: "\(first) cells can only be dd/mm, \(second) only mm/dd"
            case .swappedSerials:
                "all \(first) serial numbers have days up to 12, all \(second) texts later ones: "
                    + "a spreadsheet swapped day and month"
            }
        }
    }

    /// What was noted.
    public private(set) var counts = Counts()

    /// Starts without cells.
    public init() {}

    /// Notes a cell.
    ///
    /// - Parameter cell: The cell as UTF-8, unquoted; blanks around the text are ignored.
    public mutating func note(_ cell: some Collection<UInt8>) { note(Array(cell).span) }

    /// Notes a cell.
    ///
    /// - Parameter cell: The cell as UTF-8, unquoted; blanks around the text are ignored.
    public mutating func note(_ cell: Span<UInt8>) {
        counts.cells += 1
        let scanner = CellScanner(cell)
        if scanner.isAtEnd {
            counts.nulls += 1
            return
        }
        do throws(StampFault) {
            let written = try WrittenStamp.recognized(cell, scanner)
            do throws(StampFault) {
                _ = try written.stamp(nil, in: .utc)
            } catch {
                guard error.code == .ambiguous else { throw error }
            }
            counts.note(written)
        } catch {
            if NullWord.contains(cell) {
                counts.nulls += 1
                counts.nullWords += 1
            } else {
                counts.unreadable += 1
                let digits = scanner.digits(cell)
                let next = scanner.peek(cell, digits)
                if digits > 0, digits == scanner.rest || (next == 0x2E || next == 0x2C) && digits > 2 {
                    counts.otherNumbers += 1
                }
            }
        }
    }

    /// Adds what another survey noted.
    public mutating func merge(_ other: StampSurvey) { counts.merge(other.counts) }
}

extension StampSurvey.Counts {
    mutating func note(_ written: WrittenStamp) {
        switch written.kind {
        case .yearFirst:
            yearFirst += 1
            if written.marks.contains(.looseSeparators) { looseSeparators += 1 }
        case .numeric: noteNumeric(written)
        case .words:
            switch (written.marks.contains(.indonesian), written.marks.contains(.english)) {
            case (true, false): indonesianWords += 1
            case (false, true): englishWords += 1
            default: sharedWords += 1
            }
        case .serial:
            serials += 1
            if written.day <= 12 { serialsUpTo12 += 1 }
        case .epochSeconds: epochSeconds += 1
        case .epochMilliseconds: epochMilliseconds += 1
        case .compact: compact += 1
        }
        if written.marks.contains(.twoDigitYear) { twoDigitYears += 1 }
        if written.marks.contains(.hourOnlyOffset) { hourOnlyOffsets += 1 }
        if written.time == nil, written.instant == nil { dateOnly += 1 }
        if let offset = written.offset { offsets[offset, default: 0] += 1 }
    }

    private mutating func noteNumeric(_ written: WrittenStamp) {
        if written.day == written.month {
            sameNumber += 1
        } else {
            switch written.provenOrder {
            case .dayMonth: dayFirst += 1
            case .monthDay: monthFirst += 1
            case nil: eitherOrder += 1
            }
        }
    }

    mutating func merge(_ other: StampSurvey.Counts) {
        let paths: [WritableKeyPath<StampSurvey.Counts, Int>] = [
            \.cells, \.nulls, \.nullWords, \.unreadable, \.otherNumbers, \.yearFirst, \.looseSeparators,
            \.dayFirst,
            \.monthFirst, \.eitherOrder, \.sameNumber, \.twoDigitYears, \.indonesianWords, \.englishWords,
            \.sharedWords, \.serials, \.serialsUpTo12, \.epochSeconds, \.epochMilliseconds, \.compact,
            \.dateOnly,
            \.hourOnlyOffsets,
        ]
        for path in paths { self[keyPath: path] += other[keyPath: path] }
        offsets.merge(other.offsets, uniquingKeysWith: +)
    }
}
