import PermitDocuments
import PermitWorkflow
import Testing

/// A fault put into the example, and what the check says of it.
struct Fault: Sendable, CustomTestStringConvertible {
    var part: String
    var other: String
    var message: String
    /// The text at the place that the diagnostic names.
    var place: String

    var testDescription: String { message }

    init(_ part: String, _ other: String, says message: String, at place: String) {
        self.part = part
        self.other = other
        self.message = message
        self.place = place
    }
}

@Suite("The check of a definition")
struct CheckTests {
    static let faults: [Fault] = names + states + actions + clocks

    static let names = [
        Fault(
            #""to": "verified""#,
            #""to": "verifed""#,
            says: #"unknown state "verifed"; did you mean "verified"?"#,
            at: #""verifed""#
        ),
        Fault(
            #""by": "dpmptsp", "not"#,
            #""by": "dpmtsp", "not"#,
            says: #"unknown role "dpmtsp"; did you mean "dpmptsp"?"#,
            at: #""dpmtsp""#
        ),
        Fault(
            #"["verify"]"#,
            #"["verfy"]"#,
            says: #"unknown action "verfy"; did you mean "verify"?"#,
            at: #""verfy""#
        ),
        Fault(
            #""starts": {"at": "accept"}"#,
            #""starts": {"at": "acept"}"#,
            says: #"unknown action "acept"; did you mean "accept"?"#,
            at: #""acept""#
        ),
        Fault(
            #"["returned", "sent_back"]},"#,
            #"["retuned", "sent_back"]},"#,
            says: #"unknown state "retuned"; did you mean "returned"?"#,
            at: #""retuned""#
        ),
        Fault(
            #"["issued", "deemed", "refused"]"#,
            #"["issued", "deemd", "refused"]"#,
            says:
                #"unknown state "deemd"; accepted: draft, submitted, incomplete, verification, returned, sent_back, "#
                + "verified, issued, deemed_issued, rejected or withdrawn",
            at: #""deemd""#
        ),
        Fault(
            #"{"setting": "days"}"#,
            #"{"setting": "dayz"}"#,
            says: #"unknown setting "dayz"; did you mean "days"?"#,
            at: #""dayz""#
        ),
        Fault(
            #""by": "dpmptsp", "term": "complete""#,
            #""by": "dpmptsp", "term": "complete", "when": {"fact": "rsik", "equals": "high"}"#,
            says: #"unknown fact "rsik"; did you mean "risk"?"#,
            at: #""rsik""#
        ),
        Fault(
            #""by": "dpmptsp", "term": "complete""#,
            #""by": "dpmptsp", "term": "complete", "when": {"fact": "area", "equals": "large"}"#,
            says: #"fact area is of type integer, which "large" is not"#,
            at: #""area", "equals""#
        ),
        Fault(
            #""by": "dpmptsp", "term": "complete""#,
            #""by": "dpmptsp", "term": "complete", "when": {"fact": "risk", "at_least": 3}"#,
            says: #"fact risk is of type text; "at_least" needs an integer"#,
            at: #""risk", "at_least""#
        ),
    ]

