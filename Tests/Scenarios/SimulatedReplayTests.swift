import PermitDocuments
import PermitLog
import PermitMetrics
import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

@Suite("What a simulation wrote and a replay read")
struct SimulatedReplayTests {
    /// The forms in which a log is written.
    enum Form: String, CaseIterable {
        case csv
        case xes
        case csvGz = "csv.gz"
        case xesGz = "xes.gz"
    }

    @Test(
        "gives state, clocks and outcome of every permit as the simulation had them",
        arguments: Form.allCases,
        [1, 2, 2018] as [UInt64]
    )
    func regimes(form: Form, seed: UInt64) throws {
        let city = try Simulation(Town.request(permits: 300, seed: seed)).run()
        try compare(city, form, workflow: nil, "seed \(seed), \(form)")
    }

    @Test(
        "agrees under one workflow for all permits",
        arguments: Form.allCases,
        ["madiun-iui-tdi-2017", "pp-24-2018", "receipt-phase"]
    )
    func forced(form: Form, name: String) throws {
        var request = try Town.request(permits: 120, seed: 5)
        let workflow = try request.library.workflow(named: name)
        request.workflow = workflow
        try compare(try Simulation(request).run(), form, workflow: workflow, "\(name), \(form)")
    }

    @Test("is the same for any number of workers", arguments: [1, 2, 3, 7])
    func workers(workers: Int) throws {
        let city = try Simulation(Town.request(permits: 200, seed: 9)).run()
        try compare(city, .csv, workflow: nil, workers: workers, "\(workers) workers")
    }

    private func compare(
        _ city: SimulatedCity,
        _ form: Form,
        workflow: Workflow?,
        workers: Int = 2,
        _ place: Comment
    ) throws {
        let replay = try Town.replay(city, suffix: form.rawValue, workflow: workflow, workers: workers)
        #expect(replay.report.input.rejected == 0, place)
        #expect(replay.permits.count == city.permits.count, place)
        let records = Dictionary(
            replay.permits.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let isMixed = Set(city.permits.map(\.workflow.name)).count > 1
        for permit in city.permits {
            let record = try #require(records[permit.name], place)
            #expect(record.workflow == permit.workflow.name, place)
            #expect(record.state == permit.state, place)
            #expect(record.outcome == permit.outcome?.rawValue ?? "open", place)
            #expect(record.events == permit.events.count, place)
            #expect(record.submitted == permit.events.first?.moment || workflow != nil, place)
            // One workflow for all judges permits of days on which it does not govern.
            let found = record.deviations.filter { workflow == nil || $0 != "outside_force" }
            #expect(found.isEmpty, place)
            #expect(record.clocks.map(Clock.init) == clocks(of: permit, isMixed: isMixed), place)
            for (name, value) in zip(replay.factNames, record.facts) {
                #expect(value == permit.facts[name]?.description, place)
            }
        }
    }

    /// The clocks of a simulated permit as a replay tells them, named with their workflow where several govern.
    private func clocks(of permit: SimulatedPermit, isMixed: Bool) -> [Clock] {
        permit.workflow.clocks.indices.filter { permit.clocks[$0].isApplicable }
            .map { index in
                let name = permit.workflow.clocks[index].name
                return Clock(permit.clocks[index], name: isMixed ? "\(permit.workflow.name).\(name)" : name)
            }
    }
}

/// A clock as both sides know it.
private struct Clock: Equatable {
    var name: String
    var classification: String
    var due: Instant?
    var consumedDays: Int?
    var runs: Int
    var pauses: Int
    var isPaused: Bool

    init(_ clock: ClockResult, name: String) {
        self.name = name
        classification = clock.class.rawValue
        due = clock.due
        consumedDays = clock.runs > 0 ? clock.consumedDays : nil
        runs = clock.runs
        pauses = clock.holds
        isPaused = clock.isPaused
    }

    init(_ clock: PermitRecord.Clock) {
        name = clock.name
        classification = clock.classification
        due = clock.due
        consumedDays = clock.consumedDays
        runs = clock.runs
        pauses = clock.pauses
        isPaused = clock.isPaused
    }
}
