public import WorkingTime

/// How the permits of a log went through one workflow.
public struct WorkflowFlow: Hashable, Sendable {
    /// A way from one state to another, on the indices of the workflow.
    public struct Move: Hashable, Sendable {
        /// The action; nil where the log only told the state.
        public var action: Int?
        /// The state that was left.
        public var from: Int
        /// The state that was entered; may be the same.
        public var to: Int

        /// Creates a move.
        public init(action: Int?, from: Int, to: Int) {
            self.action = action
            self.from = from
            self.to = to
        }
    }

    /// How often a move was made, and how long permits had been in the state that it left.
    public struct Passage: Hashable, Sendable {
        /// The move.
        public var move: Move
        /// How often.
        public var count: Int
        /// The exact median of the days of 24 hours from entering the state to the event.
        ///
        /// Whole days where one of the two has no time of day. Nil where no permit is known to have entered the state: it
        /// lay there before its first event.
        public var medianDays: Double?

        /// Creates a passage.
        public init(move: Move, count: Int, medianDays: Double? = nil) {
            self.move = move
            self.count = count
            self.medianDays = medianDays
        }
    }

    /// The moves made that the workflow has, in the order of its actions.
    public var passages: [Passage]
    /// The moves made that the workflow does not have, the commonest first.
    public var departures: [Passage]
    /// The permits in each state at the cut, by the index of the state.
    public var permits: [Int]
    /// The permits of the log that another workflow governs, or none.
    public var otherPermits: Int
    /// Whether the regimes chose the permits; otherwise all permits of the log are counted.
    public var isBoundByRegimes: Bool
    /// The cut: nothing later is counted.
    public var asOf: Instant
    /// The zone in which dates without a time of day were read.
    public var zone: Zone

    /// The number of permits that were followed.
    public var permitCount: Int { permits.reduce(0, +) }

    /// Creates a flow.
    public init(
        passages: [Passage],
        departures: [Passage],
        permits: [Int],
        otherPermits: Int,
        isBoundByRegimes: Bool,
        asOf: Instant,
        zone: Zone
    ) {
        self.passages = passages
        self.departures = departures
        self.permits = permits
        self.otherPermits = otherPermits
        self.isBoundByRegimes = isBoundByRegimes
        self.asOf = asOf
        self.zone = zone
    }
}
