internal import PermitDocuments
internal import PermitWorkflow

extension WorkflowDrawing {
    /// The workflow as a BPMN 2.0 process with its diagram (OMG formal/2013-12-09).
    ///
    /// Actions are tasks: of the system, or of a user. States are exclusive gateways, or plain flows where one way leads
    /// in and one out; every outcome is an end. What the law does when a time limit runs out comes after a timer, whose
    /// note says which days are counted. Lanes name the desks. Who acts, articles, clocks, and what an overlay counted
    /// are documentation.
    ///
    /// - Parameter language: For names and notes.
    /// - Returns: A document ending in a new line.
    public func bpmn(language: Language) -> String { BPMNText(self, language).text }
}

/// Writes a process as BPMN.
private struct BPMNText {
    private let workflow: Workflow
    private let words: DrawingWords
    private let model: BPMNModel
    private let diagram: BPMNDiagram
    private let caption: String?

    init(_ drawing: WorkflowDrawing, _ language: Language) {
        workflow = drawing.workflow
        words = DrawingWords(language: language)
        model = BPMNModel(drawing, language)
        diagram = BPMNDiagram(model)
        caption = drawing.overlay?.caption
    }

    var text: String {
        let lines = header + lanes + nodes + flows + ["  </process>"] + picture + ["</definitions>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func escape(_ text: String) -> String { XMLText.content(text) }

    private var header: [String] {
        let title = words.title(workflow.title, name: workflow.name)
        let notes = [workflow.legal] + [caption].compactMap(\.self) + model.departures
        return [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
                + " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\""
                + " xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " id=\"definitions\" targetNamespace=\"urn:izin:workflow\">",
            "  <process id=\"\(escape(workflow.name))\" name=\"\(escape(title))\" isExecutable=\"false\">",
        ] + documentation(notes)
    }

    private func documentation(_ notes: [String]) -> [String] {
        notes.map { "    <documentation>\(escape($0))</documentation>" }
    }

    /// One lane for each desk.
    private var lanes: [String] {
        var lines = ["    <laneSet id=\"desks\">"]
        for holder in Holder.allCases {
            let members = model.nodes.filter { $0.desk == holder }
            if members.isEmpty { continue }
            lines.append(
                "      <lane id=\"desk_\(holder.rawValue)\" name=\"\(escape(words.holder(holder)))\">"
            )
            lines += members.map { "        <flowNodeRef>\(escape($0.id))</flowNodeRef>" }
            lines.append("      </lane>")
        }
        return lines + ["    </laneSet>"]
    }

    private var nodes: [String] { model.nodes.indices.flatMap(node) }

    private func node(_ index: Int) -> [String] {
        let node = model.nodes[index]
        let ways = model.flows.indices
        let into = ways.filter { model.flows[$0].to == index }
        let out = ways.filter { model.flows[$0].from == index }
        let tag = Self.tag(node.kind)
        var extra = ""
        if node.kind == .gateway {
            let direction = into.count > 1 ? (out.count > 1 ? "Mixed" : "Converging") : "Diverging"
            extra = " gatewayDirection=\"\(direction)\""
        }
        var lines = ["    <\(tag) id=\"\(escape(node.id))\" name=\"\(escape(node.name))\"\(extra)>"]
        lines += documentation(node.notes).map { "  " + $0 }
        lines += into.map { "      <incoming>flow\($0 + 1)</incoming>" }
        lines += out.map { "      <outgoing>flow\($0 + 1)</outgoing>" }
        if case .timer(let duration) = node.kind {
            let text = duration.map {
                "        <timeDuration xsi:type=\"tFormalExpression\">\($0)</timeDuration>"
            }
            lines.append("      <timerEventDefinition>")
            lines += [text].compactMap(\.self)
            lines.append("      </timerEventDefinition>")
        }
        return lines + ["    </\(tag)>"]
    }

    private static func tag(_ kind: BPMNModel.Node.Kind) -> String {
        switch kind {
        case .start: "startEvent"
        case .end: "endEvent"
        case .gateway: "exclusiveGateway"
        case .task(let isAutomatic): isAutomatic ? "serviceTask" : "userTask"
        case .timer: "intermediateCatchEvent"
        }
    }

    private var flows: [String] {
        model.flows.enumerated()
            .map { index, flow in
                let name = flow.name.map { " name=\"\(escape($0))\"" } ?? ""
                return
                    "    <sequenceFlow id=\"flow\(index + 1)\"\(name) sourceRef=\"\(escape(model.nodes[flow.from].id))\""
                    + " targetRef=\"\(escape(model.nodes[flow.to].id))\"/>"
            }
    }

    private var picture: [String] {
        var lines = [
            "  <bpmndi:BPMNDiagram id=\"diagram\">",
            "    <bpmndi:BPMNPlane id=\"plane\" bpmnElement=\"\(escape(workflow.name))\">",
        ]
        for (index, node) in model.nodes.enumerated() {
            let marker = node.kind == .gateway ? " isMarkerVisible=\"true\"" : ""
            lines.append(
                "      <bpmndi:BPMNShape id=\"shape\(index + 1)\" bpmnElement=\"\(escape(node.id))\"\(marker)>"
            )
            lines.append("        " + bounds(diagram.shapes[index]))
            if let label = diagram.labels[index] {
                lines.append("        <bpmndi:BPMNLabel>\(bounds(label))</bpmndi:BPMNLabel>")
            }
            lines.append("      </bpmndi:BPMNShape>")
        }
        for (index, route) in diagram.routes.enumerated() {
            let points = route.map { "<di:waypoint x=\"\($0.x)\" y=\"\($0.y)\"/>" }
            lines.append("      <bpmndi:BPMNEdge id=\"line\(index + 1)\" bpmnElement=\"flow\(index + 1)\">")
            lines.append("        " + points.joined())
            lines.append("      </bpmndi:BPMNEdge>")
        }
        return lines + ["    </bpmndi:BPMNPlane>", "  </bpmndi:BPMNDiagram>"]
    }

    private func bounds(_ box: LayeredLayout.Box) -> String {
        "<dc:Bounds x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\"/>"
    }
}
