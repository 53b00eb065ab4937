/// A text that is no date, with the reason alone.
struct StampFault: Error {
    var code: StampError.Code

    static let malformed = StampFault(code: .malformed)
    static let noSuchDate = StampFault(code: .noSuchDate)
    static let outOfRange = StampFault(code: .outOfRange)
    static let ambiguous = StampFault(code: .ambiguous)
    static let empty = StampFault(code: .empty)
}

/// Which of the numbers of a date comes first, where the year comes last.
enum NumberOrder: Hashable, Sendable {
    case dayMonth
    case monthDay
}

/// What a cell says about a time, before it is looked up in a calendar.
struct WrittenStamp {
    /// How it was written.
    enum Kind: Hashable, Sendable {
        case yearFirst, numeric, words, serial, epochSeconds, epochMilliseconds, compact
    }

    /// What a survey wants to know of it.
    struct Marks: OptionSet, Sendable {
        var rawValue: UInt16

        static let looseSeparators = Marks(rawValue: 1)
        static let hourOnlyOffset = Marks(rawValue: 2)
        static let twoDigitYear = Marks(rawValue: 4)
        static let dots = Marks(rawValue: 8)
        static let indonesian = Marks(rawValue: 16)
        static let english = Marks(rawValue: 32)
    }

    var kind: Kind
    var year = 0
    /// The month; of a numeric date with the year last, the second number.
    var month = 0
    /// The day of the month; of a numeric date with the year last, the first number.
    var day = 0
    /// Microseconds of the wall clock since midnight; nil for a date without a time.
    var time: Int64?
    /// Seconds east of UTC, where the text says so.
    var offset: Int?
    /// The moment itself, of seconds since 1970.
    var instant: Int64?
    var marks: Marks = []

    init(_ kind: Kind) { self.kind = kind }

    /// Takes a year of two or four digits.
    ///
    /// Two digits from 00 to 79 are of this century, 80 to 99 of the last one: permits are not registered decades
    /// ahead, and hardly any register of theirs begins before 1980.
    mutating func setYear(_ number: Int, digits: Int) throws(StampFault) {
        switch digits {
        case 4: year = number
        case 2:
            year = number < 80 ? 2000 + number : 1900 + number
            marks.insert(.twoDigitYear)
        default: throw .malformed
        }
    }

    /// The order of the numbers that the text alone proves; nil when both are possible and differ.
    var provenOrder: NumberOrder? {
        if marks.contains(.dots) || day > 12 || day == month { return .dayMonth }
        return month > 12 ? .monthDay : nil
    }

    /// The point in time.
    ///
    /// - Parameters:
    ///   - order: How the numbers of a numeric date stand; nil where the text alone must prove it.
    ///   - zone: The zone of a text without an offset.
    /// - Returns: The stamp.
    /// - Throws: The reason why there is none.
    func stamp(_ order: NumberOrder?, in zone: Zone) throws(StampFault) -> Stamp {
        if let instant {
            guard WrittenStamp.moments.contains(instant) else { throw .outOfRange }
            return Stamp(instant: Instant(microseconds: instant))
        }
        guard Stamp.years.contains(year) else { throw .outOfRange }
        var (month, day) = (month, day)
        if kind == .numeric {
            guard let order = order ?? provenOrder else { throw .ambiguous }
            if order == .monthDay { swap(&month, &day) }
        }
        guard let date = Day(year: year, month: month, day: day) else { throw .noSuchDate }
        guard let time else { return Stamp(instant: zone.start(of: date), isDateOnly: true, hasZone: false) }
        guard time != WrittenStamp.noSuchTime else { throw .noSuchDate }
        let local = LocalTime.midnight(of: date) + time
        guard let offset else {
            return Stamp(instant: zone.instant(localMicroseconds: local), hasZone: false)
        }
        return Stamp(instant: Instant(microseconds: local - Int64(offset) * 1_000_000))
    }

    /// The moments of the accepted years, in UTC.
    private static let moments: Range<Int64> = {
        let days = [Stamp.years.lowerBound, Stamp.years.upperBound + 1]
            .map { Day(year: $0, month: 1, day: 1).map(LocalTime.midnight) ?? 0 }
        return days[0]..<days[1]
    }()
}
