import PermitWorkflow
import Testing
import WorkingTime

@Suite("The clock of a permit")
struct ClockTests {
    /// Drives the clocks through actions at moments of the form `2024-01-05 10`.
    private func drive(
        _ history: [(action: String, day: String, hour: Int)],
        asOf: (day: String, hour: Int)? = nil
    ) throws -> ClockResult {
        let workflow = try Example.workflow()
        var clocks = ClockSet(workflow)
        var state = workflow.initialState
        var last = Instant.distantPast
        for (name, day, hour) in history {
            let action = try #require(workflow.action(named: name))
            let to = workflow.actions[action].cases[0].to
            last = try Example.moment(day, hour: hour)
            clocks.advance(
                action: action,
                from: state,
                to: to,
                at: last,
                facts: [:],
                workflow: workflow,
                office: Example.office
            )
            state = to
        }
        let moment = try asOf.map { try Example.moment($0.day, hour: $0.hour) } ?? last
        return clocks.result(
            clock: 0,
            asOf: moment,
            facts: [:],
            workflow: workflow,
            office: Example.office
        )
    }

    @Test("is on time when the permit is decided on the last day")
    func onTime() throws {
        let result = try drive([
            ("submit", "2024-01-05", 9), ("accept", "2024-01-05", 10), ("verify", "2024-01-10", 10),
            ("approve", "2024-01-12", 23),
        ])
        #expect(result.class == .onTime)
        #expect(result.due == (try Example.moment("2024-01-13", hour: 0)))
        #expect(result.consumedDays == 5)
    }

    @Test("is late when it is decided on the Saturday after a Friday deadline")
    func late() throws {
        let result = try drive([("accept", "2024-01-05", 10), ("approve", "2024-01-13", 9)])
        #expect(result.class == .late)
    }

    @Test("waits while the applicant answers")
    func pause() throws {
        let result = try drive([
            ("accept", "2024-01-05", 10), ("return", "2024-01-08", 10), ("answer", "2024-02-09", 10),
            ("approve", "2024-02-14", 10),
        ])
        #expect(result.class == .onTime)
        #expect(result.consumedDays == 4)
        #expect(result.holds == 1)
    }

    @Test("starts again from zero at the answer to a second return, and forecasts so")
    func restart() throws {
        let sentBack: [(String, String, Int)] = [
            ("accept", "2024-01-05", 10), ("send_back", "2024-01-11", 10),
        ]
        let waiting = try drive(sentBack, asOf: ("2024-01-15", 10))
        #expect(waiting.class == .openInTime)
        #expect(waiting.isPaused)
        #expect(waiting.due == nil)
        #expect(waiting.deadlineIfResumed == (try Example.moment("2024-01-23", hour: 0)))
        let decided = try drive(
            sentBack + [("answer_sent_back", "2024-01-15", 10), ("approve", "2024-01-22", 10)]
        )
        #expect(decided.class == .onTime)
        #expect(decided.runs == 2)
        #expect(decided.resets == 1)
    }

    @Test("stays late when it starts again after its deadline")
    func lateStays() throws {
        let result = try drive([
            ("accept", "2024-01-05", 10), ("send_back", "2024-01-15", 10),
            ("answer_sent_back", "2024-01-15", 10),
            ("approve", "2024-01-16", 10),
        ])
        #expect(result.class == .late)
        #expect(result.due == (try Example.moment("2024-01-13", hour: 0)))
    }

    @Test(
        "counts a recorded deemed approval as its own kind, in time or not",
        arguments: ["2024-01-08", "2024-02-08"]
    )
    func deemed(day: String) throws {
        #expect(
            try drive([("accept", "2024-01-05", 10), ("deem_approved", day, 10)]).class == .deemedRecorded
        )
    }

    @Test("leaves the cohort when the permit is withdrawn before the deadline, and only then")
    func withdrawn() throws {
        #expect(
            try drive([("accept", "2024-01-05", 10), ("withdraw", "2024-01-08", 10)]).class == .withdrawn
        )
        #expect(try drive([("accept", "2024-01-05", 10), ("withdraw", "2024-01-22", 10)]).class == .late)
    }

    @Test("is unmeasured without a start")
    func unmeasured() throws {
        #expect(
            try drive([("submit", "2024-01-05", 10), ("approve", "2024-01-08", 10)]).class == .unmeasured
        )
    }

    @Test("does not move after an outcome")
    func afterEnd() throws {
        let result = try drive(
            [
                ("accept", "2024-01-05", 10), ("approve", "2024-01-08", 10), ("accept", "2024-01-09", 10),
            ],
            asOf: ("2024-06-01", 10)
        )
        #expect(result.class == .onTime)
        #expect(result.runs == 1)
    }

    @Test("says that a start while it runs was ignored")
    func alreadyRunning() throws {
        let workflow = try Example.workflow()
        var clocks = ClockSet(workflow)
        let accept = try #require(workflow.action(named: "accept"))
        let to = try #require(workflow.state(named: "verification"))
        var found: [UInt64] = []
        for day in ["2024-01-05", "2024-01-08"] {
            found.append(
                clocks.advance(
                    action: accept,
                    from: clocks.state,
                    to: to,
                    at: try Example.moment(day),
                    facts: [:],
                    workflow: workflow,
                    office: Example.office
                )
            )
        }
        #expect(found == [0, 1])
        #expect(clocks.tracks[0].run?.startedAt == (try Example.moment("2024-01-05")))
    }
}
