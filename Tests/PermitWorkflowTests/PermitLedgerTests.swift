import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

@Suite("The ledger of a permit")
struct PermitLedgerTests {
    private let views = CalendarViews(Example.office.calendar)

    private func explained(
        _ history: [(action: String, day: String, hour: Int)],
        asOf: (day: String, hour: Int)
    ) throws -> PermitLedger {
        let workflow = try Example.workflow()
        var state = workflow.initialState
        var steps: [PermitStep] = []
        for (name, day, hour) in history {
            let action = try #require(workflow.action(named: name))
            let to = workflow.actions[action].cases[0].to
            steps.append(
                PermitStep(at: try Example.moment(day, hour: hour), action: action, from: state, to: to)
            )
            state = to
        }
        return PermitLedger(
            steps: steps,
            facts: [:],
            submitted: steps.first?.at,
            ended: workflow.states[state].outcome == nil ? nil : steps.last?.at,
            asOf: try Example.moment(asOf.day, hour: asOf.hour),
            workflow: workflow,
            zone: .jakarta,
            views: views
        )
    }

    private func short(_ ledger: PermitLedger) -> [String] {
        ledger.clocks[0].ledger.entries
            .map { entry in
                let shift = entry.shift.map { " \($0)" } ?? ""
                return
                    "\(entry.isAhead ? "ahead " : "")\(entry.kind.name)\(shift) \(entry.deadline?.description ?? "-")"
            }
    }

