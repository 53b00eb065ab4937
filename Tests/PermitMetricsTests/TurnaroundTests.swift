import PermitLog
import PermitMetrics
import Testing
import WorkingTime

@Suite("The time to a decision")
struct TurnaroundTests {
    private static func profile(_ change: (inout Profile) -> Void = { _ in }) -> Profile {
        var profile = Profile(name: "wide")
        profile.milestones = [.submitted: ["start"], .decided: ["end"]]
        change(&profile)
        return profile
    }

    /// Measures permits of one event; each gives start, end and outcome.
    private func measured(
        _ permits: String...,
        profile: Profile,
        asOf: String = "2024-01-31"
    ) throws -> Replay {
        let rows = permits.enumerated().map { "p\($0),filed,2024-01-01 09:00:00,\($1)" }
        return try Example.measured(
            rows.joined(separator: "\n"),
            header: "case,activity,time,start,end,outcome",
            profile: profile
        ) {
            $0.workflow = nil
            $0.asOf = Day(asOf)
        }
    }

    @Test("counts open and negative ones beside the decided, and estimates with the open ones censored")
    func counted() throws {
        let replay = try measured(
            "2024-01-01,2024-01-03,",
            "2024-01-01,2024-01-05,",
            "2024-01-01,2024-01-11,",
            "2024-01-01,,",
            "2024-01-05,2024-01-02,",
            profile: Self.profile()
        )
        let turnaround = try #require(replay.report.permits.turnaround)
        #expect(turnaround.n == 3)
        #expect(turnaround.open == 1)
        #expect(turnaround.negative == 1)
        #expect(turnaround.medianDays == 4)
        #expect(turnaround.p75Days == 7)
        let survival = try #require(replay.report.permits.survival)
        #expect(survival.n == 4)
        #expect(survival.censored == 1)
        #expect(survival.medianDays == 4)
        #expect(survival.p75Days == 10)
        #expect(survival.p90Days == nil)
        #expect(replay.assumption("negative_left_out") == ["1"])
        #expect(replay.assumption("open_censored") == ["1"])
        #expect(replay.report.permits.indicator(.dataQuality, "negative_durations")?.value == 1)
        #expect(try replay.permit("p4").days == -3)
    }

    @Test("by a date is the difference of dates, never negative on one day")
    func dates() throws {
        let replay = try measured(
            "2024-01-01 15:00:00,2024-01-01,",
            "2024-01-01 15:00:00,2024-01-03,",
            "2024-01-01,2024-01-03 18:00:00,",
            "2024-01-01 12:00:00,2024-01-03 00:00:00,",
            profile: Self.profile()
        )
        #expect(try (0..<4).map { try replay.permit("p\($0)").days } == [0, 2, 2, 1.5])
        #expect(replay.report.permits.turnaround?.negative == 0)
    }

    @Test("leaves out a permit without submission, which the backlog counts all the same")
    func unsubmitted() throws {
        let replay = try measured(",,", "2024-01-01,,", ",2024-01-05,", profile: Self.profile())
        #expect(replay.report.permits.indicator(.backlog, "open")?.value == 2)
        #expect(replay.report.permits.turnaround?.open == 2)
        #expect(replay.report.permits.turnaround?.n == 0)
        #expect(replay.report.permits.turnaround?.medianDays == nil)
        #expect(replay.report.permits.survival?.n == 1)
        #expect(replay.assumption("submission_unknown") == ["2"])
    }

