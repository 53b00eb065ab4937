import PermitMetrics
import Testing
import WorkingTime

/// Five working days from Tuesday 2 January 2024 end with Tuesday 9 January.
@Suite("A clock in a replay")
struct ClockClassTests {
    /// Submitted on the first and complete on the second; then the steps.
    private func replayed(
        _ steps: String...,
        asOf: String? = nil,
        office: OfficeTime = Example.office
    ) throws -> Replay {
        let begun = ["submitted 2024-01-01 09:00:00", "complete 2024-01-02 09:00:00"]
        let rows = (begun + steps).map { Example.permit("p", $0) }.joined(separator: "\n")
        return try Example.measured(rows, office: office) { $0.asOf = asOf.flatMap { Day($0) } }
    }

    private func clock(_ replay: Replay) throws -> PermitRecord.Clock {
        try #require(try replay.permit("p").clocks.first)
    }

    @Test(
        "has the class that the stop and the cut give it",
        arguments: [
            ("approved 2024-01-09 23:59:59", "2024-01-31", "on_time"),
            ("approved 2024-01-10 00:00:00", "2024-01-31", "late"),
            ("rejected 2024-01-09 09:00:00", "2024-01-31", "on_time"),
            ("rechecked 2024-01-03 09:00:00", "2024-01-08", "open_in_time"),
            ("rechecked 2024-01-03 09:00:00", "2024-01-09", "open_in_time"),
            ("rechecked 2024-01-03 09:00:00", "2024-01-10", "open_late"),
            ("57 2024-01-10 00:00:00", "2024-01-31", "deemed_recorded"),
            ("withdrawn 2024-01-09 09:00:00", "2024-01-31", "withdrawn"),
            ("withdrawn 2024-01-10 09:00:00", "2024-01-31", "late"),
        ]
    )
    func classes(last: String, asOf: String, expected: String) throws {
        let steps = last.hasPrefix("approved") ? ["45 2024-01-03 09:00:00", last] : [last]
        let rows =
            ["submitted 2024-01-01 09:00:00", "complete 2024-01-02 09:00:00"] + steps
        let replay = try Example.measured(rows.map { Example.permit("p", $0) }.joined(separator: "\n")) {
            $0.asOf = Day(asOf)
        }
        #expect(try clock(replay).classification == expected)
        #expect(try clock(replay).due == Example.january(10))
        let counts = try #require(replay.report.permits.clocks.first)
        let byClass = [
            "on_time": counts.onTime, "late": counts.late, "open_in_time": counts.openInTime,
            "open_late": counts.openLate, "deemed_recorded": counts.deemedRecorded,
            "withdrawn": counts.withdrawn, "unmeasured": counts.unmeasured,
        ]
        #expect(byClass.filter { $0.value > 0 } == [expected: 1])
        #expect(counts.unit == "working_days")
        #expect(counts.runs == 1)
    }

    @Test("that waits is open in time, in whatever month, and counted among the paused")
    func paused() throws {
        let replay = try replayed("41 2024-01-04 09:00:00", asOf: "2024-03-01")
        let clock = try clock(replay)
        #expect(clock.classification == "open_in_time")
        #expect(clock.isPaused)
        #expect(clock.consumedDays == 2)
        #expect(clock.pauses == 1)
        let counts = try #require(replay.report.permits.clocks.first)
        #expect(counts.paused == 1)
        #expect(counts.openInTime == 1)
        #expect(try replay.permit("p").returns == 1)
    }

    @Test("that waited three days is due three working days later")
    func resumed() throws {
        let replay = try replayed(
            "41 2024-01-03 09:00:00",
            "42 2024-01-08 09:00:00",
            "45 2024-01-08 10:00:00",
            "50 2024-01-11 10:00:00"
        )
        // One day before the pause; 9, 10, 11 and 12 January after it.
        #expect(try clock(replay).due == Example.january(13))
        #expect(try clock(replay).classification == "on_time")
        #expect(try clock(replay).consumedDays == 4)
    }

    @Test("that begins again before its deadline is judged by the new run alone")
    func restarted() throws {
        let replay = try replayed(
            "43 2024-01-08 09:00:00",
            "44 2024-01-15 09:00:00",
            "45 2024-01-16 09:00:00",
            "50 2024-01-22 09:00:00"
        )
        #expect(try clock(replay).classification == "on_time")
        #expect(try clock(replay).due == Example.january(23))
        #expect(try clock(replay).runs == 2)
        #expect(replay.report.permits.clocks.first?.runs == 2)
    }

