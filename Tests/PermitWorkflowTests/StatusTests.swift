import PermitWorkflow
import Testing

@Suite("A status of a log")
struct StatusTests {
    private func step(_ status: String, in state: String) throws -> (Workflow, Workflow.StatusStep) {
        let workflow = try Example.workflow()
        let from = try #require(workflow.state(named: state))
        return (workflow, workflow.statusStep(status: status, from: from, facts: [:]))
    }

    @Test("counts as the one legal action that leads to it")
    func taken() throws {
        let (workflow, step) = try step("verified", in: "verification")
        let verify = try #require(workflow.action(named: "verify"))
        #expect(step == .taken(action: verify, to: try #require(workflow.state(named: "verified"))))
    }

    @Test("by the term of an action means the state it leads to")
    func byTerm() throws {
        let (workflow, step) = try step("confirmation_asked", in: "verification")
        #expect(
            step
                == .taken(
                    action: try #require(workflow.action(named: "return")),
                    to: try #require(workflow.state(named: "returned"))
                )
        )
    }

    @Test("that repeats says nothing")
    func repeated() throws { #expect(try step("verified", in: "verified").1 == .repeated) }

    @Test("that no single action leads to sets the state")
    func set() throws {
        let (workflow, step) = try step("verified", in: "draft")
        #expect(step == .set(to: try #require(workflow.state(named: "verified"))))
    }

    @Test("that nobody knows is unknown")
    func unknown() throws { #expect(try step("on_the_moon", in: "draft").1 == .unknown) }
}
