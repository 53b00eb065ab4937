import PermitLog
import PermitMetrics
import Testing
import WorkingTime

@Suite("A doubt about the figures")
struct DoubtTests {
    private static let header = "case,activity,time,start,complete,end,status"

    private static let profile: Profile = {
        var profile = Profile(name: "wide")
        profile.milestones = [.submitted: ["start"], .complete: ["complete"], .decided: ["end"]]
        profile.outcome = .init(columns: ["status"], words: ["TERBIT": "issued", "TOLAK": "refused"])
        return profile
    }()

    /// Measures permits of one event, each with start, complete, end and status.
    private func doubts(_ permits: [String]) throws -> [DirtFinding] {
        let rows = permits.enumerated().map { "p\($0),filed,2024-01-01 09:00:00,\($1)" }
        return
            try Example.measured(
                rows.joined(separator: "\n"),
                header: Self.header,
                profile: Self.profile
            ) {
                $0.workflow = nil
                $0.asOf = Day("2024-01-31")
            }
            .report.warnings
    }

    private static let sound = [
        "2024-01-01,2024-01-02,2024-01-05,TERBIT", "2024-01-01,2024-01-02,2024-01-06,TOLAK",
        "2024-01-01,2024-01-02,,PROSES",
    ]

    @Test("is not raised by a log in order")
    func none() throws {
        #expect(try doubts(Self.sound).isEmpty)
    }

    @Test(
        "is raised by each fault, counted, with its place",
        arguments: [
            ("2024-01-09,2024-01-09,2024-01-05,TERBIT", DirtFinding.Kind.negativeDurations, 3),
            ("2024-01-01,2024-01-02,,TOLAK", .undatedEnds, 3),
            ("2024-01-01,2024-01-02,2024-01-05,PROSES", .statusAgainstDates, 4),
            ("2024-01-01,,2024-01-05,TERBIT", .skippedMilestones, 3),
            (",2024-01-02,2024-01-05,TERBIT", .skippedMilestones, 3),
        ]
    )
    func faults(cells: String, kind: DirtFinding.Kind, total: Int) throws {
        let found = try doubts(Self.sound + [cells])
        #expect(found.map(\.kind) == [kind], "\(found)")
        #expect(found.first?.count == 1 && found.first?.total == total, "\(found)")
        #expect(found.first?.places.first?.line == 5)
    }

    @Test("gives the bounds of the share in time where decisions have no date")
    func bounds() throws {
        var profile = Self.profile
        profile.deadline = .init(columns: ["complete"], name: "limit")
        let rows = [
            "2024-01-01,2024-01-05,2024-01-04,TERBIT", "2024-01-01,2024-01-05,2024-01-09,TERBIT",
            "2024-01-01,2024-01-05,,TOLAK", "2024-01-01,2024-01-05,,TOLAK",
        ]
        let report =
            try Example.measured(
                rows.enumerated().map { "p\($0),filed,2024-01-01 09:00:00,\($1)" }.joined(separator: "\n"),
                header: Self.header,
                profile: profile
            ) {
                $0.workflow = nil
                $0.asOf = Day("2024-01-31")
            }
            .report
        let found = try #require(report.warnings.first { $0.kind == .undatedEnds })
        #expect(found.count == 2 && found.detail == "in time among the decided: 25.0 to 75.0 %")
    }

    @Test("is raised by a column without a date: every permit looks open")
    func empty() throws {
        let found = try doubts(["2024-01-01,2024-01-02,,", "2024-01-01,2024-01-02,,"])
        #expect(found.map(\.kind) == [.emptyColumn])
        #expect(found.first?.column == "end" && found.first?.count == 2)
    }

    @Test("is raised where all were issued, and no sooner than by twenty permits", arguments: [19, 20])
    func survivors(count: Int) throws {
        let permits = Array(repeating: Self.sound[0], count: count)
        #expect(try doubts(permits).map(\.kind) == (count < 20 ? [] : [.issuedOnly]))
        #expect(try doubts(permits + [Self.sound[1]]).isEmpty)
        #expect(try doubts(permits + [Self.sound[2]]).isEmpty)
    }

    @Test("is raised where more than a fifth began and ended at once", arguments: [5, 6])
    func instant(count: Int) throws {
        let slow = Array(repeating: Self.sound[1], count: 25 - count)
        let quick = Array(repeating: "2024-01-01,2024-01-01,2024-01-01,TERBIT", count: count)
        let found = try doubts(slow + quick)
        #expect(found.map(\.kind) == (count == 5 ? [] : [.instantPermits]))
        #expect(found.first.map { [$0.count, $0.total ?? 0] } == (count == 5 ? nil : [6, 25]))
    }

    @Test("stands in the order of the catalogue, reading's own first")
    func order() throws {
        let found = try doubts(
            Self.sound + ["2024-01-01,2024-01-02,,TOLAK", "2024-01-09,2024-01-09,2024-01-05,TERBIT"]
        )
        #expect(found.map(\.kind) == [.negativeDurations, .undatedEnds])
    }
}
