import PermitWorkflow

extension PermitFigures.Duties {
    /// Adds a permit whose deadline falls in the window; one without, by its submission.
    mutating func add(_ row: PermitRow, _ clock: PermitRow.Clock?, in window: PeriodWindow) {
        guard window.contains(clock?.due ?? row.submitted) else { return }
        guard let clock, clock.classification != .unmeasured else {
            classes.count(.unmeasured)
            return
        }
        permits += 1
        classes.count(clock.classification)
        if row.owesSilence { deemedDueNotRecorded += 1 }
        if row.decidedAfterSilence { decidedAfterDeemedDue += 1 }
    }
}
