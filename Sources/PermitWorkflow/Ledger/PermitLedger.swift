public import WorkingTime

/// Where the time of one permit went: its stretches, its ages, and a ledger for each of its clocks.
public struct PermitLedger: Sendable {
    /// The time between two transitions that follow each other.
    public struct Stretch: Hashable, Sendable {
        /// The days of a clock that ran meanwhile.
        public struct Running: Hashable, Sendable {
            /// The clock's index.
            public var clock: Int
            /// The number of the run, from 1.
            public var run: Int
            /// Its counting days; a first day that counts is in the stretch that begins with the run.
            public var days: Int
        }

        /// When it began.
        public var from: Instant
        /// When it ended, or the moment of asking.
        public var until: Instant
        /// The state in which the permit was, by index.
        public var state: Int
        /// Who held it; nil in an outcome.
        public var holder: Holder?
        /// How long it was.
        public var time: TimeSpent
        /// The clocks that ran.
        public var clocks: [Running]
    }

    /// One clock: what it came to, and why.
    public struct Clock: Sendable {
        /// The clock's index.
        public var index: Int
        /// Its class, due date and counts.
        public var result: ClockResult
        /// The limit of its last run; nil where there was none or its number is not known.
        public var limit: Limit?
        /// Every shift of its deadline.
        public var ledger: ClockLedger
    }

    /// From when the permit's age counts: its submission, else its first step.
    public var from: Instant
    /// Until when: its end, else the moment of asking.
    public var until: Instant
    /// Whether nothing has ended it.
    public var isOpen: Bool
    /// The times between transitions, oldest first; they add up to the permit's age on the wall.
    public var stretches: [Stretch]
    /// The clocks that are for this permit, in the workflow's order.
    public var clocks: [Clock]
    /// The age on the wall, in all measures.
    public var wall: TimeSpent
    /// The first year of the permit's age that the calendar does not cover.
    public var uncoveredYear: Int?

    /// The time that a holder kept the permit.
    public func time(of holder: Holder) -> TimeSpent {
        stretches.lazy.filter { $0.holder == holder }.reduce(.none) { $0 + $1.time }
    }

    /// The time that the licensing office and agencies kept it, over all rounds: agency effort, which nothing resets.
    public var agency: TimeSpent {
        stretches.lazy.filter { $0.holder?.isAgency == true }.reduce(.none) { $0 + $1.time }
    }

    /// Explains a permit without a workflow: of its age nothing but the length is known.
    ///
    /// - Parameters:
    ///   - from: Its submission, else its first event.
    ///   - ended: Its end; nil while it is open.
    ///   - moment: The moment of asking.
    ///   - office: The zone and calendar.
    public init(from: Instant, ended: Instant?, asOf moment: Instant, office: OfficeTime) {
        self.from = from
        until = ended ?? moment
        isOpen = ended == nil
        stretches = []
        clocks = []
        wall = TimeSpent(from: from, to: until, office: office)
        uncoveredYear = office.coverageFault(from: from, to: until)
    }
}
