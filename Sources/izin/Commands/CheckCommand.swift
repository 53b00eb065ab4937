#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitFiles

/// `izin check`: judges definitions as a compiler does.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check workflows, profiles, calendars, regimes and vocabularies.",
        discussion: """
            Every fault is printed with its file, line and column; a file without faults gets one line, a workflow's \
            with its limits, their articles and how sure the source is (S read itself, S2 second-hand, M from memory, \
            U uncertain).
            """
    )

    @Argument(help: ArgumentHelp("Files in YAML or JSON, or folders of them.", valueName: "file"))
    var files: [String]

    mutating func run() throws {
        let library = try Definitions.library()
        var seen: Set<Diagnostic> = []
        var hasErrors = false
        for path in files {
            for file in try Definitions.files(at: path) {
                let verdict = DefinitionVerdict(file, library)
                try Console.print(verdict.text)
                seen.formUnion(verdict.diagnostics)
                hasErrors = hasErrors || verdict.hasErrors
            }
            for diagnostic in try together(path) where seen.insert(diagnostic).inserted {
                try Console.print("\(diagnostic)\n")
                hasErrors = hasErrors || diagnostic.severity == .error
            }
        }
        if hasErrors { throw Failure(.findings) }
    }

    /// What the files of a folder say of each other.
    private func together(_ path: String) throws -> [Diagnostic] {
        guard DefinitionPaths.isFolder(path) else { return [] }
        return try Definitions.folder(path).diagnostics
    }
}
#endif
