/// How long a clock may run.
public struct Limit: Hashable, Sendable {
    /// What is counted.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Working days of the calendar.
        case workingDays = "working_days"
        /// Every day.
        case calendarDays = "calendar_days"
        /// Running time, to the microsecond; for foreign systems.
        case elapsed
    }

    /// The number of days, or of seconds for `elapsed`.
    public var amount: Int
    /// What is counted.
    public var unit: Unit
    /// Whether the day of a start counts, when it is a counting day and the run starts unpaused.
    public var includesFirstDay: Bool
    /// Whether a calendar-day deadline on a day off moves to the next working day that ends while the clock runs.
    public var shiftsOffHolidays: Bool

    /// Creates a limit.
    public init(amount: Int, unit: Unit, includesFirstDay: Bool = false, shiftsOffHolidays: Bool = false) {
        self.amount = amount
        self.unit = unit
        self.includesFirstDay = includesFirstDay
        self.shiftsOffHolidays = shiftsOffHolidays
    }

    /// Reads `5wd` (working days), `7d` (calendar days), `36h`, `90m` or `30s` (running time); nil for another form.
    public init?(_ text: some StringProtocol) {
        let digits = text.prefix { $0.isASCII && $0.isWholeNumber }
        guard let number = Int(digits), number <= Self.largestAmount else { return nil }
        switch text.dropFirst(digits.count) {
        case "wd": self.init(amount: number, unit: .workingDays)
        case "d": self.init(amount: number, unit: .calendarDays)
        case "h": self.init(amount: number * 3600, unit: .elapsed)
        case "m": self.init(amount: number * 60, unit: .elapsed)
        case "s": self.init(amount: number, unit: .elapsed)
        default: return nil
        }
    }

    /// Days or seconds beyond this are no limit that anyone could mean: 300 years.
    @usableFromInline var largest: Int { unit == .elapsed ? 9_467_280_000 : 109_575 }
    private static let largestAmount = 10_000_000

    /// What is wrong with the limit, and what would be accepted; nil when nothing is.
    public var fault: String? {
        if amount < 0 { return "a limit is zero or more, not \(amount)" }
        if amount > largest {
            return "a limit is at most 300 years, not \(amount) \(unit == .elapsed ? "seconds" : "days")"
        }
        if includesFirstDay, unit == .elapsed { return "an elapsed limit has no first day to include" }
        if includesFirstDay, amount == 0 {
            return "a limit that includes the first day is at least one day, not 0"
        }
        if shiftsOffHolidays, unit != .calendarDays {
            return "only a calendar_days limit can shift off holidays"
        }
        return nil
    }
}
