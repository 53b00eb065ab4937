import PermitDocuments
import PermitWorkflow
import Testing
import WorkingTime

@Suite("A limit table")
struct LimitTableTests {
    private static let text = """
        {
          "limits": "annex", "legal": "PP 1/2000 Lampiran I", "mark": "S2", "unit": "working_days",
          "keys": ["risk", "area"],
          "rows": [
            {"risk": "high", "area": "10", "amount": 3},
            {"risk": "high", "area": "20", "amount": 7, "mark": "U", "note": "read twice"},
            {"risk": "low", "amount": 1}
          ]
        }
        """

    private func table(_ text: String = text) throws -> (table: LimitTable?, diagnostics: [Diagnostic]) {
        LimitTable.read(try JSONParser.parse(text, file: "annex.json"))
    }

    private func workflow(_ table: LimitTable?) throws -> Workflow {
        let text = Example.text(
            replacing: #"{"working_days": {"setting": "days"}, "legal": "PP 1/2000 Pasal 2", "mark": "U"}"#,
            with: #"""
                {"working_days": {"table": "annex", "by": ["risk", "area"]}, "missing": "unmeasured",
                "legal": "PP 1/2000 Lampiran I"}
                """#
        )
        let read = Definition.read(json: text, file: "example.json")
        let definition = try #require(read.definition, "\(read.diagnostics)")
        return try Workflow.compile(definition, tables: [table].compactMap(\.self))
    }

    /// The clock of a permit that was accepted on Friday 5 January 2024 and never decided.
    private func result(_ workflow: Workflow, _ facts: FactValues, asOf day: String) throws -> ClockResult {
        var clocks = ClockSet(workflow)
        let accept = try #require(workflow.action(named: "accept"))
        clocks.advance(
            action: accept,
            from: 1,
            to: workflow.actions[accept].cases[0].to,
            at: try Example.moment("2024-01-05"),
            facts: facts,
            workflow: workflow,
            office: Example.office
        )
        return clocks.result(
            clock: 0,
            asOf: try Example.moment(day),
            facts: facts,
            workflow: workflow,
            office: Example.office
        )
    }

    @Test("gives the row that covers a permit")
    func covers() throws {
        let table = try #require(try table().table)
        #expect(table.row(for: ["risk": .text("high"), "area": .integer(20)])?.amount == 7)
        #expect(table.row(for: ["risk": .text("high"), "area": .integer(30)]) == nil)
        #expect(table.row(for: ["risk": .text("high")]) == nil)
        #expect(table.row(for: ["risk": .text("low")])?.amount == 1)
        #expect(table.row(for: ["risk": .text("low"), "area": .integer(5)])?.amount == 1)
    }

    @Test("sets the deadline of the permits that it covers, and leaves the others unmeasured")
    func deadline() throws {
        let workflow = try workflow(try table().table)
        let covered = try result(workflow, ["risk": .text("high"), "area": .integer(10)], asOf: "2024-01-08")
        #expect(covered.due == (try Example.moment("2024-01-11", hour: 0)))
        #expect(covered.class == .openInTime)
        let late = try result(workflow, ["risk": .text("low")], asOf: "2024-01-09")
        #expect(late.class == .openLate)
        let missing = try result(workflow, ["risk": .text("middling")], asOf: "2024-02-01")
        #expect(missing.class == .unmeasured && missing.due == nil && missing.runs == 1)
    }

    @Test("gives the deadline at which the law acts, with the limit of the permit's row")
    func expiry() throws {
        let workflow = try workflow(try table().table)
        var permit = Permit(id: "A-1", workflow: workflow, facts: ["risk": .text("low")])
        for (action, actor, role) in [("submit", "sari", "applicant"), ("accept", "budi", "dpmptsp")] {
            let command = Command(action, actor: actor, role: role, at: try Example.moment("2024-01-05"))
            for event in try workflow.decide(command, on: permit, office: Example.office) {
                permit = workflow.evolve(permit, event, office: Example.office)
            }
        }
        let due = workflow.dueEvents(
            on: permit,
            asOf: try Example.moment("2024-02-01"),
            office: Example.office
        )
        #expect(due.map(\.action) == ["deem_approved"])
        #expect(due.first?.at == (try Example.moment("2024-01-09", hour: 0)))
        #expect(due.first?.expiry?.limit.amount == 1)
    }

    @Test("measures nothing when it is not there")
    func absent() throws {
        let facts: FactValues = ["risk": .text("low")]
        #expect(try result(try workflow(nil), facts, asOf: "2024-02-01").class == .unmeasured)
    }

    @Test(
        "is refused when two rows can cover one permit, with both places",
        arguments: [
            (#"{"risk": "low", "amount": 1}"#, #"{"risk": "high", "area": "10", "amount": 9}"#, 5),
            (#"{"risk": "low", "amount": 1}"#, #"{"area": "20", "amount": 9}"#, 6),
            (#"{"risk": "low", "amount": 1}"#, #"{"amount": 9}"#, 5),
        ]
    )
    func twice(row: String, other: String, line: Int) throws {
        let found = try table(Self.text.replacing(row, with: other))
        #expect(found.table == nil)
        let message = try #require(found.diagnostics.first?.description)
        #expect(
            message
                == "annex.json:7:5: error: two rows for one key: this row and the one at line \(line) can cover the same permit"
        )
    }

    @Test("has the keys and the unit of the clocks that use it")
    func mismatch() throws {
        let other = try table(Self.text.replacing("working_days", with: "calendar_days")).table
        let fault = #expect(throws: Diagnostics.self) { try workflow(other) }
        #expect(fault?.all.map(\.message) == ["clock decision: table annex is in calendar_days"])
    }
}
