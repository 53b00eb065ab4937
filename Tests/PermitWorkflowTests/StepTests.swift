import PermitWorkflow
import Testing

@Suite("A term of a log")
struct StepTests {
    private func step(_ term: String, in state: String) throws -> (Workflow, Workflow.Step) {
        let workflow = try Example.workflow()
        let from = try #require(workflow.state(named: state))
        return (workflow, workflow.step(term: workflow.term(named: term) ?? -1, from: from, facts: [:]))
    }

    @Test("takes the action that is legal here")
    func taken() throws {
        let (workflow, step) = try step("submitted", in: "incomplete")
        let action = try #require(workflow.action(named: "resubmit"))
        let to = try #require(workflow.state(named: "submitted"))
        #expect(step == .taken(action: action, to: to))
    }

    @Test("moves the permit though the action is illegal here, with the way that was skipped")
    func notAllowed() throws {
        let (workflow, step) = try step("approved", in: "submitted")
        let approve = try #require(workflow.action(named: "approve"))
        #expect(step == .notAllowed(action: approve, to: try #require(workflow.state(named: "issued"))))
        let from = try #require(workflow.state(named: "submitted"))
        #expect(workflow.skippedPath(from: from, beforeAction: approve) == ["accept", "verify"])
    }

    @Test("of which two actions are illegal here means the first listed")
    func firstListed() throws {
        let (workflow, step) = try step("submitted", in: "verified")
        let submit = try #require(workflow.action(named: "submit"))
        #expect(step == .notAllowed(action: submit, to: try #require(workflow.state(named: "submitted"))))
    }

    @Test("that no action is known by changes nothing")
    func unknown() throws {
        #expect(try step("on_the_moon", in: "draft").1 == .unknown)
    }
}
