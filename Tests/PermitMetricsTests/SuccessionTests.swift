import PermitMetrics
import PermitWorkflow
import Testing
import WorkingTime

@Suite("What happens after a grant")
struct SuccessionTests {
    private static let granted = ["submitted 2024-01-01 09:00:00", "approved 2024-01-03 09:00:00"]

    private func replayed(_ steps: String...) throws -> Replay {
        let rows = (Self.granted + steps).map { Town.permit("p", "licence", kbli: "47721", $0) }
        return try Town.measured(rows) {
            $0.asOf = Day("2024-03-31")
            $0.journeys = nil
        }
    }

    @Test("belongs to the workflow that comes after it")
    func supervised() throws {
        let replay = try replayed("warned 2024-02-01 09:00:00", "complied 2024-02-05 09:00:00")
        let permit = try replay.permit("p")
        #expect(permit.deviations.isEmpty)
        #expect(permit.isFitting == true)
        #expect(permit.state == "issued")
        #expect(permit.outcome == "issued")
        #expect(permit.supervision == "in_force")
        #expect(
            permit.clocks.map(\.name) == [
                "old-licence.verification", "old-licence.completion", "old-supervision.sanction",
            ]
        )
        #expect(permit.clocks.map(\.classification) == ["on_time", "unmeasured", "on_time"])
    }

    @Test("does not make the permit late")
    func apart() throws {
        let replay = try replayed("warned 2024-02-01 09:00:00")
        let permit = try replay.permit("p")
        #expect(permit.supervision == "warned")
        #expect(permit.clocks.last?.classification == "open_late")
        #expect(replay.report.permits.indicator(.onTime, "due_date_cohort")?.value == 100)
        #expect(replay.report.permits.indicator(.backlog, "past_deadline")?.value == 0)
        #expect(replay.report.permits.duties?.onTime == 1)
        #expect(replay.report.permits.duties?.openLate == 0)
    }

    @Test("departs from the rules of that workflow, and after its end from all")
    func departures() throws {
        let replay = try replayed(
            "revoked 2024-02-01 09:00:00",
            "warned 2024-02-02 09:00:00",
            "tea 2024-02-03 09:00:00"
        )
        let permit = try replay.permit("p")
        // What the successor does not know is found where the permit ended.
        #expect(permit.deviations == ["after_end", "not_allowed", "after_end"])
        #expect(permit.supervision == "revoked")
        #expect(permit.outcome == "issued")
        #expect(replay.report.deviations.filter { $0.workflow == "old-supervision" }.count == 2)
    }

    @Test("is not looked for after a refusal")
    func refused() throws {
        let rows = [
            "submitted 2024-01-01 09:00:00", "rejected 2024-01-03 09:00:00", "warned 2024-02-01 09:00:00",
        ]
        let replay = try Town.measured(rows.map { Town.permit("p", "licence", kbli: "47721", $0) })
        #expect(try replay.permit("p").deviations == ["after_end"])
        #expect(try replay.permit("p").supervision == nil)
        #expect(replay.report.permits.supervision.isEmpty)
    }

    @Test("is counted by state, those without an event in the first one; also under a forced workflow")
    func counted() throws {
        let rows = [
            Town.permit("a", "licence", kbli: "47721", Self.granted[0], Self.granted[1]),
            Town.permit(
                "b",
                "licence",
                kbli: "47721",
                Self.granted[0],
                Self.granted[1],
                "warned 2024-02-01 09:00:00"
            ),
            Town.permit("c", "licence", kbli: "47721", Self.granted[0]),
        ]
        let workflow = try Town.library().workflow(named: "old-licence")
        for forced in [nil, workflow] {
            let replay = try Town.measured(rows) { $0.workflow = forced }
            #expect(replay.report.permits.supervision.map(\.state) == ["in_force", "warned"])
            #expect(replay.report.permits.supervision.map(\.permits) == [1, 1])
            #expect(replay.report.permits.supervision.first?.title["id"] == "Berlaku")
            #expect(replay.report.workflows.map(\.name) == ["old-licence"])
        }
    }
}
