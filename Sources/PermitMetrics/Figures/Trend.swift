/// How the office did month by month: what came in, what went out, how long it took, and whether a month stands out.
///
/// A permit counts as incoming in the month of its submission and as resolved in the month of its end. Times are those of
/// permits decided in the month: a measure of the workload, not of what an applicant may expect.
public struct Trend: Hashable, Sendable {
    /// A month of the local calendar.
    public struct Month: Hashable, Sendable {
        /// The year.
        public var year: Int
        /// From 1 to 12.
        public var month: Int
        /// Whether the log does not cover all of its working days; it makes no limits and no signal.
        public var isPartial = false
        /// Permits submitted.
        public var incoming = 0
        /// Permits that ended in any way.
        public var resolved = 0
        /// Permits submitted and not ended at its end, or at the cut.
        public var openAtEnd = 0
        /// Decided permits whose time is known and not negative.
        public var decided = 0
        /// Median days from submission to decision; nil when nothing was decided.
        public var medianDays: Double?
        /// What the median may be at a confidence of 95 in 100, by order statistics.
        public var medianInterval: Interval?
        /// 75th percentile; nil when fewer than four were decided.
        public var p75Days: Double?
        /// Permits whose deadline fell in the month.
        public var due = 0
        /// Of these, permits decided before it.
        public var dueInTime = 0
        /// Applications whose channel is known.
        public var channelKnown = 0
        /// Of these, applications that came online.
        public var online = 0
        /// What the month's median says against the limits of its phase.
        public var signals: [Signal] = []
    }

    /// What a month says against the limits of the process.
    public enum Signal: String, CaseIterable, Hashable, Sendable {
        /// The value lies outside the limits.
        case outside
        /// It ends eight values in a row on one side of the centre.
        case run
        /// It ends four values of which three or more are nearer to one limit than to the centre.
        case nearLimit = "near_limit"
        /// The step from the value before is larger than the range limit.
        case jump
    }

    /// A stretch of months with limits of its own (XmR chart; Wheeler 1993).
    public struct Phase: Hashable, Sendable {
        /// The first month, as an index.
        public var from: Int
        /// Behind the last month, as an index.
        public var until: Int
        /// Months from which the limits were taken; they stay as they are for later months.
        public var baseline: Int
        /// The mean of the baseline's medians, in days.
        public var centre: Double
        /// The lower limit, in days; not below 0.
        public var low: Double
        /// The upper limit, in days.
        public var high: Double
    }

    /// The months, earliest first, without a gap.
    public var months: [Month]
    /// The phases that have limits, earliest first.
    public var phases: [Phase]
    /// Permits decided that a month needs for limits and signals.
    public var minimum: Int
    /// Permits submitted or ended before the first month shown.
    public var earlier = 0
}

/// Permits submitted in one month: what an applicant of that month could expect.
public struct Cohort: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// From 1 to 12.
    public var month: Int
    /// Permits whose time is known.
    public var n: Int
    /// Of these, permits without a decision.
    public var undecided: Int
    /// The median with the undecided censored; nil where it is not reached.
    public var medianDays: Double?
    /// What the median may be at a confidence of 95 in 100.
    public var medianInterval: Interval
    /// The 75th percentile; nil where it is not reached.
    public var p75Days: Double?
    /// Whether its permits were watched long enough: as long as nine in ten of all permits need.
    public var isRipe: Bool
}

/// Little's law as a check: the mean number of open permits against arrivals a day times mean days in the office.
public struct LittleCheck: Hashable, Sendable {
    /// Mean number of permits open over the days of the check.
    public var meanOpen: Double
    /// Permits submitted a day.
    public var arrivalsPerDay: Double
    /// Mean days from submission to the end of the permits that ended in these days.
    public var meanDays: Double
    /// The days of the check.
    public var days: Double

    /// What the law expects of ``meanOpen``.
    public var expectedOpen: Double { arrivalsPerDay * meanDays }

    /// ``meanOpen`` over ``expectedOpen``: near 1 where as much goes out as comes in; nil where nothing is expected.
    public var ratio: Double? { expectedOpen > 0 ? meanOpen / expectedOpen : nil }
}

/// Undecided permits of an age.
public struct AgeBand: Hashable, Sendable {
    /// Days since submission at which the band begins.
    public var fromDays: Int
    /// Days since submission before which it ends; nil for no end.
    public var untilDays: Int?
    /// Not past the deadline.
    public var inTime = 0
    /// Past the deadline.
    public var late = 0
    /// Without a clock that can judge them.
    public var withoutClock = 0
}
