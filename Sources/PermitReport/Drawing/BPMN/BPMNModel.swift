internal import PermitWorkflow
internal import WorkingTime

/// A workflow as a BPMN process: actions are tasks, states are the gateways and flows between them.
///
/// A state with one way in and one way out is a flow; any other is an exclusive gateway. What the law does when a time
/// limit runs out waits behind a timer.
struct BPMNModel {
    /// A node of the process.
    struct Node {
        /// What it is.
        enum Kind: Equatable {
            case start
            case end
            case gateway
            case task(isAutomatic: Bool)
            /// A timer with its duration in ISO 8601; nil where a table gives it.
            case timer(String?)
        }

        var id: String
        var kind: Kind
        var name: String
        var notes: [String] = []
        var desk: Holder?
    }

    /// A sequence flow.
    struct Flow {
        var from: Int
        var to: Int
        /// The state that it stands for; nil where a gateway does.
        var name: String?
    }

    private(set) var nodes: [Node] = []
    private(set) var flows: [Flow] = []
    private let workflow: Workflow
    private let drawing: WorkflowDrawing
    private let words: DrawingWords
    private let marks: MarkText

    init(_ drawing: WorkflowDrawing, _ language: Language) {
        self.drawing = drawing
        workflow = drawing.workflow
        words = DrawingWords(language: language)
        marks = MarkText(drawing, language)
        build()
    }

    private mutating func build() {
        let initial = workflow.states[workflow.initialState]
        nodes.append(
            Node(
                id: "start",
                kind: .start,
                name: words.language.pick("Start", "Mulai"),
                desk: initial.holder
            )
        )
        let joints = workflow.states.indices.map { addJoint(ofState: $0) }
        let tasks = addTasks()
        var into = [[Int]](repeating: [], count: workflow.states.count)
        var out = into
        into[workflow.initialState].append(0)
        let clockMarks = drawing.clockMarks
        var linked: Set<[Int]> = []
        for edge in drawing.edges {
            guard let task = tasks[[edge.action, edge.to]] else { continue }
            if linked.insert([task, edge.to]).inserted { into[edge.to].append(task) }
            let expired = clockMarks.marks(of: edge).first { $0.kind == .expiry }
            out[edge.from].append(expired.map { addTimer($0.clock, before: task, in: edge.from) } ?? task)
        }
        for state in workflow.states.indices {
            guard let joint = joints[state] else {
                if let source = into[state].first, let target = out[state].first {
                    let info = workflow.states[state]
                    flows.append(
                        Flow(from: source, to: target, name: words.title(info.title, name: info.name))
                    )
                }
                continue
            }
            for source in into[state] { flow(source, joint) }
            for target in out[state] { flow(joint, target) }
        }
    }

    private mutating func flow(_ from: Int, _ to: Int) { flows.append(Flow(from: from, to: to)) }

    /// The gateway or end of a state; nil where one flow will do.
    private mutating func addJoint(ofState index: Int) -> Int? {
        let state = workflow.states[index]
        let name = words.title(state.title, name: state.name)
        let tasks = Set(drawing.edges.filter { $0.to == index }.map { [$0.action, $0.to] })
        let into = tasks.count + (index == workflow.initialState ? 1 : 0)
        let out = drawing.edges.count { $0.from == index }
        if state.outcome == nil, into == 1, out == 1 { return nil }
        nodes.append(
            Node(
                id: "state_\(state.name)",
                kind: state.outcome == nil ? .gateway : .end,
                name: name,
                notes: notes(ofState: index),
                desk: state.holder
            )
        )
        return nodes.count - 1
    }

    private func notes(ofState index: Int) -> [String] {
        let state = workflow.states[index]
        var notes = [state.outcome.map(words.outcome) ?? state.holder.map(words.holder) ?? ""]
        for mark in drawing.clockMarks.marks(ofState: index, edges: drawing.edges) {
            notes.append(clockTitle(mark.clock) + ": " + marks.meaning(mark.kind))
        }
        if let overlay = drawing.overlay, index < overlay.permits.count, overlay.permits[index] > 0 {
            notes.append(words.permits(overlay.permits[index]))
        }
        return notes.filter { !$0.isEmpty }
    }

    private func clockTitle(_ clock: Int) -> String {
        words.title(workflow.clocks[clock].title, name: workflow.clocks[clock].name)
    }

    /// One task for each action and target.
    private mutating func addTasks() -> [[Int]: Int] {
        var tasks: [[Int]: Int] = [:]
        for edge in drawing.edges where tasks[[edge.action, edge.to]] == nil {
            let action = workflow.actions[edge.action]
            let targets = Set(action.cases.map(\.to))
            let suffix = targets.count > 1 ? "_\(workflow.states[edge.to].name)" : ""
            let desk = workflow.definition.roles.first { action.roles.contains($0.name.text) }?.holder
            tasks[[edge.action, edge.to]] = nodes.count
            nodes.append(
                Node(
                    id: "action_\(action.name)\(suffix)",
                    kind: .task(isAutomatic: action.isAutomatic),
                    name: words.title(action.title, name: action.name),
                    notes: notes(of: edge),
                    desk: desk
                )
            )
        }
        return tasks
    }

    private func notes(of edge: WorkflowDrawing.Edge) -> [String] {
        let action = workflow.actions[edge.action]
        var notes = [words.roles(action.roles, in: workflow)]
        if let legal = action.legal { notes.append(legal) }
        if !action.needs.isEmpty {
            notes.append(words.language.pick("needs: ", "perlu: ") + action.needs.joined(separator: ", "))
        }
        for mark in drawing.clockMarks.marks(of: edge) {
            notes.append(
                clockTitle(mark.clock) + " " + words.bracketed(workflow.clocks[mark.clock]) + ": "
                    + marks.meaning(mark.kind)
            )
        }
        guard let overlay = drawing.overlay else { return notes }
        for way in drawing.edges where way.action == edge.action && way.to == edge.to {
            let state = workflow.states[way.from]
            notes.append(words.title(state.title, name: state.name) + ": " + words.tally(overlay.tally(way)))
        }
        return notes
    }

    private mutating func addTimer(_ clock: Int, before task: Int, in state: Int) -> Int {
        let info = workflow.clocks[clock]
        nodes.append(
            Node(
                id: "timer_\(info.name)_\(workflow.states[state].name)_\(task)",
                kind: .timer(Self.duration(info)),
                name: words.limit(info),
                notes: [clockTitle(clock) + ": " + words.limitAndArticle(info)],
                desk: .system
            )
        )
        flow(nodes.count - 1, task)
        return nodes.count - 1
    }

    /// A duration of ISO 8601, which knows no working days: the note beside it says what is counted.
    private static func duration(_ clock: ClockInfo) -> String? {
        guard let limit = clock.limit else { return nil }
        return limit.unit == .elapsed ? "PT\(limit.amount)S" : "P\(limit.amount)D"
    }

    /// The ways that were taken and that the workflow does not have, in words.
    var departures: [String] {
        (drawing.overlay?.departures ?? [])
            .map { departure in
                let title = { (state: Int) in
                    words.title(workflow.states[state].title, name: workflow.states[state].name)
                }
                let action = departure.action.map { workflow.actions[$0] }
                let name = action.map { words.title($0.title, name: $0.name) } ?? "-"
                return
                    "\(title(departure.from)) \u{2192} \(title(departure.to)) (\(name)): \(words.tally(departure.tally))"
            }
    }
}
