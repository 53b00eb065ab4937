import PermitWorkflow
import Testing
import WorkingTime

@Suite("A permit decision")
struct DecisionTests {
    /// A permit after some commands that the rules allow.
    private func permit(
        after commands: [(action: String, actor: String, role: String, day: String, hour: Int)]
    ) throws -> (Workflow, Permit, [PermitEvent]) {
        let workflow = try Example.workflow()
        var permit = Permit(id: "A-1", workflow: workflow)
        var events: [PermitEvent] = []
        for (action, actor, role, day, hour) in commands {
            let command = Command(
                action,
                actor: actor,
                role: role,
                at: try Example.moment(day, hour: hour),
                documents: ["note": "see list", "reason": "not allowed here"]
            )
            for event in try workflow.decide(command, on: permit, office: Example.office) {
                permit = workflow.evolve(permit, event, office: Example.office)
                events.append(event)
            }
        }
        return (workflow, permit, events)
    }

    private static let verified: [(String, String, String, String, Int)] = [
        ("submit", "sari", "applicant", "2024-01-05", 9), ("accept", "budi", "dpmptsp", "2024-01-05", 10),
        ("verify", "tono", "agency", "2024-01-09", 10),
    ]

    private func refusal(
        _ command: Command,
        after commands: [(String, String, String, String, Int)] = verified
    ) throws -> Refusal {
        let (workflow, permit, _) = try permit(after: commands)
        do {
            let events = try workflow.decide(command, on: permit, office: Example.office)
            Issue.record("accepted with \(events)")
            throw CancellationError()
        } catch let refusal as Refusal {
            return refusal
        }
    }

    @Test("adds the event that the action makes")
    func accepted() throws {
        let (workflow, permit, events) = try permit(after: Self.verified)
        #expect(events.map(\.term) == ["submitted", "complete", "requirements_verified"])
        #expect(workflow.states[permit.state].name == "verified")
        #expect(permit.version == 3)
        #expect(permit.outcome == nil)
    }

    @Test("is refused with the role that is needed and the legal source")
    func wrongRole() throws {
        let command = Command(
            "approve",
            actor: "sari",
            role: "applicant",
            at: try Example.moment("2024-01-10")
        )
        let refusal = try refusal(command)
        #expect(refusal.message == "verified: approve needs role dpmptsp, not applicant (PP 1/2000 Pasal 3)")
        #expect(refusal.code == .wrongRole)
    }

