import PermitDocuments
import PermitWorkflow
import Testing
import WorkingTime

@Suite("The form of a clock")
struct ClockFormTests {
    private func workflow(
        _ part: String,
        _ other: String,
        settings: [String: String] = [:]
    ) throws -> Workflow {
        let read = Definition.read(json: Example.text(replacing: part, with: other), file: "example.json")
        let definition = try #require(read.definition, "\(read.diagnostics)")
        let again = Definition.read(json: definition.json.canonical, file: "example.json")
        #expect(again.definition == definition, "canonical JSON reads back")
        return try Workflow.compile(definition, settings: settings)
    }

    private func due(
        _ workflow: Workflow,
        _ history: [(action: String, day: String)],
        asOf: String
    ) throws -> ClockResult {
        var clocks = ClockSet(workflow)
        var state = try #require(workflow.state(named: "submitted"))
        for (name, day) in history {
            let action = try #require(workflow.action(named: name))
            let to = workflow.actions[action].cases[0].to
            let moment = try Example.moment(day)
            clocks.advance(
                action: action,
                from: state,
                to: to,
                at: moment,
                facts: [:],
                workflow: workflow,
                office: Example.office
            )
            state = to
        }
        return clocks.result(
            clock: 0,
            asOf: try Example.moment(asOf),
            facts: [:],
            workflow: workflow,
            office: Example.office
        )
    }

    private static let starts = #""starts": {"at": "accept"}"#
    private static let extended = #"""
        "starts": {"at": "accept"}, "extends": {"at": "return", "by": 3, "legal": "PP 1/2000 Pasal 9"}
        """#

    @Test("may be lengthened by an action, in a pause too")
    func extends() throws {
        let workflow = try workflow(Self.starts, Self.extended)
        // Five days from Friday the 5th end on Friday the 12th; three more and a pause of one day on the 18th.
        let result = try due(
            workflow,
            [("accept", "2024-01-05"), ("return", "2024-01-08"), ("answer", "2024-01-09")],
            asOf: "2024-01-10"
        )
        #expect(result.due == (try Example.moment("2024-01-19", hour: 0)))
        #expect(result.class == .openInTime)
    }

    @Test("keeps a breach that came before it was lengthened")
    func extendsLate() throws {
        let workflow = try workflow(Self.starts, Self.extended)
        let result = try due(
            workflow,
            [("accept", "2024-01-05"), ("return", "2024-01-15"), ("answer", "2024-01-15")],
            asOf: "2024-01-16"
        )
        #expect(result.class == .openLate)
        #expect(result.due == (try Example.moment("2024-01-13", hour: 0)))
    }

    @Test("may wait by a setting")
    func pausesBySetting() throws {
        let part = #""pauses": {"in": ["returned", "sent_back"]}"#
        let other = #""pauses": {"in": ["returned", "sent_back"], "if": {"setting": "waits"}}"#
        let history = [("accept", "2024-01-05"), ("return", "2024-01-08"), ("answer", "2024-01-10")]
        let setting = #""settings": {"waits": {"default": "true", "accepts": ["true", "false"]}, "#
        let text = Example.text(replacing: part, with: other).replacing(#""settings": {"#, with: setting)
            .replacing(
                #""deem_approved": {"from": ["verification", "verified"]"#,
                with: #""deem_approved": {"from": ["verification", "verified", "returned", "sent_back"]"#
            )
        let definition = try #require(Definition.read(json: text, file: "example.json").definition)
        let waiting = try Workflow.compile(definition)
        #expect(try due(waiting, history, asOf: "2024-01-10").due == Example.moment("2024-01-17", hour: 0))
        let running = try Workflow.compile(definition, settings: ["waits": "false"])
        #expect(try due(running, history, asOf: "2024-01-10").due == Example.moment("2024-01-13", hour: 0))
    }

    @Test("is checked in every state where it may run, whatever its setting")
    func pausesChecked() throws {
        let part = #""pauses": {"in": ["returned", "sent_back"]}"#
        let other = #""pauses": {"in": ["returned", "sent_back"], "if": "false"}"#
        let fault = #expect(throws: Diagnostics.self) { try workflow(part, other) }
        #expect(
            fault?.all.map(\.message) == [
                "clock decision can run out in returned, where deem_approved is not allowed",
                "clock decision can run out in sent_back, where deem_approved is not allowed",
            ]
        )
    }

    @Test(
        "refuses an extension that makes no sense",
        arguments: [
            (#""by": 3"#, #""by": 0"#, #"clock decision is extended by a whole number from 1, not "0""#),
            (
                #""at": "return""#, #""at": "submit""#,
                "clock decision is extended by submit, before which it never runs"
            ),
            (
                #", "legal": "PP 1/2000 Pasal 9""#, "",
                #"the extension of clock decision needs its legal source ("legal: ...")"#
            ),
        ]
    )
    func badExtension(part: String, other: String, message: String) throws {
        let text = Self.extended.replacing(part, with: other)
        let fault = #expect(throws: Diagnostics.self) { try workflow(Self.starts, text) }
        #expect(fault?.all.map(\.message) == [message])
    }

    @Test("is late and no decision by silence where the law acts against the applicant")
    func lapse() throws {
        let workflow = try workflow(
            #""deem_approved": {"from": ["verification", "verified"], "to": "deemed_issued", "by": "oss"}"#,
            #"""
            "deem_approved": {"from": ["verification", "verified"], "to": "rejected", "by": "oss"},
            "deem_later": {"from": "verified", "to": "deemed_issued", "by": "oss"}
            """#
        )
        let result = try due(
            workflow,
            [("accept", "2024-01-05"), ("deem_approved", "2024-01-15")],
            asOf: "2024-01-15"
        )
        #expect(result.class == .late)
        #expect(workflow.clocks[0].expiry?.isSilence == false)
    }
}
