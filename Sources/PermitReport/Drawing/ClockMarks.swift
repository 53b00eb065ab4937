internal import PermitWorkflow

/// Where a workflow's clocks start, wait and stop, as far as they can be running there.
struct ClockMarks {
    /// What happens to a clock.
    enum Kind: Hashable {
        case start
        case restart
        case wait
        case stop
        case expiry
    }

    /// One happening.
    struct Mark: Hashable {
        var kind: Kind
        var clock: Int
    }

    private let workflow: Workflow
    private let rules: [Rule]
    /// For each clock, the states in which it can be open.
    private let open: [Set<Int>]

    /// What moves a clock, by index.
    private struct Rule {
        var startActions: Set<Int>
        var startStates: Set<Int>
        var restarts: Set<Int>
        var stopActions: Set<Int>

        init(_ clock: Definition.Clock, _ workflow: Workflow) {
            startActions = Set(clock.starts.at.compactMap { workflow.action(named: $0.text) })
            let states = clock.starts.enters.flatMap { name in
                workflow.states.indices.filter {
                    workflow.states[$0].name == name.text
                        || workflow.states[$0].outcome?.rawValue == name.text
                }
            }
            startStates = Set(states)
            restarts = Set(clock.restarts.compactMap { workflow.action(named: $0.text) })
            stopActions = Set(clock.stops.at.compactMap { workflow.action(named: $0.text) })
        }

        func starts(_ edge: WorkflowDrawing.Edge) -> Bool {
            startActions.contains(edge.action) || restarts.contains(edge.action)
                || edge.from != edge.to && startStates.contains(edge.to)
        }
    }

    init(_ workflow: Workflow, edges: [WorkflowDrawing.Edge]) {
        self.workflow = workflow
        let rules = workflow.definition.clocks.map { Rule($0, workflow) }
        self.rules = rules
        open = rules.indices.map { clock in
            func stops(_ edge: WorkflowDrawing.Edge) -> Bool {
                workflow.clocks[clock].isStopped(in: edge.to)
                    || rules[clock].stopActions.contains(edge.action)
            }
            var open = Set(edges.filter { rules[clock].starts($0) && !stops($0) }.map(\.to))
            var grown = true
            while grown {
                let next = edges.filter { open.contains($0.from) && !stops($0) }.map(\.to)
                grown = !open.isSuperset(of: next)
                open.formUnion(next)
            }
            return open
        }
    }

    /// What a transition does to clocks; a stop is told at the state where entering it stops the clock.
    func marks(of edge: WorkflowDrawing.Edge) -> [Mark] {
        rules.indices.flatMap { clock -> [Mark] in
            var marks: [Mark] = []
            let rule = rules[clock]
            if rule.starts(edge) {
                let isRestart =
                    rule.restarts.contains(edge.action) && !rule.startActions.contains(edge.action)
                marks.append(Mark(kind: isRestart ? .restart : .start, clock: clock))
            } else if rule.stopActions.contains(edge.action), open[clock].contains(edge.from) {
                marks.append(Mark(kind: .stop, clock: clock))
            }
            if workflow.clocks[clock].expiry?.action == edge.action, open[clock].contains(edge.from) {
                marks.append(Mark(kind: .expiry, clock: clock))
            }
            return marks
        }
    }

    /// The clocks that wait in a state, and those that entering it stops; an outcome stops all, which goes without saying.
    func marks(ofState state: Int, edges: [WorkflowDrawing.Edge]) -> [Mark] {
        guard workflow.states[state].outcome == nil else { return [] }
        return rules.indices.compactMap { clock in
            if open[clock].contains(state), workflow.clocks[clock].isPaused(in: state) {
                return Mark(kind: .wait, clock: clock)
            }
            let isEntered = edges.contains { $0.to == state && open[clock].contains($0.from) }
            return isEntered && workflow.clocks[clock].isStopped(in: state)
                ? Mark(kind: .stop, clock: clock) : nil
        }
    }
}

extension WorkflowDrawing {
    /// The marks that stand somewhere in the drawing.
    var markKinds: Set<ClockMarks.Kind> {
        let (marks, edges) = (clockMarks, self.edges)
        let ofStates = workflow.states.indices.flatMap { marks.marks(ofState: $0, edges: edges) }
        return Set((edges.flatMap(marks.marks) + ofStates).map(\.kind))
    }
}
