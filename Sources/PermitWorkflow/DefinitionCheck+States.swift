internal import PermitDocuments

extension DefinitionCheck {
    private func targets(of state: Name) -> [Name] {
        definition.actions.flatMap(\.cases).filter { $0.from.contains(state) }.map(\.to)
    }

    private func sources(of state: Name) -> [Name] {
        definition.actions.flatMap(\.cases).filter { $0.to == state }.flatMap(\.from)
    }

    /// Every state that a walk reaches from some states, they included.
    func closure(from start: [Name], by step: (Name) -> [Name]) -> Set<Name> {
        var seen = Set(start)
        var queue = start
        while let here = queue.popLast() {
            for next in step(here) where seen.insert(next).inserted { queue.append(next) }
        }
        return seen
    }

    /// Beginning, reachability and ends.
    mutating func checkStates() {
        let initial = definition.states.filter(\.isInitial)
        if initial.isEmpty { error("no state is initial; mark one with \"initial: true\"") }
        for state in initial.dropFirst() {
            error(
                "state \(state.name) is initial, and so is \(initial[0].name); only one may be",
                at: state.name
            )
        }
        let ends = definition.states.filter { $0.outcome != nil }
        if ends.isEmpty { error("no state has an outcome; a permit could never end") }
        for state in definition.states {
            if state.outcome == nil, state.holder == nil {
                error("state \(state.name) needs a holder, or an outcome", at: state.name)
            }
            if state.outcome != nil, state.holder != nil {
                error("state \(state.name) is an outcome: nobody holds it", at: state.name)
            }
            if state.outcome != nil, state.isInitial {
                error("state \(state.name) is initial and an outcome", at: state.name)
            }
        }
        guard !hasErrors else { return }
        let reached = closure(from: initial.map(\.name)) { targets(of: $0) }
        let ending = closure(from: ends.map(\.name)) { sources(of: $0) }
        for state in definition.states {
            if !reached.contains(state.name) {
                error("state \(state.name) cannot be reached from \(initial[0].name)", at: state.name)
            } else if !ending.contains(state.name) {
                error("state \(state.name) leads to no outcome", at: state.name)
            }
        }
    }

    /// Ends without actions, actions that a state and a guard decide, four eyes.
    mutating func checkActions() {
        let ends = definition.states.filter { $0.outcome != nil }.map(\.name)
        for action in definition.actions {
            for way in action.cases {
                for state in way.from where ends.contains(state) {
                    error("action \(action.name) leads from \(state), which is an outcome", at: state)
                }
            }
            checkCases(of: action)
            checkFourEyes(action)
        }
        checkTerms()
    }

    private mutating func checkCases(of action: Definition.Action) {
        for (index, first) in action.cases.enumerated() {
            for second in action.cases[(index + 1)...] {
                guard let state = first.from.first(where: { second.from.contains($0) }) else { continue }
                let place = second.from.first { $0 == state }
                if let both = exclusion(first.when, second.when) {
                    error("action \(action.name) has two cases open in \(state)\(both)", at: place)
                }
            }
        }
        for way in action.cases where Set(way.from).count < way.from.count {
            error("action \(action.name) names a state twice under \"from\"", at: way.from.last)
        }
    }

    /// Nil when two guards exclude each other, else the words that say when both hold.
    private func exclusion(_ first: Condition?, _ second: Condition?) -> String? {
        guard let first, let second else { return "; give each a guard that excludes the other" }
        switch GuardExclusion(facts: definition.facts).bothHold(first, second) {
        case .never: return nil
        case .when(let example): return " when \(example); their guards must exclude each other"
        case .undecided: return "; their guards read too many facts to show that they exclude each other"
        }
    }

    /// A term that means two actions in one state: a log could not tell them apart.
    private mutating func checkTerms() {
        for (index, first) in definition.actions.enumerated() {
            for second in definition.actions[(index + 1)...] where first.effectiveTerm == second.effectiveTerm
            {
                for one in first.cases {
                    for other in second.cases {
                        guard let state = one.from.first(where: { other.from.contains($0) }),
                            exclusion(one.when, other.when) != nil
                        else { continue }
                        warning(
                            "term \(first.effectiveTerm) means \(first.name) and \(second.name) in \(state); "
                                + "a replay takes the first",
                            at: second.name
                        )
                    }
                }
            }
        }
    }

    private mutating func checkFourEyes(_ action: Definition.Action) {
        for other in action.notSameActorAs {
            guard let before = definition.actions.first(where: { $0.name == other }) else { continue }
            if isAutomatic(action), isAutomatic(before) {
                error(
                    "\(action.name) needs another actor than \(other), but only the system takes both",
                    at: other
                )
            }
            let after = closure(from: before.cases.map(\.to)) { targets(of: $0) }
            if !action.cases.contains(where: { $0.from.contains(where: after.contains) }) {
                error(
                    "\(action.name) needs another actor than \(other), which never comes before it",
                    at: other
                )
            }
        }
    }

    func isAutomatic(_ action: Definition.Action) -> Bool {
        action.roles.allSatisfy { role in
            definition.roles.first { $0.name == role }?.holder == .system
        }
    }

    /// Roles that act, and desks with somebody who can.
    mutating func checkDesks() {
        let acting = Set(definition.actions.flatMap(\.roles) + definition.clocks.compactMap(\.onExpiry?.role))
        for role in definition.roles where !acting.contains(role.name) {
            warning("role \(role.name) takes no action", at: role.name)
        }
        for state in definition.states {
            guard let holder = state.holder else { continue }
            let able = definition.actions.filter { $0.cases.contains { $0.from.contains(state.name) } }
                .flatMap(\.roles)
                .compactMap { role in definition.roles.first { $0.name == role }?.holder }
            if holder == .payment ? able.isEmpty : !able.contains(holder) {
                error(
                    "state \(state.name) waits for \(holder.rawValue), but no role of that desk can act there",
                    at: state.name
                )
            }
        }
    }
}
