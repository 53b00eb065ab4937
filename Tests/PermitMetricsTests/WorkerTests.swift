import PermitLog
import PermitMetrics
import TestSupport
import Testing
import WorkingTime

@Suite("A random log")
struct WorkerTests {
    private static let header = "case,activity,time,risk,Kanal,tenggat,Wilayah"

    private static let profile: Profile = {
        var profile = Profile(name: "random")
        profile.facts = [
            .init(name: "risk", source: .columns(["risk"])),
            .init(name: "channel", source: .columns(["Kanal"]), words: ["OSS": "oss"]),
        ]
        profile.online = .init(fact: "channel", values: ["oss"])
        profile.deadline = .init(columns: ["tenggat"], name: "deadline")
        return profile
    }()

    /// Rows of permits that mostly follow the workflow; some stamps are dates, some cells are bad, some rows come twice.
    private static func rows(cases: Int, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        let usual = ["submitted", "complete", "41", "42", "43", "44", "assessed", "45", "50", "rejected"]
        let odd = ["tea", "57", "withdrawn", "verified", "shortened", "rechecked", "inspected"]
        var rows: [String] = []
        for number in 0..<cases {
            var hour = Int.random(in: 0..<(200 * 24), using: &generator)
            let deadline = ["2024-04-01", "2024-08-01 12:00:00", "soon", ""].randomElement(using: &generator)
            let region = ["utara", "selatan", ""].randomElement(using: &generator)
            let channel = ["OSS", "Loket", ""].randomElement(using: &generator)
            let facts = [channel, deadline, region].map { $0 ?? "" }.joined(separator: ",")
            for step in usual where step.first != "4" || Bool.random(using: &generator) {
                let isOdd = Int.random(in: 0..<12, using: &generator) == 0
                let activity = isOdd ? odd.randomElement(using: &generator) ?? step : step
                let risk = ["low", "low", "high", ""].randomElement(using: &generator) ?? ""
                let row = "p\(number),\(activity),\(stamp(hour, &generator)),\(risk),\(facts)"
                rows.append(row)
                if Int.random(in: 0..<40, using: &generator) == 0 { rows.append(row) }
                if Int.random(in: 0..<9, using: &generator) == 0 { break }
                hour += Int.random(in: 0..<150, using: &generator)
            }
        }
        return rows.shuffled(using: &generator).joined(separator: "\n")
    }

    private static func stamp(_ hour: Int, _ generator: inout SeededGenerator) -> String {
        let day = Day(number: 19_723 + Int32(hour / 24))
        let clock = hour % 24 < 10 ? "0\(hour % 24)" : "\(hour % 24)"
        return Int.random(in: 0..<10, using: &generator) == 0 ? "\(day)" : "\(day) \(clock):30:00"
    }

    private func measured(_ rows: String, workers: Int) throws -> Replay {
        try Example.measured(rows, header: Self.header, profile: Self.profile) {
            $0.workers = workers
            $0.by = ["Wilayah", "channel"]
            $0.asOf = Day("2024-07-01")
        }
    }

    /// Everything that was measured, without the name of the temporary file.
    private func text(_ replay: Replay) -> String {
        let file = replay.report.input.files.first ?? ""
        return "\(replay)".replacing(file, with: "log.csv")
    }

    @Test("gives the same report to any number of workers", arguments: [1, 2, 3] as [UInt64])
    func workers(seed: UInt64) throws {
        let rows = Self.rows(cases: 500, seed: seed)
        let alone = try measured(rows, workers: 1)
        #expect(alone.permits.count > 300)
        #expect(alone.report.deviations.count == 20)
        #expect(alone.report.input.cellsRejected.isEmpty == false)
        #expect(alone.report.input.duplicates > 0)
        let expected = text(alone)
        for workers in [2, 3, 7] {
            let isSame = try text(measured(rows, workers: workers)) == expected
            #expect(isSame, "seed \(seed), \(workers) workers")
        }
    }

    @Test("has groups that sum to the whole", arguments: [4, 5] as [UInt64])
    func groups(seed: UInt64) throws {
        let report = try measured(Self.rows(cases: 500, seed: seed), workers: 2).report
        let groups = report.groups.map(\.figures)
        #expect(groups.count == 9, "seed \(seed)")
        func compare(_ name: String, _ count: (PermitFigures) -> Int) {
            let sum = groups.reduce(0) { $0 + count($1) }
            #expect(sum == count(report.permits), "\(name), seed \(seed)")
            #expect(sum > 0, "\(name) is never met, seed \(seed)")
        }
        compare("cases") { $0.cases }
        compare("decided") { $0.turnaround?.n ?? 0 }
        compare("open") { $0.turnaround?.open ?? 0 }
        compare("survival") { $0.survival?.n ?? 0 }
        compare("fitting") { $0.conformance?.fitting ?? 0 }
        compare("deviations") { $0.conformance?.deviations.reduce(0) { $0 + $1.count } ?? 0 }
        compare("due") { $0.indicator(.onTime, "due_date_cohort")?.n ?? 0 }
        for index in report.permits.clocks.indices {
            compare("late") { $0.clocks[index].late }
            compare("in time") { $0.clocks[index].onTime }
            compare("unmeasured") { $0.clocks[index].unmeasured }
            compare("runs") { $0.clocks[index].runs }
        }
        for outcome in report.permits.outcomeCounts.keys {
            compare(outcome) { $0.outcomeCounts[outcome] ?? 0 }
        }
    }

    @Test(
        "puts every permit into one class of each clock, and all time with holders",
        arguments: [6, 7] as [UInt64]
    )
    func classes(seed: UInt64) throws {
        let report = try measured(Self.rows(cases: 500, seed: seed), workers: 1).report
        for clock in report.permits.clocks {
            let classes = [
                clock.onTime, clock.late, clock.openInTime, clock.openLate, clock.deemedRecorded,
                clock.withdrawn, clock.unmeasured,
            ]
            #expect(classes.reduce(0, +) == report.permits.cases, "\(clock.name), seed \(seed)")
            #expect(clock.paused <= clock.openInTime + clock.openLate, "seed \(seed)")
        }
        let shares = report.permits.holders.reduce(0) { $0 + $1.share }
        #expect(abs(shares - 1) < 1e-9, "seed \(seed)")
        let input = report.input
        #expect(input.rows == input.used + input.rejected + input.ignored, "seed \(seed)")
        #expect(input.ignored > 0, "seed \(seed)")
        #expect(report.permits.outcomeCounts.values.reduce(0, +) == report.permits.cases, "seed \(seed)")
    }
}
