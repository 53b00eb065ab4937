internal import PermitDocuments
internal import PermitWorkflow

extension DIGITBuilder {
    /// The largest number that a clock's limit may state itself; a larger one is a setting's default.
    private static let largestInPlace = 100_000

    /// The clock of the whole service.
    mutating func serviceClock(_ groups: [Group]) -> [Definition.Clock] {
        guard let limit = service.limit else { return [] }
        report(
            .note,
            "limits of DIGIT are wall-clock milliseconds: they become elapsed seconds that never wait",
            at: limit.position
        )
        return [
            Definition.Clock(
                name: "business_service",
                title: ["en": "The whole service"],
                limit: self.limit(limit, "businessServiceSla", setting: "business_service_seconds"),
                starts: Definition.ClockTrigger(at: groups.filter(\.isFirst).map(\.newName)),
                pauses: [],
                stops: Definition.ClockTrigger(enters: decidedStates)
            )
        ]
    }

    /// States that wait though their names say that the application was decided; none to which the first action leads.
    private var decidedStates: [Name] {
        service.states.indices
            .filter { index in
                let state = service.states[index]
                let isFirst = service.states[start].actions.contains { $0.next == state.name }
                let isDecided = DIGITWords.outcome(state.label)?.isDecision ?? false
                return index != start && !state.isEnd && !isFirst && isDecided
            }
            .map { stateNames[$0] }
    }

    /// A clock for each state that has a limit, from entering it to leaving it.
    mutating func stateClocks() -> [Definition.Clock] {
        service.states.indices.compactMap { index in
            let state = service.states[index]
            guard let limit = state.limit else { return nil }
            guard index != start, !state.isEnd else {
                report(
                    .warning,
                    "the limit of state \(state.label) is not kept: no permit \(state.isEnd ? "waits" : "is entered") there",
                    at: limit.position
                )
                return nil
            }
            let name = stateNames[index]
            return Definition.Clock(
                name: Name("at_\(name)", at: limit.position),
                title: ["en": "In \(state.label)"],
                binds: desk(of: state) == .applicant ? .applicant : .office,
                limit: self.limit(limit, "sla of state \(state.label)", setting: "at_\(name)_seconds"),
                starts: Definition.ClockTrigger(enters: [name]),
                pauses: [],
                stops: leaving(index)
            )
        }
    }

    /// Entering any state that a state's actions lead to; outcomes stop every clock anyway.
    private func leaving(_ index: Int) -> Definition.ClockTrigger {
        var names: [Name] = []
        for action in service.states[index].actions {
            guard let to = service.state(action.next), to != index, !service.states[to].isEnd else {
                continue
            }
            if !names.contains(stateNames[to]) { names.append(stateNames[to]) }
        }
        return Definition.ClockTrigger(enters: names)
    }

    private mutating func limit(
        _ limit: DIGITLimit,
        _ source: String,
        setting: String
    ) -> Definition.ClockLimit {
        let seconds = limit.milliseconds / 1000
        if limit.milliseconds % 1000 != 0 {
            report(.note, "\(source): \(limit.milliseconds) ms is cut to \(seconds) s", at: limit.position)
        }
        return Definition.ClockLimit(
            amount: .number(number(seconds, source, setting: setting, at: limit.position)),
            unit: .fixed("elapsed"),
            legal: "DIGIT BusinessService \(source)",
            position: limit.position
        )
    }

    /// A number of seconds; one that is too large for its place becomes the default of a setting.
    private mutating func number(
        _ seconds: Int,
        _ source: String,
        setting: String,
        at position: SourcePosition
    ) -> Definition.Choice {
        if seconds <= Self.largestInPlace { return .fixed(String(seconds)) }
        settings.append(
            Definition.Setting(
                name: Name(setting, at: position),
                standard: String(seconds),
                note: ["en": "\(source), in seconds"]
            )
        )
        return .setting(Name(setting, at: position))
    }

    // MARK: Escalation

    /// The clock and action of an escalation; nil for one that is off or cannot be kept.
    mutating func expiry(
        _ escalation: DIGITEscalation,
        _ groups: [Group]
    ) -> (clock: Definition.Clock, action: Definition.Action)? {
        let what = "escalation of state \(escalation.state)"
        guard escalation.isActive else {
            report(.note, "\(what) is switched off and left out", at: escalation.position)
            return nil
        }
        guard let from = service.state(escalation.state), !service.states[from].isEnd else {
            let waiting = service.states.filter { !$0.isEnd }.compactMap(\.name?.text)
            let hint = Suggestion.phrase(for: escalation.state.text, among: waiting)
            report(.error, "\(what): no such state waits; \(hint)", at: escalation.state.position)
            return nil
        }
        let actions = service.states[from].actions
        guard let action = actions.first(where: { $0.name == escalation.action }),
            let to = service.state(action.next)
        else {
            let hint = Suggestion.phrase(for: escalation.action.text, among: actions.map(\.name.text))
            report(
                .error,
                "\(what): the state has no action \(escalation.action); \(hint)",
                at: escalation.action.position
            )
            return nil
        }
        if escalation.businessDays != nil {
            report(
                .warning,
                "\(what): businessSLA is not kept; an expiry needs one state in which it acts",
                at: escalation.position
            )
        }
        guard let days = escalation.stateDays, from != start else {
            report(
                .warning,
                "\(what) has no stateSLA that could run out, and is left out",
                at: escalation.position
            )
            return nil
        }
        return escalated(escalation, action, from: from, to: to, days: days)
    }

    private mutating func escalated(
        _ escalation: DIGITEscalation,
        _ action: DIGITService.Action,
        from: Int,
        to: Int,
        days: Double
    ) -> (clock: Definition.Clock, action: Definition.Action) {
        let state = stateNames[from]
        let seconds = Int(days * 86_400)
        let taken = Name("auto_\(name(ofAction: action.name))_at_\(state)", at: escalation.action.position)
        report(
            .note,
            "escalation of state \(escalation.state): after \(seconds) seconds (days of 24 hours) the system "
                + "takes \(action.name), here \(taken); a log that writes \(action.name) for it cannot be told from an officer's",
            at: escalation.position
        )
        let source = "AutoEscalation stateSLA of state \(escalation.state)"
        let clock = Definition.Clock(
            name: Name("escalation_\(state)", at: escalation.position),
            title: ["en": "Escalation of \(escalation.state)"],
            limit: Definition.ClockLimit(
                amount: .number(
                    number(
                        seconds,
                        source,
                        setting: "escalation_\(state)_seconds",
                        at: escalation.position
                    )
                ),
                unit: .fixed("elapsed"),
                legal: "DIGIT \(source)",
                position: escalation.position
            ),
            starts: Definition.ClockTrigger(enters: [state]),
            pauses: [],
            stops: leaving(from),
            onExpiry: Definition.Expiry(action: taken, role: Self.escalator, legal: "DIGIT \(source)")
        )
        let automatic = Definition.Action(
            name: taken,
            title: ["en": "\(action.name), by the system"],
            roles: [Self.escalator],
            cases: [Definition.Case(from: [state], to: stateNames[to])]
        )
        return (clock, automatic)
    }
}
