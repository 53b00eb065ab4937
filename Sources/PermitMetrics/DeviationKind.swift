/// The ways in which an event can depart from a workflow.
enum DeviationKind: String, CaseIterable, Sendable {
    case unknownActivity = "unknown_activity"
    case notAllowed = "not_allowed"
    case ambiguous
    case wrongStart = "wrong_start"
    case afterEnd = "after_end"
    case wrongRole = "wrong_role"
    case sameActor = "same_actor"
    case missingDocument = "missing_document"
    case guardFailed = "guard_failed"
    case guardUnknown = "guard_unknown"
    case clockAlreadyRunning = "clock_already_running"
    case factChanged = "fact_changed"
    case deemedDueNotRecorded = "deemed_due_not_recorded"
    case decidedAfterDeemedDue = "decided_after_deemed_due"
    case lapseDueNotRecorded = "lapse_due_not_recorded"
    case outsideForce = "outside_force"
    case codeOutsideTable = "code_outside_table"
    case linkMissing = "link_missing"
    case linkNotEnded = "link_not_ended"

    /// Whether a permit with this deviation does not fit; the others are findings beside it.
    var breaksFit: Bool {
        switch self {
        case .unknownActivity, .notAllowed, .ambiguous, .wrongStart, .afterEnd: true
        default: false
        }
    }
}
