import PermitWorkflow

extension PermitFigures.Duties {
    /// Adds a permit whose deadline falls in the window; one without, by its submission.
    mutating func add(_ row: PermitRow, _ clock: PermitRow.Clock?, in window: PeriodWindow) {
        guard window.contains(clock?.due ?? row.submitted) else { return }
        guard let clock, clock.classification != .unmeasured else {
            unmeasured += 1
            return
        }
        permits += 1
        count(clock)
        if row.owesSilence { deemedDueNotRecorded += 1 }
        if row.decidedAfterSilence { decidedAfterDeemedDue += 1 }
    }

    private mutating func count(_ clock: PermitRow.Clock) {
        switch clock.classification {
        case .onTime: onTime += 1
        case .late: late += 1
        case .openInTime: openInTime += 1
        case .openLate: openLate += 1
        case .deemedRecorded: deemedRecorded += 1
        case .withdrawn: withdrawn += 1
        case .unmeasured: break
        }
    }
}
