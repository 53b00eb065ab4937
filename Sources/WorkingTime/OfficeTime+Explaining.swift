extension OfficeTime {
    /// The deadline of a clock that starts at a stamp, with every day on the way to it.
    ///
    /// - Parameters:
    ///   - start: The start of the clock.
    ///   - limit: How long it may run.
    ///   - pauses: Pauses from a moment until another, or without end; they may overlap and stand in any order.
    /// - Returns: The deadline and the ledger from the start's day through the deadline's.
    /// - Throws: A `CalendarError` that names the year outside the calendar, or what is wrong with limit or pauses.
    public func explainDeadline(
        from start: Stamp,
        limit: Limit,
        pauses: [(from: Instant, to: Instant?)]
    ) throws(CalendarError) -> DeadlineExplanation {
        if let fault = limit.fault { throw CalendarError(.badLimit, fault) }
        let pauses = try Pauses(pauses)
        let moves = moves(from: start.instant, limit: limit, pauses: pauses)
        let run = moves[moves.count - 1].run
        guard let deadline = run.deadline(office: self) else {
            if let year = run.coverageFault(asOf: start.instant, office: self) {
                throw .outside(year: year, calendar)
            }
            throw CalendarError(.stillPaused, "the clock is paused without end, so it has no deadline")
        }
        let isElapsed = limit.unit == .elapsed
        let last = zone.day(of: deadline).advanced(by: isElapsed ? 0 : -1)
        let first = zone.day(of: start.instant)
        try requireCoverage(from: first, through: last)
        let counted = ledger(from: start.instant, through: last, limit: limit, pauses: pauses)
        return DeadlineExplanation(
            deadline: last,
            deadlineInstant: deadline,
            limit: limit,
            workingDays: counted.workingDays,
            consumed: isElapsed ? nil : counted.entries.last?.consumed ?? 0,
            ledger: counted.entries,
            shifts: shifts(moves, before: deadline),
            zone: zone,
            calendar: calendar.name
        )
    }

    /// The ledger of moves as it stands at the end of the last day, or after the last move.
    private func shifts(_ moves: [ClockMove], before deadline: Instant) -> ClockLedger {
        let last = Instant(microseconds: deadline.microseconds - 1)
        let moment = max(last, moves[moves.count - 1].at)
        return ClockLedger(moves: moves, asOf: moment, zone: zone, views: CalendarViews(calendar))
    }

    /// The working days between two stamps, with every day that entered the count.
    ///
    /// - Throws: A `CalendarError` that names the year outside the calendar.
    public func explainCount(from start: Stamp, to end: Stamp) throws(CalendarError) -> CountExplanation {
        guard start.instant <= end.instant else {
            throw CalendarError(.backwards, "the end of the count lies before its beginning")
        }
        let last = zone.day(of: end.instant)
        try requireCoverage(from: zone.day(of: start.instant), through: last)
        let limit = Limit(amount: 0, unit: .workingDays)
        let counted = ledger(from: start.instant, through: last, limit: limit, pauses: Pauses())
        return CountExplanation(
            workingDays: counted.workingDays,
            calendarDays: calendarDays(from: start.instant, to: end.instant),
            ledger: counted.entries,
            zone: zone,
            calendar: calendar.name
        )
    }

    private func requireCoverage(from first: Day, through last: Day) throws(CalendarError) {
        for day in [first, last] where !calendar.covers(day) {
            throw .outside(year: day.components.year, calendar)
        }
    }

    /// The start and all pauses, up to the first deadline that passed.
    private func moves(from start: Instant, limit: Limit, pauses: Pauses) -> [ClockMove] {
        var run = ClockRun(limit: limit, startedAt: start, paused: pauses.contains(start), office: self)
        var moves = [ClockMove(.started, at: start, run: run)]
        for pause in pauses.all where pause.to.map({ $0 > start }) ?? true {
            if run.isRunning {
                run.pause(at: pause.from, office: self)
                moves.append(ClockMove(.paused, at: pause.from, run: run))
            }
            if run.breachedDeadline != nil { break }
            guard let end = pause.to else { continue }
            run.resume(at: end, office: self)
            moves.append(ClockMove(.resumed, at: end, run: run))
        }
        return moves
    }

    private func ledger(
        from start: Instant,
        through last: Day,
        limit: Limit,
        pauses: Pauses
    ) -> (entries: [LedgerEntry], workingDays: Int) {
        let first = zone.day(of: start)
        var entries: [LedgerEntry] = []
        var consumed = 0
        var workingDays = 0
        for number in first.number...max(first.number, last.number) {
            let day = Day(number: number)
            let isFirst = day == first
            let isRunning =
                isFirst
                ? limit.includesFirstDay && !pauses.contains(start)
                : !pauses.containsFirstInstant(zone.start(of: day))
            let effect = effect(of: day, limit: limit, isFirst: isFirst, isRunning: isRunning)
            if effect == .counted { consumed += 1 }
            if isRunning, calendar.isCountedDay(day) { workingDays += 1 }
            entries.append(
                LedgerEntry(
                    day: day,
                    effect: effect,
                    holidays: calendar.holidays(on: day),
                    consumed: consumed
                )
            )
        }
        return (entries, workingDays)
    }

    private func effect(of day: Day, limit: Limit, isFirst: Bool, isRunning: Bool) -> LedgerEntry.Effect {
        if isFirst, !isRunning { return .start }
        let isCounted = limit.unit == .calendarDays || calendar.isCountedDay(day)
        if isCounted { return isRunning ? .counted : .paused }
        let week = calendar.definition.week(on: day)
        guard week.works(weekday: day.weekday) else { return .weekend }
        return calendar.holidays(on: day).contains { $0.kind != .jointLeave } ? .holiday : .jointLeave
    }
}

/// Pauses in order, apart and not empty.
private struct Pauses {
    private(set) var all: [(from: Instant, to: Instant?)] = []

    init() {}

    init(_ pauses: [(from: Instant, to: Instant?)]) throws(CalendarError) {
        for pause in pauses.sorted(by: { $0.from < $1.from }) {
            if let end = pause.to, end < pause.from {
                throw CalendarError(.badPause, "a pause ends before it begins; write it FROM/TO")
            }
            guard let last = all.last, last.to.map({ $0 >= pause.from }) ?? true else {
                all.append(pause)
                continue
            }
            guard let lastEnd = last.to else { continue }
            all[all.count - 1].to = pause.to.map { max($0, lastEnd) }
        }
    }

    /// Whether a clock that starts at a moment starts in a pause.
    func contains(_ moment: Instant) -> Bool {
        all.contains { pause in pause.from <= moment && pause.to.map { moment < $0 } ?? true }
    }

    /// Whether the first instant of a day falls in a pause: running intervals exclude their start and include their end.
    func containsFirstInstant(_ moment: Instant) -> Bool {
        all.contains { pause in pause.from < moment && pause.to.map { moment <= $0 } ?? true }
    }
}
