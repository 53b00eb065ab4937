internal import PermitDocuments

extension DefinitionCheck {
    /// Where clocks run, wait and expire.
    mutating func checkClocks() {
        for clock in definition.clocks {
            let open = openStates(of: clock)
            if open.isEmpty {
                error("clock \(clock.name) stops in the transition that starts it", at: clock.name)
                continue
            }
            for state in clock.pauses ?? [] where !open.contains(state) {
                error("clock \(clock.name) pauses in \(state), where it never runs", at: state)
            }
            for state in clock.starts.enters.flatMap({ definition.states(meantBy: $0) })
            where definition.states.contains(where: { $0.name == state && $0.isInitial }) {
                error(
                    "clock \(clock.name) starts on entering \(state), which is initial and never entered",
                    at: state
                )
            }
            checkRestarts(of: clock, open: open)
            checkExtensions(of: clock, open: open)
            checkExpiry(of: clock, open: open)
        }
        checkTimeoutLoops()
    }

    /// The states in which a clock may be running or paused.
    func openStates(of clock: Definition.Clock) -> Set<Name> {
        let stops = Set(
            clock.stops.enters.flatMap { definition.states(meantBy: $0) }
                + definition.states.filter { $0.outcome != nil }.map(\.name)
        )
        let starters = Set(clock.starts.at + clock.restarts)
        let entered = clock.starts.enters.flatMap { definition.states(meantBy: $0) }
        let first =
            definition.actions.filter { starters.contains($0.name) }.flatMap(\.cases).map(\.to) + entered
        let open = closure(from: first.filter { !stops.contains($0) }) { here in
            definition.actions.filter { !clock.stops.at.contains($0.name) }
                .flatMap(\.cases)
                .filter { $0.from.contains(here) && !stops.contains($0.to) }
                .map(\.to)
        }
        return open
    }

    /// The open states in which a clock does not wait, in the order of the definition.
    func runningStates(of clock: Definition.Clock) -> [Name] {
        let open = openStates(of: clock)
        let mayNotWait = values(of: clock.pausesIf).contains("false")
        let pausing = mayNotWait ? [] : clock.pausing(in: definition)
        return definition.states.map(\.name).filter { open.contains($0) && !pausing.contains($0) }
    }

    private mutating func checkRestarts(of clock: Definition.Clock, open: Set<Name>) {
        for name in clock.restarts {
            guard let action = definition.actions.first(where: { $0.name == name }) else { continue }
            if !action.cases.contains(where: { $0.from.contains(where: open.contains) }) {
                error("clock \(clock.name) restarts at \(name), before which it never runs", at: name)
            }
        }
    }

    private mutating func checkExtensions(of clock: Definition.Clock, open: Set<Name>) {
        for name in clock.extends?.at ?? [] {
            guard let action = definition.actions.first(where: { $0.name == name }) else { continue }
            if !action.cases.contains(where: { $0.from.contains(where: open.contains) }) {
                error("clock \(clock.name) is extended by \(name), before which it never runs", at: name)
            }
        }
    }

    private mutating func checkExpiry(of clock: Definition.Clock, open: Set<Name>) {
        guard let expiry = clock.onExpiry,
            let action = definition.actions.first(where: { $0.name == expiry.action })
        else { return }
        for state in runningStates(of: clock) where !action.cases.contains(where: { $0.from.contains(state) })
        {
            error(
                "clock \(clock.name) can run out in \(state), where \(expiry.action) is not allowed",
                at: expiry.action
            )
        }
        if !action.roles.contains(expiry.role) {
            error("\(expiry.action) is not an action of \(expiry.role)", at: expiry.role)
        }
    }

    /// A circle of expiries that turns without anybody.
    private mutating func checkTimeoutLoops() {
        var edges: [Name: Set<Name>] = [:]
        for clock in definition.clocks {
            guard let expiry = clock.onExpiry,
                let action = definition.actions.first(where: { $0.name == expiry.action })
            else { continue }
            for state in runningStates(of: clock) {
                let next = action.cases.filter { $0.from.contains(state) }.map(\.to)
                edges[state, default: []].formUnion(next)
            }
        }
        for state in definition.states.map(\.name) {
            let after = closure(from: Array(edges[state] ?? [])) { Array(edges[$0] ?? []) }
            guard after.contains(state) else { continue }
            error(
                "state \(state) comes back to itself by expiries alone; somebody must act in between",
                at: state
            )
            return
        }
    }
}
