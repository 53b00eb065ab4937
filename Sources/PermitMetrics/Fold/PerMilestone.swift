import PermitLog

/// At most one value for each milestone.
struct PerMilestone<Value: Sendable>: Sendable {
    private var submitted: Value?
    private var complete: Value?
    private var firstResponse: Value?
    private var decided: Value?

    subscript(milestone: Profile.Milestone) -> Value? {
        get {
            switch milestone {
            case .submitted: submitted
            case .complete: complete
            case .firstResponse: firstResponse
            case .decided: decided
            }
        }
        set {
            switch milestone {
            case .submitted: submitted = newValue
            case .complete: complete = newValue
            case .firstResponse: firstResponse = newValue
            case .decided: decided = newValue
            }
        }
    }
}
