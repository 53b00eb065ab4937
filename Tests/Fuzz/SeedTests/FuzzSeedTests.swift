import Foundation
import FuzzProperties
import TestSupport
import Testing

@Suite("A seed of the fuzzer")
struct FuzzSeedTests {
    /// The seeds of a target: its folder's files, sorted by name.
    private static func seeds(_ target: FuzzTarget) throws -> [URL] {
        try FileManager.default
            .contentsOfDirectory(
                at: URL(filePath: PackageFiles.path(target.seedFolder)),
                includingPropertiesForKeys: nil
            )
            .sorted { $0.path < $1.path }
    }

    @Test("is read as the rules say, by any number of workers", arguments: FuzzTarget.allCases)
    func seeds(_ target: FuzzTarget) throws {
        let seeds = try Self.seeds(target)
        #expect(seeds.count >= 5, "a target starts from a few seeds")
        for seed in seeds {
            let fault = target.fault(of: Array(try Data(contentsOf: seed)), isThorough: true)
            #expect(fault == nil, "\(target.seedFolder)/\(seed.lastPathComponent)")
        }
    }
}
