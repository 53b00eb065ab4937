import PermitLog
import PermitMetrics
import Testing
import WorkingTime

@Suite("What could flatter a figure")
struct FlatteryTests {
    private static let profile: Profile = {
        var profile = Profile(name: "wide")
        profile.milestones = [.submitted: ["start"], .decided: ["end"]]
        profile.deadline = .init(columns: ["due"], name: "the deadline")
        profile.outcome = .init(columns: ["outcome"], words: ["yes": "issued", "back": "withdrawn"])
        return profile
    }()

    private func checks(_ permits: [String]) throws -> [FlatteryCheck.Kind: FlatteryCheck] {
        let rows = permits.enumerated().map { "p\($0),filed,2024-01-01 09:00:00,\($1)" }
        let report =
            try Example.measured(
                rows.joined(separator: "\n"),
                header: "case,activity,time,start,end,due,outcome",
                profile: Self.profile
            ) {
                $0.workflow = nil
                $0.asOf = Day("2024-02-29")
            }
            .report
        return Dictionary(uniqueKeysWithValues: report.checks.map { ($0.kind, $0) })
    }

    @Test("is to leave out open late permits, and those withdrawn near their deadline")
    func deadlines() throws {
        let checks = try checks([
            "2024-01-01,2024-01-03,2024-01-05,yes", "2024-01-01,2024-01-09,2024-01-05,yes",
            "2024-01-01,,2024-01-05,", "2024-01-01,,2024-03-05,", "2024-01-01,2024-01-04,2024-01-05,back",
            "2024-01-01,2024-01-02,2024-01-25,back",
        ])
        let open = try #require(checks[.openLeftOut])
        #expect([open.permits, open.whole] == [1, 3])
        #expect(open.flattered == 50 && abs((open.plain ?? 0) - 100.0 / 3) < 1e-9)
        let withdrawn = try #require(checks[.withdrawnNearDeadline])
        #expect([withdrawn.permits, withdrawn.whole] == [1, 3])
        #expect(abs((withdrawn.plain ?? 0) - 100.0 / 3) < 1e-9)
    }

    @Test("is to forget who still waits, to pool the instant ones, and to call two days one")
    func times() throws {
        let checks = try checks([
            "2024-01-01 08:00:00,2024-01-01 08:00:00,,yes", "2024-01-01 08:00:00,2024-01-03 07:00:00,,yes",
            "2024-01-01 08:00:00,2024-01-02 07:00:00,,yes", "2024-01-01 08:00:00,,,",
            "2024-01-01 08:00:00,,,",
        ])
        let waited = try #require(checks[.openNotWaited])
        #expect([waited.permits, waited.whole] == [2, 5])
        #expect(waited.flattered == 23.0 / 24 && waited.plain == 47.0 / 24)
        let instant = try #require(checks[.instantPooled])
        #expect([instant.permits, instant.whole] == [1, 5])
        #expect(instant.flattered == 47.0 / 24 && instant.plain == 47.0 / 24)
        let days = try #require(checks[.wholeDays])
        #expect([days.permits, days.whole] == [1, 3])
        #expect(days.flattered == 100 && abs((days.plain ?? 0) - 200.0 / 3) < 1e-9)
    }

    @Test("is a clock that begins again, and papers that come back on the day on which they went out")
    func rounds() throws {
        let report =
            try Example.measured(
                """
                A,submitted,2024-01-01 09:00:00
                A,complete,2024-01-02 09:00:00
                A,confirmation_asked,2024-01-03 09:00:00
                A,confirmation_given,2024-01-03 15:00:00
                A,requirements_verified,2024-01-04 09:00:00
                A,approved,2024-01-05 09:00:00
                B,submitted,2024-01-01 09:00:00
                B,complete,2024-01-02 09:00:00
                B,reconfirmation_asked,2024-01-03 09:00:00
                B,reconfirmation_given,2024-01-08 15:00:00
                B,reconfirmation_asked,2024-01-09 09:00:00
                B,reconfirmation_given,2024-01-15 15:00:00
                B,requirements_verified,2024-01-16 09:00:00
                B,approved,2024-01-17 09:00:00
                """
            )
            .report
        let checks = Dictionary(uniqueKeysWithValues: report.checks.map { ($0.kind, $0) })
        #expect(checks[.sameDayRounds]?.permits == 1)
        #expect(checks[.repeatedRestarts]?.permits == 1)
        let restarted = try #require(checks[.clockRestarted])
        #expect(restarted.permits == 1 && restarted.flattered == 100 && restarted.plain == 50)
        let complete = try #require(checks[.countedFromComplete])
        #expect(complete.permits == 2 && (complete.flattered ?? 0) < (complete.plain ?? 0))
    }
}
