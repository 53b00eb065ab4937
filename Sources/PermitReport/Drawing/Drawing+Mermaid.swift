internal import PermitWorkflow
internal import WorkingTime

extension WorkflowDrawing {
    /// The workflow as a Mermaid state diagram, for Markdown pages.
    ///
    /// States are coloured by the desk that holds them. A transition that starts a clock says so, and a state in which
    /// one waits.
    ///
    /// With an overlay, transitions carry how often they were taken and the median days, states the permits that are in
    /// them; states that nothing touched are grey, and what the workflow does not have is marked with a cross.
    ///
    /// - Parameter language: For titles and the few words that are added.
    /// - Returns: A `stateDiagram-v2`, ending in a new line.
    public func mermaid(language: Language) -> String {
        let words = MermaidWords(drawing: DrawingWords(language: language))
        var lines = ["stateDiagram-v2"]
        for (index, state) in workflow.states.enumerated() {
            let waits = workflow.clocks.filter { state.outcome == nil && isWaiting($0, in: index) }
                .map(\.name)
            let mark = waits.isEmpty ? "" : "<br/>(\(waits.joined(separator: ", ")) \(words.waits))"
            let title = escape(words.title(state.title, name: state.name))
            lines.append("    state \"\(title)\(mark)\(permits(in: index, words))\" as \(id(index))")
        }
        lines.append("    [*] --> \(id(workflow.initialState))")
        for (pair, actions) in transitions {
            let labels = actions.map {
                transitionLabel(Edge(action: $0, from: pair.from, to: pair.to), words)
            }
            lines.append("    \(id(pair.from)) --> \(id(pair.to)): \(labels.joined(separator: "<br/>"))")
        }
        for departure in overlay?.drawn ?? [] { lines.append(line(departure, words)) }
        for (index, state) in workflow.states.enumerated() where state.outcome != nil {
            lines.append("    \(id(index)) --> [*]")
        }
        if let hidden = overlay.flatMap(words.drawing.hiddenDepartures) { lines.append("    %% \(hidden)") }
        return (lines + colours).joined(separator: "\n") + "\n"
    }

    /// Transitions between the same two states share an arrow.
    private var transitions: [(pair: Edge, actions: [Int])] {
        var order: [Edge] = []
        var actions: [Edge: [Int]] = [:]
        for edge in edges {
            let pair = Edge(action: 0, from: edge.from, to: edge.to)
            if actions[pair] == nil { order.append(pair) }
            actions[pair, default: []].append(edge.action)
        }
        return order.map { ($0, actions[$0] ?? []) }
    }

    private func transitionLabel(_ edge: Edge, _ words: MermaidWords) -> String {
        let info = workflow.actions[edge.action]
        let started = workflow.clocks.filter { $0.isStarted(by: edge.action) }
            .map { clock in
                " [\(clock.name): \(clock.limit.map(words.limit) ?? words.table)]"
            }
        let tally = overlay.map { "<br/>(\(words.drawing.tally($0.tally(edge))))" } ?? ""
        return escape(words.title(info.title, name: info.name)) + started.joined() + tally
    }

    private func permits(in state: Int, _ words: MermaidWords) -> String {
        guard let overlay, state < overlay.permits.count, overlay.permits[state] > 0 else { return "" }
        return "<br/>(\(words.drawing.permits(overlay.permits[state])))"
    }

    private func line(_ departure: DrawingOverlay.Departure, _ words: MermaidWords) -> String {
        let title = departure.action.map {
            words.title(workflow.actions[$0].title, name: workflow.actions[$0].name)
        }
        let label = escape(title ?? words.setByLog)
        return "    \(id(departure.from)) --> \(id(departure.to)): \u{2717} \(label)"
            + "<br/>(\(words.drawing.tally(departure.tally)))"
    }

    /// Whether a clock that could be open waits in a state: only where a way leads from a running state to it counts.
    private func isWaiting(_ clock: ClockInfo, in state: Int) -> Bool {
        guard clock.isPaused(in: state) else { return false }
        var open = Set(
            edges.filter { clock.isStarted(by: $0.action) && !clock.isStopped(in: $0.to) }.map(\.to)
        )
        var grown = true
        while grown {
            let next = edges.filter { open.contains($0.from) && !clock.isStopped(in: $0.to) }.map(\.to)
            grown = !open.isSuperset(of: next)
            open.formUnion(next)
        }
        return open.contains(state)
    }

    private func id(_ state: Int) -> String {
        "s\(state)_" + workflow.states[state].name.replacing("-", with: "_")
    }

    /// Mermaid reads `:`, `;` and `#` as its own, and a quote ends a name.
    private func escape(_ text: String) -> String {
        text.replacing("#", with: "no. ").replacing(";", with: ",").replacing(":", with: " -")
            .replacing("\"", with: "'")
    }

    private var colours: [String] {
        let desks: [(Holder, String)] = [
            (.applicant, "fill:#fff3cd,stroke:#b08900"), (.office, "fill:#d7e8ff,stroke:#2b5fa5"),
            (.technicalAgency, "fill:#dff3e3,stroke:#2f7d43"), (.otherAgency, "fill:#e9e1f7,stroke:#6b4ea0"),
            (.payment, "fill:#fde2d4,stroke:#b5562b"), (.system, "fill:#eeeeee,stroke:#777777"),
        ]
        let untouched = untouchedStates
        let grey =
            untouched.isEmpty
            ? []
            : [
                "    classDef untaken fill:#ffffff,stroke:#b4b4b4,color:#8c8c8c",
                "    class \(untouched.map(id).joined(separator: ",")) untaken",
            ]
        return grey
            + desks.flatMap { holder, style -> [String] in
                let held = workflow.states.indices
                    .filter { workflow.states[$0].holder == holder && !untouched.contains($0) }.map(id)
                if held.isEmpty { return [] }
                return [
                    "    classDef \(holder.rawValue) \(style)",
                    "    class \(held.joined(separator: ",")) \(holder.rawValue)",
                ]
            }
    }

    /// The states that no way taken leads to or from; a Mermaid diagram cannot colour the ways themselves.
    private var untouchedStates: [Int] {
        guard let overlay else { return [] }
        let ways = edges.filter { overlay.tally($0).count > 0 }.flatMap { [$0.from, $0.to] }
        let touched = Set(ways + overlay.departures.flatMap { [$0.from, $0.to] })
        return workflow.states.indices.filter { !touched.contains($0) }
    }

    /// The few words that a Mermaid diagram adds.
    private struct MermaidWords {
        let drawing: DrawingWords

        /// A title in the language, else in English, else the name itself.
        func title(_ titles: [String: String], name: String) -> String {
            titles[drawing.language.rawValue] ?? titles["en"] ?? name
        }

        var waits: String { drawing.language.pick("waits", "berhenti") }
        var table: String { drawing.language.pick("by table", "menurut tabel") }
        var setByLog: String { drawing.language.pick("state set by the log", "status menurut log") }

        func limit(_ limit: Limit) -> String {
            let unit =
                switch limit.unit {
                case .workingDays: drawing.language.pick("working days", "hari kerja")
                case .calendarDays: drawing.language.pick("calendar days", "hari kalender")
                case .elapsed: drawing.language.pick("seconds", "detik")
                }
            return "\(limit.amount) \(unit)"
        }
    }
}
