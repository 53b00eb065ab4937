import Glibc
import PermitDocuments
import PermitFiles
import PermitWorkflow
import Testing

#if YAML
@Suite("Compiling a folder of definitions")
struct CompileTests {
    /// A folder of its own for a test, with some files.
    private func folder(_ name: String, _ files: [(String, String)]) throws -> String {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let folder = "\(base)/izin-compile-\(getpid())-\(name)"
        _ = mkdir(folder, 0o755)
        for (path, text) in files {
            let file = try #require(fopen("\(folder)/\(path)", "w"))
            fputs(text, file)
            fclose(file)
        }
        return folder
    }

    private static let workflow = """
        workflow: tiny
        legal: PP 1/2000
        roles: {applicant: applicant, clerk: office}
        states:
          draft: {initial: true, holder: applicant}
          desk: {holder: office}
          done: {outcome: issued}
        actions:
          submit: {from: draft, to: desk, by: applicant, term: submitted}
          issue: {from: desk, to: done, by: clerk, term: approved}
        """

    private static let vocabulary = "vocabulary: izin\nterms: {submitted: {}, approved: {codes: [\"50\"]}}\n"

    @Test("writes canonical JSON, the table that embeds it, and is then in step")
    func writes() throws {
        let folder = try folder(
            "writes",
            [("tiny.yaml", Self.workflow), ("vocabulary.yaml", Self.vocabulary)]
        )
        let compiled = try CompiledFolder(of: folder)
        #expect(compiled.diagnostics.isEmpty)
        #expect(compiled.definitions.map(\.path) == ["Compiled/tiny.json", "Compiled/vocabulary.json"])
        #expect(try compiled.differences(from: folder).count == (Digest.isAvailable ? 4 : 3))
        let changed = try compiled.write(to: folder)
        #expect(changed.contains("bundle.c") && changed.contains("Compiled/tiny.json"))
        #expect(try CompiledFolder(of: folder).differences(from: folder) == [])
        #expect(try CompiledFolder(of: folder).write(to: folder) == [])
        let node = try DocumentFiles.read(path: "\(folder)/Compiled/tiny.json")
        let source = try DocumentFiles.read(path: "\(folder)/tiny.yaml")
        #expect(Definition.read(node).definition == Definition.read(source).definition)
        #expect(compiled.bundle.text.contains("#embed \"Compiled/tiny.json\""))
        #expect(compiled.bundle.text.contains("{\"tiny.json\", file_0, sizeof file_0},"))
    }

    @Test("removes a compiled file whose source is gone")
    func orphan() throws {
        let folder = try folder("orphan", [("vocabulary.yaml", Self.vocabulary)])
        _ = try CompiledFolder(of: folder).write(to: folder)
        let stray = try #require(fopen("\(folder)/Compiled/stray.json", "w"))
        fclose(stray)
        #expect(try CompiledFolder(of: folder).differences(from: folder) == ["Compiled/stray.json"])
        #expect(try CompiledFolder(of: folder).write(to: folder) == ["Compiled/stray.json"])
    }

    @Test("names every fault of every file at its place")
    func faults() throws {
        let regimes = """
            regimes: id
            families: {one: {}}
            rules:
              - {family: two, workflow: tiny}
              - {family: one, workflow: tinny}
            """
        let folder = try folder(
            "faults",
            [
                (
                    "tiny.yaml",
                    Self.workflow.replacing("to: desk", with: "to: desc")
                        .replacing("approved", with: "aproved")
                ),
                ("vocabulary.yaml", Self.vocabulary), ("regimes.yaml", regimes), ("broken.yaml", "a: [1\n"),
                ("other.yaml", "thing: x\n"),
            ]
        )
        let compiled = try CompiledFolder(of: folder)
        #expect(compiled.hasErrors)
        let found = compiled.diagnostics.map { $0.description.dropFirst(folder.utf8.count + 1) }.sorted()
        #expect(
            found == [
                "broken.yaml:2:1: error: not YAML: did not find expected ',' or ']'",
                "other.yaml:1:1: error: a definition begins with one of workflow, regimes, profile, vocabulary, calendar, limits, laws or journeys",
                "regimes.yaml:4:14: error: unknown family \"two\"; accepted: one",
                "tiny.yaml:10:3: error: action issue: unknown term \"aproved\"; did you mean \"approved\"?",
                "tiny.yaml:9:29: error: unknown state \"desc\"; did you mean \"desk\"?",
            ]
        )
    }
}
#endif