    @Test("ends as the outcome's column says, also without a date")
    func outcomes() throws {
        let profile = Self.profile {
            $0.outcome = .init(
                columns: ["outcome"],
                words: ["Terbit": "issued", "Tolak": "refused", "Cabut": "withdrawn"]
            )
        }
        let replay = try measured(
            "2024-01-01,2024-01-03,Terbit",
            "2024-01-01,,Tolak",
            "2024-01-01,2024-01-09,Cabut",
            "2024-01-01,2024-01-05,lain",
            "2024-01-01,,",
            profile: profile
        )
        #expect(
            try (0..<5).map { try replay.permit("p\($0)").outcome }
                == ["issued", "refused", "withdrawn", "decided", "open"]
        )
        #expect(replay.report.permits.turnaround?.n == 2)
        #expect(replay.report.permits.turnaround?.open == 1)
        // Decided after 2 and 4 days; withdrawn after 8 and open for a month are censored; one has no end.
        #expect(replay.report.permits.survival?.n == 4)
        #expect(replay.report.permits.survival?.censored == 2)
        #expect(try replay.permit("p2").decided == nil)
        #expect(try replay.permit("p1").days == nil)
    }

    @Test("is not known where a dated outcome lies after the cut: the permit is open")
    func outcomeAfterCut() throws {
        let profile = Self.profile {
            $0.outcome = .init(columns: ["outcome"], words: ["Terbit": "issued"])
        }
        let replay = try measured("2024-01-01,2024-02-03,Terbit", profile: profile)
        #expect(try replay.permit("p0").outcome == "open")
        #expect(replay.report.permits.turnaround?.open == 1)
    }

    @Test("is judged against no deadline where the outcome has no date")
    func undatedOutcome() throws {
        var profile = DeadlineColumnTests.profile
        profile.outcome = .init(columns: ["outcome"], words: ["Terbit": "issued"])
        let replay = try Example.measured(
            "p,filed,2024-01-01 09:00:00,2024-01-01,,2024-01-10,Terbit",
            header: "case,activity,time,start,end,deadline,outcome",
            profile: profile
        ) { $0.workflow = nil }
        #expect(try replay.permit("p").outcome == "issued")
        #expect(try replay.permit("p").clocks.first?.classification == "unmeasured")
        #expect(replay.report.permits.indicator(.onTime, "decided_only")?.n ?? 0 == 0)
    }

    // MARK: - By the workflow

    @Test("comes from the workflow, the withdrawn censored at their withdrawal")
    func workflow() throws {
        let rows = [
            Example.permit("a", "submitted 2024-01-01 09:00:00", "complete 2024-01-02 09:00:00"),
            Example.permit("a", "rejected 2024-01-05 09:00:00"),
            Example.permit("b", "submitted 2024-01-01 09:00:00", "withdrawn 2024-01-03 09:00:00"),
            Example.permit("c", "submitted 2024-01-03 21:00:00"),
        ]
        let replay = try Example.measured(rows.joined(separator: "\n"))
        #expect(replay.report.permits.turnaround?.n == 1)
        #expect(replay.report.permits.turnaround?.medianDays == 4)
        #expect(replay.report.permits.turnaround?.open == 1)
        #expect(replay.report.permits.survival?.n == 3)
        #expect(replay.report.permits.survival?.censored == 2)
        #expect(replay.report.permits.survival?.medianDays == 4)
        #expect(replay.report.permits.outcomeCounts == ["refused": 1, "withdrawn": 1, "open": 1])
        #expect(try replay.permit("b").ended == Example.january(3, hour: 9))
        #expect(try replay.permit("b").decided == nil)
        #expect(try replay.permit("b").days == 2)
    }

    @Test("comes from the profile's columns where they are, and not from the workflow")
    func profileWins() throws {
        let rows = [
            "p,submitted,2024-01-03 09:00:00,2024-01-01,2024-01-09",
            "p,complete,2024-01-04 09:00:00,2024-01-01,2024-01-09",
            "p,rejected,2024-01-05 09:00:00,2024-01-01,2024-01-09",
            "q,submitted,2024-01-03 09:00:00,2024-01-01,",
            "q,complete,2024-01-04 09:00:00,2024-01-01,",
            "q,rejected,2024-01-05 09:00:00,2024-01-01,",
        ]
        let replay = try Example.measured(
            rows.joined(separator: "\n"),
            header: "case,activity,time,start,end",
            profile: Self.profile()
        ) { $0.asOf = Day("2024-01-31") }
        #expect(try replay.permit("p").days == 8)
        #expect(try replay.permit("p").outcome == "refused")
        #expect(try replay.permit("q").outcome == "open")
    }

    @Test("is not told where nothing states a start and a decision")
    func unknown() throws {
        let replay = try Example.measured(Example.permit("p", "filed 2024-01-01", "done 2024-01-03")) {
            $0.workflow = nil
        }
        #expect(replay.report.permits.turnaround == nil)
        #expect(replay.report.permits.survival == nil)
        #expect(replay.assumption("span_is_not_turnaround") == [])
        #expect(replay.report.flow.caseDuration?.median == 172_800.0)
    }
}
