import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

@Suite("A city through every regime")
struct RegimeCityTests {
    @Test(
        "has as many permits as asked for, those that its export lacks among them",
        arguments: SampleCity.regimeSeeds
    )
    func permits(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let all = city.permits + city.lost
        #expect(all.count == 400, "seed \(seed)")
        #expect(Set(all.map(\.name)).count == 400, "seed \(seed)")
        for part in [city.permits, city.lost] {
            let submitted = part.compactMap(\.events.first?.moment)
            #expect(submitted == submitted.sorted(), "seed \(seed)")
        }
    }

    @Test(
        "is governed by the rules of the day of submission and what is known",
        arguments: SampleCity.regimeSeeds
    )
    func regimes(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let regimes = try SampleCity.library().library.regimes
        for permit in city.permits + city.lost {
            let first = try #require(permit.events.first)
            let selection = regimes.selection(
                submitted: city.office.zone.day(of: first.moment),
                facts: permit.facts
            )
            let own = Regimes.Selection.workflow(permit.workflow.name, family: permit.regime ?? "")
            #expect(selection == own, "seed \(seed), \(permit.name)")
        }
    }

    @Test("has work for every workflow that its regimes choose")
    func workflows() throws {
        let city = try Simulation(SampleCity.regimeRequest(permits: 1400, seed: 2025)).run()
        let regimes = try SampleCity.library().library.regimes
        let wanted = regimes.rules.filter { $0.family.text != "receipt" }.map(\.workflow.text)
        #expect(Set(city.permits.map(\.workflow.name)) == Set(wanted))
        #expect(city.lost.count > 3)
        let risks = Set(city.permits.compactMap { $0.facts["risk"]?.description })
        #expect(risks == ["low", "medium_low", "medium_high", "high"])
    }

    @Test("stamps nothing before the event before it, nor after the cut", arguments: SampleCity.regimeSeeds)
    func order(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        for permit in city.permits {
            let moments = permit.events.map(\.moment)
            #expect(moments == moments.sorted(), "seed \(seed), \(permit.name)")
            #expect(
                moments.allSatisfy { $0 < city.cut && $0.microseconds % 1_000_000 == 0 },
                "\(permit.name)"
            )
        }
    }

    @Test("lets officers act only inside office hours of working days", arguments: SampleCity.regimeSeeds)
    func officeHours(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let hours = OfficeDay(city.office)
        let others = [SimulatedEvent.applicantActor, PermitEvent.systemActor]
        for permit in city.permits {
            for event in permit.events where !others.contains(event.actor) {
                #expect(hours.isOpen(at: event.moment), "seed \(seed), \(permit.name), \(event.action)")
            }
        }
    }

    @Test(
        "lets a permit go on only when those of its project that it needs have ended as they must",
        arguments: SampleCity.regimeSeeds
    )
    func links(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let journeys = try #require(try SampleCity.library().library.journeys)
        let all = city.permits + city.lost
        let projects = Dictionary(grouping: all) { $0.facts["project"] }
        var needed = 0
        for permit in all {
            let project = permit.facts["project"]
            let others = (projects[project] ?? []).filter { $0.name != permit.name }
            for event in permit.events {
                let action = permit.workflow.actions.first { $0.name == event.action }
                for (name, outcomes) in action?.after ?? [:] {
                    needed += 1
                    #expect(project != nil, "seed \(seed), \(permit.name) stands alone")
                    let link = try #require(journeys.link(named: name))
                    let found = others.contains { other in
                        guard let outcome = other.outcome, let end = other.events.last?.moment else {
                            return false
                        }
                        return journeys.link(of: other.facts) == link && outcomes.contains(outcome)
                            && end < event.moment
                    }
                    #expect(found, "seed \(seed), \(permit.name): \(event.action) needs \(name)")
                }
            }
        }
        #expect(needed > 20, "seed \(seed)")
    }

    @Test("lacks in its export only permits that others needed", arguments: SampleCity.regimeSeeds)
    func lost(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let journeys = try #require(try SampleCity.library().library.journeys)
        for lost in city.lost {
            let link = try #require(journeys.link(of: lost.facts))
            let name = journeys.links[link].name.text
            let project = city.permits.filter { $0.facts["project"] == lost.facts["project"] }
            #expect(project.contains { $0.lostLinks.contains(name) }, "seed \(seed), \(lost.name)")
        }
        for permit in city.permits where !permit.lostLinks.isEmpty {
            let names = city.lost.filter { $0.facts["project"] == permit.facts["project"] }
                .compactMap { journeys.link(of: $0.facts) }
                .map { journeys.links[$0].name.text }
            #expect(Set(permit.lostLinks).isSubset(of: names), "seed \(seed), \(permit.name)")
        }
    }

    @Test(
        "has the law act at midnight or at once after what was in its way, and says where nobody recorded it",
        arguments: SampleCity.regimeSeeds
    )
    func silence(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let last = Instant(microseconds: city.cut.microseconds - 1)
        var acts = 0
        for permit in city.permits {
            let workflow = permit.workflow
            let names = Set(workflow.clocks.compactMap { $0.expiry }.map { workflow.actions[$0.action].name })
            for (place, event) in permit.events.enumerated() where names.contains(event.action) {
                acts += 1
                let midnight = city.office.zone.start(of: city.office.zone.day(of: event.moment))
                let before = permit.events[place - 1].moment
                #expect(event.moment == midnight || event.moment == before, "seed \(seed), \(permit.name)")
                #expect(event.actor == PermitEvent.systemActor, "seed \(seed), \(permit.name)")
            }
            let due = workflow.dueEvents(on: permit.permit, asOf: last, office: city.office)
                .prefix(1).compactMap(\.expiry?.clock)
            for name in due {
                let clock = try #require(workflow.clock(named: name))
                #expect(permit.finding(ofClock: clock) != nil, "seed \(seed), \(permit.name): \(name)")
            }
        }
        #expect(acts > 10, "seed \(seed)")
    }

    @Test("counts the consultations that it says it held")
    func consultations() throws {
        let city = try SampleCity.regimeCity(seed: 1)
        let issued = city.permits.filter { $0.facts["permit_type"] == .text("pbg") && $0.outcome == .issued }
        #expect(!issued.isEmpty)
        for permit in issued {
            let held = permit.events.count { $0.term == "consultation_held" }
            #expect(permit.facts["sessions"]?.description == String(held), "\(permit.name)")
        }
    }

    @Test("stays as it was for those before a change of the law that came later")
    func past() throws {
        let city = try SampleCity.regimeCity(seed: 1)
        let opened = try #require(Day("2018-07-09"))
        for permit in city.permits where permit.regime == "local-standard" {
            let first = try #require(permit.events.first)
            #expect(city.office.zone.day(of: first.moment) < opened, "\(permit.name)")
            #expect(permit.facts["risk"] == nil && permit.facts["project"] == nil, "\(permit.name)")
        }
    }
}
