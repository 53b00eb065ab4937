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
    public private(set) var limit: Limit?
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
    var mark: Instant
    /// The local day of `mark`.
    var markDay: Day
    /// Counting days of closed intervals, and the first day where it counts.
    var closedDays: Int
    /// Running time of closed intervals in microseconds.
    var closedMicroseconds: Int64 = 0
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
        mark = Self.bounded(startedAt)
        markDay = office.zone.day(of: mark)
        isPaused = paused
        pauses = paused ? 1 : 0
        closedDays = 0
        guard let limit, limit.includesFirstDay, !paused, limit.unit != .elapsed else { return }
        let needsCalendar = limit.unit == .workingDays
        if needsCalendar, !office.calendar.covers(markDay) { uncoveredYear = markDay.components.year }
        closedDays = needsCalendar && !office.calendar.isCountedDay(markDay) ? 0 : 1
    }

    /// Whether the run was stopped.
    public var isStopped: Bool { stoppedAt != nil }

    /// Whether time passes on the clock.
    public var isRunning: Bool { !isPaused && stoppedAt == nil }

    /// Pauses the clock; no effect when it is paused or stopped.
    public mutating func pause(at moment: Instant, office: OfficeTime) {
        guard isRunning else { return }
        closeInterval(at: max(Self.bounded(moment), mark), last: lastDay(office: office), office: office)
        isPaused = true
        pauses += 1
    }

    /// Lets a paused clock run again; no effect when it runs or is stopped.
    public mutating func resume(at moment: Instant, office: OfficeTime) {
        guard isPaused, stoppedAt == nil else { return }
        setMark(max(Self.bounded(moment), mark), office: office)
        isPaused = false
    }

    /// Makes the limit longer, also in a pause; no effect without a limit or on a stopped run.
    ///
    /// A deadline that passed before the extension stays a breach.
    ///
    /// - Parameters:
    ///   - amount: By how much, in the unit of the limit; at least 1.
    ///   - moment: When the extension was granted.
    ///   - office: The zone and calendar; the same in every call.
    public mutating func extend(by amount: Int, at moment: Instant, office: OfficeTime) {
        guard stoppedAt == nil, let present = limit else { return }
        advance(to: max(Self.bounded(moment), mark), office: office)
        limit?.amount = present.amount + amount
    }

    /// Stops the clock for good; no effect when it is stopped.
    public mutating func stop(at moment: Instant, office: OfficeTime) {
        guard stoppedAt == nil else { return }
        let end = max(Self.bounded(moment), mark)
        if isPaused { setMark(end, office: office) }
        let last = lastDay(office: office)
        due = breachedDeadline ?? deadline(last: last, office: office)
        if due == nil, uncoveredYear == nil { uncoveredYear = projectionFault(office: office) }
        if !isPaused { closeInterval(at: end, last: last, office: office) }
        stoppedAt = end
    }

    /// Notes that the clock still runs at a moment, so that a deadline that passed is kept as a breach.
    public mutating func advance(to moment: Instant, office: OfficeTime) {
        guard isRunning else { return }
        let day = office.zone.day(of: moment)
        noteBreach(at: moment, day, last: lastDay(office: office), office: office)
    }

    /// The deadline: the breached one, else the one towards which the clock runs.
    ///
    /// - Returns: Nil without a limit, in a pause, after a stop in time, or where the calendar does not reach.
    public func deadline(office: OfficeTime) -> Instant? {
        if let breachedDeadline { return breachedDeadline }
        return isRunning ? deadline(last: lastDay(office: office), office: office) : nil
    }

    /// The deadline that a paused clock would have if it were resumed at a moment; for a running one its deadline.
    public func deadlineIfResumed(at moment: Instant, office: OfficeTime) -> Instant? {
        var resumed = self
        resumed.resume(at: moment, office: office)
        return resumed.deadline(office: office)
    }

    /// The due date: of a stopped run the deadline it had, or would have had on resuming, at the stop; of an open run
    /// its deadline.
    public func dueDate(office: OfficeTime) -> Instant? {
        isStopped ? due : deadline(office: office)
    }

    /// Whether the run's deadline had passed while the clock ran, by a moment or by its stop.
    public func isBreached(asOf moment: Instant, office: OfficeTime) -> Bool {
        var advanced = self
        advanced.advance(to: moment, office: office)
        return advanced.breachedDeadline != nil
    }

    /// The counting days of the running intervals through a moment, and the first day where it counts: calendar days
    /// for a calendar-day limit, else working days.
    ///
    /// An elapsed limit needs no calendar, so its `coverageFault` does not guard this figure.
    public func consumedDays(asOf moment: Instant, office: OfficeTime) -> Int {
        guard isRunning else { return closedDays }
        return closedDays + countingDays(through: office.zone.day(of: moment), calendar: office.calendar)
    }

    /// The running time through a moment in microseconds.
    public func runningMicroseconds(asOf moment: Instant) -> Int64 {
        closedMicroseconds + (isRunning ? max(0, Self.bounded(moment).microseconds - mark.microseconds) : 0)
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
        let last = lastDay(office: office)
        if let year = intervalFault(through: office.zone.day(of: moment), last: last, office: office) {
            return year
        }
        let hasDeadline = breachedDeadline != nil || last != nil
        return hasDeadline ? nil : projectionFault(office: office)
    }

    private mutating func setMark(_ moment: Instant, office: OfficeTime) {
        mark = moment
        markDay = office.zone.day(of: moment)
    }

    /// Ends a running interval at a moment that is not before its beginning.
    private mutating func closeInterval(at end: Instant, last: Day?, office: OfficeTime) {
        let endDay = office.zone.day(of: end)
        noteBreach(at: end, endDay, last: last, office: office)
        if uncoveredYear == nil { uncoveredYear = intervalFault(through: endDay, last: last, office: office) }
        closedDays += countingDays(through: endDay, calendar: office.calendar)
        closedMicroseconds += end.microseconds - mark.microseconds
        (mark, markDay) = (end, endDay)
    }

    /// Keeps the deadline if the clock ran past it: to the end of the last day, or beyond an elapsed limit.
    private mutating func noteBreach(at moment: Instant, _ day: Day, last: Day?, office: OfficeTime) {
        guard breachedDeadline == nil else { return }
        if let last {
            if last < day { breachedDeadline = office.zone.start(of: last.advanced(by: 1)) }
        } else if let deadline = elapsedDeadline, deadline < moment {
            breachedDeadline = deadline
        }
    }
}
