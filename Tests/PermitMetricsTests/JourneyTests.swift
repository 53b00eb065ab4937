import PermitLog
import TestSupport
import Testing
import WorkingTime

@testable import PermitMetrics

@Suite("A journey of linked permits")
struct JourneyTests {
    /// A location permit of two days, an assessment of four, then a licence of three, filed a day after the assessment.
    private static let shop = [
        Town.permit(
            "l",
            "land",
            project: "shop",
            "submitted 2024-01-01 00:00:00",
            "approved 2024-01-03 00:00:00"
        ),
        Town.permit(
            "e",
            "amdal",
            project: "shop",
            "submitted 2024-01-02 00:00:00",
            "approved 2024-01-06 00:00:00"
        ),
        Town.permit(
            "i",
            "licence",
            project: "shop",
            kbli: "47721",
            "submitted 2024-01-07 00:00:00",
            "approved 2024-01-10 00:00:00"
        ),
    ]

    @Test("lasts from its first submission to its last end, and each day is held by one permit or by none")
    func times() throws {
        let replay = try Town.measured(Self.shop)
        let journeys = try #require(replay.report.permits.journeys?.first)
        #expect([journeys.projects, journeys.permits, journeys.single, journeys.unlinked] == [1, 3, 0, 0])
        #expect([journeys.ended, journeys.open, journeys.unmeasured] == [1, 0, 0])
        #expect(journeys.endToEnd.medianDays == 9)
        #expect(journeys.critical.map(\.link) == ["environment", "licence", "location"])
        #expect(journeys.critical.map(\.heldDaysTotal) == [4, 3, 1])
        #expect(journeys.between?.medianDays == 1)
        let longest = try #require(journeys.longest.first)
        #expect(longest.project == "shop")
        #expect(longest.heldBy.map(\.name) == ["l", "e", "i"])
        #expect(try replay.permit("e").link == "environment")
        #expect(try replay.permit("e").project == "shop")
        #expect(replay.permits.allSatisfy { $0.deviations.isEmpty })
    }

    @Test("holds a permit that was filed early from the end of the one it waits for")
    func released() throws {
        var rows = Self.shop
        rows[2] = Town.permit(
            "i",
            "licence",
            project: "shop",
            kbli: "47721",
            "submitted 2024-01-02 00:00:00",
            "approved 2024-01-10 00:00:00"
        )
        let journeys = try #require(try Town.measured(rows).report.permits.journeys?.first)
        #expect(journeys.critical.map(\.heldDaysTotal) == [4, 4, 1])
        #expect(journeys.between?.share == 0)
    }

    @Test("that lacks a permit which had to come first is a finding that names the link")
    func missing() throws {
        let replay = try Town.measured([Self.shop[0], Self.shop[2]])
        #expect(try replay.permit("i").deviations == ["link_missing"])
        #expect(try replay.permit("i").isFitting == true)
        let example = try #require(replay.report.deviations.first)
        #expect(example.subject == "environment")
        #expect(example.activity == "approved")
        #expect(example.firstPosition.hasSuffix(":5"))
    }

    @Test("without a project misses every permit that had to come first")
    func unlinked() throws {
        let row = Town.permit(
            "i",
            "licence",
            kbli: "47721",
            "submitted 2024-01-07 00:00:00",
            "approved 2024-01-10 00:00:00"
        )
        let replay = try Town.measured([row])
        #expect(try replay.permit("i").deviations == ["link_missing", "link_missing"])
        #expect(replay.report.permits.journeys?.first?.unlinked == 1)
        let apart = try Town.measured([row]) { $0.journeys = nil }
        #expect(try apart.permit("i").deviations.isEmpty)
        #expect(apart.report.permits.journeys == nil)
    }

    @Test(
        "whose first permit had not ended as asked is a finding",
        arguments: [
            ("approved 2024-01-10 00:00:00", []), ("approved 2024-01-10 00:00:01", ["link_not_ended"]),
            ("rejected 2024-01-05 00:00:00", ["link_not_ended"]),
            ("57 2024-01-05 00:00:00", ["link_not_ended"]),
        ]
    )
    func notEnded(end: String, found: [String]) throws {
        var rows = Self.shop
        rows[1] = Town.permit("e", "amdal", project: "shop", "submitted 2024-01-02 00:00:00", end)
        #expect(try Town.measured(rows).permit("i").deviations == found)
    }

    @Test("that is open counts with the time waited, and a project with one permit is none")
    func open() throws {
        let rows =
            Self.shop + [
                Town.permit(
                    "x",
                    "land",
                    project: "mall",
                    "submitted 2024-01-01 00:00:00",
                    "approved 2024-01-03 00:00:00"
                ),
                Town.permit("y", "amdal", project: "mall", "submitted 2024-01-05 00:00:00"),
                Town.permit("z", "land", project: "kiosk", "submitted 2024-01-05 00:00:00"),
            ]
        let replay = try Town.measured(rows) { $0.asOf = Day("2024-01-31") }
        let journeys = try #require(replay.report.permits.journeys?.first)
        #expect([journeys.projects, journeys.single, journeys.ended, journeys.open] == [3, 1, 1, 1])
        #expect(journeys.survival.censored == 1)
        #expect(journeys.survival.medianDays == 9)
        #expect(journeys.survival.p75Days == nil)
    }

