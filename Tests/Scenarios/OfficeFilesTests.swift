import Foundation
import PermitDocuments
import PermitLog
import PermitMetrics
import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

@Suite("The files of OSS and of an office")
struct OfficeFilesTests {
    private static let seeds: [UInt64] = [1, 17, 2025]

    private static let cities: [UInt64: Result<SimulatedCity, any Error>] = Dictionary(
        uniqueKeysWithValues: seeds.map { seed in
            let permits = seed == 2025 ? 1400 : 900
            return (
                seed,
                Result {
                    try Simulation(Town.request(permits: permits, seed: seed, isThroughEveryRegime: true))
                        .run()
                }
            )
        }
    )

    /// Replays one file of a city's office, widened by others.
    private func replay(
        _ file: OfficeFile,
        joined others: [OfficeFile] = [],
        _ city: SimulatedCity
    ) throws -> Replay {
        let export = OfficeExport(city)
        var paths: [String] = []
        defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
        for file in [file] + others {
            var text = ""
            export.write(file) { text += $0 }
            let path = Town.temporaryPath(suffix: file == .messages ? "jsonl" : "csv")
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            paths.append(path)
        }
        var reading = ReadRequest(sources: [paths[0]])
        reading.joins = Array(paths.dropFirst())
        reading.profiles = try EmbeddedFiles.paths.filter { $0.hasPrefix("Profiles/") }
            .map { try Town.profile(String($0.dropFirst(9).dropLast(5))) }
        var request = try ReplayRequest(library: Library.embedded(), office: city.office, workers: 2)
        request.asOf = city.lastDay
        request.keepsPermits = true
        return try measure(LogReader.read(reading), request)
    }

    @Test("List Izin alone cannot say what was on time", arguments: seeds)
    func listAlone(seed: UInt64) throws {
        let city = try #require(Self.cities[seed]).get()
        let replay = try replay(.listIzin, city)
        #expect(replay.permits.count == OfficeExport(city).numbers.count, "seed \(seed)")
        #expect(replay.report.input.rejected == 0, "seed \(seed)")
        for permit in replay.permits {
            #expect(
                permit.clocks.filter { $0.name.contains("verification") }
                    .allSatisfy { $0.classification == "unmeasured" },
                "seed \(seed), \(permit.name)"
            )
        }
        let onTime = replay.report.permits.indicators.filter { $0.id == .onTime }
        #expect(onTime.allSatisfy { $0.n == 0 && $0.value == nil }, "seed \(seed)")
        #expect(replay.report.permits.turnaround?.n ?? 0 > 0, "seed \(seed)")
    }

    @Test(
        "joined, and the office's sheet alone, give every limit of every permit as the simulation had it",
        arguments: seeds,
        [false, true]
    )
    func joined(seed: UInt64, isJoined: Bool) throws {
        let city = try #require(Self.cities[seed]).get()
        let replay =
            isJoined
            ? try replay(.listIzin, joined: [.localSheet, .projects], city) : try replay(.localSheet, city)
        let permits = try permits(of: replay, city, seed: seed, isJoined: isJoined)
        var measured = 0
        for (permit, record) in permits {
            measured += try expectSameLimits(permit, record, "seed \(seed), \(permit.name)")
        }
        #expect(measured > 20, "seed \(seed)")
    }

    @Test("joined, give the share on time of the simulation's account", arguments: seeds)
    func share(seed: UInt64) throws {
        let city = try #require(Self.cities[seed]).get()
        let replay = try replay(.listIzin, joined: [.localSheet, .projects], city)
        let permits = try permits(of: replay, city, seed: seed, isJoined: true)
        // The account's own figure: of the permits whose deadline has passed, those decided before it.
        let worst = permits.compactMap { permit, _ in permit.headline }
        let due = worst.filter { clock in
            clock.class != .withdrawn && clock.due.map { $0 <= city.cut } ?? false
        }
        let figure = try #require(
            replay.report.permits.indicators.first { $0.id == .onTime && $0.statistic == "due_date_cohort" }
        )
        let strays = replay.permits.count - permits.count
        #expect(abs(figure.n - due.count) <= strays, "seed \(seed)")
        guard strays == 0 else { return }
        let share = 100 * Double(due.count { $0.class == .onTime }) / Double(due.count)
        #expect(abs(try #require(figure.value) - share) < 1e-9, "seed \(seed)")
    }

    /// The permits with their records, without those that were begun before a change of the law and filed after it:
    /// OSS's number tells the filing alone, so that they are judged by the later law.
    private func permits(
        of replay: Replay,
        _ city: SimulatedCity,
        seed: UInt64,
        isJoined: Bool
    ) throws -> [(SimulatedPermit, PermitRecord)] {
        let numbers = OfficeExport(city).numbers
        let records = Dictionary(uniqueKeysWithValues: replay.permits.map { ($0.name, $0) })
        let pairs = city.permits.compactMap { permit in
            numbers[permit.name].flatMap { records[$0] }.map { (permit, $0) }
        }
        #expect(pairs.count == replay.permits.count, "seed \(seed)")
        #expect(!isJoined || pairs.count == numbers.count, "seed \(seed)")
        let cutOver = try #require(Day("2025-10-05"))
        let same = pairs.filter { permit, record in
            let isStray =
                permit.regime == "oss-rba-2021"
                && city.office.zone.day(of: record.submitted ?? city.cut) >= cutOver
            #expect(isStray || record.workflow == permit.workflow.name, "seed \(seed), \(permit.name)")
            return !isStray
        }
        #expect(same.count * 100 >= pairs.count * 98, "seed \(seed)")
        return same
    }

    private func expectSameLimits(
        _ permit: SimulatedPermit,
        _ record: PermitRecord,
        _ place: Comment
    ) throws -> Int {
        var measured = 0
        for index in permit.workflow.clocks.indices where permit.clocks[index].isApplicable {
            let clock = permit.workflow.clocks[index]
            guard clock.binds != .applicant else { continue }
            let name = "\(permit.workflow.name).\(clock.name)"
            let found = try #require(record.clocks.first { $0.name == name }, place)
            let own = permit.clocks[index]
            #expect(found.classification == own.class.rawValue, place)
            #expect(found.due == own.due, place)
            #expect(found.consumedDays == (own.runs > 0 ? own.consumedDays : nil), place)
            #expect(found.runs == own.runs && found.pauses == own.holds, place)
            #expect(found.isPaused == own.isPaused, place)
            if own.class != .unmeasured { measured += 1 }
        }
        return measured
    }
}

extension SimulatedPermit {
    /// The one limit of an authority by which the permit is judged.
    fileprivate var headline: ClockResult? {
        let own = clocks.indices.filter { clocks[$0].isApplicable && workflow.clocks[$0].binds != .applicant }
            .map { clocks[$0] }
        let worstFirst: [ClockClass] = [.deemedRecorded, .late, .openLate, .openInTime, .onTime, .withdrawn]
        return worstFirst.lazy.compactMap { wanted in own.first { $0.class == wanted } }.first
    }
}
