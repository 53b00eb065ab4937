public import WorkingTime

/// One permit as measured: a row of `--cases`.
public struct PermitRecord: Sendable {
    /// One clock of the permit.
    public struct Clock: Hashable, Sendable {
        /// The clock's name.
        public var name: String
        /// Its class: `on_time`, `late`, `open_in_time`, `open_late`, `deemed_recorded`, `withdrawn` or `unmeasured`.
        public var classification: String
        /// The last moment before which a decision is in time is just before this one; nil when there is none.
        public var due: Instant?
        /// Counting days consumed by the last run; nil for a deadline column.
        public var consumedDays: Int?
        /// How many runs were opened.
        public var runs: Int
        /// How often the clock was paused.
        public var pauses: Int
        /// Whether it waits at the cut.
        public var isPaused: Bool
    }

    /// The permit's identifier as in the log.
    public var name: String
    /// The workflow that governs it; nil when none does.
    public var workflow: String?
    /// The state after the last event; nil without a workflow.
    public var state: String?
    /// `issued`, `refused`, `deemed`, `withdrawn`, ..., `decided` where only the date is known, or `open`.
    public var outcome: String
    /// When it was submitted.
    public var submitted: Instant?
    /// When it was decided; nil for a permit that is open or ended in another way.
    public var decided: Instant?
    /// When it ended, by a decision or in another way such as a withdrawal.
    public var ended: Instant?
    /// Days of 24 hours from submission to the end; negative when the dates say so.
    public var days: Double?
    /// How often it was returned to the applicant.
    public var returns: Int
    /// The number of events.
    public var events: Int
    /// Whether no event was unexpected; nil without a workflow.
    public var isFitting: Bool?
    /// Departures from the workflow in the order of the events, as kinds.
    public var deviations: [String]
    /// The state in the workflow that comes after the grant; nil where the permit was not given, or none comes.
    public var supervision: String?
    /// The project that the permit belongs to; nil where permits are not linked or it has none.
    public var project: String?
    /// What the permit is within the project, such as `environment`; nil where it is none of the links.
    public var link: String?
    /// The clocks in the workflow's order, then the deadline column.
    public var clocks: [Clock]
    /// The values of the profile's facts and of the grouping keys, in the order of `Replay.factNames`.
    public var facts: [String?]
}
