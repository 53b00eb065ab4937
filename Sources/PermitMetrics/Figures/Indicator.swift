/// One figure of performance with its unit, the number of permits behind it and the period it speaks of.
public struct Indicator: Hashable, Sendable {
    /// The indicators that this version computes; the raw value is the name in the report.
    public enum ID: String, CaseIterable, Hashable, Sendable {
        /// Calendar days from submission to decision.
        case totalTime = "total_time"
        /// The agencies' time, three ways: by the clock, over all rounds, and on the wall.
        case agencyTime = "agency_time"
        /// The time in which the applicant held the permit.
        case applicantTime = "applicant_time"
        /// Working days from submission to the office's first response.
        case firstResponse = "first_response"
        /// The share of permits decided before their deadline.
        case onTime = "on_time"
        /// The share of decided permits whose clock ever waited or began again.
        case holdShare = "hold_share"
        /// How often decided permits were given back for corrections.
        case reworkRounds = "rework_rounds"
        /// The days that the open permits would take at the pace of the period: a forecast.
        case dispositionTime = "disposition_time"
        /// How permits ended, each way as a share.
        case outcomeShares = "outcome_shares"
        /// Permits without a decision at the cut.
        case backlog
        /// Resolved permits in percent of incoming ones.
        case clearanceRate = "clearance_rate"
        /// The share of applications that came through an online channel.
        case onlineShare = "online_share"
        /// The share of decided permits that were never returned to the applicant.
        case firstTimeRight = "first_time_right"
        /// The share of decided permits that were granted by silence.
        case deemedShare = "deemed_share"
        /// The share of permits without an unexpected event.
        case conformance
        /// Counts of what was wrong in the input.
        case dataQuality = "data_quality"
    }

    /// Which indicator.
    public var id: ID
    /// Which statistic of it, such as `median`, `due_date_cohort` or `decided_only`.
    public var statistic: String
    /// The value; nil where it is not reached or nothing can be divided.
    public var value: Double?
    /// `days`, `working_days`, `office_hours`, `percent` or `count`.
    public var unit: String
    /// What the value may be at a confidence of 95 in 100, in its unit; nil where no interval is known for it.
    public var interval: Interval?
    /// The number of permits (or rows, for the quality of data) behind the value.
    public var n: Int
    /// How permits are placed in the period: `submitted`, `decided`, `due`, `flow` (incoming and resolved each by its
    /// own date), `cut` (the state at the data cut) or `file`.
    public var period: String

    /// Creates a figure.
    public init(
        _ id: ID,
        _ statistic: String,
        value: Double?,
        unit: String,
        n: Int,
        interval: Interval? = nil,
        period: String
    ) {
        self.id = id
        self.statistic = statistic
        self.value = value
        self.unit = unit
        self.n = n
        self.interval = interval
        self.period = period
    }
}

extension Indicator {
    /// A share in percent with Wilson's interval.
    static func share(_ id: ID, _ statistic: String, _ part: Int, of whole: Int, period: String) -> Indicator
    {
        Indicator(
            id,
            statistic,
            value: Share.percent(part, of: whole),
            unit: "percent",
            n: whole,
            interval: Interval.wilson(part, of: whole)?.map { 100 * $0 },
            period: period
        )
    }
}
