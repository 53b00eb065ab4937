import PermitLog
import PermitMetrics
import Testing

@Suite("A share")
struct ShareTests {
    /// Submitted on the first, decided on the eleventh: four days of the office, three each of agency and applicant.
    private static let returned = Example.permit(
        "returned",
        "submitted 2024-01-01 09:00:00",
        "complete 2024-01-03 09:00:00",
        "41 2024-01-05 09:00:00",
        "42 2024-01-08 09:00:00",
        "45 2024-01-09 09:00:00",
        "50 2024-01-11 09:00:00"
    )

    /// Two days of the office, and two of the agency.
    private static let straight = Example.permit(
        "straight",
        "submitted 2024-01-01 09:00:00",
        "complete 2024-01-03 09:00:00",
        "rejected 2024-01-05 09:00:00"
    )

    /// Returned, and still open or withdrawn.
    private static let undecided = [
        Example.permit("open", "submitted 2024-01-01 09:00:00", "complete 2024-01-02 09:00:00"),
        Example.permit("open", "41 2024-01-03 09:00:00"),
        Example.permit("gone", "submitted 2024-01-01 09:00:00", "withdrawn 2024-01-09 09:00:00"),
    ]

    private func isNear(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) < 1e-9 } ?? false
    }

    @Test("of a holder is of the time from submission to decision, among the decided")
    func holders() throws {
        let rows = [Self.returned, Self.straight] + Self.undecided
        let replay = try Example.measured(rows.joined(separator: "\n"))
        let holders = replay.report.permits.holders
        #expect(holders.map(\.holder) == ["applicant", "office", "technical_agency"])
        #expect(isNear(holders.reduce(0) { $0 + $1.share }, 1))
        let days = Dictionary(uniqueKeysWithValues: holders.map { ($0.holder, $0) })
        #expect(isNear(days["applicant"]?.share, 3.0 / 14))
        #expect(isNear(days["office"]?.share, 6.0 / 14))
        #expect(isNear(days["technical_agency"]?.share, 5.0 / 14))
        #expect(isNear(days["applicant"]?.medianDays, 1.5))
        #expect(isNear(days["office"]?.medianDays, 3))
        #expect(isNear(days["technical_agency"]?.medianDays, 2.5))
        #expect(replay.assumption("holders_decided_only") == ["2"])
    }

    @Test("of a holder begins and ends where the profile's columns say")
    func holdersByColumns() throws {
        var profile = Profile(name: "wide")
        profile.milestones = [.submitted: ["start"], .decided: ["end"]]
        let dates = ",2023-12-30 09:00:00,2024-01-10 09:00:00"
        let rows = Self.returned.split(separator: "\n").map { $0 + dates }
        let replay = try Example.measured(
            rows.joined(separator: "\n"),
            header: "case,activity,time,start,end",
            profile: profile
        )
        // Two days more of the applicant, before the first event; one less of the office, at the end.
        let holders = replay.report.permits.holders
        #expect(holders.map(\.holder) == ["applicant", "office", "technical_agency"])
        #expect(zip(holders, [5.0, 3, 3]).allSatisfy { isNear($0.medianDays, $1) })
        #expect(isNear(try replay.permit("returned").days, 11))
    }

    @Test("of the permits that were right the first time is among the decided")
    func firstTimeRight() throws {
        let rows = [Self.returned, Self.straight] + Self.undecided
        let found = try Example.measured(rows.joined(separator: "\n")).report.permits
            .indicator(.firstTimeRight)
        #expect(found?.n == 2)
        #expect(found?.value == 50)
        #expect(found?.unit == "percent")
    }

    @Test("of the ended among the incoming counts the withdrawn too")
    func clearance() throws {
        let rows = [Self.returned, Self.straight] + Self.undecided
        let found = try Example.measured(rows.joined(separator: "\n")).report.permits
            .indicator(.clearanceRate, "resolved_per_incoming")
        #expect(found?.n == 4)
        #expect(found?.value == 75)
    }

    @Test("of the applications online leaves out those of which nobody knows")
    func online() throws {
        var profile = Profile(name: "channel")
        profile.facts = [
            .init(name: "channel", source: .columns(["Kanal"]), words: ["OSS": "oss", "Loket": "counter"])
        ]
        profile.online = .init(fact: "channel", values: ["oss"])
        let rows = """
            a,submitted,2023-12-31 09:00:00,OSS
            b,submitted,2024-01-02 09:00:00,Loket
            c,submitted,2024-01-03 09:00:00,OSS
            d,submitted,2024-01-04 09:00:00,
            e,submitted,2024-01-05 09:00:00,surat
            """
        let replay = try Example.measured(rows, header: "case,activity,time,Kanal", profile: profile)
        let found = try #require(replay.report.permits.indicator(.onlineShare))
        #expect(found.n == 4)
        #expect(found.value == 50)
        #expect(replay.report.onlineByYear.map(\.year) == [2023, 2024])
        #expect(replay.report.onlineByYear.map(\.online) == [1, 1])
        #expect(replay.report.onlineByYear.map(\.applications) == [1, 3])
    }

    @Test("of nothing is not told: without a decision, or without a column")
    func nothing() throws {
        let replay = try Example.measured(Self.undecided.joined(separator: "\n"))
        let permits = replay.report.permits
        #expect(permits.indicator(.firstTimeRight)?.n == 0)
        #expect(permits.indicator(.firstTimeRight)?.value == nil)
        #expect(permits.indicator(.onlineShare) == nil)
        #expect(permits.holders.isEmpty)
    }
}
