internal import PermitDocuments
internal import WorkingTime

/// Drives one permit through one scenario by `decide` and `evolve`.
struct ScenarioRunner {
    private let scenario: Scenario
    private let workflow: Workflow
    private let office: OfficeTime
    private var permit: Permit
    private var links: [String: Outcome]
    private var now: Instant?
    private(set) var failures: [Diagnostic] = []
    private(set) var taken: [WorkflowTransition: Int] = [:]

    init(_ scenario: Scenario, _ workflow: Workflow, _ office: OfficeTime) {
        self.scenario = scenario
        self.workflow = workflow
        self.office = office
        links = scenario.links
        permit = Permit(id: scenario.name.text, workflow: workflow)
    }

    mutating func run() {
        let faults = unknownNames
        guard faults.isEmpty else {
            failures = faults
            return
        }
        permit = Permit(id: scenario.name.text, workflow: workflow, facts: values(scenario.facts))
        for step in scenario.steps {
            guard take(step) else { return }
        }
        compareEnd()
    }

    // MARK: Steps

    /// Takes a step; false when the rest of the scenario has lost its sense.
    private mutating func take(_ step: Scenario.Step) -> Bool {
        if let now, step.at < now, step.act == nil {
            fail("time does not go back to \(step.at.formatted(in: office.zone))", at: step.position)
        }
        now = max(step.at, now ?? step.at)
        links.merge(step.links) { _, new in new }
        letTimePass(until: step.at, stated: step.due, at: step.position)
        if let act = step.act, !perform(act, step) { return false }
        if let state = step.then { compareState(state, "after this step") }
        return true
    }

    /// Lets the law act by itself and compares what it does with what is stated.
    private mutating func letTimePass(until moment: Instant, stated: [Name], at position: SourcePosition?) {
        let events = workflow.dueEvents(on: permit, asOf: moment, office: office)
        for event in events { fold(event) }
        if events.map(\.action) == stated.map(\.text) { return }
        let taken = events.map { "\($0.action) (due \(lastDay(of: $0)))" }
        let wanted = stated.isEmpty ? "nothing" : stated.map(\.text).joined(separator: ", ")
        let got = taken.isEmpty ? "nothing" : taken.joined(separator: ", ")
        fail(
            "the law takes \(got) by itself, and \"due\" states \(wanted)",
            at: stated.first?.position ?? position
        )
    }

    /// The last local day in time of an event that a deadline brought about.
    private func lastDay(of event: PermitEvent) -> String {
        event.expiry.map { lastDay(before: $0.deadline) } ?? ""
    }

    private func lastDay(before deadline: Instant) -> String {
        office.zone.day(of: Instant(microseconds: deadline.microseconds - 1)).description
    }

    /// Lets somebody act; false when the act met a refusal that is not stated.
    private mutating func perform(_ act: Scenario.Act, _ step: Scenario.Step) -> Bool {
        let command = Command(
            act.action.text,
            actor: act.actor,
            role: act.role.text,
            at: step.at,
            documents: Dictionary(act.documents.map { ($0, "given") }) { first, _ in first },
            facts: values(act.facts),
            links: links
        )
        do throws(Refusal) {
            let events = try workflow.decide(command, on: permit, office: office)
            for event in events { fold(event) }
            guard !step.refused.isEmpty else { return true }
            let state = workflow.states[permit.state].name
            fail(
                "\(act.action) must be refused (\(list(step.refused))), and it led to \(state)",
                at: step.position
            )
            return false
        } catch {
            let codes = error.reasons.map(\.code.description)
            if Set(codes) == Set(step.refused) { return true }
            let wanted = step.refused.isEmpty ? "" : "; \(list(step.refused)) was stated"
            fail("\(act.action) is refused (\(list(codes))): \(error.message)\(wanted)", at: step.position)
            return !step.refused.isEmpty
        }
    }

    private mutating func fold(_ event: PermitEvent) {
        permit = workflow.evolve(permit, event, office: office)
        taken[WorkflowTransition(action: event.action, from: event.from, to: event.to), default: 0] += 1
    }

    /// Facts in the type that the workflow declares; as text where it has no such fact or type, which it refuses.
    private func values(_ facts: [Name: String]) -> FactValues {
        var values = FactValues()
        for (name, text) in facts {
            let type = workflow.definition.facts.first { $0.name == name }?.type
            values[name.text] = type?.value(from: text) ?? .text(text)
        }
        return values
    }

    // MARK: What must come of it

