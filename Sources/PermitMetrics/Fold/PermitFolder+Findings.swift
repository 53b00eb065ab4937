import PermitWorkflow

extension PermitFolder {
    /// Notes a permit that was submitted on a day on which the workflow does not govern.
    mutating func judgeForce(_ number: Int, submitted: Int64, in row: inout PermitRow) {
        guard let force = plan.binding.force[number], !force.contains(submitted) else { return }
        row.isOutsideForce = true
        note(
            .init(kind: .outsideForce, activity: -1, state: -1, order: row.order),
            workflow: number,
            in: &row
        )
    }

    /// Notes where the law should have acted on a clock that ran out and the log has nothing of it.
    mutating func judgeExpiry(
        of clock: Int,
        _ result: ClockResult,
        _ course: CaseReplay.Course,
        _ number: Int,
        in row: inout PermitRow
    ) {
        guard result.isBreached else { return }
        let workflow = plan.binding.workflows[number]
        guard let expiry = workflow.clocks[clock].expiry,
            let kind = expiry.isSilence
                ? silence(result, course.clocks.tracks[clock]) : lapse(expiry, course)
        else { return }
        let finding = CaseReplay.Departure(
            kind: kind,
            activity: -1,
            state: course.state,
            order: row.order,
            detail: plan.binding.firstClock[number] + clock
        )
        note(finding, workflow: number, in: &row)
        guard number == row.workflow else { return }
        row.owesSilence = row.owesSilence || kind == .deemedDueNotRecorded
        row.decidedAfterSilence = row.decidedAfterSilence || kind == .decidedAfterDeemedDue
    }

    /// What is to be said where the law should have decided by silence.
    ///
    /// A permit that was taken back after that was not decided late: the approval was due and stayed unrecorded.
    private func silence(_ result: ClockResult, _ track: ClockTrack) -> DeviationKind? {
        switch result.class {
        case .openLate: .deemedDueNotRecorded
        case .late: track.isWithdrawn ? .deemedDueNotRecorded : .decidedAfterDeemedDue
        default: nil
        }
    }

    /// What is to be said where the law should have rejected, cancelled or withdrawn.
    ///
    /// Nothing where the log has that action, or ended the permit without a grant in another way. A window that merely
    /// closes is no lapse.
    private func lapse(
        _ expiry: ClockInfo.Expiry,
        _ course: CaseReplay.Course
    ) -> DeviationKind? {
        if course.expiries.contains(expiry.action) { return nil }
        switch course.outcome {
        case nil, .issued, .deemed: break
        default: return nil
        }
        return expiry.isLapse ? .lapseDueNotRecorded : nil
    }
}
