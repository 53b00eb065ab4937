internal import PermitWorkflow
internal import WorkingTime

extension WorkflowDrawing {
    /// The workflow as a Mermaid state diagram, for Markdown pages.
    ///
    /// States are coloured by the desk that holds them. A transition that starts a clock says so, and a state in which
    /// one waits.
    ///
    /// - Parameter language: `id` or `en`, for titles; other languages fall back to English, then to names.
    /// - Returns: A `stateDiagram-v2`, ending in a new line.
    public func mermaid(language: String) -> String {
        let words = Words(language)
        var lines = ["stateDiagram-v2"]
        for (index, state) in workflow.states.enumerated() {
            let waits = workflow.clocks.filter { state.outcome == nil && isWaiting($0, in: index) }
                .map(\.name)
            let mark = waits.isEmpty ? "" : "<br/>(\(waits.joined(separator: ", ")) \(words.waits))"
            lines.append(
                "    state \"\(escape(label(state.title, language, name: state.name)))\(mark)\" as \(id(index))"
            )
        }
        lines.append("    [*] --> \(id(workflow.initialState))")
        for (pair, actions) in transitions {
            let labels = actions.map { transitionLabel($0, pair.to, language, words) }
            lines.append("    \(id(pair.from)) --> \(id(pair.to)): \(labels.joined(separator: "<br/>"))")
        }
        for (index, state) in workflow.states.enumerated() where state.outcome != nil {
            lines.append("    \(id(index)) --> [*]")
        }
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

    private func transitionLabel(_ action: Int, _ to: Int, _ language: String, _ words: Words) -> String {
        let info = workflow.actions[action]
        let started = workflow.clocks.filter { $0.isStarted(by: action) }
            .map { clock in
                " [\(clock.name): \(clock.limit.map(words.limit) ?? words.table)]"
            }
        return escape(label(info.title, language, name: info.name)) + started.joined()
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
        return desks.flatMap { holder, style -> [String] in
            let held = workflow.states.indices.filter { workflow.states[$0].holder == holder }.map(id)
            if held.isEmpty { return [] }
            return [
                "    classDef \(holder.rawValue) \(style)",
                "    class \(held.joined(separator: ",")) \(holder.rawValue)",
            ]
        }
    }

    /// The few words that a drawing adds.
    private struct Words {
        let isIndonesian: Bool
        init(_ language: String) { isIndonesian = language == "id" }

        var waits: String { isIndonesian ? "berhenti" : "waits" }
        var table: String { isIndonesian ? "menurut tabel" : "by table" }

        func limit(_ limit: Limit) -> String {
            switch limit.unit {
            case .workingDays: "\(limit.amount) " + (isIndonesian ? "hari kerja" : "working days")
            case .calendarDays: "\(limit.amount) " + (isIndonesian ? "hari kalender" : "calendar days")
            case .elapsed: "\(limit.amount) " + (isIndonesian ? "detik" : "seconds")
            }
        }
    }
}
