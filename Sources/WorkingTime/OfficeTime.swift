/// A zone and a calendar: all that is needed to count an office's days.
public struct OfficeTime: Sendable {
    /// The zone whose days count.
    public let zone: Zone
    /// The calendar of working days.
    public let calendar: WorkCalendar

    /// Creates the pair.
    public init(zone: Zone, calendar: WorkCalendar) {
        self.zone = zone
        self.calendar = calendar
    }

    /// The working days between two moments.
    ///
    /// A working day counts when the first instant of its local day lies in `(start, end]`, so the day of `start`
    /// does not count, a date-only stamp and a stamp at ten count alike, and consecutive intervals add up.
    ///
    /// - Parameters:
    ///   - start: The moment from which days count, itself excluded.
    ///   - end: The moment through which days count.
    /// - Returns: Zero or more days; zero when `end` is not after `start`. Days outside the calendar's years are not
    ///   counted: see `coverageFault(from:to:)`.
    /// - Complexity: O(1).
    @inlinable
    public func workingDays(from start: Instant, to end: Instant) -> Int {
        calendar.workingDays(after: zone.day(of: start), through: zone.day(of: end))
    }

    /// The calendar days between two moments: local days whose first instant lies in `(start, end]`.
    @inlinable
    public func calendarDays(from start: Instant, to end: Instant) -> Int {
        max(0, zone.day(of: start).days(until: zone.day(of: end)))
    }

    /// The seconds between two moments that fall into the office hours of working days.
    ///
    /// Zero when `end` is not after `start`; days outside the calendar's years have no office hours.
    public func officeSeconds(from start: Instant, to end: Instant) -> Int64 {
        guard start < end else { return 0 }
        let first = zone.day(of: start)
        let last = zone.day(of: end)
        guard first < last else { return seconds(of: first, from: start, to: end) }
        return seconds(of: first, from: start, to: end)
            + Int64(calendar.officeMinutes(after: first, through: last.advanced(by: -1))) * 60
            + seconds(of: last, from: start, to: end)
    }

    /// The first year of a count between two moments that the calendar does not cover; nil when it covers all.
    @inlinable
    public func coverageFault(from start: Instant, to end: Instant) -> Int? {
        coverageFault(after: zone.day(of: start), through: zone.day(of: end))
    }

    /// The first uncovered year among the days d with `start < d <= end`.
    @inlinable
    func coverageFault(after start: Day, through end: Day) -> Int? {
        guard start < end else { return nil }
        if start.number >= calendar.firstDay.number - 1, end <= calendar.lastDay { return nil }
        return uncoveredYear(after: start)
    }

    @usableFromInline
    func uncoveredYear(after start: Day) -> Int {
        let first = start.advanced(by: 1)
        return calendar.covers(first) ? calendar.years.upperBound + 1 : first.components.year
    }

    private func seconds(of day: Day, from start: Instant, to end: Instant) -> Int64 {
        guard calendar.isCountedDay(day) else { return 0 }
        let week = calendar.definition.week(on: day)
        var microseconds: Int64 = 0
        for span in calendar.definition.officeHours.spans(weekday: day.weekday, in: week) {
            let opens = max(moment(day, minute: span.opens), start)
            let closes = min(moment(day, minute: span.closes), end)
            if opens < closes { microseconds += closes.microseconds - opens.microseconds }
        }
        return microseconds / 1_000_000
    }

    private func moment(_ day: Day, minute: Int) -> Instant {
        zone.instant(localMicroseconds: LocalTime.midnight(of: day) + Int64(minute) * 60_000_000)
    }
}
