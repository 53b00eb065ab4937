import PermitDocuments
import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

@Suite("A simulated city")
struct SimulationTests {
    @Test(
        "has as many permits as asked for, in the order of submission, with numbers of their own",
        arguments: SampleCity.seeds
    )
    func permits(seed: UInt64) throws {
        let city = try SampleCity.city(seed: seed)
        #expect(city.permits.count == 300, "seed \(seed)")
        #expect(Set(city.permits.map(\.name)).count == 300, "seed \(seed)")
        let submitted = city.permits.compactMap(\.events.first?.moment)
        #expect(submitted == submitted.sorted(), "seed \(seed)")
    }

    @Test("stamps nothing before the event before it, and nothing after the cut", arguments: SampleCity.seeds)
    func order(seed: UInt64) throws {
        let city = try SampleCity.city(seed: seed)
        for permit in city.permits {
            let moments = permit.events.map(\.moment)
            #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed), \(permit.name)")
            #expect(
                moments.allSatisfy { $0 < city.cut && $0.microseconds % 1_000_000 == 0 },
                "\(permit.name)"
            )
        }
    }

    @Test("lets officers act only inside office hours of working days", arguments: SampleCity.seeds)
    func officeHours(seed: UInt64) throws {
        let city = try SampleCity.city(seed: seed)
        let hours = OfficeDay(city.office)
        var acts = 0
        for permit in city.permits {
            for event in permit.events where isOfficer(event) {
                acts += 1
                #expect(hours.isOpen(at: event.moment), "seed \(seed), \(permit.name), \(event.action)")
            }
        }
        #expect(acts > 300, "seed \(seed)")
    }

    @Test("gives a permit what a replay of its terms gives", arguments: SampleCity.seeds)
    func replayed(seed: UInt64) throws {
        let city = try SampleCity.city(seed: seed)
        let last = Instant(microseconds: city.cut.microseconds - 1)
        for permit in city.permits {
            let workflow = permit.workflow
            let facts = permit.permit.facts
            var clocks = ClockSet(workflow)
            for event in permit.events {
                let term = try #require(workflow.term(named: event.term), "seed \(seed), \(permit.name)")
                let from = clocks.state
                guard case .taken(let action, let to) = workflow.step(term: term, from: from, facts: facts)
                else {
                    Issue.record("seed \(seed), \(permit.name): \(event.term) is not legal")
                    return
                }
                #expect(workflow.actions[action].name == event.action, "seed \(seed), \(permit.name)")
                #expect(workflow.actions[action].roles.contains(event.role), "seed \(seed), \(permit.name)")
                clocks.advance(
                    action: action,
                    from: from,
                    to: to,
                    at: event.moment,
                    facts: facts,
                    workflow: workflow,
                    office: city.office
                )
            }
            #expect(clocks == permit.permit.clocks, "seed \(seed), \(permit.name)")
            let results = workflow.clocks.indices.map {
                clocks.result(
                    clock: $0,
                    asOf: last,
                    facts: facts,
                    workflow: workflow,
                    office: city.office
                )
            }
            #expect(results == permit.clocks, "seed \(seed), \(permit.name)")
        }
    }

    @Test("leaves no silence of the law unrecorded", arguments: SampleCity.seeds)
    func silence(seed: UInt64) throws {
        let city = try SampleCity.city(seed: seed)
        let last = Instant(microseconds: city.cut.microseconds - 1)
        for permit in city.permits {
            let due = permit.workflow.dueEvents(on: permit.permit, asOf: last, office: city.office)
            #expect(due.isEmpty, "seed \(seed), \(permit.name)")
        }
    }

    @Test("is governed by the rules of the day of submission")
    func regimes() throws {
        let city = try SampleCity.city(seed: 1)
        let reform = try #require(Day("2018-07-09"))
        for permit in city.permits {
            let first = try #require(permit.events.first)
            let isAfter = city.office.zone.day(of: first.moment) >= reform
            #expect(
                permit.workflow.name == (isAfter ? "pp-24-2018" : "madiun-iui-tdi-2017"),
                "\(permit.name)"
            )
        }
        #expect(Set(city.permits.map(\.workflow.name)).count == 2)
    }

    @Test("tells the story of the reform")
    func story() throws {
        let city = try SampleCity.city(permits: 3000, seed: 2018)
        let classes = city.permits.flatMap { $0.clocks.map(\.class) }
        for wanted in ClockClass.allCases { #expect(classes.contains(wanted), "\(wanted)") }
        let outcomes = Set(city.permits.map(\.outcome))
        #expect(outcomes == [.issued, .refused, .withdrawn, .cancelled, nil])
        #expect(city.permits.contains { $0.clocks.contains(where: \.isPaused) })
        func onlineShare(_ year: String) -> Double {
            let own = city.permits.filter { $0.name.hasPrefix("KC-\(year)-") }
            return Double(own.filter { $0.facts["channel"] == .text("oss") }.count) / Double(own.count)
        }
        #expect(onlineShare("2017") == 0)
        #expect(onlineShare("2021") > 0.9)
        let service = city.permits.filter { $0.workflow.name == "madiun-iui-tdi-2017" }
            .map { $0.clocks[0].class }
        let late = service.filter { $0 == .late }.count
        let share = Double(late) / Double(late + service.filter { $0 == .onTime }.count)
        #expect((0.15...0.25).contains(share), "\(share) of the permits before OSS are late")
    }

    @Test("can be of one workflow", arguments: ["receipt-phase", "madiun-iui-tdi-2017", "pp-24-2018"])
    func forced(name: String) throws {
        var request = try SampleCity.request()
        request.workflow = try request.library.workflow(named: name)
        let city = try Simulation(request).run()
        #expect(city.permits.count == 300)
        #expect(Set(city.permits.map(\.workflow.name)) == [name])
        #expect(city.permits.contains { $0.outcome?.isDecision ?? false || $0.outcome == .closed })
    }

    @Test("finds a second officer where four eyes are needed and the desk has one")
    func fourEyes() throws {
        let text = """
            {"workflow": "four-eyes", "legal": "none", "roles": {"applicant": "applicant", "head": "office"},
             "states": {"draft": {"initial": true, "holder": "applicant"}, "first": {"holder": "office"},
              "second": {"holder": "office"}, "issued": {"outcome": "issued"}},
             "actions": {"submit": {"from": "draft", "to": "first", "by": "applicant"},
              "sign": {"from": "first", "to": "second", "by": "head"},
              "countersign": {"from": "second", "to": "issued", "by": "head", "not_same_actor_as": ["sign"]}}}
            """
        let (definition, diagnostics) = Definition.read(json: text, file: "four-eyes.json")
        var request = try SampleCity.request(permits: 40)
        request.workflow = try Workflow.compile(try #require(definition, "\(diagnostics)"))
        let city = try Simulation(request).run()
        let signers = city.permits.map { permit in permit.events.dropFirst().map(\.actor) }
        #expect(signers.contains(["KD-01", "KD-02"]))
        #expect(signers.allSatisfy { Set($0).count == $0.count })
    }

    @Test("may be empty")
    func empty() throws {
        #expect(try SampleCity.city(permits: 0, seed: 1).permits.isEmpty)
    }

    @Test("is refused with what would be accepted")
    func faults() throws {
        var request = try SampleCity.request()
        request.permits = -1
        request.until = request.from
        let faults = #expect(throws: Diagnostics.self) { try Simulation(request) }
        #expect(faults?.all.count == 2)
        request = try SampleCity.request()
        request.from = try #require(Day("2016-12-31"))
        #expect(throws: Diagnostics.self) { try Simulation(request) }
        request.from = try #require(Day("2021-08-09"))
        request.until = try #require(Day("2021-12-31"))
        let unbound = #expect(throws: Diagnostics.self) { try Simulation(request) }
        #expect(unbound?.description.contains("no workflow governs iui, tdi") ?? false)
    }

    private func isOfficer(_ event: SimulatedEvent) -> Bool {
        event.actor != SimulatedEvent.applicantActor && event.actor != PermitEvent.systemActor
    }
}