    private mutating func compareEnd() {
        var moment = now ?? .distantPast
        if let day = scenario.asOf {
            let end = Instant(microseconds: office.zone.start(of: day.advanced(by: 1)).microseconds - 1)
            if end < moment { fail("as_of \(day) lies before the last step", at: scenario.name.position) }
            moment = max(moment, end)
            letTimePass(until: moment, stated: [], at: scenario.name.position)
        }
        if let state = scenario.state { compareState(state, "at the end") }
        if let outcome = scenario.outcome {
            compare(outcome, with: permit.outcome?.rawValue ?? Scenario.nothing, "the outcome")
        }
        for expectation in scenario.clocks { compareClock(expectation, asOf: moment) }
    }

    private mutating func compareState(_ state: Name, _ when: String) {
        compare(state, with: workflow.states[permit.state].name, "the state \(when)")
    }

    private mutating func compareClock(_ expectation: Scenario.ClockExpectation, asOf moment: Instant) {
        guard let clock = workflow.clock(named: expectation.clock.text) else { return }
        let result = permit.clocks.result(
            clock: clock,
            asOf: moment,
            facts: permit.facts,
            workflow: workflow,
            office: office
        )
        for field in Scenario.ClockExpectation.Field.allCases {
            guard let stated = expectation.fields[field] else { continue }
            let got =
                switch field {
                case .class: result.class.rawValue
                case .due: due(result, like: stated.text)
                case .consumed: String(result.consumedDays)
                case .runs: String(result.runs)
                case .pauses: String(result.holds)
                case .paused: String(result.isPaused)
                }
            compare(stated, with: got, "clock \(expectation.clock), \(field.rawValue)")
        }
    }

    /// The due date in the form in which it was stated: the last day in time, or the moment.
    private func due(_ result: ClockResult, like stated: String) -> String {
        guard let due = result.due else { return Scenario.nothing }
        return stated.contains("T") ? due.formatted(in: office.zone) : lastDay(before: due)
    }

    private mutating func compare(_ stated: Name, with got: String, _ what: String) {
        if stated.text != got { fail("\(what): expected \(stated), got \(got)", at: stated.position) }
    }

    private mutating func fail(_ message: String, at position: SourcePosition?) {
        failures.append(
            Diagnostic(
                .error,
                "case \"\(scenario.name)\": \(message)",
                at: position ?? scenario.name.position
            )
        )
    }

    private func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    // MARK: Names

    /// Names that the workflow does not know, which would make a statement say nothing.
    private var unknownNames: [Diagnostic] {
        let definition = workflow.definition
        let steps = scenario.steps
        let acts = steps.compactMap(\.act)
        let known = steps.filter { !$0.refused.contains(Refusal.Code.unknownAction.description) }
        let actions = known.compactMap(\.act?.action) + steps.flatMap(\.due)
        let stated = steps.filter { !$0.refused.contains(Refusal.Code.wrongFact.description) }
        let facts = Array(scenario.facts.keys) + stated.compactMap(\.act).flatMap { Array($0.facts.keys) }
        return unknown(actions, "action", among: definition.actions.map(\.name))
            + unknown(acts.map(\.role), "role", among: definition.roles.map(\.name))
            + unknown(
                steps.compactMap(\.then) + [scenario.state].compactMap(\.self),
                "state",
                among: definition.states.map(\.name)
            )
            + unknown(scenario.clocks.map(\.clock), "clock", among: definition.clocks.map(\.name))
            + unknown(facts, "fact", among: definition.facts.map(\.name))
            + mistyped(scenario.facts)
    }

    private func mistyped(_ facts: [Name: String]) -> [Diagnostic] {
        facts.keys.sorted { $0.text < $1.text }
            .compactMap { name in
                guard let type = workflow.definition.facts.first(where: { $0.name == name })?.type,
                    let text = facts[name], type.value(from: text) == nil
                else { return nil }
                let message = "case \"\(scenario.name)\": fact \(name) is \(type.rawValue), not \"\(text)\""
                return Diagnostic(.error, message, at: name.position ?? scenario.name.position)
            }
    }

    private func unknown(_ names: [Name], _ what: String, among known: [Name]) -> [Diagnostic] {
        names.filter { !known.contains($0) }
            .sorted { ($0.position?.line ?? 0, $0.text) < ($1.position?.line ?? 0, $1.text) }
            .map { name in
                let hint = Suggestion.phrase(for: name.text, among: known.map(\.text))
                let message =
                    "case \"\(scenario.name)\": \(workflow.name) has no \(what) \"\(name)\"; \(hint)"
                return Diagnostic(.error, message, at: name.position ?? scenario.name.position)
            }
    }
}
