import WorkingTime

/// The counting rules written out as a loop over days: no prefix sums, nothing kept between questions.
struct SlowClock {
    /// A time during which the clock ran: `(start, end]`, without end while it runs.
    struct Interval {
        var start: Instant
        var end: Instant?

        func contains(_ moment: Instant) -> Bool {
            guard start < moment else { return false }
            guard let end else { return true }
            return moment <= end
        }
    }

    let limit: Limit
    let zone: Zone
    let isWorkingDay: (Day) -> Bool
    let startedAt: Instant
    let startedPaused: Bool
    var intervals: [Interval]

    init(limit: Limit, zone: Zone, startedAt: Instant, paused: Bool, isWorkingDay: @escaping (Day) -> Bool) {
        self.limit = limit
        self.zone = zone
        self.isWorkingDay = isWorkingDay
        self.startedAt = startedAt
        startedPaused = paused
        intervals = paused ? [] : [Interval(start: startedAt, end: nil)]
    }

    var runs: Bool { intervals.last.map { $0.end == nil } ?? false }

    mutating func pause(at moment: Instant) {
        if runs { intervals[intervals.count - 1].end = moment }
    }

    mutating func resume(at moment: Instant) {
        if !runs { intervals.append(Interval(start: moment, end: nil)) }
    }

    /// The clock as it would be had it been cut off at a moment.
    func cut(at moment: Instant) -> SlowClock {
        var copy = self
        copy.pause(at: moment)
        return copy
    }

    /// The first day, found by walking: the last day that had begun.
    private var firstDay: Day {
        var day = Day(number: Int32(startedAt.microseconds / 86_400_000_000) - 2)
        while zone.start(of: day.advanced(by: 1)) <= startedAt { day = day.advanced(by: 1) }
        return day
    }

    private func counts(_ day: Day) -> Bool { limit.unit == .calendarDays || isWorkingDay(day) }

    /// Walks day by day until the limit is reached at the end of a day at which the clock runs.
    func deadline() -> Instant? {
        if limit.unit == .elapsed { return elapsedDeadline() }
        var day = firstDay
        var consumed = limit.includesFirstDay && !startedPaused && counts(day) ? 1 : 0
        for _ in 0..<500 {
            let end = zone.start(of: day.advanced(by: 1))
            let isCandidate = limit.unit == .calendarDays && !limit.shiftsOffHolidays || isWorkingDay(day)
            if !runs, intervals.allSatisfy({ $0.end.map { $0 < end } ?? false }) { return nil }
            if isCandidate, consumed >= limit.amount, intervals.contains(where: { $0.contains(end) }) {
                return end
            }
            day = day.advanced(by: 1)
            if counts(day), intervals.contains(where: { $0.contains(zone.start(of: day)) }) { consumed += 1 }
        }
        return nil
    }

    private func elapsedDeadline() -> Instant? {
        var left = Int64(limit.amount) * 1_000_000
        for interval in intervals {
            let due = Instant(microseconds: interval.start.microseconds + left)
            guard let end = interval.end else { return due }
            if due < end { return due }
            left -= end.microseconds - interval.start.microseconds
        }
        return nil
    }

    /// The days counted whose first instants lie in running intervals, up to a moment.
    func consumed(asOf moment: Instant) -> Int {
        var day = firstDay
        var consumed = limit.includesFirstDay && !startedPaused && counts(day) ? 1 : 0
        day = day.advanced(by: 1)
        while zone.start(of: day) <= moment {
            if counts(day), intervals.contains(where: { $0.contains(zone.start(of: day)) }) { consumed += 1 }
            day = day.advanced(by: 1)
        }
        return consumed
    }
}