    static let states = [
        Fault(
            #"{"initial": "true", "holder": "applicant"}"#,
            #"{"holder": "applicant"}"#,
            says: #"no state is initial; mark one with "initial: true""#,
            at: #""example""#
        ),
        Fault(
            #"{"stage": "intake", "holder": "office"}"#,
            #"{"initial": true, "stage": "intake", "holder": "office"}"#,
            says: "state submitted is initial, and so is draft; only one may be",
            at: #""submitted": {"initial""#
        ),
        Fault(
            #""withdrawn": {"outcome""#,
            #""lost": {"holder": "office"}, "withdrawn": {"outcome""#,
            says: "state lost cannot be reached from draft",
            at: #""lost""#
        ),
        Fault(
            #""verify": {"from": "verification", "to": "verified""#,
            #""again": {"from": "returned", "to": "returned", "by": "applicant"}, "#
                + #""verify": {"from": "verification", "to": "returned""#,
            says: "state verified cannot be reached from draft",
            at: #""verified": {"stage""#
        ),
        Fault(
            #""issued": {"outcome": "issued"}"#,
            #""issued": {"stage": "decision"}"#,
            says: "state issued needs a holder, or an outcome",
            at: #""issued": {"stage""#
        ),
        Fault(
            #""issued": {"outcome": "issued"}"#,
            #""issued": {"outcome": "issued", "holder": "office"}"#,
            says: "state issued is an outcome: nobody holds it",
            at: #""issued": {"outcome""#
        ),
        Fault(
            #""issued": {"outcome": "issued"}"#,
            #""issued": {"holder": "office"}"#,
            says: "state issued leads to no outcome",
            at: #""issued": {"holder""#
        ),
    ]

    static let actions = [
        Fault(
            #""approve": {"from": "verified""#,
            #""approve": {"from": ["verified", "rejected"]"#,
            says: "action approve leads from rejected, which is an outcome",
            at: #""rejected"], "to": "issued""#
        ),
        Fault(
            #""approve": {"from": "verified", "to": "issued","#,
            #""approve": {"cases": [{"from": "verified", "to": "issued"}, {"from": ["verified"], "to": "rejected"}],"#,
            says: "action approve has two cases open in verified; give each a guard that excludes the other",
            at: #""verified"], "to": "rejected""#
        ),
        Fault(
            #""approve": {"from": "verified", "to": "issued","#,
            #""approve": {"cases": [{"from": "verified", "to": "issued", "when": {"fact": "area", "at_least": 100}}, "#
                + #"{"from": "verified", "to": "rejected", "when": {"not": {"fact": "area", "at_least": 200}}}],"#,
            says:
                "action approve has two cases open in verified when area is 100; their guards must exclude each other",
            at: #""verified", "to": "rejected""#
        ),
        Fault(
            #""not_same_actor_as": ["verify"]"#,
            #""not_same_actor_as": ["reject"]"#,
            says: "approve needs another actor than reject, which never comes before it",
            at: #""reject"],"#
        ),
        Fault(
            #""to": "verified", "by": "agency""#,
            #""to": "verified", "by": "oss", "not_same_actor_as": ["deem_approved"]"#,
            says: "verify needs another actor than deem_approved, but only the system takes both",
            at: #""deem_approved"]"#
        ),
        Fault(
            #""dpmptsp": "office","#,
            #""dpmptsp": "system","#,
            says: "state submitted waits for office, but no role of that desk can act there",
            at: #""submitted": {"stage""#
        ),
        Fault(
            #""oss": "system"}"#,
            #""oss": "system", "clerk": "office"}"#,
            says: "role clerk takes no action",
            at: #""clerk""#
        ),
    ]

