#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitFiles
import PermitLog
import PermitWorkflow
import WorkingTime

/// `izin check`: judges definitions as a compiler does.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check workflows, profiles, calendars, regimes and vocabularies.",
        discussion: "Every fault is printed with its file, line and column; a file without faults gets one line."
    )

    @Argument(help: ArgumentHelp("Files in YAML or JSON, or folders of them.", valueName: "file"))
    var files: [String]

    mutating func run() throws {
        var hasErrors = false
        let library = try Definitions.library()
        for path in try files.flatMap({ try DefinitionFiles.paths($0) }) {
            let verdict = try DefinitionVerdict(path, library)
            hasErrors = hasErrors || verdict.hasErrors
            try Console.print(verdict.text)
        }
        if hasErrors { throw Failure(.findings) }
    }
}
#endif
