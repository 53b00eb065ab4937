/// Follows one clock through its moves and writes down every shift of its deadline.
struct LedgerBuilder {
    private(set) var entries: [DeadlineShift] = []
    private let zone: Zone
    private let views: CalendarViews
    /// The open run, or the last one.
    private var run: ClockRun?
    private var runNumber = 0
    /// The deadline as it stands; nil where none is known.
    private var deadline: Day?
    /// The day through which holidays are known.
    private var known = Day(number: .min)
    /// The entry of the open pause.
    private var pause: Int?
    /// Whether a deadline has passed, so that the due date stands.
    private var isSettled = false

    init(zone: Zone, views: CalendarViews) {
        self.zone = zone
        self.views = views
    }

    /// Takes the next move.
    mutating func take(_ move: ClockMove) {
        switch move.kind {
        case .started:
            if let run { tellUncovered(run, asOf: move.at) }
            open(move, .started(move.run.limit))
        case .restarted(let closed):
            pass(to: move.at, closed)
            endPause(at: move.at, move.cause)
            tellUncovered(closed, asOf: move.at)
            open(move, .restarted(lostDays: closed.closedDays))
        case .paused:
            pass(to: move.at, move.run)
            beginPause(move)
        case .resumed: endPause(at: move.at, move.cause)
        case .extended(let units): extend(move, by: units)
        case .stopped: stop(move)
        }
        run = move.run
    }

    /// Ends the ledger of a clock as of a moment.
    ///
    /// - Parameters:
    ///   - moment: The moment; not before the last move.
    ///   - restart: The limit of the run that alone can follow an open pause; nil where the run itself goes on.
    mutating func finish(asOf moment: Instant, restart: Limit?) {
        guard var run else { return }
        if run.isStopped { return tellUncovered(run, asOf: moment) }
        if run.isPaused {
            addPause(through: moment, run)
            run.resume(at: moment, office: office)
            if let restart { run = assumeRestart(run, restart, at: moment) }
            foresee(run)
        } else {
            run.advance(to: moment, office: office)
            pass(to: moment, run)
            if run.breachedDeadline == nil { foresee(run) }
        }
        tellUncovered(self.run ?? run, asOf: moment)
    }

    private var office: OfficeTime { OfficeTime(zone: zone, calendar: views.calendar) }

    // MARK: - Moves

    private mutating func open(_ move: ClockMove, _ kind: DeadlineShift.Kind) {
        runNumber += 1
        pause = nil
        var entry = entry(kind, at: move)
        know(through: move.at)
        let first = resumed(move.run, at: move.at).lastDay(known: known, zone: zone, views: views)
        if isSettled {
            deadline = first
            entry.deadline = first
        } else {
            entry.shift = shift(to: first)
            entry.deadline = first
        }
        isSettled = false
        entries.append(entry)
        if move.run.isPaused, !move.run.isStopped { beginPause(move) }
    }

    private mutating func beginPause(_ move: ClockMove) {
        pause = entries.count
        var entry = entry(.paused(until: nil, ended: nil, []), at: move)
        entry.deadline = deadline
        entry.shift = deadline == nil ? nil : 0
        entries.append(entry)
    }

    private mutating func extend(_ move: ClockMove, by units: Int) {
        pass(to: move.at, move.run)
        var entry = entry(.extended(by: units), at: move)
        entry.shift = shift(
            to: resumed(move.run, at: move.at).lastDay(known: known, zone: zone, views: views)
        )
        entry.deadline = deadline
        entries.append(entry)
    }

    private mutating func stop(_ move: ClockMove) {
        pass(to: move.at, move.run)
        endPause(at: move.at, move.cause)
        let isKnown = move.run.dueDate(office: office) != nil
        let isOnTime = isKnown ? move.run.breachedDeadline == nil : nil
        var entry = entry(.stopped(isOnTime: isOnTime, consumedDays: move.run.closedDays), at: move)
        entry.deadline = deadline
        entry.shift = deadline == nil ? nil : 0
        entries.append(entry)
        if move.run.breachedDeadline == nil { foresee(move.run) }
    }

    // MARK: - Time that passes

    /// Lets time pass until a moment, with the run as it is then.
    private mutating func pass(to moment: Instant, _ later: ClockRun) {
        guard let run, !run.isStopped else { return }
        if run.isPaused { return addPause(through: moment, run) }
        tellDaysOff(run, through: max(known, zone.day(of: moment)), isAhead: false)
        know(through: moment)
        if let breach = later.breachedDeadline, run.breachedDeadline == nil { tellBreach(at: breach) }
    }

    /// Closes the entry of the open pause, if there is one.
    private mutating func endPause(at moment: Instant, _ cause: ClockMove.Cause?) {
        guard let run, let index = pause else { return }
        addPause(through: moment, run)
        guard case .paused(_, _, let holidays) = entries[index].kind else { return }
        entries[index].kind = .paused(until: moment, ended: cause, holidays)
        pause = nil
    }