    @Test("is refused in the wrong state with the states where it is allowed")
    func notAllowed() throws {
        let command = Command("accept", actor: "budi", role: "dpmptsp", at: try Example.moment("2024-01-10"))
        #expect(
            try refusal(command).message
                == "verified: accept is allowed in submitted, not in verified (PP 1/2000 Pasal 1)"
        )
    }

    @Test("is refused to whoever verified, four eyes being needed")
    func sameActor() throws {
        let command = Command("approve", actor: "tono", role: "dpmptsp", at: try Example.moment("2024-01-10"))
        let refusal = try refusal(command)
        #expect(refusal.code == .sameActor)
        #expect(refusal.message.contains("needs somebody other than tono, who took verify"))
    }

    @Test("names every unmet condition at once")
    func everything() throws {
        let command = Command(
            "reject",
            actor: "sari",
            role: "applicant",
            at: try Example.moment("2024-01-01"),
            facts: ["risk": .integer(3), "colour": .text("red")]
        )
        let codes = try refusal(command).reasons.map(\.code)
        #expect(codes == [.wrongRole, .missingDocument, .tooEarly, .wrongFact, .wrongFact])
    }

    @Test("is refused for an unknown action with the one that was meant")
    func unknownAction() throws {
        let command = Command("aprove", actor: "budi", role: "dpmptsp", at: try Example.moment("2024-01-10"))
        #expect(
            try refusal(command).message
                == #"verified: aprove is no action of example; did you mean "approve"? (PP 1/2000 Pasal 1)"#
        )
    }

    @Test("is refused after an outcome")
    func ended() throws {
        let history = Self.verified + [("approve", "budi", "dpmptsp", "2024-01-10", 10)]
        let command = Command(
            "withdraw",
            actor: "sari",
            role: "applicant",
            at: try Example.moment("2024-01-11")
        )
        #expect(try refusal(command, after: history).code == .ended)
    }

    @Test("comes after what the law did at the deadline, stamped with it, by the system, with the reckoning")
    func expiry() throws {
        let (workflow, permit, _) = try permit(after: Self.verified)
        let deadline = try Example.moment("2024-01-13", hour: 0)
        let before = Instant(microseconds: deadline.microseconds - 1)
        #expect(workflow.dueEvents(on: permit, asOf: before, office: Example.office).isEmpty)
        let due = workflow.dueEvents(on: permit, asOf: deadline, office: Example.office)
        #expect(due.map(\.action) == ["deem_approved"])
        #expect(due.first?.at == deadline)
        #expect(due.first?.actor == PermitEvent.systemActor)
        #expect(due.first?.role == "oss")
        #expect(due.first?.expiry?.consumedDays == 5)
        #expect(due.first?.expiry?.legal == "UU 30/2014 Pasal 53")
        let late = Command("approve", actor: "budi", role: "dpmptsp", at: try Example.moment("2024-01-20"))
        #expect(try refusal(late).code == .ended)
    }

    @Test("fires a deadline once, and not in a pause")
    func firesOnce() throws {
        let (workflow, permit, _) = try permit(after: Self.verified)
        let later = try Example.moment("2024-03-01")
        let due = workflow.dueEvents(on: permit, asOf: later, office: Example.office)
        let after = due.reduce(permit) { workflow.evolve($0, $1, office: Example.office) }
        #expect(due.count == 1)
        #expect(after.outcome == .deemed)
        #expect(workflow.dueEvents(on: after, asOf: later, office: Example.office).isEmpty)
        let (_, returned, _) = try self.permit(after: [
            ("submit", "sari", "applicant", "2024-01-05", 9), ("accept", "budi", "dpmptsp", "2024-01-05", 10),
            ("return", "tono", "agency", "2024-01-09", 10),
        ])
        #expect(workflow.dueEvents(on: returned, asOf: later, office: Example.office).isEmpty)
    }

    @Test("is judged without what the law did while the system was down")
    func unrecorded() throws {
        let (workflow, permit, _) = try permit(after: Self.verified)
        let late = Command("approve", actor: "budi", role: "dpmptsp", at: try Example.moment("2024-01-20"))
        let events = try workflow.decide(late, on: permit, office: Example.office, firesDue: false)
        #expect(events.map(\.action) == ["approve"])
        let after = events.reduce(permit) { workflow.evolve($0, $1, office: Example.office) }
        let result = after.clocks.result(
            clock: 0,
            asOf: late.at,
            facts: after.facts,
            workflow: workflow,
            office: Example.office
        )
        #expect(result.class == .late && result.isBreached)
    }

    @Test("needs a linked permit that has ended as the law wants")
    func linked() throws {
        let text = Example.text(
            replacing: #""not_same_actor_as": ["verify"],"#,
            with: #""after": {"kkpr": "issued"},"#
        )
        let definition = try #require(Definition.read(json: text, file: "linked.json").definition)
        let workflow = try Workflow.compile(definition)
        var permit = Permit(id: "A-1", workflow: workflow)
        for (action, actor, role, day, hour) in Self.verified {
            let command = Command(action, actor: actor, role: role, at: try Example.moment(day, hour: hour))
            for event in try workflow.decide(command, on: permit, office: Example.office) {
                permit = workflow.evolve(permit, event, office: Example.office)
            }
        }
        var command = Command("approve", actor: "budi", role: "dpmptsp", at: try Example.moment("2024-01-10"))
        #expect(throws: Refusal.self) { try workflow.decide(command, on: permit, office: Example.office) }
        command.links = ["kkpr": .refused]
        #expect(throws: Refusal.self) { try workflow.decide(command, on: permit, office: Example.office) }
        command.links = ["kkpr": .issued]
        #expect(try workflow.decide(command, on: permit, office: Example.office).map(\.to) == ["issued"])
    }
}
