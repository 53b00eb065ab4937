public import WorkingTime

extension Workflow {
    /// Folds an event into a permit: what it is afterwards, its clocks moved.
    ///
    /// - Parameters:
    ///   - permit: The permit before the event.
    ///   - event: An event that `decide` of this workflow gave.
    ///   - office: The zone and calendar, the same for all events of a permit.
    /// - Returns: The permit after the event.
    public func evolve(_ permit: Permit, _ event: PermitEvent, office: OfficeTime) -> Permit {
        guard let action = action(named: event.action), let from = state(named: event.from),
            let to = state(named: event.to)
        else {
            preconditionFailure("events come from decide of the same workflow, whose digest the permit pins")
        }
        var next = permit
        next.facts.merge(event.facts)
        next.clocks.advance(
            action: action,
            from: from,
            to: to,
            at: event.at,
            facts: next.facts,
            workflow: self,
            office: office
        )
        next.state = to
        next.actors[action] = event.actor
        next.documents.formUnion(event.documents.keys)
        next.outcome = permit.outcome ?? states[to].outcome
        next.version += 1
        next.lastEventAt = event.at
        return next
    }
}
