import Foundation
import PermitDocuments
import PermitFiles
import PermitReport
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
        try addOthers(of: definition, than: path, to: &all)
        let uncovered = all.uncovered(in: definition).map(\.message)
        #expect(uncovered.isEmpty, "\(path): \(uncovered.joined(separator: "\n"))")
    }

    @Test("are drawn on their workflow, each transition with how often it is taken", arguments: paths)
    func drawn(path: String) throws {
        var (all, definition) = try run(path)
        try addOthers(of: definition, than: path, to: &all)
        let workflow = try Library.embedded().workflow(named: definition.name.text)
        var overlay = DrawingOverlay(tallies: [:])
        for (transition, count) in all.taken {
            let action = try #require(workflow.action(named: transition.action))
            let states = workflow.states.map(\.name)
            let from = try #require(states.firstIndex(of: transition.from))
            let to = try #require(states.firstIndex(of: transition.to))
            overlay.tallies[.init(action: action, from: from, to: to)] = .init(count: count)
        }
        let text = WorkflowDrawing(workflow, overlay: overlay).mermaid(language: .english)
        #expect(GoldenFile.fault(of: text, at: "\(Self.folder)/covered/\(workflow.name).mmd") == nil)
    }

    /// Adds what the other files of a workflow take.
    private func addOthers(of definition: Definition, than path: String, to run: inout ScenarioRun) throws {
        for other in Self.paths where other != path {
            guard try read(other).workflow == definition.name else { continue }
            run.merge(try self.run(other).0)
        }
    }

    @Test("stay short enough to be read", arguments: paths)
    func length(path: String) throws {
        let lines = try PackageFiles.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 501)
    }
}
