#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitFiles
import PermitWorkflow

/// `izin check`: judges definitions as a compiler does.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check workflows, profiles, calendars, regimes and vocabularies.",
        discussion: """
            Every fault is printed with its file, line and column; a file without faults gets one line, a workflow's \
            with its limits, their articles and how sure the source is (S read itself, S2 second-hand, M from memory, \
            U uncertain). With --scenarios, scenarios that do not come out as stated and transitions that none of \
            them takes are findings too.
            """
    )

    @Argument(
        help: ArgumentHelp("Files in YAML or JSON, folders of them, or bundled workflows.", valueName: "file")
    )
    var files: [String]

    @Option(help: ArgumentHelp("Run the scenarios of a folder against the workflows.", valueName: "folder"))
    var scenarios: String?

    mutating func run() throws {
        let library = try Definitions.library()
        var seen: Set<Diagnostic> = []
        var hasErrors = false
        var checked = CheckedWorkflows(library)
        for path in files {
            if let definition = bundled(path, library) {
                if scenarios == nil {
                    try Console.print("\(path): bundled with this version, without faults\n")
                }
                checked.definitions.append(definition)
                continue
            }
            for file in try Definitions.files(at: path) {
                if scenarios != nil { checked.add(file) }
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
        if let scenarios {
            let check = try ScenarioCheck(scenarios, library)
            hasErrors = try run(check, against: checked) || hasErrors
        }
        if hasErrors { throw Failure(.findings) }
    }

    /// Prints what the scenarios found; whether there is anything.
    private func run(_ check: ScenarioCheck, against checked: CheckedWorkflows) throws -> Bool {
        var found = check.faults + check.strays(checked: checked.definitions)
        for diagnostic in found { try Console.print("\(diagnostic)\n") }
        for definition in checked.definitions {
            let (line, findings) = check.verdict(on: definition, tables: checked.tables)
            try Console.print(findings.map { "\($0)\n" }.joined() + "\(line)\n")
            found += findings
        }
        return !found.isEmpty
    }

    /// The bundled workflow of a name that is no file.
    private func bundled(_ name: String, _ library: Library) -> Definition? {
        guard !Definitions.isPath(name), !DefinitionPaths.isFolder(name) else { return nil }
        return library.definition(named: name)
    }

    /// What the files of a folder say of each other.
    private func together(_ path: String) throws -> [Diagnostic] {
        guard DefinitionPaths.isFolder(path) else { return [] }
        return try Definitions.folder(path).diagnostics
    }
}
#endif
