#if CommandLine
import ArgumentParser
import PermitFiles

/// `izin compile`: writes the canonical JSON of definitions.
struct CompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: "Write the canonical JSON of a folder of definitions, and the table that embeds it.",
        discussion: "Nothing is written when any definition is faulty."
    )

    @Argument(help: ArgumentHelp("The folder of definitions.", valueName: "folder"))
    var folder = "Workflows"

    mutating func run() throws {
        guard DefinitionPaths.isFolder(folder) else {
            throw Failure(.usage, "\(folder) is no folder; name the folder of definitions, such as Workflows")
        }
        let compiled = try Definitions.folder(folder)
        for diagnostic in compiled.diagnostics { try Console.print("\(diagnostic)\n") }
        if compiled.hasErrors { throw Failure(.findings) }
        let changed = try Definitions.written { try compiled.write(to: folder) }
        for path in changed { try Console.print("\(folder)/\(path)\n") }
        try Console.print("\(compiled.definitions.count) definitions, \(changed.count) files changed\n")
    }
}
#endif
