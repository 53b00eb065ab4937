import PermitWorkflow
import TestSupport
import Testing

@testable import PermitReport

@Suite("Any drawing")
struct DrawingPropertyTests {
    @Test("is of a workflow that ships, or of one that a seed makes up")
    func subjects() throws {
        #expect(DrawnSubject.all.count >= 48)
        for seed in DrawnSubject.seeds { _ = try RandomWorkflow.make(seed: seed) }
    }

    /// Letters and digits alone, so that breaks, escapes and quotes do not matter.
    private func plain(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    }

    /// The visible names of a workflow: those of its states, then those of its actions.
    private func titles(_ workflow: Workflow, _ language: Language) -> [String] {
        let words = DrawingWords(language: language)
        return workflow.states.map { words.title($0.title, name: $0.name) }
            + workflow.actions.map { words.title($0.title, name: $0.name) }
    }

    @Test(
        "is well-formed XML that names every state and action, in both languages",
        arguments: DrawnSubject.all
    )
    func complete(subject: DrawnSubject) throws {
        for (drawing, language) in zip(subject.drawings, Language.allCases) {
            do {
                let names = titles(drawing.workflow, language)
                let forms = [
                    ("svg", drawing.svg(language: language)), ("bpmn", drawing.bpmn(language: language)),
                ]
                for (form, text) in forms {
                    let markup = try #require(
                        MarkupText(text),
                        "\(subject.testDescription) as \(form) is not well formed"
                    )
                    let plain = plain(markup.words)
                    let missing = names.filter { !plain.contains(self.plain($0)) }
                    #expect(
                        missing.isEmpty,
                        "\(subject.testDescription) as \(form) in \(language): \(missing)"
                    )
                }
                let dot = plain(drawing.dot(language: language).replacing("\\n", with: ""))
                #expect(
                    names.filter { !dot.contains(plain($0)) }.isEmpty,
                    "\(subject.testDescription) as dot"
                )
                let mermaid = plain(drawing.mermaid(language: language))
                let missing = names.filter { !mermaid.contains(plain($0.replacing("#", with: "no. "))) }
                #expect(missing.isEmpty, "\(subject.testDescription) as mermaid: \(missing)")
            }
        }
    }

    @Test(
        "as PNML has a place for each state and arcs between places and transitions",
        arguments: DrawnSubject.all
    )
    func net(subject: DrawnSubject) throws {
        let drawing = subject.drawings[0]
        for silentEnds in [false, true] {
            let net = try #require(
                MarkupText(drawing.pnml(silentEnds: silentEnds)),
                "\(subject.testDescription)"
            )
            let places = Set(net.all("place").compactMap { $0.attributes["id"] })
            let transitions = Set(net.all("transition").compactMap { $0.attributes["id"] })
            #expect(
                places.isSuperset(of: drawing.workflow.states.map { "p_\($0.name)" }),
                "\(subject.testDescription)"
            )
            #expect(transitions.count == net.all("transition").count, "\(subject.testDescription)")
            for arc in net.all("arc") {
                let ends = [arc.attributes["source"] ?? "", arc.attributes["target"] ?? ""]
                #expect(ends.count { places.contains($0) } == 1, "\(subject.testDescription)")
                #expect(ends.count { transitions.contains($0) } == 1, "\(subject.testDescription)")
            }
            for action in drawing.workflow.actions {
                #expect(net.text.contains(action.term), "\(subject.testDescription)")
            }
        }
    }

    @Test("as BPMN gives every node a shape and every flow a line between nodes", arguments: DrawnSubject.all)
    func process(subject: DrawnSubject) throws {
        for drawing in subject.drawings {
            let process = try #require(
                MarkupText(drawing.bpmn(language: .english)),
                "\(subject.testDescription)"
            )
            let kinds = [
                "startEvent", "endEvent", "exclusiveGateway", "task", "userTask", "serviceTask",
                "intermediateCatchEvent",
            ]
            let nodes = Set(kinds.flatMap(process.all).compactMap { $0.attributes["id"] })
            let flows = process.all("sequenceFlow")
            let shapes = process.all("bpmndi:BPMNShape").compactMap { $0.attributes["bpmnElement"] }
            let lines = process.all("bpmndi:BPMNEdge").compactMap { $0.attributes["bpmnElement"] }
            #expect(nodes.isSubset(of: shapes), "\(subject.testDescription)")
            #expect(Set(lines) == Set(flows.compactMap { $0.attributes["id"] }), "\(subject.testDescription)")
            for flow in flows {
                let ends = ["sourceRef", "targetRef"].compactMap { flow.attributes[$0] }
                #expect(ends.count == 2 && nodes.isSuperset(of: ends), "\(subject.testDescription)")
            }
            let entered = Set(flows.compactMap { $0.attributes["targetRef"] })
            let starts = Set(process.all("startEvent").compactMap { $0.attributes["id"] })
            #expect(nodes.subtracting(entered) == starts, "\(subject.testDescription)")
        }
    }

    @Test("is the same each time", arguments: DrawnSubject.some)
    func deterministic(subject: DrawnSubject) throws {
        func texts() throws -> [String] {
            subject.drawings
                .flatMap { drawing in
                    [
                        drawing.svg(language: .english), drawing.dot(language: .english),
                        drawing.bpmn(language: .english), drawing.mermaid(language: .english),
                        drawing.pnml(silentEnds: true),
                    ]
                }
        }
        let isSame = try texts() == texts()
        #expect(isSame, "\(subject.testDescription)")
    }

    @Test(
        "of a small workflow is as it was",
        arguments: ["mmd", "dot", "svg", "bpmn", "pnml"]
    )
    func golden(form: String) throws {
        let workflow = try Library.embedded().workflow(named: "oss-rba-2021-medium-low")
        let drawing = WorkflowDrawing(workflow)
        let text =
            switch form {
            case "mmd": drawing.mermaid(language: .english)
            case "dot": drawing.dot(language: .english)
            case "svg": drawing.svg(language: .english)
            case "bpmn": drawing.bpmn(language: .english)
            default: drawing.pnml(silentEnds: false)
            }
        let path = "Tests/PermitReportTests/Golden/drawing.\(form)"
        #expect(GoldenFile.fault(of: text, at: path) == nil)
    }
}
