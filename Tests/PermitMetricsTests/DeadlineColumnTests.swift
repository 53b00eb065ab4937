import PermitLog
import PermitMetrics
import Testing
import WorkingTime

@Suite("A column of deadlines")
struct DeadlineColumnTests {
    /// A profile whose columns state submission, decision and deadline.
    static let profile: Profile = {
        var profile = Profile(name: "wide")
        profile.milestones = [.submitted: ["start"], .decided: ["end"]]
        profile.deadline = .init(columns: ["deadline"], name: "the deadline")
        return profile
    }()

    /// Measures permits of one event, each with start, end and deadline.
    private func measured(_ permits: String..., asOf: String = "2024-01-31") throws -> Replay {
        let rows = permits.enumerated().map { "p\($0),filed,2024-01-01 09:00:00,\($1)" }
        return try Example.measured(
            rows.joined(separator: "\n"),
            header: "case,activity,time,start,end,deadline",
            profile: Self.profile
        ) {
            $0.workflow = nil
            $0.asOf = Day(asOf)
        }
    }

    @Test(
        "is judged as the instant written, or at the end of its day",
        arguments: [
            ("2024-01-01,2024-01-10,2024-01-10", "on_time"),
            ("2024-01-01,2024-01-10 23:59:59,2024-01-10", "on_time"),
            ("2024-01-01,2024-01-11,2024-01-10", "late"),
            ("2024-01-01,2024-01-11 00:00:00,2024-01-10", "late"),
            ("2024-01-01,2024-01-10 11:59:59,2024-01-10 12:00:00", "on_time"),
            ("2024-01-01,2024-01-10 12:00:00,2024-01-10 12:00:00", "late"),
            ("2024-01-01,2024-01-10T05:00:00Z,2024-01-10 12:00:00", "late"),
            ("2024-01-01,,2024-01-30", "open_late"), ("2024-01-01,,2024-01-31", "open_in_time"),
            ("2024-01-01,2024-02-05,2024-01-30", "open_late"), ("2024-01-01,2024-01-10,", "unmeasured"),
        ]
    )
    func classes(cells: String, expected: String) throws {
        let replay = try measured(cells)
        let clocks = try replay.permit("p0").clocks
        #expect(clocks.map(\.classification) == [expected])
        #expect(clocks.first?.name == "the deadline")
        #expect(replay.report.permits.clocks.first?.unit == "deadline")
        #expect(replay.assumption("deadline_column") == ["deadline"])
    }

    @Test("has passed for an open permit when the log ends with it")
    func cutAtDeadline() throws {
        for (deadline, expected) in [("09:00:00", "open_late"), ("09:00:01", "open_in_time")] {
            let replay = try Example.measured(
                "p,filed,2024-01-01 09:00:00,2024-01-01,,2024-01-01 \(deadline)",
                header: "case,activity,time,start,end,deadline",
                profile: Self.profile
            ) { $0.workflow = nil }
            #expect(try replay.permit("p").clocks.first?.classification == expected)
        }
    }

    @Test("gives the share among the due, which has the open late ones, beside that among the decided")
    func cohorts() throws {
        let replay = try measured(
            "2024-01-01,2024-01-05,2024-01-10",
            "2024-01-01,2024-01-12,2024-01-10",
            "2024-01-01,,2024-01-10",
            "2024-01-01,,2024-01-20",
            "2024-01-01,2024-01-06,2024-03-01",
            "2024-01-01,,2024-03-01",
            "2024-01-01,2024-01-06,"
        )
        let due = try #require(replay.report.permits.indicator(.onTime, "due_date_cohort"))
        #expect(due.n == 4)
        #expect(due.value == 25)
        let decided = try #require(replay.report.permits.indicator(.onTime, "decided_only"))
        #expect(decided.n == 3)
        #expect(decided.value.map { abs($0 - 200.0 / 3) < 1e-9 } == true)
        #expect(replay.report.permits.clocks.first?.unmeasured == 1)
    }

    @Test("that cannot be read is counted by column and reason, and the permit is unmeasured")
    func badCells() throws {
        let replay = try measured(
            "2024-01-01,2024-01-05,soon",
            "2024-01-01,2024-02-30,2024-03-01",
            "2024-01-01,2024-02-31,later"
        )
        let cells = replay.report.input.cellsRejected
        #expect(
            cells == [
                CellCount(column: "deadline", reason: "malformed", count: 2),
                CellCount(column: "end", reason: "no_such_date", count: 2),
            ]
        )
        #expect(replay.report.permits.clocks.first?.unmeasured == 2)
        #expect(replay.report.input.used == 3)
        #expect(replay.report.permits.turnaround?.open == 2)
    }
}
