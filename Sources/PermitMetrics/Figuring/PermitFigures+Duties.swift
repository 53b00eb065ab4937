import PermitWorkflow

extension PermitFigures.Duties {
    /// Counts permits whose deadline falls in the window; those without one, by their submission.
    init?(_ rows: [PermitRow], kinds: [ClockKind], in window: PeriodWindow) {
        for row in rows {
            let clock = Headline.clock(of: row, kinds: kinds)
            guard window.contains(clock?.due ?? row.submitted) else { continue }
            guard let clock, clock.classification != .unmeasured else {
                unmeasured += 1
                continue
            }
            permits += 1
            count(clock)
            if row.owesSilence { deemedDueNotRecorded += 1 }
            if row.decidedAfterSilence { decidedAfterDeemedDue += 1 }
        }
        if permits == 0 { return nil }
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
