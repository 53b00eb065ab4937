/// One run of a clock, from its start to its stop: what it consumed and when it was or will be due.
///
/// The run is told of pauses, resumptions and its stop in the order of time; a moment before the last one told is read
/// as that one. A day counts when its first instant lies in a running interval `(start, end]`. The deadline is the end
/// of the first day D (a working day for a working-day limit or one that shifts) at whose end the clock runs and
/// through which the consumed days reach the limit; a pause or stop stamped exactly at it comes too late. An elapsed
/// limit is due at the moment at which running time reaches it, and a stop at that moment is on time.
///
/// Outside the calendar's years nothing traps: counts leave out what is not covered, deadlines are nil, and
/// `coverageFault` names the year, so that a caller can say "unmeasured".
///
/// - Complexity: Every method is O(1) and allocates nothing.
public struct ClockRun: Hashable, Sendable {
    /// The limit; nil for a clock that only counts working days.
    public let limit: Limit?
    /// When the run began.
    public let startedAt: Instant
    /// When it was stopped; nil while it is open.
    public private(set) var stoppedAt: Instant?
    /// Whether it is paused; a run stopped in a pause stays paused.
    public private(set) var isPaused: Bool
    /// How often it was paused; a start in a pause counts as one.
    public private(set) var pauses: Int
    /// The deadline that passed while the clock ran; once set it stays.
    public private(set) var breachedDeadline: Instant?

    /// When the present running interval began, or the last one ended.
    private var mark: Instant
    /// Counting days of closed intervals, and the first day where it counts.
    private var closedDays: Int
    /// Running time of closed intervals in microseconds.
    private var closedMicroseconds: Int64 = 0
    /// The due date of a stopped run.
    private var due: Instant?
    /// The first year that was needed and not covered.
    private var uncoveredYear: Int?

    /// Starts a run.
    ///
    /// - Parameters:
    ///   - limit: How long it may run; nil only counts working days.
    ///   - startedAt: The moment of the start.
    ///   - paused: Whether it starts in a pause.
    ///   - office: The zone and calendar; the same in every call.
    public init(limit: Limit?, startedAt: Instant, paused: Bool, office: OfficeTime) {
        self.limit = limit
        self.startedAt = startedAt
        mark = bounded(startedAt)
        isPaused = paused
        pauses = paused ? 1 : 0
        closedDays = 0
        guard let limit, limit.includesFirstDay, !paused else { return }
        let day = office.zone.day(of: startedAt)
        if limit.unit == .workingDays {
            if !office.calendar.covers(day) { uncoveredYear = day.components.year }
            closedDays = office.calendar.isCountedDay(day) ? 1 : 0
        } else {
            closedDays = limit.unit == .calendarDays ? 1 : 0
        }
    }

    /// Whether the run was stopped.
    public var isStopped: Bool { stoppedAt != nil }

    /// Whether time passes on the clock.
    public var isRunning: Bool { !isPaused && stoppedAt == nil }

    /// Pauses the clock; no effect when it is paused or stopped.
    public mutating func pause(at moment: Instant, office: OfficeTime) {
        guard isRunning else { return }
        closeInterval(at: max(bounded(moment), mark), office: office)
        isPaused = true
        pauses += 1
    }

    /// Lets a paused clock run again; no effect when it runs or is stopped.
    public mutating func resume(at moment: Instant, office: OfficeTime) {
        guard isPaused, stoppedAt == nil else { return }
        mark = max(bounded(moment), mark)
        isPaused = false
    }

    /// Stops the clock for good; no effect when it is stopped.
    public mutating func stop(at moment: Instant, office: OfficeTime) {
        guard stoppedAt == nil else { return }
        let end = max(bounded(moment), mark)
        due = deadlineIfResumed(at: end, office: office)
        if due == nil, uncoveredYear == nil {
            uncoveredYear = projectionFault(from: isPaused ? end : mark, office: office)
        }
        if !isPaused { closeInterval(at: end, office: office) }
        stoppedAt = end
        mark = end
    }

    /// Notes that the clock still runs at a moment, so that a deadline that passed is kept as a breach.
    public mutating func advance(to moment: Instant, office: OfficeTime) {
        guard isRunning, breachedDeadline == nil, let deadline = projected(from: mark, office: office) else {
            return
        }
        if isPassed(deadline, at: moment) { breachedDeadline = deadline }
    }

    /// The deadline: the breached one, else the one towards which the clock runs.
    ///
    /// - Returns: Nil without a limit, in a pause, after a stop in time, or where the calendar does not reach.
    public func deadline(office: OfficeTime) -> Instant? {
        breachedDeadline ?? (isRunning ? projected(from: mark, office: office) : nil)
    }

    /// The deadline that a paused clock would have if it were resumed at a moment; for a running one its deadline.
    public func deadlineIfResumed(at moment: Instant, office: OfficeTime) -> Instant? {
        guard isPaused, stoppedAt == nil else { return deadline(office: office) }
        return breachedDeadline ?? projected(from: max(bounded(moment), mark), office: office)
    }

    /// The due date: of a stopped run the deadline it had, or would have had on resuming, at the stop; of an open run
    /// its deadline.
    public func dueDate(office: OfficeTime) -> Instant? {
        isStopped ? due : deadline(office: office)
    }

    /// Whether the run's deadline had passed while the clock ran, by a moment or by its stop.
    public func isBreached(asOf moment: Instant, office: OfficeTime) -> Bool {
        if breachedDeadline != nil { return true }
        guard isRunning, let deadline = projected(from: mark, office: office) else { return false }
        return isPassed(deadline, at: moment)
    }

