import PermitReport
import PermitWorkflow
import Testing

@Suite("A drawing of a workflow")
struct DrawingTests {
    private func workflow(_ name: String) throws -> Workflow { try Library.embedded().workflow(named: name) }

    @Test(
        "as Mermaid names every state and transition once",
        arguments: ["madiun-iui-tdi-2017", "pp-24-2018"]
    )
    func mermaidIsComplete(name: String) throws {
        let workflow = try workflow(name)
        let lines = WorkflowDrawing(workflow).mermaid(language: .english).split(separator: "\n")
        #expect(lines.first == "stateDiagram-v2")
        #expect(lines.filter { $0.contains("    state \"") }.count == workflow.states.count)
        let pairs = Set(workflow.actions.flatMap(\.cases).flatMap { way in way.from.map { [$0, way.to] } })
        let outcomes = workflow.states.filter { $0.outcome != nil }.count
        #expect(lines.filter { $0.contains(" --> ") }.count == pairs.count + outcomes + 1)
    }

    @Test("as Mermaid marks what starts a clock and where it waits, in the reader's language")
    func mermaidMarksClocks() throws {
        let drawing = WorkflowDrawing(try workflow("madiun-iui-tdi-2017"))
        let indonesian = drawing.mermaid(language: .indonesian)
        #expect(indonesian.contains("Berkas lengkap [service: 5 hari kerja]"))
        #expect(indonesian.contains("Dikembalikan untuk perbaikan<br/>(service berhenti)"))
        #expect(drawing.mermaid(language: .english).contains("Returned for corrections<br/>(service waits)"))
        #expect(!indonesian.contains("Belum diajukan<br/>"))
    }

    @Test("as PNML has a place for each state and a silent end where asked")
    func pnml() throws {
        let workflow = try workflow("receipt-phase")
        let drawing = WorkflowDrawing(workflow)
        let open = drawing.pnml(silentEnds: true)
        let closed = drawing.pnml(silentEnds: false)
        func count(_ part: String, in text: String) -> Int { text.split(separator: part).count - 1 }
        let outcomes = workflow.states.filter { $0.outcome != nil }.count
        #expect(count("<place id=", in: open) == workflow.states.count + 2)
        #expect(count("$invisible$", in: open) == workflow.states.count + 1)
        #expect(count("$invisible$", in: closed) == outcomes + 1)
        #expect(count("<finalmarkings>", in: open) == 1)
    }

    @Test("as PNML gives each word of a log a transition of its own, escaped")
    func pnmlWords() throws {
        let drawing = WorkflowDrawing(try workflow("madiun-iui-tdi-2017"))
        let text = drawing.pnml(labels: ["submitted": ["Masuk & catat", "Masuk <ulang>"]], silentEnds: false)
        #expect(text.split(separator: "<text>Masuk &amp; catat</text>").count == 3)
        #expect(text.split(separator: "<text>Masuk &lt;ulang&gt;</text>").count == 3)
        #expect(text.contains("<text>approved</text>"))
    }
}
