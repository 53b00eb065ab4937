internal import PermitDocuments

extension DefinitionReader {
    private static let caseKeys = ["from", "to", "when"]
    private static let sharedKeys = [
        "by", "term", "needs", "not_same_actor_as", "after", "legal", "title",
    ]

    /// An action: one case with what belongs to the action, the same with a list of `cases`, or a bare list of cases.
    mutating func action(_ name: Name, _ node: DocumentNode) -> Definition.Action? {
        let what = "action \(name)"
        if let elements = node.sequence { return action(name, ofCases: elements, node) }
        let keys = Self.sharedKeys + Self.caseKeys + ["cases"]
        guard let fields = reading.fields(node, what, keys: keys) else { return nil }
        let cases: [Definition.Case]
        if let list = fields["cases"] {
            for key in Self.caseKeys where fields[key] != nil {
                reading.error("\(what): \"\(key)\" stands in the cases, not beside them", at: node.position)
            }
            cases = (list.sequence ?? [])
                .compactMap { element in
                    reading.fields(element, "a case of \(what)", keys: Self.caseKeys)
                        .flatMap { oneCase($0, "a case of \(what)", element) }
                }
            if list.sequence == nil { reading.error("\(what): cases is a list", at: list.position) }
        } else {
            cases = oneCase(fields, what, node).map { [$0] } ?? []
        }
        return action(name, fields: fields, cases: cases, at: node)
    }

    private mutating func action(
        _ name: Name,
        ofCases elements: [DocumentNode],
        _ node: DocumentNode
    ) -> Definition.Action? {
        let what = "a case of action \(name)"
        var shared: [String: DocumentNode] = [:]
        var cases: [Definition.Case] = []
        for element in elements {
            guard let fields = reading.fields(element, what, keys: Self.sharedKeys + Self.caseKeys) else {
                continue
            }
            for key in Self.sharedKeys {
                guard let field = fields[key] else { continue }
                if let before = shared[key], before.json != field.json {
                    reading.error(
                        "\(what): \"\(key)\" belongs to the action and differs between cases",
                        at: field.position
                    )
                }
                shared[key] = shared[key] ?? field
            }
            if let one = oneCase(fields, what, element) { cases.append(one) }
        }
        return action(name, fields: shared, cases: cases, at: node)
    }

    private mutating func action(
        _ name: Name,
        fields: [String: DocumentNode],
        cases: [Definition.Case],
        at node: DocumentNode
    ) -> Definition.Action? {
        guard let roles = reading.required(fields, "by", of: "action \(name)", at: node) else { return nil }
        return Definition.Action(
            name: name,
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:],
            roles: names(roles, "by"),
            term: fields["term"].flatMap { self.name($0, "term")?.text },
            needs: fields["needs"].map { names($0, "needs").map(\.text) } ?? [],
            notSameActorAs: fields["not_same_actor_as"].map { names($0, "not_same_actor_as") } ?? [],
            after: fields["after"].map { links($0, "action \(name): after") } ?? [:],
            legal: fields["legal"].flatMap { reading.text($0, "legal") },
            cases: cases
        )
    }

    private mutating func oneCase(
        _ fields: [String: DocumentNode],
        _ what: String,
        _ node: DocumentNode
    ) -> Definition.Case? {
        guard let from = reading.required(fields, "from", of: what, at: node),
            let toNode = reading.required(fields, "to", of: what, at: node), let to = name(toNode, "to")
        else { return nil }
        return Definition.Case(
            from: names(from, "from"),
            to: to,
            when: fields["when"].flatMap { condition($0) }
        )
    }

    private mutating func links(_ node: DocumentNode, _ what: String) -> [String: [Outcome]] {
        var links: [String: [Outcome]] = [:]
        for entry in reading.entries(node, what) ?? [] {
            let outcomes = (entry.value.sequence ?? [entry.value])
                .compactMap { reading.choice($0, "the outcome of \(entry.key)", as: Outcome.self) }
            if outcomes.isEmpty, entry.value.sequence != nil {
                reading.error("\(what): \(entry.key) needs at least one outcome", at: entry.value.position)
            }
            links[entry.key] = outcomes
        }
        return links
    }

    /// A guard: `{fact:, equals:}`, `{fact:, in:}`, `{fact:, at_least:}`, `{all: []}`, `{any: []}` or `{not: }`.
    mutating func condition(_ node: DocumentNode) -> Condition? {
        let keys = ["all", "any", "not", "fact", "equals", "in", "at_least"]
        guard let fields = reading.fields(node, "a condition", keys: keys) else { return nil }
        if fields.count == 1 {
            if let list = fields["all"]?.sequence { return .all(list.compactMap { condition($0) }) }
            if let list = fields["any"]?.sequence { return .any(list.compactMap { condition($0) }) }
            if let part = fields["not"] { return condition(part).map { .not($0) } }
        }
        if fields.count == 2, let factNode = fields["fact"] {
            guard let fact = name(factNode, "fact") else { return nil }
            if let value = fields["equals"] {
                return reading.text(value, "equals").map { .equals(fact: fact, value: $0) }
            }
            if let values = fields["in"] {
                return reading.texts(values, "in").map { .isIn(fact: fact, values: $0) }
            }
            if let value = fields["at_least"] {
                return reading.integer(value, "at_least", in: Int.min...Int.max)
                    .map { .isAtLeast(fact: fact, value: $0) }
            }
        }
        reading.error(
            "a condition is {all: [...]}, {any: [...]}, {not: ...}, or a fact with equals, in or at_least",
            at: node.position
        )
        return nil
    }
}
