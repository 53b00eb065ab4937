internal import PermitDocuments
internal import PermitWorkflow

extension WorkflowDrawing {
    /// The workflow as a Petri net in PNML (ISO/IEC 15909-2), for process-mining tools.
    ///
    /// A state machine: one place for each state and one transition for each action, state and target. Guards, clocks
    /// and roles are left out.
    ///
    /// - Parameters:
    ///   - labels: The words of a log for each canonical term; a term with several gives a transition for each, a term
    ///     without any is labelled by itself.
    ///   - silentEnds: Whether a silent transition leads from every state to the end, so that open permits can fit;
    ///     else only from the outcomes.
    /// - Returns: A document with initial and final marking. Silent transitions carry ProM's mark.
    public func pnml(labels: [String: [String]] = [:], silentEnds: Bool) -> String {
        var net = NetText()
        net.place("source", name: "source", tokens: 1)
        for state in workflow.states { net.place("p_\(state.name)", name: state.name) }
        net.place("sink", name: "sink")
        net.transition("start", from: "source", to: place(workflow.initialState))
        var number = 0
        for edge in edges {
            let term = workflow.actions[edge.action].term
            let words = labels[term] ?? []
            for word in words.isEmpty ? [term] : words {
                number += 1
                net.transition("t\(number)", label: word, from: place(edge.from), to: place(edge.to))
            }
        }
        for (index, state) in workflow.states.enumerated() where silentEnds || state.outcome != nil {
            net.transition("end_\(state.name)", from: place(index), to: "sink")
        }
        return net.document(name: workflow.name)
    }

    private func place(_ state: Int) -> String { "p_\(workflow.states[state].name)" }
}

/// The text of a net while it grows.
private struct NetText {
    private var nodes = ""
    private var arcs = ""
    private var arcCount = 0

    mutating func place(_ id: String, name: String, tokens: Int = 0) {
        let marking = tokens > 0 ? "<initialMarking><text>\(tokens)</text></initialMarking>" : ""
        nodes += "      <place id=\"\(id)\"><name><text>\(escape(name))</text></name>\(marking)</place>\n"
    }

    /// A transition with its two arcs; silent without a label.
    mutating func transition(_ id: String, label: String? = nil, from: String, to: String) {
        let silence =
            "<toolspecific tool=\"ProM\" version=\"6.4\" activity=\"$invisible$\" localNodeID=\"\(id)\"/>"
        nodes += "      <transition id=\"\(id)\"><name><text>\(escape(label ?? id))</text></name>"
        nodes += (label == nil ? silence : "") + "</transition>\n"
        arc(from, id)
        arc(id, to)
    }

    private mutating func arc(_ source: String, _ target: String) {
        arcCount += 1
        arcs += "      <arc id=\"a\(arcCount)\" source=\"\(source)\" target=\"\(target)\">"
        arcs += "<inscription><text>1</text></inscription></arc>\n"
    }

    func document(name: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <pnml>
          <net id="\(escape(name))" type="http://www.pnml.org/version-2009/grammar/pnmlcoremodel">
            <name><text>\(escape(name))</text></name>
            <page id="page">
        \(nodes)\(arcs)    </page>
            <finalmarkings><marking><place idref="sink"><text>1</text></place></marking></finalmarkings>
          </net>
        </pnml>

        """
    }

    private func escape(_ text: String) -> String { XMLText.content(text) }
}
