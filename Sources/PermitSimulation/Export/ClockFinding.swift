internal import PermitWorkflow

/// What a replay has to say where the law should have acted on a clock that ran out, and no event tells of it.
///
/// The names are those of the findings of `izin replay`.
public enum ClockFinding: String, Hashable, Sendable, CaseIterable {
    /// The law should have decided by silence, and nobody decided since.
    case deemedDueNotRecorded = "deemed_due_not_recorded"
    /// The law should have decided by silence, and somebody decided later.
    case decidedAfterDeemedDue = "decided_after_deemed_due"
    /// The application should have been refused, cancelled or withdrawn.
    case lapseDueNotRecorded = "lapse_due_not_recorded"
}

extension SimulatedPermit {
    /// What is to be said of a clock, by its index; nil when nothing is.
    ///
    /// A permit that was taken back after the deadline was not decided late: the decision by silence was due and stayed
    /// unrecorded. A lapse is not missed where the permit ended without a grant in another way, and a window that
    /// merely closes is no lapse.
    public func finding(ofClock index: Int) -> ClockFinding? {
        let result = clocks[index]
        guard result.isApplicable, result.isBreached, let expiry = workflow.clocks[index].expiry else {
            return nil
        }
        guard expiry.isSilence else {
            let name = workflow.actions[expiry.action].name
            let isGranted = outcome == nil || outcome == .issued || outcome == .deemed
            let isMissed = expiry.isLapse && isGranted && !events.contains { $0.action == name }
            return isMissed ? .lapseDueNotRecorded : nil
        }
        switch result.class {
        case .openLate: return .deemedDueNotRecorded
        case .late:
            return permit.clocks.tracks[index].isWithdrawn ? .deemedDueNotRecorded : .decidedAfterDeemedDue
        default: return nil
        }
    }

    /// How many clocks a finding is made of.
    public func count(of finding: ClockFinding) -> Int {
        clocks.indices.count { self.finding(ofClock: $0) == finding }
    }
}
