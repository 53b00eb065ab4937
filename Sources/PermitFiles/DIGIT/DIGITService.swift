internal import PermitDocuments
internal import PermitWorkflow

/// A BusinessService as its document has it; names carry their places.
struct DIGITService {
    var name: Name
    /// The module that it belongs to.
    var business: String?
    /// The limit of the whole in milliseconds.
    var limit: DIGITLimit?
    var states: [State]
    /// What is wrong with the service, or known and not kept.
    var diagnostics: [Diagnostic] = []

    struct State {
        /// The name; nil for the state before the first action.
        var name: Name?
        var position: SourcePosition
        /// The word that the application shows there.
        var status: Name?
        var limit: DIGITLimit?
        var isStart: Bool
        var isEnd: Bool
        var needsDocuments: Bool
        var actions: [Action]

        /// The name for messages.
        var label: String { name?.text ?? "null" }
    }

    struct Action {
        var name: Name
        var next: Name
        var roles: [Name]
    }

    /// The state of a name.
    func state(_ name: Name) -> Int? { states.firstIndex { $0.name == name } }
}

/// A limit as DIGIT has it.
struct DIGITLimit {
    var milliseconds: Int
    var position: SourcePosition
}

/// An entry of AutoEscalation: an action that the system takes when a state has lasted too long.
struct DIGITEscalation {
    var service: Name
    var state: Name
    var action: Name
    /// The days that the state may last.
    var stateDays: Double?
    /// The days that the whole may last.
    var businessDays: Double?
    var isActive: Bool
    var position: SourcePosition
}
