import PermitLog
import PermitMetrics
import TestSupport
import Testing
import WorkingTime

@Suite("The line of permits undecided")
struct CurveTests {
    private static let profile: Profile = {
        var profile = Profile(name: "wide")
        profile.milestones = [.submitted: ["start"], .decided: ["end"]]
        profile.outcome = .init(
            columns: ["outcome"],
            words: ["yes": "issued", "no": "refused", "back": "withdrawn"]
        )
        return profile
    }()

    private func measured(_ permits: [String], by: [String] = []) throws -> Report {
        let rows = permits.enumerated().map { "p\($0),filed,2024-01-01 09:00:00,\($1)" }
        return
            try Example.measured(
                rows.joined(separator: "\n"),
                header: "case,activity,time,start,end,outcome,kind",
                profile: Self.profile
            ) {
                $0.workflow = nil
                $0.asOf = Day("2024-01-31")
                $0.by = by
            }
            .report
    }

    @Test("falls by the share decided of those still watched, and names who is left")
    func curve() throws {
        let report = try measured([
            "2024-01-01,2024-01-03,yes,a", "2024-01-01,2024-01-06,yes,a", "2024-01-29,,,a",
            "2024-01-01,2024-01-11,yes,a",
        ])
        let curve = try #require(report.permits.survivalCurve)
        #expect(curve.points.map(\.days) == [2, 5, 10])
        // The open one was watched for less than three days: it is in the first step alone.
        #expect(curve.points.map(\.atRisk) == [4, 2, 1])
        #expect(curve.points.map(\.share) == [0.75, 0.375, 0])
        #expect(curve.n == 4 && curve.censored == 1)
        #expect(curve.lastDays == 10)
        #expect(curve.points.last?.interval.high == nil)
    }

    @Test("shows the chance of each ending where one rules out the others")
    func outcomes() throws {
        let report = try measured([
            "2024-01-01,2024-01-03,yes,a", "2024-01-01,2024-01-03,no,a", "2024-01-01,2024-01-11,yes,a",
            "2024-01-01,2024-01-21,back,a",
        ])
        let curves = try #require(report.permits.outcomeCurves)
        #expect(curves.outcomes == ["issued", "refused", "withdrawn"])
        #expect(curves.points.map(\.days) == [2, 10, 20])
        #expect(curves.points.map(\.shares) == [[0.25, 0.25, 0], [0.5, 0.25, 0], [0.5, 0.25, 0.25]])
        #expect(curves.points.map(\.open) == [0.5, 0.25, 0])
    }

    @Test("has a second end of the truth where permits ended on a day that nothing states")
    func bound() throws {
        let report = try measured([
            "2024-01-01,2024-01-03,yes,a", "2024-01-01,2024-01-06,yes,a", "2024-01-01,,no,a",
        ])
        let (survival, bound) = (
            try #require(report.permits.survival), try #require(report.permits.survivalBound)
        )
        #expect(survival.n == 2 && survival.p90Days == 5)
        #expect(bound.n == 3 && bound.censored == 1)
        #expect(bound.medianDays == 5 && bound.p75Days == nil)
        #expect(try measured(["2024-01-01,2024-01-03,yes,a"]).permits.survivalBound == nil)
    }

    @Test("keeps its shape in 150 points of thousands")
    func thinned() throws {
        var random = SeededGenerator(seed: 7)
        let rows = (0..<3000)
            .map { _ in
                let hours = Int.random(in: 0..<700, using: &random)
                let end = Instant(microseconds: 1_704_067_200_000_000 + Int64(hours) * 3_600_000_000)
                return "2024-01-01 07:00:00,\(end.formatted(in: .jakarta)),yes,a"
            }
        let curve = try #require(try measured(rows).permits.survivalCurve)
        #expect(curve.points.count <= 151)
        #expect(curve.points.last?.share == 0)
        for (before, after) in zip(curve.points, curve.points.dropFirst()) {
            #expect(before.share - after.share < 0.02 && before.days < after.days)
        }
    }

    @Test("of groups that are decided at one pace differ by chance alone")
    func groups() throws {
        let slow = (1...20).map { "2024-01-01,2024-01-\(10 + $0 / 2),yes,slow" }
        let quick = (1...20).map { "2024-01-01,2024-01-0\(1 + $0 / 4),yes,quick" }
        let differ = try #require(try measured(slow + quick, by: ["kind"]).groupTest)
        #expect(differ.freedom == 1 && differ.probability < 1e-6)
        let same = slow + slow.map { $0.replacing("slow", with: "twin") }
        let alike = try #require(try measured(same, by: ["kind"]).groupTest)
        #expect(alike.statistic < 1e-9 && alike.probability > 0.999)
        #expect(try measured(slow, by: ["kind"]).groupTest == nil)
    }
}