    @Test("that begins again after its deadline stays late, due when it first was")
    func restartedLate() throws {
        let replay = try replayed(
            "43 2024-01-11 09:00:00",
            "44 2024-01-15 09:00:00",
            "45 2024-01-16 09:00:00",
            "50 2024-01-17 09:00:00"
        )
        #expect(try clock(replay).classification == "late")
        #expect(try clock(replay).due == Example.january(10))
    }

    @Test("that nothing starts is unmeasured and counted as not started")
    func notStarted() throws {
        let replay = try Example.measured(Example.permit("p", "submitted 2024-01-01 09:00:00"))
        #expect(try clock(replay).classification == "unmeasured")
        let counts = try #require(replay.report.permits.clocks.first)
        #expect(counts.unmeasured == 1)
        #expect(counts.notStarted == 1)
        #expect(counts.runs == 0)
        #expect(replay.report.permits.indicator(.onTime, "due_date_cohort") == nil)
    }

    @Test("outside the calendar's years is unmeasured, and the year is named")
    func outside() throws {
        let short = WorkCalendar(CalendarDefinition(name: "short", years: 2024...2024))
        let office = OfficeTime(zone: .jakarta, calendar: short)
        let late = Example.permit("q", "submitted 2024-12-30 09:00:00", "complete 2024-12-31 09:00:00")
        let inside = Example.permit("p", "submitted 2024-01-01 09:00:00", "complete 2024-01-02 09:00:00")
        let end = Example.permit("q", "rejected 2025-01-02 09:00:00")
        let done = Example.permit("p", "rejected 2024-01-03 09:00:00")
        let replay = try Example.measured([late, inside, end, done].joined(separator: "\n"), office: office)
        #expect(try replay.permit("q").clocks.first?.classification == "unmeasured")
        #expect(try replay.permit("p").clocks.first?.classification == "on_time")
        #expect(replay.assumption("unmeasured_year") == ["2025", "1"])
        #expect(replay.report.permits.clocks.first?.notStarted == 0)
    }

    @Test("on whose expiry the law decides is found when the log does not record it")
    func silence() throws {
        let open = try replayed(asOf: "2024-01-10")
        #expect(open.deviationCounts == ["deemed_due_not_recorded": 1])
        #expect(try open.permit("p").isFitting == true)
        #expect(try open.permit("p").state == "verification")

        let decided = try replayed("rejected 2024-01-10 09:00:00")
        #expect(decided.deviationCounts == ["decided_after_deemed_due": 1])
        #expect(try decided.permit("p").isFitting == true)

        let inTime = try replayed("rejected 2024-01-09 09:00:00")
        #expect(inTime.deviationCounts.isEmpty)
        let recorded = try replayed("57 2024-01-10 00:00:00")
        #expect(recorded.deviationCounts.isEmpty)
        #expect(recorded.report.permits.outcomeCounts == ["deemed": 1])
        #expect(recorded.report.permits.indicator(.deemedShare)?.value == 100)
    }

    @Test("gives the share on time among the due beside that among the decided")
    func shares() throws {
        let rows = [
            permit("on_time", "rejected 2024-01-09 09:00:00"), permit("late", "rejected 2024-01-12 09:00:00"),
            permit("open_late"), permit("withdrawn", "withdrawn 2024-01-03 09:00:00"),
            permit("deemed", "57 2024-01-10 00:00:00"), permit("paused", "41 2024-01-03 09:00:00"),
            Example.permit("early", "submitted 2024-01-10 09:00:00", "complete 2024-01-11 09:00:00"),
            Example.permit("early", "rejected 2024-01-12 09:00:00"),
        ]
        let replay = try Example.measured(rows.joined(separator: "\n"))
        // Due before the cut: on_time, late, open_late, deemed. Decided: on_time, late, deemed, early.
        let due = try #require(replay.report.permits.indicator(.onTime, "due_date_cohort"))
        #expect(due.n == 4)
        #expect(due.value == 25)
        let decided = try #require(replay.report.permits.indicator(.onTime, "decided_only"))
        #expect(decided.n == 4)
        #expect(decided.value == 50)
        #expect(replay.report.permits.indicator(.backlog, "open")?.value == 2)
        #expect(replay.report.permits.indicator(.backlog, "past_deadline")?.value == 1)
        let bands = try #require(replay.report.backlogBands)
        #expect(bands.withinLimit == 1)
        #expect(bands.upToTwiceLimit == 1)
        #expect(bands.beyondTwiceLimit == 0)
    }

    private func permit(_ name: String, _ last: String? = nil) -> String {
        let begun = Example.permit(name, "submitted 2024-01-01 09:00:00", "complete 2024-01-02 09:00:00")
        return last.map { begun + "\n" + Example.permit(name, $0) } ?? begun
    }
}
