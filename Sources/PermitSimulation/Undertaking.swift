internal import PermitWorkflow
internal import WorkingTime

/// Lives the permits of one application through, each after those that it waits for.
struct Undertaking {
    let city: City
    let binding: Binding
    let hours: OfficeDay
    let journeys: Journeys?
    let seed: UInt64
    let cut: Instant
    let arrival: Arrival

    /// The streams of random numbers of a project's later permits and of its own choices lie far from those of arrivals.
    private static let projectStreams: UInt64 = 1 << 40

    /// Lives the permits through.
    ///
    /// - Parameter most: The most permits that are wanted.
    /// - Returns: The permits that were submitted, in the order of the project.
    func run(most: Int) -> [LivedPermit] {
        var random = SplitMix64(seed: seed, stream: stream(0))
        let day = hours.office.zone.day(of: arrival.moment)
        guard let application = binding.draw(on: day, &random) else { return [] }
        let facts = facts(of: application, &random)
        guard application.isProject else {
            return life(application.stages[0], facts, of: application, at: arrival.moment, nil, random)
                .map { [$0] } ?? []
        }
        return project(application, facts, random, most: most)
    }

    private func project(
        _ application: Application,
        _ facts: FactValues,
        _ first: SplitMix64,
        most: Int
    ) -> [LivedPermit] {
        var choices = SplitMix64(seed: seed, stream: Undertaking.projectStreams &- stream(0))
        var links = LinkedEnds()
        var lived: [Int: LivedPermit] = [:]
        var unneeded: Set<Int> = []
        let losesOne = choices.chance(perMille: city.lostPerMille)
        for (place, stage) in application.stages.enumerated() where lived.count < most {
            let isNeeded = choices.chance(perMille: stage.perMille)
            let delay = stage.delayMinutes.draw(&choices) * 60 + choices.below(60)
            if !isNeeded { unneeded.insert(place) }
            guard isNeeded,
                let start = start(
                    stage,
                    after: stage.waitsFor.filter { !unneeded.contains($0) },
                    lived,
                    delay
                )
            else { continue }
            var own = facts
            for fact in stage.facts { own[fact.name] = .text(fact.choice.draw(&choices)) }
            let random = lived.isEmpty ? first : SplitMix64(seed: seed, stream: stream(place))
            guard var permit = life(stage, own, of: application, at: start, links, random) else { continue }
            permit.stage = place
            permit.isOfProject = true
            permit.isLost = losesOne && lived.isEmpty
            note(permit, in: &links)
            lived[place] = permit
        }
        return finished(lived)
    }

    /// Without a permit that others needed, the loss of one would show nowhere.
    private func finished(_ lived: [Int: LivedPermit]) -> [LivedPermit] {
        let permits = lived.values.sorted { $0.stage < $1.stage }
        guard !permits.contains(where: { !$0.lostLinks.isEmpty }) else { return permits }
        return permits.map { permit in
            var permit = permit
            permit.isLost = false
            return permit
        }
    }

    /// When a permit is submitted; nil when one that it waits for was not granted, or when that is after the cut.
    private func start(
        _ stage: Stage,
        after places: [Int],
        _ lived: [Int: LivedPermit],
        _ delay: Int
    ) -> Instant? {
        // The project begins when its applicant comes.
        if lived.isEmpty { return places.isEmpty ? arrival.moment : nil }
        var moment = arrival.moment
        for place in places {
            guard let permit = lived[place], permit.outcome == .issued || permit.outcome == .deemed,
                let end = permit.events.last?.at
            else { return nil }
            moment = max(moment, end)
        }
        moment = hours.atDesk(moment.adding(seconds: delay), isOnline: arrival.isOnline)
        return moment < cut ? moment : nil
    }

    private func note(_ permit: LivedPermit, in links: inout LinkedEnds) {
        guard let journeys, let link = journeys.link(of: permit.facts), let outcome = permit.outcome,
            let last = permit.events.last
        else { return }
        let end = LinkedEnds.End(outcome: outcome, moment: last.at, isLost: permit.isLost)
        links.note(end, as: journeys.links[link].name.text)
    }

    private func life(
        _ stage: Stage,
        _ facts: FactValues,
        of application: Application,
        at start: Instant,
        _ links: LinkedEnds?,
        _ random: SplitMix64
    ) -> LivedPermit? {
        let day = hours.office.zone.day(of: start)
        var facts = facts
        facts.merge(stage.binding(on: day))
        guard let kind = binding.kind(of: facts, on: day) else { return nil }
        let declared = kind.chart.declared(facts)
        for fact in application.facts + stage.facts where !fact.isAlwaysKnown {
            facts[fact.name] = declared[fact.name]
        }
        let course = Course(
            city: city,
            chart: kind.chart,
            hours: hours,
            isOnline: arrival.isOnline,
            facts: facts,
            links: links,
            random: random
        )
        var life = PermitLife(course: course, office: hours.office, cut: cut)
        var permit = life.run(from: start)
        permit?.regime = kind.regime
        permit?.draw = arrival.draw
        return permit
    }

    private func facts(of application: Application, _ random: inout SplitMix64) -> FactValues {
        let scale = (application.scales ?? city.scales).draw(&random)
        var facts: FactValues = [
            "channel": .text(arrival.isOnline ? "oss" : "counter"),
            "district": .text(city.districts.draw(&random)),
            "scale": .text(scale),
        ]
        facts["commitment"] = city.commitments[scale].map { .text($0.draw(&random)) }
        for fact in application.facts { facts[fact.name] = .text(fact.choice.draw(&random)) }
        return facts
    }

    private func stream(_ place: Int) -> UInt64 {
        UInt64(arrival.draw) * 2 + 1 + UInt64(place) * Undertaking.projectStreams
    }
}
