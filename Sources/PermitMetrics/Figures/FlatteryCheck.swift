/// One way in which a figure of an office can look better than the work behind it, tried on these permits.
public struct FlatteryCheck: Hashable, Sendable {
    /// What is tried.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Undecided permits past their deadline are left out of the share on time.
        case openLeftOut = "open_left_out"
        /// Undecided permits are left out of the time to a decision.
        case openNotWaited = "open_not_waited"
        /// The office's days are counted from the complete file, not from the submission.
        case countedFromComplete = "counted_from_complete"
        /// A clock that began again lets a permit be on time.
        case clockRestarted = "clock_restarted"
        /// A clock that waited lets a permit be on time.
        case clockWaited = "clock_waited"
        /// A clock began again twice or more.
        case repeatedRestarts = "repeated_restarts"
        /// A permit is withdrawn in the last two days before its deadline, or after it.
        case withdrawnNearDeadline = "withdrawn_near_deadline"
        /// Permits decided at once are pooled with those that somebody verified.
        case instantPooled = "instant_pooled"
        /// One-day service is counted by whole days, so that almost two days are one.
        case wholeDays = "whole_days"
        /// A permit goes to the applicant and comes back on one day.
        case sameDayRounds = "same_day_rounds"
        /// A permit is handed in again under a new id soon after it ended without a grant.
        case handedInAgain = "handed_in_again"
    }

    /// What is tried.
    public var kind: Kind
    /// The permits that it concerns.
    public var permits: Int
    /// Of how many.
    public var whole: Int
    /// The figure that it concerns; nil where it concerns none by itself.
    public var indicator: Indicator.ID?
    /// The figure with the flattery in it; nil where there is none.
    public var flattered: Double?
    /// The figure without it; nil where it is not reached.
    public var plain: Double?
    /// `days`, `working_days` or `percent`; empty where there is no figure.
    public var unit: String
}