    @Test("shows that 43 waits and that 44 begins again from zero")
    func restart() throws {
        // Five working days from Friday 5 January 2024. 43 on Tuesday the 9th after two of them, 44 on the 15th.
        let told = try explained(
            [
                ("submit", "2024-01-05", 9), ("accept", "2024-01-05", 10), ("send_back", "2024-01-09", 10),
                ("answer_sent_back", "2024-01-15", 10), ("verify", "2024-01-18", 10),
                ("approve", "2024-01-22", 10),
            ],
            asOf: ("2024-02-01", 0)
        )
        #expect(
            short(told) == [
                "started 2024-01-12", "paused 6 2024-01-18", "restarted 4 2024-01-22",
                "stopped 0 2024-01-22",
            ]
        )
        let entries = told.clocks[0].ledger.entries
        #expect(entries[2].kind == .restarted(lostDays: 2))
        #expect(entries[2].run == 2)
        #expect(entries[1].cause == .init(action: "send_back", state: "sent_back", holder: "applicant"))
        guard case .paused(_, let ended, _) = entries[1].kind else {
            Issue.record("no pause")
            return
        }
        #expect(ended?.action == "answer_sent_back")
        #expect(told.clocks[0].result.resets == 1)
    }

    @Test("assumes the new beginning in a pause that only a restart leaves")
    func awaited() throws {
        let told = try explained(
            [("submit", "2024-01-05", 9), ("accept", "2024-01-05", 10), ("send_back", "2024-01-09", 10)],
            asOf: ("2024-01-15", 10)
        )
        #expect(
            short(told) == ["started 2024-01-12", "paused 6 2024-01-18", "ahead restarted 4 2024-01-22"]
        )
        let due = try #require(told.clocks[0].result.deadlineIfResumed)
        #expect(due == (try Example.moment("2024-01-23", hour: 0)))
    }

    @Test("cuts the permit's age at its transitions, by holder")
    func stretches() throws {
        let told = try explained(
            [
                ("submit", "2024-01-05", 9), ("accept", "2024-01-08", 9), ("return", "2024-01-09", 9),
                ("answer", "2024-01-11", 9), ("verify", "2024-01-12", 9), ("approve", "2024-01-12", 15),
            ],
            asOf: ("2024-02-01", 0)
        )
        let holders = told.stretches.map(\.holder)
        #expect(holders == [.office, .technicalAgency, .applicant, .technicalAgency, .office])
        #expect(told.stretches.map(\.time.workingDays) == [1, 1, 2, 1, 0])
        #expect(told.stretches.map { $0.clocks.first?.days } == [nil, 1, nil, 1, 0])
        #expect(told.agency.workingDays == 3)
        #expect(told.time(of: .applicant).workingDays == 2)
        #expect(told.wall.microseconds == 7 * 86_400_000_000 + 6 * 3_600_000_000)
    }

    @Test("adds up to the permit's age on random walks, and to what each clock consumed")
    func sums() throws {
        let library = try Library.embedded()
        let calendar = try #require(library.calendar(named: "id"))
        let office = OfficeTime(zone: .jakarta, calendar: WorkCalendar(calendar))
        let views = CalendarViews(office.calendar)
        for name in library.definitions.map(\.name.text) {
            let workflow = try library.workflow(named: name)
            for seed in 0..<UInt64(60) {
                try check(
                    walk(workflow, office, seed: seed),
                    workflow,
                    office,
                    views,
                    "\(name), seed \(seed)"
                )
            }
        }
    }

    private struct Walk {
        var steps: [PermitStep] = []
        var facts = FactValues()
        var asOf: Instant
        var ended: Instant?
    }

    /// Steps that the rules allow and steps that they do not, at times that may be the same.
    private func walk(_ workflow: Workflow, _ office: OfficeTime, seed: UInt64) throws -> Walk {
        var random = SeededGenerator(seed: seed)
        var now = try Example.moment("2019-03-01")
        now.microseconds += Int64.random(in: 0...700 * 86_400, using: &random) * 1_000_000
        var walk = Walk(asOf: now)
        walk.facts["commitment"] = random.oneIn(3) ? nil : .text("ukl_upl")
        var state = workflow.initialState
        for _ in 0..<Int.random(in: 1...20, using: &random) where walk.ended == nil {
            let legal = workflow.legalActions(in: state, facts: walk.facts)
            let lasting = legal.filter { random.oneIn(9) || workflow.states[$0.to].outcome == nil }
            let wild = workflow.actions.indices.map { (action: $0, to: workflow.actions[$0].cases[0].to) }
            let pool = random.oneIn(9) || legal.isEmpty ? wild : lasting.isEmpty ? legal : lasting
            let (action, to) = try #require(pool.randomElement(using: &random))
            walk.steps.append(PermitStep(at: now, action: action, from: state, to: to, facts: walk.facts))
            state = to
            if workflow.states[to].outcome != nil { walk.ended = now }
            if !random.oneIn(5) {
                now.microseconds += Int64.random(in: 0...8 * 86_400, using: &random) * 1_000_000
            }
        }
        walk.asOf = now
        return walk
    }

    private func check(
        _ walk: Walk,
        _ workflow: Workflow,
        _ office: OfficeTime,
        _ views: CalendarViews,
        _ place: String
    ) throws {
        let told = PermitLedger(
            steps: walk.steps,
            facts: walk.facts,
            submitted: nil,
            ended: walk.ended,
            asOf: walk.asOf,
            workflow: workflow,
            zone: office.zone,
            views: views
        )
        let whole = told.stretches.reduce(TimeSpent.none) { $0 + $1.time }
        #expect(whole == told.wall, "\(place)")
        let held = Holder.allCases.reduce(TimeSpent.none) { $0 + told.time(of: $1) }
        #expect(held == whole, "\(place): before its end somebody holds a permit")
        for clock in told.clocks {
            let running = told.stretches.flatMap(\.clocks)
                .filter { $0.clock == clock.index && $0.run == clock.result.runs }
            let opened = clock.ledger.entries.last { entry in
                switch entry.kind {
                case .started, .restarted: !entry.isAhead
                default: false
                }
            }
            let stopped = clock.ledger.entries.last { $0.kind.name == "stopped" }
            // A run that was stopped by the step that started it has a first day and no time.
            if let opened, opened.at == stopped?.at { continue }
            #expect(running.reduce(0) { $0 + $1.days } == clock.result.consumedDays, "\(place)")
            guard let due = clock.result.due ?? clock.result.deadlineIfResumed, clock.limit?.unit != .elapsed
            else { continue }
            #expect(clock.ledger.due == office.zone.day(of: due).advanced(by: -1), "\(place)")
        }
    }
}