    /// Adds to the entry of the open pause what it has cost until a moment.
    private mutating func addPause(through moment: Instant, _ run: ClockRun) {
        guard let index = pause else { return }
        let from = known
        know(through: moment)
        let later = resumed(run, at: moment).lastDay(known: known, zone: zone, views: views)
        let days = shift(to: later)
        // An extension during the pause stands after it in the list and is carried along.
        for entry in index..<entries.count {
            entries[entry].deadline = days.flatMap { entries[entry].deadline?.advanced(by: $0) } ?? later
            if days == nil { entries[entry].shift = nil }
        }
        if let days { entries[index].shift = entries[index].shift.map { $0 + days } }
        guard case .paused(let until, let ended, let holidays) = entries[index].kind else { return }
        let fallen = views.closedDays(after: from, through: known).flatMap(views.closing)
        entries[index].kind = .paused(until: until, ended: ended, holidays + fallen)
    }

    /// Writes down the days off that move the deadline of a running clock, after the known day through another.
    private mutating func tellDaysOff(_ run: ClockRun, through last: Day, isAhead: Bool) {
        guard run.breachedDeadline == nil else { return }
        if run.limit?.unit == .workingDays { tellHolidays(run, through: last, isAhead: isAhead) }
        if let reached = run.reachedDay, known < reached, reached <= last {
            tellDueOnHoliday(run, reached, isAhead: isAhead)
        }
    }

    private mutating func tellHolidays(_ run: ClockRun, through last: Day, isAhead: Bool) {
        while let stands = deadline, let day = views.closedDay(after: known), day <= min(last, stands) {
            known = day
            let holidays = views.closing(day)
            let startDay = zone.day(of: run.startedAt)
            let isLate = holidays.allSatisfy { holiday in holiday.decreedOn.map { startDay < $0 } ?? false }
            var entry = DeadlineShift(.holiday(holidays, isLate: isLate), run: runNumber, day: day)
            entry.shift = shift(to: run.lastDay(known: day, zone: zone, views: views))
            entry.deadline = deadline
            entry.isAhead = isAhead
            entries.append(entry)
        }
    }

    private mutating func tellDueOnHoliday(_ run: ClockRun, _ reached: Day, isAhead: Bool) {
        guard let moved = run.lastDay(known: reached, zone: zone, views: views) else {
            deadline = nil
            return
        }
        guard moved != reached else { return }
        let before = reached.advanced(by: -1)
        let holidays = views.closedDays(after: before, through: moved).flatMap(views.closing)
        var entry = DeadlineShift(.dueOnHoliday(holidays), run: runNumber, day: reached)
        entry.shift = shift(to: moved)
        entry.deadline = deadline
        entry.isAhead = isAhead
        entries.append(entry)
    }

    private mutating func tellBreach(at breach: Instant) {
        var entry = DeadlineShift(.breached, run: runNumber, day: zone.day(of: breach), at: breach)
        entry.shift = deadline == nil ? nil : 0
        entry.deadline = deadline
        entries.append(entry)
        isSettled = true
    }

    // MARK: - What lies ahead

    /// Writes down the days off that the due date of an open or stopped run takes into account beyond the known day.
    private mutating func foresee(_ run: ClockRun) {
        let passed = known
        tellDaysOff(run, through: Day(number: .max), isAhead: true)
        known = passed
    }

    /// Assumes that the open pause is left now by the restart that alone leads out of it.
    private mutating func assumeRestart(_ run: ClockRun, _ limit: Limit, at moment: Instant) -> ClockRun {
        let next = ClockRun(limit: limit, startedAt: moment, paused: false, office: office)
        runNumber += 1
        let kind = DeadlineShift.Kind.restarted(lostDays: run.closedDays)
        var entry = DeadlineShift(kind, run: runNumber, day: known, isAhead: true)
        let first = next.lastDay(known: known, zone: zone, views: views)
        if isSettled { deadline = first } else { entry.shift = shift(to: first) }
        entry.deadline = first
        entries.append(entry)
        return next
    }

    private mutating func tellUncovered(_ run: ClockRun, asOf moment: Instant) {
        guard run.limit != nil, let year = run.coverageFault(asOf: moment, office: office) else { return }
        let day = zone.day(of: moment)
        entries.append(DeadlineShift(.uncovered(year: year), run: runNumber, day: day))
    }

    // MARK: - Steps

    private func entry(_ kind: DeadlineShift.Kind, at move: ClockMove) -> DeadlineShift {
        let day = zone.day(of: move.at)
        return DeadlineShift(kind, run: runNumber, day: day, at: move.at, cause: move.cause)
    }

    private mutating func know(through moment: Instant) { known = max(known, zone.day(of: moment)) }

    /// Moves the deadline, and says by how many days; nil where it was not known before or is not now.
    private mutating func shift(to next: Day?) -> Int? {
        defer { deadline = next }
        guard let deadline, let next else { return nil }
        return deadline.days(until: next)
    }

    private func resumed(_ run: ClockRun, at moment: Instant) -> ClockRun {
        var run = run
        run.resume(at: moment, office: office)
        return run
    }
}
