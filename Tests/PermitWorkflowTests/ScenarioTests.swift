import PermitDocuments
import PermitWorkflow
import Testing
import WorkingTime

/// A file of scenarios for the example, as JSON; tests change parts of it.
private enum Cases {
    static let text = """
        {"scenarios": "example", "calendar": "weekdays", "cases": [
          {"name": "silence", "facts": {"risk": "high"}, "steps": [
            {"at": "2024-01-05T09:00", "do": "submit", "as": "applicant", "then": "submitted"},
            {"at": "2024-01-05T10:00", "do": "accept", "as": "dpmptsp", "by": "budi"},
            {"at": "2024-01-09T10:00", "do": "approve", "as": "agency", "refused": ["not_allowed", "wrong_role"]},
            {"at": "2024-01-12T23:59", "do": "verify", "as": "agency", "facts": {"risk": "low"}},
            {"at": "2024-01-13", "due": ["deem_approved"], "then": "deemed_issued"}],
            "then": {"state": "deemed_issued", "outcome": "deemed", "clocks": {
              "decision": {"class": "deemed_recorded", "due": "2024-01-12", "consumed": 5, "runs": 1, "pauses": 0}}}},
          {"name": "corrected", "steps": [
            {"at": "2024-01-05T09:00", "do": "submit", "as": "applicant"},
            {"at": "2024-01-05T10:00", "do": "accept", "as": "dpmptsp"},
            {"at": "2024-01-08T10:00", "do": "return", "as": "agency", "with": "note"}],
            "as_of": "2024-02-01",
            "then": {"outcome": "none", "clocks": {
              "decision": {"class": "open_in_time", "due": "none", "consumed": 1, "pauses": 1, "paused": true}}}}
        ]}
        """

    static func read(_ text: String) throws -> (file: ScenarioFile?, diagnostics: [Diagnostic]) {
        ScenarioFile.read(try JSONParser.parse(text, file: "cases.json"))
    }

    static func run(_ text: String, workflow: String = Example.json) throws -> ScenarioRun {
        let (file, diagnostics) = try read(text)
        guard let file else { throw Diagnostics(diagnostics) }
        let read = Definition.read(json: workflow, file: "example.json")
        guard let definition = read.definition else { throw Diagnostics(read.diagnostics) }
        return file.run(office: try file.office(calendars: [])) { settings throws(Diagnostics) in
            try Workflow.compile(definition, settings: settings)
        }
    }
}

@Suite("Running scenarios")
struct ScenarioTests {
    @Test("finds nothing where all comes out as stated")
    func asStated() throws {
        let run = try Cases.run(Cases.text)
        #expect(run.failures.isEmpty, "\(run.failures)")
        #expect(run.count == 2)
    }

