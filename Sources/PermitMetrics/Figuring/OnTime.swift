import PermitWorkflow

/// The two shares of permits in time, from the permits' headline clocks.
struct OnTime {
    /// Permits whose deadline fell in the window and before the cut.
    private(set) var due = 0
    /// Of these, permits decided before it.
    private(set) var dueInTime = 0
    /// Permits decided in the window whose clock is measured.
    private(set) var decided = 0
    /// Of these, permits decided before their deadline.
    private(set) var decidedInTime = 0
    /// Undecided permits past their deadline at the cut.
    private(set) var openLate = 0
    /// Whether any permit has a measured clock.
    private(set) var isMeasured = false

    /// Adds a permit by its headline clock.
    mutating func add(
        _ clock: PermitRow.Clock,
        ending: PermitRow.Ending,
        ended: Int64?,
        in window: PeriodWindow
    ) {
        guard clock.classification != .unmeasured else { return }
        isMeasured = true
        if clock.classification == .openLate { openLate += 1 }
        let isInTime = clock.classification == .onTime
        if clock.classification != .withdrawn, let dueAt = clock.due, dueAt <= window.cut,
            window.contains(dueAt)
        {
            due += 1
            if isInTime { dueInTime += 1 }
        }
        if ending.isDecided, window.contains(ended) {
            decided += 1
            if isInTime { decidedInTime += 1 }
        }
    }

    /// The two statistics, each with its own number of permits.
    var indicators: [Indicator] {
        [
            .share(.onTime, "due_date_cohort", dueInTime, of: due, period: "due"),
            .share(.onTime, "decided_only", decidedInTime, of: decided, period: "decided"),
        ]
    }
}

/// Shares that never divide by zero.
enum Share {
    /// 100 times a part of a whole; nil when the whole is 0.
    static func percent(_ part: Int, of whole: Int) -> Double? {
        whole == 0 ? nil : 100 * Double(part) / Double(whole)
    }
}
