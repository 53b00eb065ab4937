extension ClockRun {
    /// The last day in time as it stood on a day: with the holidays through that day and none after it.
    ///
    /// A paused run is told as if it went on at a moment of that day; a stopped one as if it had gone on at its stop. The
    /// last day of a calendar-day limit that shifts is looked up in the calendar on that very day and not before.
    func lastDay(known day: Day, zone: Zone, views: CalendarViews) -> Day? {
        guard let limit else { return nil }
        if let breachedDeadline { return Self.lastDay(before: breachedDeadline, limit, zone) }
        guard limit.unit != .elapsed else { return elapsedDeadline.map { zone.day(of: $0) } }
        let left = min(max(limit.amount, 0), limit.largest) - closedDays
        switch limit.unit {
        case .calendarDays:
            let reached = markDay.advanced(by: max(0, left))
            return limit.shiftsOffHolidays && reached <= day
                ? views.calendar.firstWorkingDay(onOrAfter: reached) : reached
        default:
            return left > 0
                ? views.workingDay(number: left, after: markDay, known: max(day, markDay))
                : views.workingDay(number: 1, after: markDay.advanced(by: -1), known: max(day, markDay))
        }
    }

    /// The day on which a limit in calendar days ends before it is moved off a day off; nil for other limits.
    var reachedDay: Day? {
        guard let limit, limit.unit == .calendarDays, limit.shiftsOffHolidays, breachedDeadline == nil else {
            return nil
        }
        return markDay.advanced(by: max(0, min(max(limit.amount, 0), limit.largest) - closedDays))
    }

    /// The last day in time that a deadline stands for.
    static func lastDay(before deadline: Instant, _ limit: Limit, _ zone: Zone) -> Day {
        zone.day(of: deadline).advanced(by: limit.unit == .elapsed ? 0 : -1)
    }
}
