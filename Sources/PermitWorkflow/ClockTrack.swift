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

    /// Notes that the law decided by silence on this clock, and whether that was the action of its expiry.
    mutating func note(silence: Bool, expiry: Bool) {
        isDeemed = isDeemed || silence
        hasExpired = hasExpired || expiry
    }

    /// Starts the clock, from zero when it is open.
    ///
    /// A clock that is not for the permit does not start; an open run ends all the same.
    mutating func start(
        at moment: Instant,
        limit: Limit?,
        applies: Condition.Truth,
        paused: Bool,
        office: OfficeTime
    ) {
        if isOpen {
            run?.stop(at: moment, office: office)
            resets += 1
        }
        applied = applies
        guard applies == .yes else { return }
        if let run { earlierRuns.append(run) }
        run = ClockRun(limit: limit, startedAt: moment, paused: paused, office: office)
        hasExpired = false
        isWithdrawn = false
    }

    mutating func stop(at moment: Instant, outcome: Outcome?, office: OfficeTime) {
        run?.stop(at: moment, office: office)
        isWithdrawn = outcome == .withdrawn || outcome == .cancelled
    }
}
