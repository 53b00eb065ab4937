internal import PermitWorkflow

extension WorkflowDrawing {
    /// The workflow as a Graphviz graph from top to bottom.
    ///
    /// States are filled by the desk that holds them and boxed by stage; outcomes have a double line in the colour of
    /// how the permit ends. What the law or the system does by itself is dotted. An action from many states to one is
    /// drawn as branches that meet in a point.
    ///
    /// - Parameter language: For titles and the few words that are added.
    /// - Returns: A `digraph` in the DOT language, ending in a new line.
    public func dot(language: Language) -> String { DOTText(self, language).text }
}

/// Writes a drawing as DOT.
private struct DOTText {
    private let drawing: WorkflowDrawing
    private let workflow: Workflow
    private let marks: MarkText
    private let clockMarks: ClockMarks
    private let words: DrawingWords

    init(_ drawing: WorkflowDrawing, _ language: Language) {
        self.drawing = drawing
        workflow = drawing.workflow
        marks = MarkText(drawing, language)
        clockMarks = drawing.clockMarks
        words = DrawingWords(language: language)
    }

    var text: String {
        let (alone, bundles) = ArrowBundle.split(drawing.arrows(words.language)) {
            workflow.states[$0].outcome != nil
        }
        var lines = header
        lines += states
        lines.append("    start -> s\(workflow.initialState);")
        lines += alone.map { arrow($0, to: "s\($0.to)", label: label($0)) }
        for (number, bundle) in bundles.enumerated() { lines += self.bundle(bundle, number) }
        lines += legend
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private var header: [String] {
        let title = words.title(workflow.title, name: workflow.name)
        let hidden = drawing.overlay.flatMap(words.hiddenDepartures)
        let caption = [title, workflow.legal] + [drawing.overlay?.caption, hidden].compactMap(\.self)
        return [
            "digraph \(quoted(workflow.name)) {",
            "    graph [rankdir=TB, labelloc=t, fontname=\"sans-serif\", fontsize=16, nodesep=0.3, ranksep=0.4,",
            "        label=\(quoted(caption))];",
            "    node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\", fontsize=11];",
            "    edge [fontname=\"sans-serif\", fontsize=9, arrowsize=0.7];",
            "    start [shape=circle, style=filled, fillcolor=\"#1d1d1d\", label=\"\", width=0.14];",
        ]
    }

    /// The states, those of a stage in a box of their own where it has several.
    private var states: [String] {
        var stages: [String] = []
        for state in workflow.states {
            if let stage = state.stage, !stages.contains(stage) { stages.append(stage) }
        }
        var lines: [String] = []
        for (number, stage) in stages.enumerated() {
            let members = workflow.states.indices.filter { workflow.states[$0].stage == stage }
            guard isApart(stage) else { continue }
            lines.append("    subgraph cluster_\(number) {")
            lines.append(
                "        label=\(quoted([stage.replacing("_", with: " ")])); labeljust=l; fontsize=9;"
                    + " fontcolor=\"#5a5a5a\"; color=\"#c8c8c8\"; style=dashed;"
            )
            lines += members.map { "    " + state($0) }
            lines.append("    }")
        }
        let clustered = Set(stages.filter(isApart))
        let rest = workflow.states.indices.filter { index in
            workflow.states[index].stage.map { !clustered.contains($0) } ?? true
        }
        return lines + rest.map(state)
    }

    /// Whether a box around a stage helps: it has several states, and few ways lead in or on from it.
    private func isApart(_ stage: String) -> Bool {
        let states = workflow.states
        let ways = drawing.edges.filter { states[$0.to].outcome == nil }
        let crossing = ways.count { (states[$0.from].stage == stage) != (states[$0.to].stage == stage) }
        return states.count { $0.stage == stage } > 1 && crossing <= 2
    }

    private func state(_ index: Int) -> String {
        let state = workflow.states[index]
        let paint = DrawingPalette.paint(state)
        var label = [words.title(state.title, name: state.name)]
        let marks = clockMarks.marks(ofState: index, edges: drawing.edges)
        if !marks.isEmpty { label.append(self.marks.text(marks)) }
        if let overlay = drawing.overlay, index < overlay.permits.count, overlay.permits[index] > 0 {
            label.append(words.permits(overlay.permits[index]))
        }
        let ending = state.outcome == nil ? "" : ", peripheries=2"
        return
            "    s\(index) [label=\(quoted(label)), fillcolor=\"\(paint.fill)\", color=\"\(paint.line)\"\(ending)];"
    }

    private func label(_ arrow: Arrow) -> [String] {
        arrow.parts.flatMap { part -> [String] in
            let by = part.by.isEmpty ? "" : " (\(part.by))"
            return [part.title + by] + part.marks.map(marks.text)
                + [part.tally.map(words.tally)].compactMap(\.self)
        }
    }

    private func arrow(_ arrow: Arrow, to target: String, label: [String]) -> String {
        let style = arrow.isDeparture ? "dashed" : arrow.isAutomatic ? "dotted" : "solid"
        let line = DrawingPalette.line(arrow)
        let font = arrow.isDeparture || arrow.count == 0 ? line : DrawingPalette.text
        let head = target.hasPrefix("s") ? "" : ", arrowhead=none"
        let text = label.isEmpty ? "" : "label=\(aired(label)), "
        return "    s\(arrow.from) -> \(target) [\(text)style=\(style), color=\"\(line)\", "
            + "fontcolor=\"\(font)\", penwidth=\(width(arrow))\(head)];"
    }

    private func bundle(_ bundle: ArrowBundle, _ number: Int) -> [String] {
        let trunk = bundle.trunk
        let line = DrawingPalette.line(trunk)
        var lines = ["    j\(number) [shape=point, width=0.05, color=\"\(line)\"];"]
        lines += bundle.branches.map { branch in
            let tallies = branch.parts.compactMap { $0.tally.map(words.tally) }
            return arrow(branch, to: "j\(number)", label: tallies)
        }
        let style = trunk.isAutomatic ? "dotted" : "solid"
        lines.append(
            "    j\(number) -> s\(bundle.to) [label=\(aired(label(trunk))), style=\(style), color=\"\(line)\", "
                + "penwidth=\(width(trunk))];"
        )
        return lines
    }

    /// Wider where more permits went, in tenths of a point.
    private func width(_ arrow: Arrow) -> String {
        guard let overlay = drawing.overlay, let count = arrow.count else { return "1" }
        let tenths = 10 + 30 * count / overlay.largest
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// The clocks and their symbols, in a note at the bottom.
    private var legend: [String] {
        guard !workflow.clocks.isEmpty else { return [] }
        let shown = drawing.markKinds
        let kinds = [ClockMarks.Kind.start, .restart, .wait, .stop, .expiry].filter(shown.contains)
        let symbols = kinds.map { MarkText.symbol($0) + " " + marks.meaning($0) }.joined(separator: "   ")
        let clocks = workflow.clocks.indices.map(marks.legend)
        return [
            "    legend [shape=note, style=filled, fillcolor=\"#ffffff\", color=\"#c8c8c8\", fontsize=9,",
            "        label=\(quoted([symbols] + clocks, justification: "l"))];",
        ]
    }

    /// A DOT string of one line or several.
    private func quoted(_ lines: [String], justification: String = "n") -> String {
        let escaped = lines.map { $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
        let isPlain = justification == "n"
        return "\"" + escaped.joined(separator: "\\\(justification)") + (isPlain ? "" : "\\\(justification)")
            + "\""
    }

    private func quoted(_ text: String) -> String { quoted([text]) }

    /// A label that keeps away from its line.
    private func aired(_ lines: [String]) -> String { quoted(lines.map { " \($0) " }) }
}
