public import WorkingTime

/// How a permit stands by one time limit.
public enum ClockClass: String, Hashable, Sendable, CaseIterable {
    /// Stopped before its deadline.
    case onTime = "on_time"
    /// A deadline passed while the clock ran, and the permit is no longer open.
    case late
    /// Open, and no deadline has passed.
    case openInTime = "open_in_time"
    /// Open, and a deadline has passed.
    case openLate = "open_late"
    /// The log records that the law decided by silence: a breach of its own kind, never on time.
    case deemedRecorded = "deemed_recorded"
    /// The permit was taken back or fell away before its deadline; it leaves the cohort.
    case withdrawn
    /// Never started, without a number, or outside the calendar's years.
    case unmeasured
}

/// What one clock of one permit came to, as of a moment.
public struct ClockResult: Hashable, Sendable {
    /// How the permit stands.
    public var `class`: ClockClass
    /// Whether the clock is open and waits.
    public var isPaused: Bool
    /// The first breached deadline, else the last run's due date; nil in a pause and where there is none.
    public var due: Instant?
    /// Whether a deadline passed while the clock ran.
    public var isBreached: Bool
    /// The number of runs: one more than the restarts and later starts.
    public var runs: Int
    /// The days that the last run consumed, through the moment of asking.
    public var consumedDays: Int
    /// How often it was paused, over all runs.
    public var holds: Int
    /// How often it began again from zero before it was stopped.
    public var resets: Int
    /// The first year that the calendar does not cover, where that kept it from being measured.
    public var unmeasuredYear: Int?
    /// Whether the limit is for this permit; false when the clock's condition does not hold.
    public var isApplicable: Bool
    /// In a pause: the deadline if the clock went on at the moment of asking, from zero where only a restart leads on.
    public var deadlineIfResumed: Instant?
}
