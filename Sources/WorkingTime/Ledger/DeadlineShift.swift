/// One entry of a clock's ledger: what happened, by how many days it moved the deadline, and where it stood afterwards.
public struct DeadlineShift: Hashable, Sendable {
    /// What happened.
    public enum Kind: Hashable, Sendable {
        /// A run began, with its limit; nil where the limit is not known.
        case started(Limit?)
        /// A day off that falls into running time; late when it was decreed only after the run had begun.
        case holiday([Holiday], isLate: Bool)
        /// A pause until a moment, or still open; with the days off that fell into it.
        case paused(until: Instant?, ended: ClockMove.Cause?, [Holiday])
        /// The run was given up with the days it had consumed, and another began at zero.
        case restarted(lostDays: Int)
        /// Units were added to the limit.
        case extended(by: Int)
        /// The last day of a calendar-day limit is a day off, so the deadline moves to the next working day.
        case dueOnHoliday([Holiday])
        /// The deadline passed while the clock ran.
        case breached
        /// The run ended with the days it had consumed; whether on time is nil where that is not known.
        case stopped(isOnTime: Bool?, consumedDays: Int)
        /// The calendar does not cover a year that is needed.
        case uncovered(year: Int)

        /// The name in JSON.
        public var name: String {
            switch self {
            case .started: "started"
            case .holiday: "holiday"
            case .paused: "paused"
            case .restarted: "restarted"
            case .extended: "extended"
            case .dueOnHoliday: "due_on_holiday"
            case .breached: "breached"
            case .stopped: "stopped"
            case .uncovered: "uncovered"
            }
        }
    }

    /// What happened.
    public var kind: Kind
    /// The number of the run, from 1.
    public var run: Int
    /// The local day on which it happened: of a holiday its date.
    public var day: Day
    /// The moment; nil for what a day alone brings about.
    public var at: Instant?
    /// What brought it about; nil for what a day alone brings about.
    public var cause: ClockMove.Cause?
    /// The last day in time as it stood afterwards; nil where none is known.
    public var deadline: Day?
    /// By how many calendar days the deadline moved; nil where a deadline is told for the first time or none is known.
    public var shift: Int?
    /// Whether it lies after the moment of asking or after the stop, and is known of the calendar only.
    public var isAhead: Bool

    /// Creates an entry.
    public init(
        _ kind: Kind,
        run: Int,
        day: Day,
        at: Instant? = nil,
        cause: ClockMove.Cause? = nil,
        deadline: Day? = nil,
        shift: Int? = nil,
        isAhead: Bool = false
    ) {
        self.kind = kind
        self.run = run
        self.day = day
        self.at = at
        self.cause = cause
        self.deadline = deadline
        self.shift = shift
        self.isAhead = isAhead
    }
}
