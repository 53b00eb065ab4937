internal import PermitWorkflow

/// The transitions between two states that share an arrow.
struct Arrow {
    /// One action on the arrow.
    struct Part {
        /// The way; its action is -1 where a log only told the state.
        var edge: WorkflowDrawing.Edge
        var title: String
        /// Who may act; empty where nobody is named.
        var by: String
        /// On whose desk those who may act sit; nil where on several.
        var desk: Holder?
        var marks: [ClockMarks.Mark]
        /// Whether only the system takes it, or the law by itself.
        var isAutomatic: Bool
        var tally: DrawingOverlay.Tally?
    }

    var from: Int
    var to: Int
    var parts: [Part]
    /// Whether the workflow does not have it.
    var isDeparture = false

    var isLoop: Bool { from == to }
    var isAutomatic: Bool { parts.allSatisfy(\.isAutomatic) }
    /// The desk of those who act, when it is one.
    var desk: Holder? {
        let desks = Set(parts.map(\.desk))
        return desks.count == 1 ? desks.first ?? nil : nil
    }
    /// How often the arrow was taken; nil without an overlay.
    var count: Int? {
        let tallies = parts.compactMap(\.tally)
        return tallies.isEmpty ? nil : tallies.reduce(0) { $0 + $1.count }
    }
}

extension WorkflowDrawing {
    /// The marks of the workflow's clocks.
    var clockMarks: ClockMarks { ClockMarks(workflow, edges: edges) }

    /// All arrows, transitions between the same states together, in the order of the definition; departures last.
    func arrows(_ language: Language) -> [Arrow] {
        let marks = clockMarks
        let parts = edges.map { part($0, marks, language) }
        let departures = (overlay?.drawn ?? []).map { departure($0, language) }
        return Self.merged(parts, isDeparture: false) + Self.merged(departures, isDeparture: true)
    }

    private static func merged(_ parts: [Arrow.Part], isDeparture: Bool) -> [Arrow] {
        var arrows: [Arrow] = []
        var places: [Edge: Int] = [:]
        for part in parts {
            let pair = Edge(action: 0, from: part.edge.from, to: part.edge.to)
            if let place = places[pair] {
                arrows[place].parts.append(part)
            } else {
                places[pair] = arrows.count
                arrows.append(Arrow(from: pair.from, to: pair.to, parts: [part], isDeparture: isDeparture))
            }
        }
        return arrows
    }

    private func part(_ edge: Edge, _ marks: ClockMarks, _ language: Language) -> Arrow.Part {
        let words = DrawingWords(language: language)
        let action = workflow.actions[edge.action]
        let marks = marks.marks(of: edge)
        return Arrow.Part(
            edge: edge,
            title: words.title(action.title, name: action.name),
            by: words.roles(action.roles, in: workflow),
            desk: desk(of: action.roles),
            marks: marks,
            isAutomatic: action.isAutomatic || marks.contains { $0.kind == .expiry },
            tally: overlay?.tally(edge)
        )
    }

    private func departure(_ departure: DrawingOverlay.Departure, _ language: Language) -> Arrow.Part {
        let words = DrawingWords(language: language)
        let action = departure.action.map { workflow.actions[$0] }
        return Arrow.Part(
            edge: Edge(action: departure.action ?? -1, from: departure.from, to: departure.to),
            title: action.map { words.title($0.title, name: $0.name) }
                ?? language.pick("state set by the log", "status menurut log"),
            by: "",
            desk: nil,
            marks: [],
            isAutomatic: false,
            tally: departure.tally
        )
    }

    private func desk(of roles: [String]) -> Holder? {
        let desks = Set(workflow.definition.roles.filter { roles.contains($0.name.text) }.map(\.holder))
        return desks.count == 1 ? desks.first : nil
    }
}
