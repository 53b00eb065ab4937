import PermitDocuments
import PermitFiles
import PermitWorkflow
import Testing

@Suite("A workflow of DIGIT")
struct DIGITTests {
    private func definition(_ options: DIGITDefinition.Options = .init()) throws -> Definition {
        let (conversions, diagnostics) = try DIGITExample.convert(DIGITExample.json, options)
        #expect(diagnostics.isEmpty || options.escalation != nil)
        let conversion = try #require(conversions.first)
        return try #require(conversion.definition, "\(conversion.diagnostics)")
    }

    @Test("becomes a definition that the check accepts, with its own words as titles and terms")
    func converts() throws {
        let definition = try definition()
        #expect(Definition.check(definition).isEmpty)
        #expect(definition.name == "stall_new")
        #expect(
            definition.states.map(\.name.text) == [
                "start", "initiated", "applied", "inspection", "withcitizen", "approved", "rejected",
            ]
        )
        #expect(definition.states.map(\.isInitial) == [true, false, false, false, false, false, false])
        #expect(definition.states.compactMap(\.outcome) == [.issued, .refused])
        #expect(
            definition.states.compactMap(\.holder) == [
                .applicant, .applicant, .office, .technicalAgency, .applicant,
            ]
        )
        #expect(definition.states[2].statuses == ["in_work"])
        #expect(definition.title["en"] == "STALL.NEW of DIGIT, stall-services")
    }

    @Test("keeps who may act where: what other roles take in other states is another action of the same term")
    func actions() throws {
        let definition = try definition()
        let forward = definition.actions.filter { $0.effectiveTerm == "forward" }
        #expect(forward.map(\.name.text) == ["forward_at_applied", "forward_at_withcitizen"])
        #expect(forward.map(\.roles) == [["stall_doc_verifier"], ["citizen"]])
        let initiate = definition.actions.filter { $0.effectiveTerm == "initiate" }
        #expect(initiate.map(\.name.text) == ["initiate", "initiate_at_initiated"])
        #expect(definition.actions.first { $0.name == "apply" }?.needs == ["documents"])
        #expect(definition.actions.first { $0.name == "approve" }?.needs == [])
        let milestones = definition.milestones.map(\.trigger)
        #expect(milestones == [.at(["apply"]), .enters(["approved", "rejected"])])
    }

    @Test("keeps its limits as elapsed seconds that never wait")
    func limits() throws {
        let definition = try definition()
        #expect(definition.clocks.map(\.name.text) == ["business_service", "at_applied", "at_inspection"])
        #expect(definition.clocks.allSatisfy { $0.limit.unit == .fixed("elapsed") && $0.pauses == [] })
        let amounts = definition.clocks.map(\.limit.amount)
        #expect(amounts[0] == .number(.setting("business_service_seconds")))
        #expect(definition.settings.first?.standard == "172800")
        #expect(amounts[1...] == [.number(.fixed("86400")), .number(.fixed("43200"))])
        #expect(definition.clocks[0].starts == .init(at: ["initiate"]))
        #expect(definition.clocks[1].starts == .init(enters: ["applied"]))
        #expect(definition.clocks[1].stops == .init(enters: ["inspection"]))
    }

    @Test("tells in notes what was guessed, cut or lost")
    func notes() throws {
        let (conversions, _) = try DIGITExample.convert()
        let notes = try #require(conversions.first).diagnostics
        #expect(notes.allSatisfy { $0.severity == .note && $0.position != nil })
        for part in [
            "tenantId is not kept: contoh", "isStateUpdatable is not kept; it is true in INITIATED",
            "states without a time limit (sla): null, INITIATED, WITHCITIZEN",
            "86400500 ms is cut to 86400 s",
            "STALL_FIELD_INSPECTOR technical_agency", "APPROVED issued, REJECTED refused",
            "every action that leads to APPLIED needs documents", "FORWARD, INITIATE, REJECT",
        ] {
            #expect(notes.contains { $0.message.contains(part) }, "\(part)")
        }
    }

    @Test(
        "is refused with its defects, each with its place",
        arguments: [
            (
                #"{"state": "APPROVED", "isTerminateState": true, "actions": null}"#,
                #"{"state": "APPROVED", "isTerminateState": true, "actions": [{"action": "REOPEN", "nextState": "APPLIED", "roles": ["CITIZEN"]}]}"#,
                22, "terminal state APPROVED has actions (REOPEN)"
            ),
            (
                #""nextState": "WITHCITIZEN""#, #""nextState": "INSPECTION""#, 20,
                "unreachable state WITHCITIZEN"
            ),
            (
                #""nextState": "WITHCITIZEN""#, #""nextState": "WITHCITIZN""#, 17,
                "unknown state WITHCITIZN; did you mean \"WITHCITIZEN\"?"
            ),
            (
                #"{"action": "FORWARD", "nextState": "INSPECTION", "roles": ["CITIZEN"]}"#,
                #"{"action": "FORWARD", "nextState": "WITHCITIZEN", "roles": ["CITIZEN"]}"#,
                20, "no way leads from state WITHCITIZEN to an end"
            ),
            (
                #""REJECTED", "isTerminateState": true"#, #""REJECTED", "isTerminateState": false"#, 23,
                "state REJECTED has no actions and is no end"
            ),
            (
                #""state": null, "isStartState": true"#, #""state": null, "isStartState": false"#, 5,
                "no state is a start state"
            ),
            (#""state": "WITHCITIZEN""#, #""state": "APPLIED""#, 20, "state APPLIED stands twice"),
            (
                #""nextState": "INITIATED", "roles": ["CITIZEN", "STALL_CEMP"]}]"#,
                #""nextState": "INITIATED", "roles": []}]"#, 6, "names no role"
            ),
            (
                #""action": "APPLY", "nextState""#, #""action": "APPLY", "nxtState""#, 10,
                "needs \"nextState\""
            ),
            (#""action": "APPLY", "#, #""action": "INITIATE", "#, 10, "leads to INITIATED and to APPLIED"),
            (#""sla": 43200000"#, #""sla": -1"#, 15, "sla is a whole number of milliseconds above 0"),
            (
                #""sla": 43200000"#, #""sla": 99999999999999999999"#, 15,
                "sla is a whole number of milliseconds"
            ),
            (
                #""isStartState": true"#, #""isStartState": "yes""#, 5,
                "isStartState is true or false, not yes"
            ),
            (#""state": "WITHCITIZEN""#, #""state": "???""#, 20, "cannot be a name"),
            (#""state": "WITHCITIZEN""#, #""state": "applied""#, 20, "would both be applied"),
            (
                #""state": null, "isStartState": true, "isTerminateState": false"#,
                #""state": null, "isStartState": true, "isTerminateState": true"#, 5,
                "is the start and an end"
            ),
        ]
    )
    func defects(part: String, other: String, line: Int, message: String) throws {
        var text = DIGITExample.json.replacing(part, with: other, maxReplacements: 1)
        // Where a state is renamed, the way to it is renamed too.
        if part == #""state": "WITHCITIZEN""#, let name = other.split(separator: "\"").last {
            text = text.replacing(#""nextState": "WITHCITIZEN""#, with: "\"nextState\": \"\(name)\"")
        }
        let conversion = try #require(try DIGITExample.convert(text).conversions.first)
        #expect(conversion.definition == nil)
        let errors = conversion.diagnostics.filter { $0.severity == .error }
        let found = try #require(errors.first { $0.message.contains(message) }, "\(errors)")
        #expect(found.position?.line == line, "\(found)")
    }

    @Test("begins before the first action when other states are marked as starts too, and says so")
    func severalStarts() throws {
        let text = DIGITExample.json
            .replacing(
                #""state": "INITIATED", "isStartState": false"#,
                with: #""state": "INITIATED", "isStartState": true"#
            )
        let mended = try #require(try DIGITExample.convert(text).conversions.first)
        #expect(mended.definition?.states.first { $0.isInitial }?.name == "start")
        let warning = mended.diagnostics.first { $0.severity == .warning }
        #expect(warning?.message.contains("several start states (null, INITIATED)") == true)
        let asked = try DIGITExample.convert(text, .init(start: "INITIATED", dropsUnreachable: true))
            .conversions.first
        #expect(asked?.definition?.states.map(\.name.text).first == "initiated")
        #expect(asked?.definition?.states.first?.isInitial == true)
        #expect(
            asked?.diagnostics.contains { $0.message.contains("unreachable state null is left out") } == true
        )
        let unknown = try DIGITExample.convert(text, .init(start: "INITATED")).conversions.first
        #expect(unknown?.definition == nil)
        #expect(unknown?.diagnostics.contains { $0.message.contains("did you mean \"INITIATED\"?") } == true)
    }

    @Test("is refused when several named states are marked as starts, until one is asked for")
    func namedStarts() throws {
        let text = DIGITExample.json.replacing(#""state": null"#, with: #""state": "NEW""#)
            .replacing(
                #""state": "INITIATED", "isStartState": false"#,
                with: #""state": "INITIATED", "isStartState": true"#
            )
        let refused = try DIGITExample.convert(text).conversions.first
        #expect(refused?.definition == nil)
        #expect(refused?.diagnostics.first?.message.contains("several start states (NEW, INITIATED)") == true)
        #expect(try DIGITExample.convert(text, .init(start: "NEW")).conversions.first?.definition != nil)
    }

    @Test("leaves out unreachable states when asked to")
    func dropped() throws {
        let text = DIGITExample.json.replacing(
            #""nextState": "WITHCITIZEN""#,
            with: #""nextState": "APPLIED""#
        )
        let conversion = try DIGITExample.convert(text, .init(dropsUnreachable: true)).conversions.first
        #expect(conversion?.definition?.states.contains { $0.name == "withcitizen" } == false)
        #expect(
            conversion?.diagnostics.first?.message
                == "unreachable state WITHCITIZEN is left out, as asked for"
        )
    }

    @Test("takes an escalation as what the law does when a state has lasted too long")
    func escalation() throws {
        let node = try JSONParser.parse(DIGITExample.escalation, file: "escalation.json")
        let definition = try definition(.init(escalation: node))
        #expect(Definition.check(definition).isEmpty)
        let clock = try #require(definition.clocks.last)
        #expect(clock.onExpiry?.action == "auto_approve_at_inspection")
        #expect(clock.onExpiry?.role == "auto_escalate")
        #expect(definition.settings.last?.standard == "172800")
        let action = try #require(definition.actions.last)
        #expect(action.cases == [.init(from: ["inspection"], to: "approved")])
        #expect(definition.roles.last == .init(name: "auto_escalate", holder: .system))
    }

    @Test(
        "says what is wrong with an escalation",
        arguments: [
            (
                "INSPECTION", "INSPECTON", Diagnostic.Severity.error,
                "no such state waits; did you mean \"INSPECTION\"?"
            ),
            ("\"APPROVE\"", "\"APROVE\"", .error, "no action APROVE; did you mean \"APPROVE\"?"),
            ("\"active\": \"true\"", "\"active\": \"false\"", .note, "is switched off and left out"),
            ("\"stateSLA\": 2.0", "\"stateSLA\": null", .warning, "has no stateSLA"),
            ("\"businessSLA\": null", "\"businessSLA\": 3", .warning, "businessSLA is not kept"),
        ]
    )
    func badEscalation(part: String, other: String, severity: Diagnostic.Severity, message: String) throws {
        let text = DIGITExample.escalation.replacing(part, with: other, maxReplacements: 1)
        let node = try JSONParser.parse(text, file: "escalation.json")
        let conversion = try DIGITExample.convert(DIGITExample.json, .init(escalation: node)).conversions
            .first
        let found = conversion?.diagnostics.first { $0.message.contains(message) }
        #expect(found?.severity == severity, "\(conversion?.diagnostics ?? [])")
        #expect((conversion?.definition == nil) == (severity == .error))
        #expect(found?.position?.file == "escalation.json")
    }

    @Test("is found by its name in a file of several; a file without services says what it should hold")
    func services() throws {
        let text = DIGITExample.json.replacing(
            "\"BusinessServices\": [{",
            with: "\"BusinessServices\": [{\"businessService\": \"A\", \"states\": []}, {"
        )
        #expect(try DIGITExample.convert(text).conversions.map(\.service) == ["A", "STALL.NEW"])
        let one = try DIGITExample.convert(text, .init(service: "STALL.NEW"))
        #expect(one.conversions.map { $0.definition != nil } == [true])
        let none = try DIGITExample.convert(text, .init(service: "STALL.NW"))
        #expect(none.conversions.isEmpty)
        #expect(none.diagnostics.first?.message.contains("did you mean \"STALL.NEW\"?") == true)
        for empty in [
            "{}", "[]", "\"x\"", "{\"BusinessServices\": []}", "[{\"businessService\": null, \"states\": 1}]",
        ] {
            let result = try DIGITExample.convert(empty)
            #expect(result.conversions.isEmpty)
            #expect(result.diagnostics.first?.severity == .error, "\(empty)")
        }
    }
}