    /// The counting days of the running intervals through a moment, and the first day where it counts: calendar days
    /// for a calendar-day limit, else working days.
    ///
    /// An elapsed limit needs no calendar, so its `coverageFault` does not guard this figure.
    public func consumedDays(asOf moment: Instant, office: OfficeTime) -> Int {
        closedDays + (isRunning ? countingDays(from: mark, to: moment, office: office) : 0)
    }

    /// The running time through a moment in microseconds.
    public func runningMicroseconds(asOf moment: Instant) -> Int64 {
        closedMicroseconds + (isRunning ? max(0, bounded(moment).microseconds - mark.microseconds) : 0)
    }

    /// What is left of the limit at a moment: days, or whole seconds for an elapsed limit.
    ///
    /// - Returns: Nil without a limit. Below zero when more was consumed, which alone does not make a run late: a run
    ///   paused across the end of its last day may go above its limit and be on time.
    public func remaining(asOf moment: Instant, office: OfficeTime) -> Int? {
        guard let limit else { return nil }
        guard limit.unit == .elapsed else { return limit.amount - consumedDays(asOf: moment, office: office) }
        return limit.amount - Int(runningMicroseconds(asOf: moment) / 1_000_000)
    }

    /// The first year outside the calendar that the run's count or deadline needs; nil when all is covered.
    ///
    /// - Parameters:
    ///   - moment: The moment through which an open run is measured.
    ///   - office: The zone and calendar.
    /// - Returns: A year such as 2027, for a message that says what is missing.
    public func coverageFault(asOf moment: Instant, office: OfficeTime) -> Int? {
        if let uncoveredYear { return uncoveredYear }
        guard isRunning else { return nil }
        if let year = intervalFault(through: bounded(moment), office: office) { return year }
        return deadline(office: office) == nil ? projectionFault(from: mark, office: office) : nil
    }
}

extension ClockRun {
    /// Whether counting needs working days.
    private var needsCalendar: Bool { limit == nil || limit?.unit == .workingDays }

    /// Days that this run counts with first instants in `(start, end]`.
    private func countingDays(from start: Instant, to end: Instant, office: OfficeTime) -> Int {
        limit?.unit == .calendarDays
            ? office.calendarDays(from: start, to: end) : office.workingDays(from: start, to: end)
    }

    /// Ends a running interval at a moment that is not before its beginning.
    private mutating func closeInterval(at end: Instant, office: OfficeTime) {
        advance(to: end, office: office)
        if uncoveredYear == nil { uncoveredYear = intervalFault(through: end, office: office) }
        closedDays += countingDays(from: mark, to: end, office: office)
        closedMicroseconds += end.microseconds - mark.microseconds
        mark = end
    }

    /// The first uncovered year that the running interval needs for its count and for judging whether it passed a
    /// deadline by a moment.
    private func intervalFault(through end: Instant, office: OfficeTime) -> Int? {
        if needsCalendar, let year = office.coverageFault(from: mark, to: end) { return year }
        guard breachedDeadline == nil, let first = firstNeededDay(from: mark, office: office),
            !office.calendar.covers(first), first < office.zone.day(of: end)
        else { return nil }
        return first.components.year
    }

    /// Whether a clock that runs at a moment has passed a deadline: at the end of a day no later than then, of an
    /// elapsed limit only beyond it.
    private func isPassed(_ deadline: Instant, at moment: Instant) -> Bool {
        limit?.unit == .elapsed ? deadline < moment : deadline <= moment
    }

    /// The deadline of a clock that runs from a moment on without end, with what was consumed before.
    private func projected(from start: Instant, office: OfficeTime) -> Instant? {
        guard let limit else { return nil }
        if limit.unit == .elapsed {
            let left = max(0, Int64(amount(of: limit)) * 1_000_000 - closedMicroseconds)
            return Instant(microseconds: start.microseconds + left)
        }
        let day = office.zone.day(of: start)
        guard let last = lastDay(from: day, limit: limit, calendar: office.calendar) else { return nil }
        return office.zone.start(of: last.advanced(by: 1))
    }

    /// The day at whose end the limit is reached when days count after a day without end.
    private func lastDay(from day: Day, limit: Limit, calendar: WorkCalendar) -> Day? {
        let left = amount(of: limit) - closedDays
        if limit.unit == .calendarDays {
            let reached = day.advanced(by: max(0, left))
            return limit.shiftsOffHolidays ? calendar.firstWorkingDay(onOrAfter: reached) : reached
        }
        return left <= 0
            ? calendar.firstWorkingDay(onOrAfter: day) : calendar.workingDay(number: left, after: day)
    }

    /// The limit's amount, within what anyone could mean, so that arithmetic on it cannot overflow.
    private func amount(of limit: Limit) -> Int { min(max(limit.amount, 0), limit.largest) }

    /// The first day that a deadline looks up in the calendar; nil when it looks up none.
    private func firstNeededDay(from start: Instant, office: OfficeTime) -> Day? {
        guard let limit, limit.unit != .elapsed else { return nil }
        let day = office.zone.day(of: start)
        let left = max(0, amount(of: limit) - closedDays)
        if limit.unit == .workingDays { return left > 0 ? day.advanced(by: 1) : day }
        return limit.shiftsOffHolidays ? day.advanced(by: left) : nil
    }

    /// The year for which a deadline could not be found; nil when it needs no calendar.
    private func projectionFault(from start: Instant, office: OfficeTime) -> Int? {
        guard let first = firstNeededDay(from: start, office: office) else { return nil }
        return office.calendar.covers(first) ? office.calendar.years.upperBound + 1 : first.components.year
    }
}

/// A moment within 70,000 years of 1970, so that differences of moments cannot overflow.
private func bounded(_ moment: Instant) -> Instant {
    Instant(microseconds: min(max(moment.microseconds, -1 << 61), 1 << 61))
}
