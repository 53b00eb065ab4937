/// One figure of performance with its unit, the number of permits behind it and the period it speaks of.
public struct Indicator: Hashable, Sendable {
    /// The indicators that this version computes; the raw value is the name in the report.
    public enum ID: String, CaseIterable, Hashable, Sendable {
        /// Calendar days from submission to decision.
        case totalTime = "total_time"
        /// The share of permits decided before their deadline.
        case onTime = "on_time"
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
    /// `days`, `percent` or `count`.
    public var unit: String
    /// The number of permits (or rows, for the quality of data) behind the value.
    public var n: Int
    /// How permits are placed in the period: `submitted`, `decided`, `due`, `flow` (incoming and resolved each by its
    /// own date), `cut` (the state at the data cut) or `file`.
    public var period: String

    /// Creates a figure.
    public init(_ id: ID, _ statistic: String, value: Double?, unit: String, n: Int, period: String) {
        self.id = id
        self.statistic = statistic
        self.value = value
        self.unit = unit
        self.n = n
        self.period = period
    }
}
