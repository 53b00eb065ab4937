internal import PermitDocuments
public import WorkingTime

extension Workflow {
    /// What a command adds to a permit's events, or why it may not.
    ///
    /// What the law does because a deadline has passed comes first, stamped with that deadline; the command is judged
    /// on what the permit is then. A refusal adds nothing: what was due stays due.
    ///
    /// - Parameters:
    ///   - command: What somebody wants.
    ///   - permit: The permit; it is not changed.
    ///   - office: The zone and calendar.
    ///   - firesDue: Whether the law's acts are recorded; false for an office that went on while its system was down.
    /// - Returns: The events, in order, to be folded with `evolve`.
    /// - Throws: Every unmet condition with the legal source.
    public func decide(
        _ command: Command,
        on permit: Permit,
        office: OfficeTime,
        firesDue: Bool = true
    ) throws(Refusal) -> [PermitEvent] {
        var events = firesDue ? dueEvents(on: permit, asOf: command.at, office: office) : []
        let present = events.reduce(permit) { evolve($0, $1, office: office) }
        events.append(try judge(command, on: present))
        return events
    }

    /// What the law does by itself because deadlines have passed: once for each run, by the system, with the reckoning.
    ///
    /// - Parameters:
    ///   - permit: The permit; it is not changed.
    ///   - moment: The moment as of which deadlines are judged.
    ///   - office: The zone and calendar.
    /// - Returns: The events, each stamped with its deadline; none when nothing is due.
    public func dueEvents(on permit: Permit, asOf moment: Instant, office: OfficeTime) -> [PermitEvent] {
        var events: [PermitEvent] = []
        var present = permit
        while let event = nextDueEvent(on: present, asOf: moment, office: office) {
            events.append(event)
            present = evolve(present, event, office: office)
        }
        return events
    }

    private func nextDueEvent(on permit: Permit, asOf moment: Instant, office: OfficeTime) -> PermitEvent? {
        for (clock, deadline) in permit.clocks.dueExpiries(at: moment, workflow: self, office: office) {
            let info = clocks[clock]
            guard let expiry = info.expiry, let run = permit.clocks.tracks[clock].run, let limit = run.limit,
                let way = openCase(of: expiry.action, in: permit.state, facts: permit.facts)
            else { continue }
            let proof = ExpiryProof(
                clock: info.name,
                limit: limit,
                startedAt: run.startedAt,
                pauses: run.pauses,
                consumedDays: run.consumedDays(
                    asOf: Instant(microseconds: deadline.microseconds - 1),
                    office: office
                ),
                deadline: deadline,
                legal: expiry.legal ?? info.legal ?? legal
            )
            return PermitEvent(
                action: actions[expiry.action].name,
                term: actions[expiry.action].term,
                from: states[permit.state].name,
                to: states[way.to].name,
                at: max(deadline, permit.lastEventAt ?? deadline),
                actor: PermitEvent.systemActor,
                role: expiry.role,
                documents: [:],
                facts: FactValues(),
                expiry: proof
            )
        }
        return nil
    }

    private func openCase(of action: Int, in state: Int, facts: FactValues) -> CaseInfo? {
        actions[action].cases
            .first {
                $0.from.contains(state) && ($0.when?.truth(of: facts) ?? .yes) == .yes
            }
    }

    private func judge(_ command: Command, on permit: Permit) throws(Refusal) -> PermitEvent {
        let state = states[permit.state]
        var refusal = Refusal(state: state.name, action: command.action, reasons: [], legal: legal)
        guard let index = action(named: command.action) else {
            let hint = Suggestion.phrase(for: command.action, among: actions.map(\.name))
            refusal.reasons = [.init(code: .unknownAction, message: "is no action of \(name); \(hint)")]
            throw refusal
        }
        var facts = permit.facts
        facts.merge(command.facts)
        let action = actions[index]
        refusal.legal = action.legal ?? legal
        let (way, reason) = placeReason(index, in: permit, facts: facts)
        refusal.reasons = [reason].compactMap { $0 } + personReasons(action, command, permit)
        refusal.reasons += paperReasons(action, command, permit)
        guard refusal.reasons.isEmpty, let way else { throw refusal }
        return PermitEvent(
            action: action.name,
            term: action.term,
            from: state.name,
            to: states[way.to].name,
            at: command.at,
            actor: command.actor,
            role: command.role,
            documents: command.documents,
            facts: command.facts
        )
    }

