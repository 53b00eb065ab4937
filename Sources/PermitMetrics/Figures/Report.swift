public import PermitLog
public import WorkingTime

/// Everything that one replay measured: the input's account, the assumptions, and the figures.
public struct Report: Sendable {
    /// The figures of the permits that share the values of the grouping keys.
    public struct Group: Sendable {
        /// The keys of the grouping, joined by a comma, as the user gave them.
        public var key: String
        /// The group's values, joined by a comma; `(none)` where a permit has no value.
        public var value: String
        /// The figures.
        public var figures: PermitFigures
    }

    /// Rows used, rejected and ignored, with reasons.
    public var input: InputAccount
    /// The profile that was used; nil when none was.
    public var profileName: String?
    /// The workflows that govern permits here, with the number of permits each, by name.
    public var workflows: [(name: String, cases: Int)]
    /// What was assumed, in the order of importance.
    public var assumptions: [Assumption]
    /// The period; nil for the whole log.
    public var period: ReportPeriod?
    /// The data cut: nothing after it is known.
    public var asOf: Instant
    /// The zone whose days are counted.
    public var zone: Zone
    /// What the log shows without a workflow.
    public var flow: FlowFigures
    /// What is measured on all permits.
    public var permits: PermitFigures
    /// The same by group, in the order of the value.
    public var groups: [Group]
    /// The commonest departures from the workflows, at most 20.
    public var deviations: [DeviationExample]
    /// Undecided permits by age: within the limit, up to twice the limit, beyond; nil where no clock is known.
    public var backlogBands: BacklogBands?
    /// Permits by month of submission, for the share of online applications; empty without a channel.
    public var onlineByYear: [(year: Int, online: Int, applications: Int)]

    /// What filters left out, in the order in which they were applied.
    public var filters: [FilterAccount] = []

    /// Keys that limit tables have no row for, by the number of permits, then by workflow, clock and key.
    public var missingLimits: [MissingLimit] = []

    /// What may move a figure without being assumed: what reading found and what the permits show, in the order of the
    /// catalogue.
    public var warnings: [DirtFinding] = []

    /// The office month by month; nil where no moment of submission or decision is known.
    public var trend: Trend?

    /// Permits by month of submission, the earliest first; empty where no time to a decision is known.
    public var cohorts: [Cohort] = []

    /// Whether what is open fits with what comes in and goes out; nil where nothing came in or went out.
    public var littleCheck: LittleCheck?

    /// Undecided permits by days since submission, the youngest first; empty where none is open.
    public var openAges: [AgeBand] = []

    /// What may flatter the figures, each tried on the one that it concerns.
    public var checks: [FlatteryCheck] = []

    /// Whether the groups are decided at one pace; nil without groups that can be compared.
    public var groupTest: LogRank?

    /// Undecided permits by their age against the clock's limit.
    public struct BacklogBands: Hashable, Sendable {
        /// Not past the deadline, or waiting.
        public var withinLimit: Int
        /// Past the deadline, by less than the limit again.
        public var upToTwiceLimit: Int
        /// Later still.
        public var beyondTwiceLimit: Int
        /// Without a clock that runs or waits: nothing limits them now.
        public var withoutClock = 0
    }
}
