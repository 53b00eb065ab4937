/// A calendar compiled for counting: every question about working days is a table look-up.
///
/// Days outside the years it covers are never working days, and counts stop at the edges; ask `covers` first, or use
/// `ClockRun.coverageFault`, where a figure would pretend.
public struct WorkCalendar: Sendable {
    /// The calendar as its file states it.
    public let definition: CalendarDefinition
    /// The first covered day.
    public let firstDay: Day
    /// The last covered day.
    public let lastDay: Day
    /// Working days among the first n covered days, at index n.
    @usableFromInline let prefix: [Int32]
    /// The day number of each working day, in order.
    @usableFromInline let workingDayNumbers: [Int32]
    /// Office minutes among the first n covered days, at index n.
    @usableFromInline let minutePrefix: [Int32]
    /// The holidays of the final view, sorted by date.
    private let holidays: [Holiday]

    /// Monday to Friday without holidays, 1900 to 2199: for logs of other countries.
    public static let weekdays = WorkCalendar(
        CalendarDefinition(
            name: "weekdays",
            title: ["id": "Senin sampai Jumat, tanpa hari libur", "en": "Monday to Friday, no holidays"],
            years: 1900...2199
        )
    )

    /// Compiles a calendar.
    ///
    /// - Precondition: The years lie within 1...9998, as `CalendarDefinition.read` ensures.
    public init(_ definition: CalendarDefinition) {
        guard let first = Day(year: definition.years.lowerBound, month: 1, day: 1),
            let last = Day(year: definition.years.upperBound, month: 12, day: 31)
        else { preconditionFailure("a calendar's years are checked when it is read") }
        self.definition = definition
        (firstDay, lastDay) = (first, last)
        holidays = definition.holidays.filter { $0.revokedOn == nil }
        let closed = Set(
            holidays.lazy.filter { $0.kind != .jointLeave || !definition.jointLeaveWorked }.map(\.day)
        )
        var tables = Tables(capacity: first.days(until: last) + 1)
        for number in first.number...last.number {
            let day = Day(number: number)
            let week = definition.week(on: day)
            let isWorked = week.works(weekday: day.weekday) && !closed.contains(day)
            let minutes = isWorked ? definition.officeHours.minutes(weekday: day.weekday, in: week) : 0
            tables.append(day, isWorked: isWorked, minutes: minutes)
        }
        (prefix, workingDayNumbers, minutePrefix) = (tables.prefix, tables.numbers, tables.minutes)
    }

    /// The name by which reports and options know it.
    public var name: String { definition.name }

    /// The years it covers.
    public var years: ClosedRange<Int> { definition.years }

    /// Whether the calendar knows a day.
    @inlinable
    public func covers(_ day: Day) -> Bool { day >= firstDay && day <= lastDay }

    /// Whether offices work on a day.
    ///
    /// - Precondition: The calendar covers the day.
    @inlinable
    public func isWorkingDay(_ day: Day) -> Bool {
        precondition(covers(day), "ask covers(_:) first: outside its years a calendar knows nothing")
        return isCountedDay(day)
    }

    /// Whether offices work on a day; false outside the years.
    @inlinable
    func isCountedDay(_ day: Day) -> Bool {
        guard covers(day) else { return false }
        let index = firstDay.days(until: day)
        return prefix[index + 1] != prefix[index]
    }

    /// The working days d with `start < d <= end`.
    ///
    /// - Returns: Zero when `end` is not after `start`; days outside the calendar's years are not counted.
    /// - Complexity: O(1).
    @inlinable
    public func workingDays(after start: Day, through end: Day) -> Int {
        max(0, rank(end) - rank(start))
    }

    /// The working days from the first covered day through a day.
    @inlinable
    func rank(_ day: Day) -> Int {
        Int(prefix[min(max(firstDay.days(until: day) + 1, 0), prefix.count - 1)])
    }

    /// The office minutes of the days d with `start < d <= end`; zero when `end` is not after `start`.
    @inlinable
    func officeMinutes(after start: Day, through end: Day) -> Int {
        let last = minutePrefix.count - 1
        let from = min(max(firstDay.days(until: start) + 1, 0), last)
        let to = min(max(firstDay.days(until: end) + 1, 0), last)
        return max(0, Int(minutePrefix[to]) - Int(minutePrefix[from]))
    }

    /// The working day that is a number of working days after a day: the first one for 1.
    ///
    /// - Returns: Nil when the number is below 1, or the days up to the answer are not all covered.
    /// - Complexity: O(1).
    @inlinable
    public func workingDay(number: Int, after day: Day) -> Day? {
        guard number >= 1, number <= workingDayNumbers.count, day.number >= firstDay.number - 1 else {
            return nil
        }
        let index = rank(day) + number - 1
        return index < workingDayNumbers.count ? Day(number: workingDayNumbers[index]) : nil
    }

    /// The first working day that is not before a day.
    ///
    /// - Returns: Nil when the days up to the answer are not all covered.
    /// - Complexity: O(1).
    @inlinable
    public func firstWorkingDay(onOrAfter day: Day) -> Day? {
        guard covers(day) else { return nil }
        return workingDay(number: 1, after: day.advanced(by: -1))
    }

    /// The holidays of a day in the final view, also those that fall on a weekend and joint leave that is worked.
    public func holidays(on day: Day) -> [Holiday] {
        var low = 0
        var high = holidays.count
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return Array(holidays[low...].prefix { $0.day == day })
    }

    /// The calendar with one working week throughout.
    public func settingWeek(_ week: WorkingWeek) -> WorkCalendar {
        var changed = definition
        changed.weeks = [WeekPeriod(from: firstDay, week: week)]
        return WorkCalendar(changed)
    }

    /// The calendar with joint leave worked or not.
    public func settingJointLeaveWorked(_ isWorked: Bool) -> WorkCalendar {
        var changed = definition
        changed.jointLeaveWorked = isWorked
        return WorkCalendar(changed)
    }

    /// The tables while they grow.
    private struct Tables {
        var prefix: [Int32] = [0]
        var numbers: [Int32] = []
        var minutes: [Int32] = [0]

        init(capacity: Int) {
            prefix.reserveCapacity(capacity + 1)
            minutes.reserveCapacity(capacity + 1)
        }

        mutating func append(_ day: Day, isWorked: Bool, minutes added: Int) {
            prefix.append(prefix[prefix.count - 1] + (isWorked ? 1 : 0))
            minutes.append(minutes[minutes.count - 1] + Int32(added))
            if isWorked { numbers.append(day.number) }
        }
    }
}
