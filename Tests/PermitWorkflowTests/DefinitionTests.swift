import PermitDocuments
import PermitWorkflow
import Testing

@Suite("A definition")
struct DefinitionTests {
    @Test("is equal to what its canonical JSON reads back as")
    func roundTrip() throws {
        let definition = try #require(Example.definition().definition)
        let text = definition.json.canonical
        let (again, diagnostics) = Definition.read(json: text, file: "again.json")
        #expect(diagnostics.isEmpty)
        #expect(again == definition)
        #expect(again?.json.canonical == text)
    }

    @Test("of a shipped file is equal to what its canonical JSON reads back as")
    func shippedRoundTrip() throws {
        let library = try Library.embedded()
        for definition in library.definitions {
            let text = definition.json.canonical
            #expect(Definition.read(json: text, file: "again.json").definition == definition)
            #expect(library.canonicalTexts[definition.name.text] == text + "\n")
        }
    }

    @Test("with every rare form is equal to what its canonical JSON reads back as")
    func rareForms() throws {
        var text = Example.text(
            replacing: #"{"working_days": {"setting": "days"}"#,
            with: #"{"working_days": {"table": "lampiran", "by": ["risk", "area"]}, "missing": "unmeasured""#
        )
        text = text.replacing(
            #""starts": {"at": "accept"}"#,
            with: #""starts": {"at": "accept"}, "binds": "technical_agency", "if_due_on_holiday": "stay", "#
                + #""applies": {"all": [{"fact": "risk", "in": ["high"]}, {"any": [{"fact": "area", "at_least": 3}]}]}"#
        )
        text = text.replacing(
            #""not_same_actor_as": ["verify"],"#,
            with:
                #""not_same_actor_as": ["verify"], "after": {"kkpr": "issued"}, "title": {"en": "Approve"},"#
        )
        text = text.replacing(
            #""withdrawn": {"outcome": "withdrawn"}"#,
            with: #""withdrawn": {"outcome": "withdrawn", "status": ["back"], "title": {"id": "Ditarik"}}"#
        )
        let (definition, diagnostics) = Definition.read(json: text, file: "rare.json")
        #expect(diagnostics.isEmpty)
        let read = try #require(definition)
        #expect(Definition.check(read).isEmpty)
        #expect(read != Example.definition().definition)
        #expect(Definition.read(json: read.json.canonical, file: "again.json").definition == read)
        let workflow = try Workflow.compile(read)
        #expect(workflow.clocks[0].limit == nil)
        #expect(workflow.clocks[0].table?.by == ["risk", "area"])
    }

    @Test("keeps the order of its actions, which decides what a term means")
    func order() throws {
        let definition = try #require(Example.definition().definition)
        let again = try #require(
            Definition.read(json: definition.json.canonical, file: "again.json").definition
        )
        #expect(again.actions.map(\.name.text).prefix(3) == ["submit", "incomplete", "resubmit"])
    }

    @Test(
        "says what is wrong with its shape",
        arguments: [
            (#""states": {"#, #""stats": {"#, #"a workflow: unknown key "stats"; did you mean "states"?"#),
            (
                #""holder": "office""#, #""holder": "ofice""#,
                "the holder of state submitted is applicant, office, technical_agency, other_agency, payment or system, "
                    + #"not "ofice""#
            ),
            (
                #""from": "2021-08-09""#, #""from": "2021-02-30""#,
                "from is a date such as 2018-07-09, not 2021-02-30"
            ),
            (
                #""until": "2025-10-05""#, #""until": "2021-08-09""#,
                "in_force: until 2021-08-09 is not after from 2021-08-09"
            ),
            (
                #""accept": {"from""#, #""Accept": {"from""#,
                #"a name in actions is a name of small letters, digits, "_" and "-", not "Accept""#
            ),
            (#""resubmit": {"#, #""submit": {"#, #"actions: key "submit" stands twice"#),
            (
                #""by": "oss"}"#, #""when": {"fact": "risk"}, "by": "oss"}"#,
                "a condition is {all: [...]}, {any: [...]}, {not: ...}, or a fact with equals, in or at_least"
            ),
            (
                #"{"working_days": {"setting": "days"}"#, #"{"working_days": {"table": "t", "by": ["risk"]}"#,
                #"clock decision: limit: a table limit needs "missing: unmeasured" for permits that the table does not cover"#
            ),
            (
                #"{"working_days": {"setting": "days"}"#, #"{"working_days": 5, "calendar_days": 7"#,
                #"clock decision: limit is one of working_days, calendar_days or elapsed, or "amount" with "unit""#
            ),
            (
                #""submitted": {"at": "submit"}"#, #""submitted": {"at": "submit", "enters": "issued"}"#,
                #"milestone submitted has one of "at", "first_of" and "enters""#
            ),
        ]
    )
    func shape(part: String, other: String, message: String) throws {
        let text = Example.text(replacing: part, with: other)
        let (definition, diagnostics) = Definition.read(json: text, file: "example.json")
        #expect(definition == nil)
        #expect(diagnostics.map(\.message).contains(message), "found \(diagnostics)")
    }

    @Test("takes an action as a bare list of cases, with what belongs to the action in any of them")
    func bareCases() throws {
        let body =
            #"{"from": "verification", "to": "verified", "by": "agency", "term": "requirements_verified"}"#
        let text = Example.text(replacing: body, with: "[\(body)]")
        #expect(text != Example.json)
        let definition = try #require(Definition.read(json: text, file: "cases.json").definition)
        #expect(definition == Example.definition().definition)
        let differing = "[\(body), {\"from\": \"returned\", \"to\": \"verified\", \"by\": \"dpmptsp\"}]"
        let found = Definition.read(json: Example.text(replacing: body, with: differing), file: "cases.json")
            .diagnostics
        let message = "a case of action verify: \"by\" belongs to the action and differs between cases"
        #expect(found.map(\.message) == [message])
    }

    @Test("reaches a milestone at an action, on entering a state, or an outcome by its name")
    func milestones() throws {
        let workflow = try Example.workflow()
        func reached(_ action: String, _ from: String, _ to: String) throws -> [String] {
            let bits = workflow.milestones(
                action: try #require(workflow.action(named: action)),
                from: try #require(workflow.state(named: from)),
                to: try #require(workflow.state(named: to))
            )
            return workflow.milestones.indices.filter { bits >> UInt64($0) & 1 == 1 }
                .map { workflow.milestones[$0].name }
        }
        #expect(try reached("submit", "draft", "submitted") == ["submitted"])
        #expect(try reached("accept", "submitted", "verification") == ["complete", "first_response"])
        #expect(try reached("deem_approved", "verified", "deemed_issued") == ["decided"])
        #expect(try reached("withdraw", "verified", "withdrawn") == [])
    }
}
