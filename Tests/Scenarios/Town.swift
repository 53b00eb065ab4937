import Foundation
import PermitDocuments
import PermitLog
import PermitMetrics
import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

/// Simulated cities, written to files and read again.
enum Town {
    /// The profile with which a city's exports are read.
    static func profile(_ name: String) throws -> Profile {
        let path = "Profiles/\(name).json"
        let text = try #require(EmbeddedFiles.text(path), "the profile is embedded")
        let (profile, diagnostics) = Profile.read(try JSONParser.parse(text, file: path))
        return try #require(profile, "\(diagnostics)")
    }

    /// The library's own definitions, read once for all tests.
    private static let library = Result { try Library.embedded() }

    /// A request for a city: from 2017 to the start of OSS-RBA, or to the end of 2025.
    static func request(
        permits: Int,
        seed: UInt64,
        isThroughEveryRegime: Bool = false
    ) throws -> SimulationRequest {
        let library = try library.get()
        let calendar = WorkCalendar(try #require(library.calendar(named: "id")))
        return SimulationRequest(
            library: library,
            office: OfficeTime(zone: .jakarta, calendar: calendar),
            city: isThroughEveryRegime ? .kotaContohOSS : .kotaContoh,
            permits: permits,
            seed: seed,
            from: try #require(Day("2017-01-01")),
            until: try #require(Day(isThroughEveryRegime ? "2026-01-01" : "2021-08-09"))
        )
    }

    /// The path of a new temporary file.
    static func temporaryPath(suffix: String) -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("izin-\(UUID()).\(suffix)").path
    }

    /// Writes a city's log and replays it as of the day before the cut.
    static func replay(
        _ city: SimulatedCity,
        suffix: String,
        workflow: Workflow?,
        words: ExportWords = .kotaContoh,
        profile: String = "kota-contoh",
        by keys: [String] = [],
        workers: Int
    ) throws -> Replay {
        let path = temporaryPath(suffix: suffix)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let export = CityExport(city, words: words)
        if suffix.hasPrefix("xes") { try export.writeXES(to: path) } else { try export.writeCSV(to: path) }
        return try replay(
            path: path,
            office: city.office,
            asOf: city.lastDay,
            workflow: workflow,
            profile: profile,
            by: keys,
            workers: workers
        )
    }

    /// Replays a log with a city's profile.
    static func replay(
        path: String,
        office: OfficeTime,
        asOf: Day?,
        workflow: Workflow? = nil,
        profile: String = "kota-contoh",
        by keys: [String] = [],
        workers: Int = 2
    ) throws -> Replay {
        var reading = ReadRequest(sources: [path])
        reading.profiles = [try Self.profile(profile)]
        reading.keepsResource = true
        reading.workers = workers
        var request = try ReplayRequest(library: library.get(), office: office, workers: workers)
        request.workflow = workflow
        request.asOf = asOf
        request.keepsPermits = true
        request.by = keys
        return try measure(LogReader.read(reading), request)
    }
}

extension SimulatedCity {
    /// The last day of which something is told.
    var lastDay: Day { office.zone.day(of: cut).advanced(by: -1) }
}
