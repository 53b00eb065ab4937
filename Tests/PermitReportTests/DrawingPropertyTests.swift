import PermitWorkflow
import TestSupport
import Testing

@testable import PermitReport

@Suite("Any drawing")
struct DrawingPropertyTests {
    /// A workflow of the binary by its name, or a made-up one by its seed.
    enum Subject: Hashable, Sendable, CustomStringConvertible {
        case shipped(String)
        case random(UInt64)

        static let all: [Subject] =
            ((try? Library.embedded().definitions.map { .shipped($0.name.text) }) ?? [])
            + (0..<60).map { .random($0) }

        var description: String {
            switch self {
            case .shipped(let name): name
            case .random(let seed): "seed \(seed)"
            }
        }

        func workflow() throws -> Workflow {
            switch self {
            case .shipped(let name): try Library.embedded().workflow(named: name)
            case .random(let seed): try RandomWorkflow.make(seed: seed)
            }
        }

        /// The workflow alone, and with counts, departures and permits that a seed makes up.
        func drawings() throws -> [WorkflowDrawing] {
            let workflow = try workflow()
            return [WorkflowDrawing(workflow), WorkflowDrawing(workflow, overlay: overlay(workflow))]
        }

        private func overlay(_ workflow: Workflow) -> DrawingOverlay {
            var random = SeededGenerator(seed: 7)
            var overlay = DrawingOverlay(tallies: [:], caption: "log.csv & <more>")
            for edge in WorkflowDrawing(workflow).edges where !random.oneIn(4) {
                let way = DrawingOverlay.Way(action: edge.action, from: edge.from, to: edge.to)
                let days = random.oneIn(5) ? nil : Double.random(in: 0...400, using: &random)
                overlay.tallies[way] = .init(
                    count: Int.random(in: 1...90_000, using: &random),
                    medianDays: days
                )
            }
            let states = workflow.states.indices
            for _ in 0..<6 {
                let pair = [0, 1].map { _ in Int.random(in: states, using: &random) }
                let action =
                    random.oneIn(3) ? nil : Int.random(in: workflow.actions.indices, using: &random)
                overlay.departures.append(
                    .init(action: action, from: pair[0], to: pair[1], tally: .init(count: 3))
                )
            }
            overlay.permits = states.map { _ in Int.random(in: 0...2000, using: &random) }
            return overlay
        }
    }

    @Test("has at least the workflows that ship") func subjects() { #expect(Subject.all.count >= 96) }

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

    @Test("is well-formed XML that names every state and action, in both languages", arguments: Subject.all)
    func complete(subject: Subject) throws {
        for drawing in try subject.drawings() {
            for language in Language.allCases {
                let names = titles(drawing.workflow, language)
                let forms = [
                    ("svg", drawing.svg(language: language)), ("bpmn", drawing.bpmn(language: language)),
                ]
                for (form, text) in forms {
                    let markup = try #require(MarkupText(text), "\(subject) as \(form) is not well formed")
                    let plain = plain(markup.words)
                    let missing = names.filter { !plain.contains(self.plain($0)) }
                    #expect(missing.isEmpty, "\(subject) as \(form) in \(language): \(missing)")
                }
                let dot = plain(drawing.dot(language: language).replacing("\\n", with: ""))
                #expect(names.filter { !dot.contains(plain($0)) }.isEmpty, "\(subject) as dot")
                let mermaid = plain(drawing.mermaid(language: language))
                let missing = names.filter { !mermaid.contains(plain($0.replacing("#", with: "no. "))) }
                #expect(missing.isEmpty, "\(subject) as mermaid: \(missing)")
            }
        }
    }

    @Test(
        "as PNML has a place for each state and arcs between places and transitions",
        arguments: Subject.all
    )
    func net(subject: Subject) throws {
        let drawing = try #require(try subject.drawings().first)
        for silentEnds in [false, true] {
            let net = try #require(MarkupText(drawing.pnml(silentEnds: silentEnds)), "\(subject)")
            let places = Set(net.all("place").compactMap { $0.attributes["id"] })
            let transitions = Set(net.all("transition").compactMap { $0.attributes["id"] })
            #expect(places.isSuperset(of: drawing.workflow.states.map { "p_\($0.name)" }), "\(subject)")
            #expect(transitions.count == net.all("transition").count, "\(subject)")
            for arc in net.all("arc") {
                let ends = [arc.attributes["source"] ?? "", arc.attributes["target"] ?? ""]
                #expect(ends.count { places.contains($0) } == 1, "\(subject)")
                #expect(ends.count { transitions.contains($0) } == 1, "\(subject)")
            }
            for action in drawing.workflow.actions { #expect(net.text.contains(action.term), "\(subject)") }
        }
    }

    @Test("as BPMN gives every node a shape and every flow a line between nodes", arguments: Subject.all)
    func process(subject: Subject) throws {
        for drawing in try subject.drawings() {
            let process = try #require(MarkupText(drawing.bpmn(language: .english)), "\(subject)")
            let kinds = [
                "startEvent", "endEvent", "exclusiveGateway", "task", "userTask", "serviceTask",
                "intermediateCatchEvent",
            ]
            let nodes = Set(kinds.flatMap(process.all).compactMap { $0.attributes["id"] })
            let flows = process.all("sequenceFlow")
            let shapes = process.all("bpmndi:BPMNShape").compactMap { $0.attributes["bpmnElement"] }
            let lines = process.all("bpmndi:BPMNEdge").compactMap { $0.attributes["bpmnElement"] }
            #expect(nodes.isSubset(of: shapes), "\(subject)")
            #expect(Set(lines) == Set(flows.compactMap { $0.attributes["id"] }), "\(subject)")
            for flow in flows {
                let ends = ["sourceRef", "targetRef"].compactMap { flow.attributes[$0] }
                #expect(ends.count == 2 && nodes.isSuperset(of: ends), "\(subject)")
            }
            let entered = Set(flows.compactMap { $0.attributes["targetRef"] })
            let starts = Set(process.all("startEvent").compactMap { $0.attributes["id"] })
            #expect(nodes.subtracting(entered) == starts, "\(subject)")
        }
    }

    @Test("is the same each time", arguments: Subject.all)
    func deterministic(subject: Subject) throws {
        func texts() throws -> [String] {
            try subject.drawings()
                .flatMap { drawing in
                    [
                        drawing.svg(language: .english), drawing.dot(language: .english),
                        drawing.bpmn(language: .english), drawing.mermaid(language: .english),
                        drawing.pnml(silentEnds: true),
                    ]
                }
        }
        let isSame = try texts() == texts()
        #expect(isSame, "\(subject)")
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
