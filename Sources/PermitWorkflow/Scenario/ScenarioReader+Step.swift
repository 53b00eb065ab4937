internal import PermitDocuments
internal import WorkingTime

extension ScenarioReader {
    /// A step: `{at:, do:, as:, by:, with:, facts:, links:, refused:, due:, then:}`, all but `at` optional.
    mutating func step(_ node: DocumentNode) -> Scenario.Step? {
        let keys = ["at", "do", "as", "by", "with", "facts", "refused", "due", "then", "links"]
        guard let fields = reading.fields(node, "a step", keys: keys),
            let atNode = reading.required(fields, "at", of: "a step", at: node), let at = moment(atNode)
        else { return nil }
        let act = act(fields, node)
        if act == nil { refuseLonely(fields) }
        return Scenario.Step(
            at: at,
            act: act,
            due: fields["due"].map { names($0, "due") } ?? [],
            refused: fields["refused"].map { refusals($0) } ?? [],
            then: fields["then"].flatMap { text($0, "then") },
            links: fields["links"].map { links($0) } ?? [:],
            position: node.position
        )
    }

    private mutating func act(_ fields: [String: DocumentNode], _ node: DocumentNode) -> Scenario.Act? {
        guard let actionNode = fields["do"], let action = text(actionNode, "do"),
            let roleNode = reading.required(fields, "as", of: "a step with \"do\"", at: node),
            let role = text(roleNode, "as")
        else { return nil }
        return Scenario.Act(
            action: action,
            role: role,
            actor: fields["by"].flatMap { text($0, "by")?.text } ?? role.text,
            documents: fields["with"].map { names($0, "with").map(\.text) } ?? [],
            facts: fields["facts"].map { values($0, "facts") } ?? [:]
        )
    }

    /// What says nothing where nobody acts.
    private mutating func refuseLonely(_ fields: [String: DocumentNode]) {
        guard fields["do"] == nil else { return }
        for key in ["as", "by", "with", "facts", "refused"] {
            guard let field = fields[key] else { continue }
            reading.error(
                "a step without \"do\" has no \"\(key)\"; name the action with \"do\"",
                at: field.position
            )
        }
    }

    private mutating func refusals(_ node: DocumentNode) -> [String] {
        let codes = names(node, "refused")
        if codes.isEmpty { reading.error("refused names at least one code", at: node.position) }
        let known = Refusal.Code.known.map(\.description)
        for code in codes where !known.contains(code.text) {
            let hint = Suggestion.phrase(for: code.text, among: known)
            reading.error(
                "no refusal has the code \"\(code)\"; \(hint)",
                at: code.position ?? node.position
            )
        }
        return codes.map(\.text)
    }

    private mutating func moment(_ node: DocumentNode) -> Instant? {
        guard let text = reading.text(node, "at") else { return nil }
        do throws(StampError) {
            return try Stamp.parse(text, in: zone).instant
        } catch {
            reading.error(
                "at is a moment such as 2025-10-06T09:00, not \"\(text)\"",
                at: node.position
            )
            return nil
        }
    }

    // MARK: What must come of it

    /// The end of a case: `{state:, outcome:, clocks:}`.
    mutating func expect(_ node: DocumentNode, of scenario: inout Scenario) {
        guard let fields = reading.fields(node, "then", keys: ["state", "outcome", "clocks"]) else { return }
        scenario.state = fields["state"].flatMap { text($0, "state") }
        scenario.outcome = fields["outcome"].flatMap { outcome($0) }
        guard let clocks = fields["clocks"] else { return }
        for entry in reading.entries(clocks, "clocks") ?? [] {
            scenario.clocks.append(clock(Name(entry.key, at: entry.position), entry.value))
        }
    }

    private mutating func outcome(_ node: DocumentNode) -> Scenario.Statement? {
        if node.scalar == Scenario.nothing { return Name(Scenario.nothing, at: node.position) }
        return reading.choice(node, "outcome", as: Outcome.self).map { Name($0.rawValue, at: node.position) }
    }

    private mutating func clock(_ name: Name, _ node: DocumentNode) -> Scenario.ClockExpectation {
        typealias Field = Scenario.ClockExpectation.Field
        var expectation = Scenario.ClockExpectation(clock: name, fields: [:])
        let keys = Field.allCases.map(\.rawValue)
        guard let fields = reading.fields(node, "clock \(name)", keys: keys) else { return expectation }
        for field in Field.allCases {
            guard let value = fields[field.rawValue] else { continue }
            expectation.fields[field] = statement(field, value).map { Name($0, at: value.position) }
        }
        return expectation
    }

    /// A stated value in the form in which the result is written.
    private mutating func statement(
        _ field: Scenario.ClockExpectation.Field,
        _ node: DocumentNode
    ) -> String? {
        switch field {
        case .class: reading.choice(node, "class", as: ClockClass.self)?.rawValue
        case .due: due(node)
        case .consumed, .runs, .pauses:
            reading.integer(node, field.rawValue, in: 0...1_000_000).map(String.init)
        case .paused: reading.flag(node, "paused").map(String.init)
        }
    }

    private mutating func due(_ node: DocumentNode) -> String? {
        if let text = node.scalar {
            if text == Scenario.nothing || Day(text) != nil { return text }
            if let stamp = try? Stamp.parse(text, in: zone) { return stamp.instant.formatted(in: zone) }
        }
        reading.error(
            "due is the last day in time such as 2025-11-04, a moment for an elapsed limit, or none, "
                + "not \(node.scalar ?? node.kindName)",
            at: node.position
        )
        return nil
    }
}

extension Scenario {
    /// The word for no outcome and no due date.
    static let nothing = "none"
}

extension Refusal.Code {
    /// Every code, in the order of their declaration.
    static let known: [Refusal.Code] = [
        .unknownAction, .ended, .notAllowed, .wrongRole, .guardFailed, .guardUnknown, .missingDocument,
        .sameActor, .linkedPermit, .tooEarly, .wrongFact,
    ]
}
