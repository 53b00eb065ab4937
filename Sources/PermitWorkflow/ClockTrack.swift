public import WorkingTime

/// The history of one clock of one permit: its runs, oldest first.
public struct ClockTrack: Hashable, Sendable {
    /// The last run; nil until the clock starts.
    public internal(set) var run: ClockRun?
    /// The runs before it, none for most permits.
    public internal(set) var earlierRuns: [ClockRun] = []
    /// How often an open run began again from zero.
    public internal(set) var resets = 0
    /// Whether the law decided by silence on this clock.
    public internal(set) var isDeemed = false
    /// Whether the action of its expiry was taken in the last run.
    public internal(set) var hasExpired = false
    /// Whether the last run was stopped because the permit was taken back or fell away.
    public internal(set) var isWithdrawn = false
    /// What the clock's condition said when it should have started; nil before.
    public internal(set) var applied: Condition.Truth?

    /// Creates a clock that has not started.
    public init() {}

    /// Whether a run is open: running or paused.
    @inlinable public var isOpen: Bool { run.map { !$0.isStopped } ?? false }

    /// Every run, oldest first.
    public var runs: [ClockRun] { earlierRuns + (run.map { [$0] } ?? []) }

    mutating func open(_ next: ClockRun) {
        if let run { earlierRuns.append(run) }
        run = next
        hasExpired = false
        isWithdrawn = false
    }
}