    static let clocks = [
        Fault(
            #""legal": "PP 1/2000 Pasal 2", "mark""#,
            #""mark""#,
            says: #"the limit of clock decision needs its legal source ("legal: ...")"#,
            at: #"{"working_days""#
        ),
        Fault(
            #"{"working_days": {"setting": "days"}"#,
            #"{"amount": 5, "unit": "hari""#,
            says: #"the unit of clock decision is working_days, calendar_days or elapsed, not "hari""#,
            at: #"{"amount""#
        ),
        Fault(
            #"{"working_days": {"setting": "days"}, "legal": "PP 1/2000 Pasal 2", "mark": "U"}"#,
            #"{"working_days": 0, "legal": "PP 1/2000 Pasal 2"}, "includes_first_day": "true""#,
            says: "clock decision: a limit that includes the first day is at least one day, not 0",
            at: #"{"working_days": 0"#
        ),
        Fault(
            #""pauses": {"in": ["returned", "sent_back"]}"#,
            #""pauses": {"in": ["returned", "incomplete"]}"#,
            says: "clock decision pauses in incomplete, where it never runs",
            at: #""incomplete"]}"#
        ),
        Fault(
            #""restarts": {"at": "answer_sent_back"}"#,
            #""restarts": {"at": "submit"}"#,
            says: "clock decision restarts at submit, before which it never runs",
            at: #""submit"}"#
        ),
        Fault(
            #""deem_approved": {"from": ["verification", "verified"]"#,
            #""deem_approved": {"from": "verification""#,
            says: "clock decision can run out in verified, where deem_approved is not allowed",
            at: #""deem_approved", "as""#
        ),
        Fault(
            #""as": "oss""#,
            #""as": "dpmptsp""#,
            says: "deem_approved is not an action of dpmptsp",
            at: #""dpmptsp", "legal""#
        ),
        Fault(
            #""starts": {"at": "accept"}"#,
            #""starts": {"in": "draft"}"#,
            says: "clock decision starts on entering draft, which is initial and never entered",
            at: #""draft"}"#
        ),
        Fault(
            #""deem_approved": {"from": ["verification", "verified"], "to": "deemed_issued", "by": "oss"}"#,
            #""deem_approved": {"cases": [{"from": "verification", "to": "verified"}, "#
                + #"{"from": "verified", "to": "verification"}], "by": "oss"}, "#
                + #""deem": {"from": "verified", "to": "deemed_issued", "by": "oss"}"#,
            says: "state verification comes back to itself by expiries alone; somebody must act in between",
            at: #""verification": {"stage""#
        ),
    ]

    @Test("names the fault, its place and what would be accepted", arguments: faults)
    func fault(_ fault: Fault) throws {
        let text = Example.text(replacing: fault.part, with: fault.other)
        #expect(text != Example.json, "the fault replaces nothing")
        let (definition, reading) = Definition.read(json: text, file: "example.json")
        let found = reading + (definition.map { Definition.check($0) } ?? [])
        let diagnostic = try #require(found.first { $0.message == fault.message }, "found \(found)")
        let position = try #require(diagnostic.position)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false)[position.line - 1]
        #expect(line.dropFirst(position.column - 1).hasPrefix(fault.place), "\(diagnostic)")
    }

    @Test("finds nothing in the example, which compiles")
    func faultless() throws {
        let definition = try #require(Example.definition().definition)
        #expect(Definition.check(definition).isEmpty)
        #expect(try Example.workflow().states.count == 11)
    }

    @Test("names every fault at once")
    func allAtOnce() throws {
        var text = Example.text(replacing: #""to": "verified""#, with: #""to": "verifed""#)
        text = text.replacing(#"["verify"]"#, with: #"["verfy"]"#)
        let definition = try #require(Definition.read(json: text, file: "example.json").definition)
        #expect(Definition.check(definition).count == 2)
    }

    @Test("warns of a term that means two actions in one state")
    func doubtfulTerm() throws {
        let text = Example.text(replacing: #""term": "rejected""#, with: #""term": "approved""#)
        let definition = try #require(Definition.read(json: text, file: "example.json").definition)
        let found = Definition.check(definition)
        #expect(
            found.map(\.message) == [
                "term approved means approve and reject in verified; a replay takes the first"
            ]
        )
        #expect(found.map(\.severity) == [.warning])
    }

    @Test("refuses a setting that is unknown or takes another value")
    func settings() throws {
        let definition = try #require(Example.definition().definition)
        let unknown = Definition.check(definition, settings: ["day": "3"])
        #expect(unknown.map(\.message) == [#"unknown setting "day"; did you mean "days"?"#])
        let wrong = Definition.check(definition, settings: ["days": "many"])
        #expect(wrong.first?.message == #"setting days is a whole number, not "many""#)
        #expect(throws: Diagnostics.self) { try Example.workflow(settings: ["days": "many"]) }
    }
}
