internal import PermitWorkflow
internal import WorkingTime

extension Course {
    /// A step by the holder whose action it is.
    mutating func plan(_ option: Options.Option, in state: Int, after moment: Instant) -> PlannedStep? {
        plan(option, as: chart.role(of: option.action, in: state), after: moment)
    }

    /// A step in a role: who takes it and when.
    ///
    /// - Returns: Nil when nobody ever will.
    mutating func plan(
        _ option: Options.Option,
        as role: (name: String, holder: Holder),
        after moment: Instant
    ) -> PlannedStep? {
        // Nothing is stamped with the second of the event before, nor of the permit that it needs.
        let earliest = max(moment, option.ready ?? moment).adding(seconds: 1)
        switch role.holder {
        case .applicant: return applicantStep(option, role.name, after: earliest)
        case .system:
            let moment = earliest.adding(seconds: city.habits.systemSeconds.draw(&random))
            return PlannedStep(
                action: option.action,
                role: role.name,
                actor: actor(of: .system),
                moment: moment
            )
        case .office, .technicalAgency, .otherAgency, .payment:
            return officerStep(option, role, after: earliest)
        }
    }

    /// The times of an action: those of its term for the permit's type, else those of its term.
    private func table(of action: Int, in tables: [String: QuantileTable]) -> QuantileTable? {
        let term = chart.workflow.actions[action].term
        let own = facts["permit_type"].flatMap { tables["\($0).\(term)"] }
        return own ?? tables[term]
    }

    private mutating func applicantStep(
        _ option: Options.Option,
        _ role: String,
        after moment: Instant
    ) -> PlannedStep? {
        let own = table(of: option.action, in: city.habits.answerMinutesByTerm)
        let table = own ?? city.habits.answerMinutes
        var answered = moment.adding(seconds: table.draw(&random) * 60 + random.below(60))
        let hour = hours.hour(of: answered)
        // Nobody is up before six.
        if isOnline, hour < 6 { answered = answered.adding(seconds: 6 * 3600) }
        if !isOnline {
            // At the counter, and not at the very minute at which it opens.
            guard let open = hours.moment(seconds: random.below(7200), after: answered) else { return nil }
            answered = open
        }
        return PlannedStep(action: option.action, role: role, actor: actor(of: .applicant), moment: answered)
    }

    private mutating func officerStep(
        _ option: Options.Option,
        _ role: (name: String, holder: Holder),
        after moment: Instant
    ) -> PlannedStep? {
        guard let index = city.desk(role: role.name, holder: role.holder) else {
            preconditionFailure("a city has a desk for every holder that is no applicant and no system")
        }
        let desk = city.desks[index]
        let officer = officer(at: index, desk, for: option.action)
        let day = hours.office.zone.day(of: moment)
        let own = table(of: option.action, in: city.habits.officerMinutesByTerm)
        var seconds = (own ?? desk.minutes).draw(&random) * 60 + random.below(60)
        seconds = seconds * officer.pacePerMille / 1000 * desk.load.perMille(on: day) / 1000
        if let neglect = desk.neglect, random.chance(perMille: neglect.perMille.perMille(on: day)) {
            if random.chance(perMille: neglect.neverPerMille) { return nil }
            seconds += neglect.minutes.draw(&random) * 60
        }
        guard let done = hours.moment(seconds: seconds, after: moment) else { return nil }
        return PlannedStep(action: option.action, role: role.name, actor: officer.code, moment: done)
    }

    /// The officer who has the file at a desk already, unless the four eyes of an action need another.
    private mutating func officer(at index: Int, _ desk: Desk, for action: Int) -> Desk.Officer {
        let barred = Set(chart.workflow.actions[action].notSameActorAs.compactMap { lastActor[$0] })
        if let code = officers[index], !barred.contains(code),
            let known = desk.officers.first(where: { $0.code == code })
        {
            return known
        }
        let free = desk.officers.filter { !barred.contains($0.code) }
        guard !free.isEmpty else { return desk.deputy }
        let choice = WeightedChoice(free.map { (value: $0, weight: $0.share) })
        let officer = choice.draw(&random)
        officers[index] = officer.code
        return officer
    }

    /// Who acts where no officer does.
    func actor(of holder: Holder) -> String {
        holder == .system ? PermitEvent.systemActor : SimulatedEvent.applicantActor
    }
}
