import PermitDocuments
import PermitWorkflow
import Testing

@Suite("A guard")
struct GuardTests {
    private static let high = Condition.equals(fact: "risk", value: "high")
    private static let large = Condition.isAtLeast(fact: "area", value: 100)

    @Test("holds, does not hold, or is unknown; a missing fact is never taken for false")
    func truth() {
        let known: FactValues = ["risk": .text("high"), "area": .integer(99)]
        #expect(Self.high.truth(of: known) == .yes)
        #expect(Self.large.truth(of: known) == .no)
        #expect(Self.high.truth(of: [:]) == .unknown)
        #expect(Condition.not(Self.high).truth(of: [:]) == .unknown)
        #expect(Condition.isIn(fact: "risk", values: ["low", "high"]).truth(of: known) == .yes)
        #expect(Self.large.truth(of: ["area": .text("wide")]) == .unknown)
    }

    @Test("of parts is decided by one part where that is enough")
    func parts() {
        let onlyRisk: FactValues = ["risk": .text("low")]
        #expect(Condition.all([Self.high, Self.large]).truth(of: onlyRisk) == .no)
        #expect(Condition.any([.not(Self.high), Self.large]).truth(of: onlyRisk) == .yes)
        #expect(Condition.any([Self.high, Self.large]).truth(of: onlyRisk) == .unknown)
        #expect(Condition.all([]).truth(of: [:]) == .yes)
        #expect(Condition.any([]).truth(of: [:]) == .no)
    }

    /// The example, in which large areas are issued and small ones rejected by one action.
    private func guarded() throws -> Workflow {
        let text = Example.text(
            replacing: #""approve": {"from": "verified", "to": "issued","#,
            with:
                #""approve": {"cases": [{"from": "verified", "to": "issued", "when": {"fact": "area", "at_least": 100}}, "#
                + #"{"from": "verified", "to": "rejected", "when": {"not": {"fact": "area", "at_least": 100}}}],"#
        )
        let definition = try #require(Definition.read(json: text, file: "guarded.json").definition)
        return try Workflow.compile(definition)
    }

    private func step(_ facts: FactValues, in state: String) throws -> (Workflow, Workflow.Step) {
        let workflow = try guarded()
        let from = try #require(workflow.state(named: state))
        let term = try #require(workflow.term(named: "approved"))
        return (workflow, workflow.step(term: term, from: from, facts: facts))
    }

    @Test("chooses between the targets of an action", arguments: [(100, "issued"), (99, "rejected")])
    func chooses(area: Int, target: String) throws {
        let (workflow, step) = try step(["area": .integer(area)], in: "verified")
        let approve = try #require(workflow.action(named: "approve"))
        #expect(step == .taken(action: approve, to: try #require(workflow.state(named: target))))
    }

    @Test("that is unknown leaves several targets undecided")
    func undecided() throws {
        let (workflow, step) = try step([:], in: "verified")
        #expect(step == .ambiguous(action: try #require(workflow.action(named: "approve"))))
    }

    @Test("decides an action that is illegal here too, where it can")
    func illegal() throws {
        let (workflow, step) = try step(["area": .integer(5)], in: "draft")
        let approve = try #require(workflow.action(named: "approve"))
        #expect(step == .notAllowed(action: approve, to: try #require(workflow.state(named: "rejected"))))
    }

    @Test("of a single target that does not hold, or is unknown, is found, and the log moves the permit")
    func singleTarget() throws {
        let text = Example.text(
            replacing: #""term": "complete""#,
            with: #""term": "complete", "when": {"fact": "risk", "in": ["low", "high"]}"#
        )
        let definition = try #require(Definition.read(json: text, file: "guarded.json").definition)
        let workflow = try Workflow.compile(definition)
        let from = try #require(workflow.state(named: "submitted"))
        let to = try #require(workflow.state(named: "verification"))
        let accept = try #require(workflow.action(named: "accept"))
        let term = try #require(workflow.term(named: "complete"))
        func step(_ facts: FactValues) -> Workflow.Step {
            workflow.step(term: term, from: from, facts: facts)
        }
        #expect(step(["risk": .text("high")]) == .taken(action: accept, to: to))
        #expect(step(["risk": .text("none")]) == .guardFailed(action: accept, to: to))
        #expect(step([:]) == .guardUnknown(action: accept, to: to))
    }
}
