public import PermitDocuments

extension Definition {
    /// Judges whether the rules make sense together, as a compiler does: every fault with its place and what would be
    /// accepted.
    ///
    /// - Parameters:
    ///   - definition: The definition.
    ///   - settings: Values for its settings, judged too.
    /// - Returns: The faults in the order of the checks; none when the definition can be used as it is.
    public static func check(_ definition: Definition, settings: [String: String] = [:]) -> [Diagnostic] {
        var check = DefinitionCheck(definition, settings: settings)
        check.checkNames()
        check.checkSettings()
        check.checkReferences()
        check.checkLimits()
        guard !check.hasErrors else { return check.diagnostics }
        check.checkStates()
        check.checkActions()
        check.checkDesks()
        check.checkClocks()
        return check.diagnostics
    }
}

/// The work of `Definition.check`.
struct DefinitionCheck {
    let definition: Definition
    let overrides: [String: String]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ definition: Definition, settings: [String: String]) {
        self.definition = definition
        overrides = settings
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    mutating func error(_ message: String, at name: Name? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: name?.position ?? definition.name.position))
    }

    mutating func error(_ message: String, position: SourcePosition?) {
        diagnostics.append(Diagnostic(.error, message, at: position ?? definition.name.position))
    }

    mutating func warning(_ message: String, at name: Name? = nil) {
        diagnostics.append(Diagnostic(.warning, message, at: name?.position ?? definition.name.position))
    }

    // MARK: Names

    mutating func checkNames() {
        unique(definition.settings.map(\.name), "setting")
        unique(definition.facts.map(\.name), "fact")
        unique(definition.roles.map(\.name), "role")
        unique(definition.states.map(\.name), "state")
        unique(definition.milestones.map(\.name), "milestone")
        unique(definition.clocks.map(\.name), "clock")
        unique(definition.actions.map(\.name), "action")
        if definition.milestones.count > 64 {
            error("65 or more milestones; at most 64 are kept", at: definition.milestones[64].name)
        }
        if definition.clocks.count > 64 {
            error("65 or more clocks; at most 64 are kept", at: definition.clocks[64].name)
        }
        if definition.legal.isEmpty { error("a workflow needs its legal source") }
    }

    private mutating func unique(_ names: [Name], _ what: String) {
        var seen: Set<Name> = []
        for name in names where !seen.insert(name).inserted {
            error("\(what) \"\(name)\" is defined twice", at: name)
        }
    }

    private mutating func known(_ name: Name, _ what: String, among known: [Name]) {
        if known.contains(name) { return }
        error(
            "unknown \(what) \"\(name)\"; \(Suggestion.phrase(for: name.text, among: known.map(\.text)))",
            at: name
        )
    }

    private mutating func knownState(_ name: Name) {
        if !definition.states(meantBy: name).isEmpty { return }
        known(name, "state", among: definition.states.map(\.name))
    }

    // MARK: References

    mutating func checkReferences() {
        let actions = definition.actions.map(\.name)
        let roles = definition.roles.map(\.name)
        for action in definition.actions {
            for role in action.roles { known(role, "role", among: roles) }
            for other in action.notSameActorAs { known(other, "action", among: actions) }
            for way in action.cases {
                for state in way.from + [way.to] {
                    known(state, "state", among: definition.states.map(\.name))
                }
                if let guardCondition = way.when { checkCondition(guardCondition) }
            }
            if action.cases.isEmpty || action.cases.contains(where: \.from.isEmpty) {
                error("action \(action.name) leads from no state", at: action.name)
            }
            if action.roles.isEmpty {
                error("action \(action.name) needs a role under \"by\"", at: action.name)
            }
        }
        for milestone in definition.milestones {
            switch milestone.trigger {
            case .at(let names): for name in names { known(name, "action", among: actions) }
            case .enters(let names): for name in names { knownState(name) }
            }
        }
        for clock in definition.clocks { checkReferences(of: clock, actions: actions, roles: roles) }
    }

    private mutating func checkReferences(of clock: Definition.Clock, actions: [Name], roles: [Name]) {
        for name in clock.starts.at + clock.stops.at + clock.restarts + (clock.extends?.at ?? []) {
            known(name, "action", among: actions)
        }
        for name in clock.starts.enters + clock.stops.enters { knownState(name) }
        for name in clock.pauses ?? [] { known(name, "state", among: definition.states.map(\.name)) }
        if let expiry = clock.onExpiry {
            known(expiry.action, "action", among: actions)
            known(expiry.role, "role", among: roles)
        }
        if let condition = clock.applies { checkCondition(condition) }
        if case .table(_, let by) = clock.limit.amount {
            for fact in by { known(fact, "fact", among: definition.facts.map(\.name)) }
        }
    }

    private mutating func checkCondition(_ condition: Condition) {
        switch condition {
        case .all(let parts), .any(let parts): for part in parts { checkCondition(part) }
        case .not(let part): checkCondition(part)
        case .equals(let fact, let value): checkValues(of: fact, [value])
        case .isIn(let fact, let values): checkValues(of: fact, values)
        case .isAtLeast(let fact, _):
            known(fact, "fact", among: definition.facts.map(\.name))
            if let type = type(of: fact), type != .integer {
                error("fact \(fact) is of type \(type.rawValue); \"at_least\" needs an integer", at: fact)
            }
        }
    }

    private mutating func checkValues(of fact: Name, _ values: [String]) {
        known(fact, "fact", among: definition.facts.map(\.name))
        guard let type = type(of: fact) else { return }
        for value in values where type.value(from: value)?.description != value {
            error("fact \(fact) is of type \(type.rawValue), which \"\(value)\" is not", at: fact)
        }
    }

    private func type(of fact: Name) -> FactType? { definition.facts.first { $0.name == fact }?.type }

    // MARK: Settings

    mutating func checkSettings() {
        let names = definition.settings.map(\.name.text)
        for name in overrides.keys.sorted() where !names.contains(name) {
            error("unknown setting \"\(name)\"; \(Suggestion.phrase(for: name, among: names))")
        }
        for setting in definition.settings {
            accept(setting.standard, for: setting)
            if let value = overrides[setting.name.text] { accept(value, for: setting) }
        }
    }

    private mutating func accept(_ value: String, for setting: Definition.Setting) {
        let isAccepted =
            setting.accepts.isEmpty ? Int(value).map { $0 >= 0 } ?? false : setting.accepts.contains(value)
        if isAccepted { return }
        let accepted = setting.accepts.isEmpty ? "a whole number" : Suggestion.list(setting.accepts)
        error("setting \(setting.name) is \(accepted), not \"\(value)\"", at: setting.name)
    }

    /// The values that a choice may take: the one written, or all that its setting accepts and the one in force.
    func values(of choice: Definition.Choice) -> [String] {
        switch choice {
        case .fixed(let value): return [value]
        case .setting(let name):
            guard let setting = definition.settings.first(where: { $0.name == name }) else { return [] }
            return setting.accepts + [setting.standard, overrides[name.text] ?? setting.standard]
        }
    }
}
