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

    /// The clock by which a permit is called in time or late.
    public struct Duty: Hashable, Sendable {
        /// The clock's name.
        public var clock: String
        /// Its class.
        public var classification: String
        /// The deadline; nil when there is none.
        public var due: Instant?
        /// When its last run started; nil when it never did.
        public var started: Instant?
        /// Counting days consumed by its last run; nil for a deadline column.
        public var consumedDays: Int?
        /// Whether these are working days.
        public var countsWorkingDays = false
    }

    /// Lengths of time that the calendar counts; nil where it does not cover them or nothing is known.
    public struct Ages: Hashable, Sendable {
        /// Working days from submission to the end, or to the cut while open.
        public var wallDays: Int?
        /// Working days in which the office and agencies held the permit, over all rounds.
        public var effortDays: Int?
        /// Hours of the office in which they did.
        public var effortHours: Double?
        /// Working days from submission to the office's first response; to the end or the cut where there was none.
        public var responseDays: Int?
        /// Whether the office has responded.
        public var isAnswered = false
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
    /// Seconds from the first event to the last.
    public var spanSeconds = 0.0
    /// Days of 24 hours from submission to the cut; nil for a permit that has ended.
    public var waitingDays: Double?
    /// Days of 24 hours between submission and the end, or the cut, by holder in the order of `Holder.allCases`; empty
    /// without a workflow.
    public var heldDays: [Double] = []
    /// What it took in working days.
    public var ages = Ages()
    /// Whether it was handed in online; nil where the channel is not known.
    public var isOnline: Bool?
    /// Whether the log records that silence decided something.
    public var recordsSilence = false
    /// Whether a deemed approval fell due and the log does not record it.
    public var owesSilence = false
    /// Whether it was decided after such a day.
    public var decidedAfterSilence = false
    /// The clock by which it is called in time or late; nil where none is for it.
    public var duty: Duty?
    /// The workflow that comes after the grant; nil where the permit was not given, or none comes.
    public var successor: String?
    /// The links whose permits must come before this one.
    public var comesAfter: [String] = []
    /// The values of the grouping keys as the report names the group; nil without groups.
    public var group: String?
    /// The clocks in the workflow's order, then the deadline column.
    public var clocks: [Clock]
    /// The values of the profile's facts and of the grouping keys, in the order of `Replay.factNames`.
    public var facts: [String?]
}
