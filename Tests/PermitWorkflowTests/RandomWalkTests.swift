import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

@Suite("A random walk through a shipped workflow")
struct RandomWalkTests {
    private static let seeds: UInt64 = 150

    /// One step of a walk: a command that may or may not be allowed.
    private func command(
        _ workflow: Workflow,
        _ permit: Permit,
        at: Instant,
        _ random: inout SeededGenerator
    ) throws -> Command {
        let legal = workflow.legalActions(in: permit.state, facts: permit.facts).map(\.action)
        let isWild = Int.random(in: 0..<5, using: &random) == 0 || legal.isEmpty
        let candidates = isWild ? Array(workflow.actions.indices) : legal
        let ends = Int.random(in: 0..<10, using: &random) == 0
        let lasting = candidates.filter {
            ends || !["withdrawn", "cancelled"].contains(workflow.actions[$0].term)
        }
        let index = try #require((lasting.isEmpty ? candidates : lasting).randomElement(using: &random))
        let action = workflow.actions[index]
        return Command(
            action.name,
            actor: "officer \(Int.random(in: 1...4, using: &random))",
            role: try #require(action.roles.randomElement(using: &random)),
            at: at,
            documents: ["note": "x", "reason": "y"]
        )
    }

    private func walk(
        _ workflow: Workflow,
        _ office: OfficeTime,
        seed: UInt64
    ) throws -> (Permit, [PermitEvent], Instant) {
        var random = SeededGenerator(seed: seed)
        var facts = FactValues()
        if let word = ["ukl_upl", "other", nil].randomElement(using: &random) ?? nil {
            facts["commitment"] = .text(word)
        }
        var permit = Permit(id: "\(seed)", workflow: workflow, facts: facts)
        var now = try Example.moment("2019-03-01")
        var events: [PermitEvent] = []
        let length = Int.random(in: 1...30, using: &random)
        for _ in 0..<length where permit.outcome == nil {
            now = Instant(
                microseconds: now.microseconds + Int64.random(in: 0...(9 * 86_400), using: &random)
                    * 1_000_000
            )
            let command = try command(workflow, permit, at: now, &random)
            let due = workflow.dueEvents(on: permit, asOf: now, office: office)
            do {
                let decided = try workflow.decide(command, on: permit, office: office)
                #expect(decided.dropLast() == due[...], "seed \(seed)")
                #expect(decided.last?.action == command.action, "seed \(seed)")
                for event in decided { permit = workflow.evolve(permit, event, office: office) }
                events += decided
            } catch {
                #expect(!error.reasons.isEmpty, "seed \(seed)")
                for event in due { permit = workflow.evolve(permit, event, office: office) }
                events += due
            }
        }
        return (permit, events, now)
    }

    private func office() throws -> OfficeTime {
        let definition = try #require(try Library.embedded().calendar(named: "id"))
        return OfficeTime(zone: .jakarta, calendar: WorkCalendar(definition))
    }

    @Test(
        "gives the same permit when its events are replayed by their terms",
        arguments: [
            "madiun-iui-tdi-2017", "pp-24-2018", "receipt-phase",
        ]
    )
    func replayed(name: String) throws {
        let workflow = try Library.embedded().workflow(named: name)
        let office = try office()
        var steps = 0
        for seed in 0..<Self.seeds {
            let (permit, events, _) = try walk(workflow, office, seed: seed)
            var clocks = ClockSet(workflow)
            var state = workflow.initialState
            for event in events {
                let term = try #require(workflow.term(named: event.term))
                guard
                    case .taken(let action, let to) = workflow.step(
                        term: term,
                        from: state,
                        facts: permit.facts
                    )
                else {
                    Issue.record(
                        "seed \(seed): \(event.action) is not taken in \(workflow.states[state].name)"
                    )
                    return
                }
                #expect(workflow.actions[action].name == event.action, "seed \(seed)")
                let ignored = clocks.advance(
                    action: action,
                    from: state,
                    to: to,
                    at: event.at,
                    facts: permit.facts,
                    workflow: workflow,
                    office: office
                )
                #expect(ignored == 0, "seed \(seed)")
                state = to
                steps += 1
            }
            #expect(state == permit.state, "seed \(seed)")
            #expect(clocks == permit.clocks, "seed \(seed)")
            #expect(permit.version == events.count, "seed \(seed)")
            #expect(permit.outcome == workflow.states[state].outcome, "seed \(seed)")
        }
        #expect(steps > 400)
    }

    @Test(
        "never has class and deadline disagree",
        arguments: [("madiun-iui-tdi-2017", [ClockClass]()), ("pp-24-2018", [.deemedRecorded])]
    )
    func classAndDeadline(name: String, more: [ClockClass]) throws {
        let workflow = try Library.embedded().workflow(named: name)
        let office = try office()
        var classes: Set<ClockClass> = []
        for seed in 0..<Self.seeds {
            let (permit, _, end) = try walk(workflow, office, seed: seed)
            for clock in workflow.clocks.indices {
                for days in [0, 3, 40] {
                    let moment = Instant(microseconds: end.microseconds + Int64(days) * 86_400_000_000)
                    let result = permit.clocks.result(
                        clock: clock,
                        asOf: moment,
                        facts: permit.facts,
                        workflow: workflow,
                        office: office
                    )
                    classes.insert(result.class)
                    agree(result, permit.clocks.tracks[clock], moment, office, seed)
                }
            }
        }
        #expect(
            classes == Set([.onTime, .late, .openInTime, .openLate, .withdrawn, .unmeasured] + more)
        )
    }

    private func agree(
        _ result: ClockResult,
        _ track: ClockTrack,
        _ moment: Instant,
        _ office: OfficeTime,
        _ seed: UInt64
    ) {
        let breaches = track.runs.filter { $0.isBreached(asOf: moment, office: office) }
        #expect(result.isBreached == !breaches.isEmpty, "seed \(seed)")
        switch result.class {
        case .onTime, .withdrawn:
            #expect(breaches.isEmpty && !track.isOpen, "seed \(seed)")
            if let due = result.due, let stop = track.run?.stoppedAt { #expect(stop < due, "seed \(seed)") }
        case .late: #expect(!breaches.isEmpty && !track.isOpen, "seed \(seed)")
        case .openInTime:
            #expect(breaches.isEmpty && track.isOpen, "seed \(seed)")
            if let due = result.due { #expect(moment < due, "seed \(seed)") }
            #expect(result.isPaused == (result.deadlineIfResumed != nil), "seed \(seed)")
        case .openLate:
            #expect(!breaches.isEmpty && track.isOpen, "seed \(seed)")
            #expect(result.due.map { $0 <= moment } ?? false, "seed \(seed)")
        case .deemedRecorded: #expect(track.isDeemed, "seed \(seed)")
        case .unmeasured: #expect(track.run == nil, "seed \(seed)")
        }
    }
}