    /// Rows of random projects, with permits of random length and some without a project or without an end.
    private static func rows(seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        let types = ["land", "amdal", "licence", "other"]
        var rows: [String] = []
        for number in 0..<300 {
            let type = types.randomElement(using: &generator) ?? "land"
            let project = "project-\(Int.random(in: 0..<90, using: &generator))"
            let start = Int.random(in: 0..<60, using: &generator)
            let end = start + Int.random(in: 0..<20, using: &generator)
            func stamp(_ day: Int) -> String { "\(Day(number: 19_723 + Int32(day))) 09:00:00" }
            var steps = ["submitted \(stamp(start))"]
            if Int.random(in: 0..<20, using: &generator) > 0 { steps.append("approved \(stamp(end))") }
            let isLinked = Int.random(in: 0..<15, using: &generator) > 0
            rows += steps.map {
                Town.permit("p\(number)", type, project: isLinked ? project : "", kbli: "47721", $0)
            }
        }
        return rows.shuffled(using: &generator)
    }

    @Test("gives the same findings and figures to any number of workers", arguments: [1, 2, 3] as [UInt64])
    func workers(seed: UInt64) throws {
        let rows = Self.rows(seed: seed)
        // One library: the titles in it print in one order.
        let library = try Town.library()
        func text(workers: Int) throws -> String {
            let log = try Town.log(rows, workers: workers)
            let file = log.account.files.first ?? ""
            let request = try Town.request(library) { $0.workers = workers }
            return "\(try measure(log, request))".replacing(file, with: "log.csv")
        }
        let alone = try text(workers: 1)
        #expect(alone.contains("link_missing") && alone.contains("link_not_ended"))
        for workers in [2, 5] {
            let isSame = try text(workers: workers) == alone
            #expect(isSame, "seed \(seed), \(workers) workers")
        }
    }

    @Test("adds up to its permits and the gaps between them", arguments: [4, 5, 6] as [UInt64])
    func sums(seed: UInt64) throws {
        let journeys = try #require(try Town.measured(Self.rows(seed: seed)).report.permits.journeys?.first)
        #expect(journeys.ended > 10, "seed \(seed)")
        #expect(
            journeys.projects == journeys.single + journeys.ended + journeys.open + journeys.unmeasured,
            "seed \(seed)"
        )
        let shares = journeys.critical.reduce(journeys.between?.share ?? 0) { $0 + $1.heldShare }
        #expect(abs(shares - 1) < 1e-9, "seed \(seed)")
    }
}

@Suite("A critical path")
struct CriticalPathTests {
    /// Permits of random moments out of few, so that ends, submissions and zero lengths meet often.
    private static func permits(_ generator: inout SeededGenerator) -> [CriticalPath.Permit] {
        let span = Int64.random(in: 2..<25, using: &generator)
        return (0..<Int.random(in: 1..<9, using: &generator))
            .map { _ in
                let submitted = Int64.random(in: 0..<span, using: &generator)
                return CriticalPath.Permit(
                    submitted: submitted,
                    ended: Int64.random(in: submitted..<span + 1, using: &generator),
                    link: Int.random(in: -1..<3, using: &generator),
                    after: UInt64.random(in: 0..<8, using: &generator)
                )
            }
    }

    @Test(
        "covers the journey without a gap, and each permit only while it was in hand",
        arguments: 0..<40 as Range<UInt64>
    )
    func covers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<500 {
            let permits = Self.permits(&generator)
            let parts = CriticalPath(permits).parts
            let place = "seed \(seed), round \(round): \(permits)"
            let first = try #require(permits.map(\.submitted).min())
            let last = try #require(permits.map(\.ended).max())
            #expect(parts.reduce(0) { $0 + $1.length } == last - first, "\(place)")
            var until = last
            for part in parts {
                #expect(part.until == until && part.from < part.until, "\(place)")
                until = part.from
                guard let permit = part.permit.map({ permits[$0] }) else { continue }
                #expect(permit.submitted <= part.from && part.until <= permit.ended, "\(place)")
            }
        }
    }

    @Test("goes back over a permit that ran when nothing had ended")
    func running() {
        let permits = [
            CriticalPath.Permit(submitted: 0, ended: 80, link: -1),
            CriticalPath.Permit(submitted: 50, ended: 100, link: -1),
        ]
        #expect(
            CriticalPath(permits).parts == [
                .init(permit: 1, from: 50, until: 100), .init(permit: 0, from: 0, until: 50),
            ]
        )
    }
}
