import PermitDocuments
import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

@Suite("What a simulation wrote and a replay read")
struct SimulatedReplayTests {
    @Test(
        "gives state, clocks and outcome of every permit as the simulation had them",
        arguments: LogForm.allCases,
        [1, 2, 2018] as [UInt64]
    )
    func regimes(form: LogForm, seed: UInt64) throws {
        let city = try Simulation(Town.request(permits: 300, seed: seed)).run()
        try compare(city, form, workflow: nil, "seed \(seed), \(form)")
    }

    @Test(
        "agrees under one workflow for all permits",
        arguments: LogForm.allCases,
        ["madiun-iui-tdi-2017", "pp-24-2018", "receipt-phase"]
    )
    func forced(form: LogForm, name: String) throws {
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
        _ form: LogForm,
        workflow: Workflow?,
        workers: Int = 2,
        _ place: Comment
    ) throws {
        let replay = try Town.replay(city, suffix: form.rawValue, workflow: workflow, workers: workers)
        try city.expectSame(
            as: replay,
            isForced: workflow != nil,
            beginsWithSubmission: workflow == nil,
            place
        )
    }
}
