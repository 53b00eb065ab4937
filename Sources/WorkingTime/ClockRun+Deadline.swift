extension ClockRun {
    /// A moment within 70,000 years of 1970, so that differences of moments cannot overflow.
    static func bounded(_ moment: Instant) -> Instant {
        Instant(microseconds: min(max(moment.microseconds, -1 << 61), 1 << 61))
    }

    /// The last day in time when the clock runs from the mark on without end.
    ///
    /// Nil without a limit, for an elapsed limit, or where the calendar does not reach.
    func lastDay(office: OfficeTime) -> Day? {
        guard let limit, limit.unit != .elapsed else { return nil }
        let left = amount(of: limit) - closedDays
        if limit.unit == .calendarDays {
            let reached = markDay.advanced(by: max(0, left))
            return limit.shiftsOffHolidays ? office.calendar.firstWorkingDay(onOrAfter: reached) : reached
        }
        return left > 0
            ? office.calendar.workingDay(number: left, after: markDay)
            : office.calendar.firstWorkingDay(onOrAfter: markDay)
    }

    /// The deadline that goes with a last day, or that of an elapsed limit.
    func deadline(last: Day?, office: OfficeTime) -> Instant? {
        guard let last else { return elapsedDeadline }
        return office.zone.start(of: last.advanced(by: 1))
    }

    /// The moment at which running time reaches an elapsed limit when the clock runs from the mark on.
    var elapsedDeadline: Instant? {
        guard let limit, limit.unit == .elapsed else { return nil }
        let left = max(0, Int64(amount(of: limit)) * 1_000_000 - closedMicroseconds)
        return Instant(microseconds: mark.microseconds + left)
    }

    /// The days that this run counts after the mark's day through another.
    func countingDays(through end: Day, calendar: WorkCalendar) -> Int {
        limit?.unit == .calendarDays
            ? max(0, markDay.days(until: end)) : calendar.workingDays(after: markDay, through: end)
    }

    /// The first uncovered year that the interval from the mark on needs, for its count and for judging whether it
    /// passed a deadline by the end of a day's beginning.
    func intervalFault(through end: Day, last: Day?, office: OfficeTime) -> Int? {
        let needsCalendar = limit == nil || limit?.unit == .workingDays
        if needsCalendar, let year = office.coverageFault(after: markDay, through: end) { return year }
        guard last == nil, breachedDeadline == nil, let first = firstNeededDay, first < end,
            !office.calendar.covers(first)
        else { return nil }
        return first.components.year
    }

    /// The year for which a deadline could not be found; nil when it needs no calendar.
    func projectionFault(office: OfficeTime) -> Int? {
        guard let first = firstNeededDay else { return nil }
        return office.calendar.covers(first) ? office.calendar.years.upperBound + 1 : first.components.year
    }

    /// The first day that a deadline looks up in the calendar; nil when it looks up none.
    private var firstNeededDay: Day? {
        guard let limit, limit.unit != .elapsed else { return nil }
        let left = max(0, amount(of: limit) - closedDays)
        if limit.unit == .workingDays { return left > 0 ? markDay.advanced(by: 1) : markDay }
        return limit.shiftsOffHolidays ? markDay.advanced(by: left) : nil
    }

    /// The limit's amount, within what anyone could mean, so that arithmetic on it cannot overflow.
    private func amount(of limit: Limit) -> Int { min(max(limit.amount, 0), limit.largest) }
}
