import PermitWorkflow

/// How many permits stand in each class of a clock.
public struct ClassCounts: Hashable, Sendable {
    /// Decided before the deadline.
    public var onTime = 0
    /// Decided at or after the deadline, or breached in an earlier run.
    public var late = 0
    /// Undecided, the deadline still ahead.
    public var openInTime = 0
    /// Undecided past the deadline.
    public var openLate = 0
    /// Granted by silence and recorded so.
    public var deemedRecorded = 0
    /// Withdrawn before the deadline.
    public var withdrawn = 0
    /// Not judged.
    public var unmeasured = 0

    /// Creates counts of nothing.
    public init() {}

    /// Counts one more permit.
    mutating func count(_ classification: ClockClass) {
        switch classification {
        case .onTime: onTime += 1
        case .late: late += 1
        case .openInTime: openInTime += 1
        case .openLate: openLate += 1
        case .deemedRecorded: deemedRecorded += 1
        case .withdrawn: withdrawn += 1
        case .unmeasured: unmeasured += 1
        }
    }
}
