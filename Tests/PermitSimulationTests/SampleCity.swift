import Foundation
import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

/// Cities for the tests of this room, on the definitions that the library carries.
enum SampleCity {
    /// The library's own definitions and its calendar of Indonesia.
    static func library() throws -> (library: Library, office: OfficeTime) {
        let library = try embedded.get()
        let calendar = try #require(library.calendar(named: "id"))
        return (library, OfficeTime(zone: .jakarta, calendar: WorkCalendar(calendar)))
    }

    private static let embedded = Result { try Library.embedded() }

    /// A request for a city across the reform of July 2018.
    static func request(permits: Int = 300, seed: UInt64 = 1) throws -> SimulationRequest {
        let (library, office) = try library()
        return SimulationRequest(
            library: library,
            office: office,
            permits: permits,
            seed: seed,
            from: try #require(Day("2017-01-01")),
            until: try #require(Day("2021-08-09"))
        )
    }

    /// A city across the reform of July 2018.
    static func city(permits: Int, seed: UInt64) throws -> SimulatedCity {
        try Simulation(request(permits: permits, seed: seed)).run()
    }

    /// The seeds of the cities that properties are held to.
    static let seeds: [UInt64] = [1, 2, 3, 17, 2018]

    /// A city of 300 permits, made once for all tests.
    static func city(seed: UInt64) throws -> SimulatedCity { try #require(cities[seed]).get() }

    private static let cities: [UInt64: Result<SimulatedCity, any Error>] = Dictionary(
        uniqueKeysWithValues: seeds.map { seed in (seed, Result { try city(permits: 300, seed: seed) }) }
    )

    /// A request for a city through every regime.
    static func regimeRequest(permits: Int = 400, seed: UInt64 = 1) throws -> SimulationRequest {
        var request = try request(permits: permits, seed: seed)
        request.city = .kotaContohOSS
        request.until = try #require(Day("2026-01-01"))
        return request
    }

    /// The seeds of the cities through every regime that properties are held to.
    static let regimeSeeds: [UInt64] = [1, 2, 17]

    /// A city of 400 permits through every regime, made once for all tests.
    static func regimeCity(seed: UInt64) throws -> SimulatedCity { try #require(regimeCities[seed]).get() }

    private static let regimeCities: [UInt64: Result<SimulatedCity, any Error>] = Dictionary(
        uniqueKeysWithValues: regimeSeeds.map { seed in
            (seed, Result { try Simulation(regimeRequest(seed: seed)).run() })
        }
    )

    /// The text that a writer writes to a file.
    static func text(_ body: (_ path: String) throws -> Void) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("izin-\(UUID()).txt").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    /// The 64-bit FNV-1a hash of a text.
    static func fingerprint(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
