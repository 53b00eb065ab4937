import Foundation
import PermitDocuments
import PermitFiles
import PermitWorkflow
import TestSupport
import Testing

@Suite("The scenarios of the shipped workflows", .enabled(if: Program.isComplete))
struct ScenarioFileTests {
    private static let folder = "Fixtures/scenarios"

    /// The paths of the files, from the root; none where the folder is absent.
    private static let paths: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: PackageFiles.path(folder))
        return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }()

    private func read(_ path: String) throws -> ScenarioFile {
        let (file, found) = ScenarioFile.read(
            try DocumentFiles.read(PackageFiles.text(path), file: path)
        )
        guard let file else { throw Diagnostics(found) }
        return file
    }

    private func run(_ path: String) throws -> (ScenarioRun, Definition) {
        let file = try read(path)
        let library = try Library.embedded()
        let definition = try #require(library.definition(named: file.workflow.text), "\(file.workflow)")
        let office = try file.office(calendars: library.calendars)
        let run = file.run(office: office) { settings throws(Diagnostics) in
            try library.workflow(named: file.workflow.text, settings: settings)
        }
        return (run, definition)
    }

    @Test("are there for every workflow that the binary carries")
    func complete() throws {
        let told = Set(try Self.paths.map { try read($0).workflow.text })
        #expect(try Library.embedded().definitions.map(\.name.text).filter { !told.contains($0) } == [])
    }

    @Test("come out as the regulation has them", arguments: paths)
    func asStated(path: String) throws {
        let (run, _) = try run(path)
        #expect(run.count > 0)
        #expect(run.failures.isEmpty, "\(run.failures.map(\.description).joined(separator: "\n"))")
    }

    @Test("take every transition of their workflow", arguments: paths)
    func coverage(path: String) throws {
        var (all, definition) = try run(path)
        for other in Self.paths where other != path {
            guard try read(other).workflow == definition.name else { continue }
            all.merge(try run(other).0)
        }
        let uncovered = all.uncovered(in: definition).map(\.message)
        #expect(uncovered.isEmpty, "\(path): \(uncovered.joined(separator: "\n"))")
    }

    @Test("stay short enough to be read", arguments: paths)
    func length(path: String) throws {
        let lines = try PackageFiles.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 501)
    }
}