    @Test(
        "finds what does not come out as stated, with its place",
        arguments: [
            (
                #""then": "submitted"}"#, #""then": "draft"}"#, 3,
                "the state after this step: expected draft, got submitted"
            ),
            (
                #""state": "deemed_issued""#, #""state": "issued""#, 8,
                "at the end: expected issued, got deemed_issued"
            ),
            (#""outcome": "deemed""#, #""outcome": "issued""#, 8, "the outcome: expected issued, got deemed"),
            (#""outcome": "none""#, #""outcome": "issued""#, 15, "the outcome: expected issued, got none"),
            (
                #""due": "2024-01-12""#, #""due": "2024-01-11""#, 9,
                "decision, due: expected 2024-01-11, got 2024-01-12"
            ),
            (#""due": "none""#, #""due": "2024-01-12""#, 16, "decision, due: expected 2024-01-12, got none"),
            (
                #""class": "deemed_recorded""#, #""class": "late""#, 9,
                "class: expected late, got deemed_recorded"
            ),
            (#""consumed": 5"#, #""consumed": 6"#, 9, "consumed: expected 6, got 5"),
            (#""runs": 1"#, #""runs": 2"#, 9, "runs: expected 2, got 1"),
            (#""pauses": 1"#, #""pauses": 0"#, 16, "pauses: expected 0, got 1"),
            (#""paused": true"#, #""paused": false"#, 16, "paused: expected false, got true"),
            (
                #", "due": ["deem_approved"]"#, "", 7,
                #"the law takes deem_approved (due 2024-01-12) by itself, and "due" states nothing"#
            ),
            (
                #""at": "2024-01-13""#, #""at": "2024-01-12T23:59:59""#, 7,
                #"takes nothing by itself, and "due" states deem_approved"#
            ),
            (
                #""refused": ["not_allowed", "wrong_role"]"#, #""refused": "not_allowed""#, 5,
                "is refused (not_allowed, wrong_role)"
            ),
            (
                #", "refused": ["not_allowed", "wrong_role"]"#, "", 5,
                "approve is refused (not_allowed, wrong_role): verification: approve"
            ),
            (
                #""as": "dpmptsp", "by": "budi""#, #""as": "dpmptsp", "refused": "ended""#, 4,
                "accept must be refused (ended), and it led to verification"
            ),
            (
                #""at": "2024-01-13""#, #""at": "2024-01-12""#, 7,
                "time does not go back to 2024-01-12T00:00:00+07:00"
            ),
            (#""2024-02-01""#, #""2024-01-01""#, 10, "as_of 2024-01-01 lies before the last step"),
        ]
    )
    func differs(part: String, other: String, line: Int, message: String) throws {
        let run = try Cases.run(Cases.text.replacing(part, with: other, maxReplacements: 1))
        let failure = try #require(run.failures.first)
        #expect(failure.message.contains(message), "\(failure)")
        #expect(failure.position?.line == line, "\(failure)")
        #expect(failure.severity == .error)
    }

    @Test(
        "finds names that the workflow does not know, and what was meant",
        arguments: [
            (#""do": "verify""#, #""do": "verifi""#, 6, #"no action "verifi"; did you mean "verify"?"#),
            (
                #""as": "agency", "with""#, #""as": "agenci", "with""#, 13,
                #"no role "agenci"; did you mean "agency"?"#
            ),
            (
                #""then": "submitted"}"#, #""then": "submited"}"#, 3,
                #"no state "submited"; did you mean "submitted"?"#
            ),
            (
                #""decision": {"class": "dee"#, #""decisoin": {"class": "dee"#, 9,
                #"no clock "decisoin"; did you mean"#
            ),
            (#"["deem_approved"]"#, #"["deem_aproved"]"#, 7, #"no action "deem_aproved"; did you mean"#),
            (#"{"risk": "high"}"#, #"{"risky": "high"}"#, 2, #"no fact "risky"; did you mean "risk"?"#),
            (#"{"risk": "low"}"#, #"{"rsk": "low"}"#, 6, #"no fact "rsk"; did you mean "risk"?"#),
        ]
    )
    func unknown(part: String, other: String, line: Int, message: String) throws {
        let run = try Cases.run(Cases.text.replacing(part, with: other, maxReplacements: 1))
        let failure = try #require(run.failures.first)
        #expect(failure.message.contains(message), "\(failure)")
        #expect(failure.position?.line == line, "\(failure)")
    }

    @Test(
        "finds what is wrong with a file, with its place",
        arguments: [
            (
                #""then": "submitted"}"#, #""than": "submitted"}"#, 3,
                #"a step: unknown key "than"; did you mean "then"?"#
            ),
            (#""consumed": 5"#, #""consumd": 5"#, 9, #"unknown key "consumd"; did you mean "consumed"?"#),
            (#""not_allowed""#, #""not_alowed""#, 5, #"no refusal has the code "not_alowed"; did you mean"#),
            (
                #""at": "2024-01-13""#, #""at": "2024-13-01""#, 7,
                #"at is a moment such as 2025-10-06T09:00, not "2024-13-01""#
            ),
            (#""due": "none""#, #""due": "soon""#, 16, "due is the last day in time"),
            (#""class": "open_in_time""#, #""class": "open""#, 16, "class is on_time, late,"),
            (#""consumed": 1"#, #""consumed": -1"#, 16, "consumed is a whole number"),
            (
                #""do": "submit", "as": "applicant"}"#, #""as": "applicant"}"#, 11,
                #"a step without "do" has no "as""#
            ),
            (
                #""do": "submit", "as": "applicant"}"#, #""do": "submit"}"#, 11,
                #"a step with "do" needs "as""#
            ),
            (#""name": "corrected""#, #""name": "silence""#, 10, #"two cases have the name "silence""#),
            (#""calendar": "weekdays""#, #""zone": "Asia/Jakrata""#, 1, #"did you mean "Asia/Jakarta"?"#),
            (#""outcome": "none""#, #""outcome": "gone""#, 15, "outcome is issued,"),
            (#""as_of": "2024-02-01""#, #""as_of": "February""#, 14, "as_of is a date such as"),
            (#""scenarios": "example","#, "", 1, #"a file of scenarios needs "scenarios""#),
        ]
    )
    func malformed(part: String, other: String, line: Int, message: String) throws {
        let text = Cases.text.replacing(part, with: other, maxReplacements: 1)
        let (file, diagnostics) = try Cases.read(text)
        #expect(file == nil)
        let found = try #require(diagnostics.first { $0.severity == .error })
        #expect(found.message.contains(message), "\(found)")
        #expect(found.position?.line == line, "\(found)")
    }

    @Test("says which calendar is meant where none has the name")
    func calendar() throws {
        let file = try #require(try Cases.read(Cases.text.replacing("weekdays", with: "weekday")).file)
        let fault = #expect(throws: Diagnostic.self) { try file.office(calendars: []) }
        #expect(fault?.message == #"unknown calendar "weekday"; did you mean "weekdays"?"#)
        #expect(fault?.position?.line == 1)
    }

    @Test("takes settings and links of the case, and links of a step from then on")
    func settingsAndLinks() throws {
        let guarded = Example.text(
            replacing: #""not_same_actor_as": ["verify"],"#,
            with: #""after": {"kkpr": "issued"},"#
        )
        let text = """
            {"scenarios": "example", "calendar": "weekdays", "cases": [
              {"name": "linked", "settings": {"days": "1"}, "links": {"kkpr": "refused"}, "steps": [
                {"at": "2024-01-05T09:00", "do": "submit", "as": "applicant"},
                {"at": "2024-01-05T10:00", "do": "accept", "as": "dpmptsp"},
                {"at": "2024-01-05T11:00", "do": "verify", "as": "agency"},
                {"at": "2024-01-05T12:00", "do": "approve", "as": "dpmptsp", "refused": "linked_permit"},
                {"at": "2024-01-08T12:00", "links": {"kkpr": "issued"}},
                {"at": "2024-01-08T13:00", "do": "approve", "as": "dpmptsp"}],
                "then": {"state": "issued", "clocks": {"decision": {"class": "on_time", "due": "2024-01-08"}}}}
            ]}
            """
        #expect(try Cases.run(text, workflow: guarded).failures == [])
        let faulty = try Cases.run(text.replacing(#""1""#, with: #""few""#), workflow: guarded)
        #expect(faulty.failures.first?.message.contains("the workflow cannot run") == true)
        #expect(faulty.failures.first?.position?.line == 2)
    }

    @Test("counts the transitions that were taken, by somebody or by the law, and names the others")
    func coverage() throws {
        let run = try Cases.run(Cases.text)
        let taken = run.covered.map(\.description).sorted()
        #expect(
            taken == [
                "accept from submitted to verification", "deem_approved from verified to deemed_issued",
                "return from verification to returned", "submit from draft to submitted",
                "verify from verification to verified",
            ]
        )
        let definition = try #require(Example.definition().definition)
        #expect(run.summary(of: definition) == "example: 2 scenarios, 5 of 22 transitions covered")
        let uncovered = run.uncovered(in: definition)
        #expect(uncovered.count == 17)
        #expect(uncovered.allSatisfy { $0.severity == .warning && $0.position != nil })
        #expect(uncovered.contains { $0.message == "no scenario takes approve from verified to issued" })
        var twice = run
        twice.merge(run)
        #expect(twice.count == 4)
        #expect(twice.covered == run.covered)
    }
}