    /// The open way of an action, or why there is none here.
    private func placeReason(
        _ action: Int,
        in permit: Permit,
        facts: FactValues
    ) -> (way: CaseInfo?, reason: Refusal.Reason?) {
        if let way = openCase(of: action, in: permit.state, facts: facts) { return (way, nil) }
        if let outcome = permit.outcome {
            return (
                nil,
                .init(code: .ended, message: "comes too late: the permit has ended (\(outcome.rawValue))")
            )
        }
        let here = actions[action].cases.filter { $0.from.contains(permit.state) }
        guard let condition = here.first?.when else {
            let from = Set(actions[action].cases.flatMap(\.from)).sorted().map { states[$0].name }
            let message = "is allowed in \(Suggestion.list(from)), not in \(states[permit.state].name)"
            return (nil, .init(code: .notAllowed, message: message))
        }
        let wanted = here.compactMap(\.when).map(\.description).joined(separator: ", or ")
        if let unknown = here.first(where: { $0.when?.truth(of: facts) == .unknown }) {
            let missing = Set((unknown.when ?? condition).facts.map(\.text)).filter { facts[$0] == nil }
                .sorted()
            let message = "needs to know \(missing.joined(separator: ", ")): \(wanted)"
            return (nil, .init(code: .guardUnknown, message: message))
        }
        return (nil, .init(code: .guardFailed, message: "needs that \(wanted)"))
    }

    private func personReasons(_ action: ActionInfo, _ command: Command, _ permit: Permit) -> [Refusal.Reason]
    {
        var reasons: [Refusal.Reason] = []
        if !action.roles.contains(command.role) {
            let message = "needs role \(Suggestion.list(action.roles)), not \(command.role)"
            reasons.append(.init(code: .wrongRole, message: message))
        }
        for other in action.notSameActorAs where permit.actors[other] == command.actor {
            let message = "needs somebody other than \(command.actor), who took \(actions[other].name)"
            reasons.append(.init(code: .sameActor, message: message))
        }
        return reasons
    }

    private func paperReasons(_ action: ActionInfo, _ command: Command, _ permit: Permit) -> [Refusal.Reason]
    {
        var reasons: [Refusal.Reason] = []
        for need in action.needs where !isGiven(need, by: command, permit) {
            reasons.append(.init(code: .missingDocument, message: "needs \(need)"))
        }
        for (link, outcome) in action.after.sorted(by: { $0.key < $1.key })
        where !(command.links[link].map(outcome.contains) ?? false) {
            let wanted = outcome.map(\.rawValue).joined(separator: " or ")
            let present = command.links[link]?.rawValue ?? "not known to have ended"
            let message = "needs the linked permit \(link) \(wanted), which is \(present)"
            reasons.append(.init(code: .linkedPermit, message: message))
        }
        if let last = permit.lastEventAt, command.at < last {
            reasons.append(.init(code: .tooEarly, message: "lies before the permit's last event"))
        }
        for (name, value) in command.facts.values.sorted(by: { $0.key < $1.key }) {
            let declared = definition.facts.first { $0.name.text == name }?.type
            if declared == value.type { continue }
            let wanted = declared.map { "is \($0.rawValue), not \(value.type.rawValue)" } ?? "is not declared"
            reasons.append(.init(code: .wrongFact, message: "states fact \(name), which \(wanted)"))
        }
        return reasons
    }

    /// A note or reason must come with the command; a document may have come before.
    private func isGiven(_ need: String, by command: Command, _ permit: Permit) -> Bool {
        if let text = command.documents[need] { return !text.isEmpty }
        return need != "note" && need != "reason" && permit.documents.contains(need)
    }
}
