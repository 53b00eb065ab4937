public import PermitWorkflow

/// A workflow drawn as text that other tools turn into pictures or read as a model.
///
/// The same workflow and overlay give the same text everywhere.
public struct WorkflowDrawing: Sendable {
    /// The workflow.
    public let workflow: Workflow
    /// What was counted on its ways; nil to draw the workflow alone.
    public let overlay: DrawingOverlay?

    /// Creates a drawing.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - overlay: What was counted on its ways, by indices of this workflow; nil to draw the workflow alone.
    public init(_ workflow: Workflow, overlay: DrawingOverlay? = nil) {
        self.workflow = workflow
        self.overlay = overlay
    }

    /// Every way of the workflow: one for each action, state and target, in the order of the definition.
    ///
    /// Two ways of an action between the same states, which differ in their guards, are one.
    var edges: [Edge] {
        var seen: Set<Edge> = []
        let all = workflow.actions.indices.flatMap { action in
            workflow.actions[action].cases
                .flatMap { way in
                    way.from.map { Edge(action: action, from: $0, to: way.to) }
                }
        }
        return all.filter { seen.insert($0).inserted }
    }

    struct Edge: Hashable {
        var action: Int
        var from: Int
        var to: Int
    }
}
