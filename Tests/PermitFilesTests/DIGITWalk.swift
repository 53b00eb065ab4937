import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

/// Walks a workflow at random from its beginning, by `decide` and `evolve`, until the permit ends.
enum DIGITWalk {
    /// The outcome; nil when no end came within many steps or an allowed action was refused.
    static func outcome(of workflow: Workflow, seed: UInt64) throws -> Outcome? {
        var random = SeededGenerator(seed: seed)
        let office = OfficeTime(zone: .utc, calendar: .weekdays)
        var permit = Permit(id: "\(seed)", workflow: workflow)
        var now = Instant(seconds: 1_700_000_000)
        for _ in 0..<5000 {
            if let outcome = permit.outcome { return outcome }
            now = Instant(
                microseconds: now.microseconds + Int64.random(in: 0..<200_000_000_000, using: &random)
            )
            for event in workflow.dueEvents(on: permit, asOf: now, office: office) {
                permit = workflow.evolve(permit, event, office: office)
            }
            let legal = workflow.legalActions(in: permit.state, facts: permit.facts)
            guard permit.outcome == nil, let (index, _) = legal.randomElement(using: &random) else {
                continue
            }
            let action = workflow.actions[index]
            let command = Command(
                action.name,
                actor: "somebody",
                role: try #require(action.roles.randomElement(using: &random)),
                at: now,
                documents: ["documents": "given"]
            )
            for event in try workflow.decide(command, on: permit, office: office) {
                permit = workflow.evolve(permit, event, office: office)
            }
        }
        return permit.outcome
    }
}
