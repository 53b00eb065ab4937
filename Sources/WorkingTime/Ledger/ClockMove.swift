/// A move of a clock, with the run as it is afterwards.
public struct ClockMove: Hashable, Sendable {
    /// What was done to the clock.
    public enum Kind: Hashable, Sendable {
        /// A run was opened while none was open.
        case started
        /// The open run waits.
        case paused
        /// The open run goes on.
        case resumed
        /// The open run was closed as given, and the next one opened at zero.
        case restarted(closed: ClockRun)
        /// Units were added to the limit of the open run.
        case extended(by: Int)
        /// The run was closed.
        case stopped
    }

    /// What brought a move about.
    public struct Cause: Hashable, Sendable {
        /// The action that was taken.
        public var action: String
        /// The state that was entered.
        public var state: String
        /// On whose desk the permit lies in that state; nil in an outcome.
        public var holder: String?

        /// Creates a cause.
        public init(action: String, state: String, holder: String?) {
            self.action = action
            self.state = state
            self.holder = holder
        }
    }

    /// What was done.
    public var kind: Kind
    /// When, as the log or the command says.
    public var at: Instant
    /// The run after the move: the opened one, or the one that was moved.
    public var run: ClockRun
    /// What brought it about; nil where nothing is known of it.
    public var cause: Cause?

    /// Creates a move.
    public init(_ kind: Kind, at: Instant, run: ClockRun, cause: Cause? = nil) {
        self.kind = kind
        self.at = at
        self.run = run
        self.cause = cause
    }
}
