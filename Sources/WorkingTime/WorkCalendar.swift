/// A calendar compiled for counting: every question about working days is a table look-up.
///
/// Days outside the years it covers are never working days, and counts stop at the edges; ask `covers` first, or use
/// `ClockRun.coverageFault`, where a figure would pretend.
public struct WorkCalendar: Sendable {
    /// One reference, so that handing a calendar on costs nothing worth counting.
    @usableFromInline let tables: CalendarTables

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
        tables = CalendarTables(definition)
    }

    /// The calendar as its file states it.
    public var definition: CalendarDefinition { tables.definition }

    /// The first covered day.
    @inlinable public var firstDay: Day { tables.firstDay }

    /// The last covered day.
    @inlinable public var lastDay: Day { tables.lastDay }

    /// The name by which reports and options know it.
    public var name: String { tables.definition.name }

    /// The years it covers.
    public var years: ClosedRange<Int> { tables.definition.years }

    /// Whether the calendar knows a day.
    @inlinable @inline(__always)
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
        return tables.prefix[index + 1] != tables.prefix[index]
    }

    /// The working days d with `start < d <= end`.
    ///
    /// - Returns: Zero when `end` is not after `start`; days outside the calendar's years are not counted.
    /// - Complexity: O(1).
    @inlinable @inline(__always)
    public func workingDays(after start: Day, through end: Day) -> Int {
        max(0, rank(end) - rank(start))
    }

    /// The working days from the first covered day through a day.
    @inlinable @inline(__always)
    func rank(_ day: Day) -> Int {
        Int(tables.prefix[min(max(firstDay.days(until: day) + 1, 0), tables.prefix.count - 1)])
    }

    /// The office minutes of the days d with `start < d <= end`; zero when `end` is not after `start`.
    @inlinable
    func officeMinutes(after start: Day, through end: Day) -> Int {
        let last = tables.minutePrefix.count - 1
        let from = min(max(firstDay.days(until: start) + 1, 0), last)
        let to = min(max(firstDay.days(until: end) + 1, 0), last)
        return max(0, Int(tables.minutePrefix[to]) - Int(tables.minutePrefix[from]))
    }

    /// The working day that is a number of working days after a day: the first one for 1.
    ///
    /// - Returns: Nil when the number is below 1, or the days up to the answer are not all covered.
    /// - Complexity: O(1).
    @inlinable
    public func workingDay(number: Int, after day: Day) -> Day? {
        guard number >= 1, number <= tables.workingDayNumbers.count, day.number >= firstDay.number - 1 else {
            return nil
        }
        let index = rank(day) + number - 1
        return index < tables.workingDayNumbers.count ? Day(number: tables.workingDayNumbers[index]) : nil
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
        tables.holidays(on: day)
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
}
