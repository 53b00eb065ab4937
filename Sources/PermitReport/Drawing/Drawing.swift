public import PermitWorkflow

/// A workflow drawn as text that other tools turn into pictures or read as a model.
public struct WorkflowDrawing: Sendable {
    /// The workflow.
    public let workflow: Workflow

    /// Creates a drawing.
    public init(_ workflow: Workflow) { self.workflow = workflow }

    /// A title in a language, else in English, else the name itself.
    func label(_ titles: [String: String], _ language: String, name: String) -> String {
        titles[language] ?? titles["en"] ?? name
    }

    /// Every way of the workflow: one for each action, state and target, in the order of the definition.
    var edges: [Edge] {
        workflow.actions.indices.flatMap { action in
            workflow.actions[action].cases
                .flatMap { way in
                    way.from.map { Edge(action: action, from: $0, to: way.to) }
                }
        }
    }

    struct Edge: Hashable {
        var action: Int
        var from: Int
        var to: Int
    }
}
