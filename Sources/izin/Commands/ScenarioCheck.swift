import PermitDocuments
import PermitFiles
import PermitWorkflow

/// What `check --scenarios` says: the scenarios of a folder, run against the workflows that are checked.
struct ScenarioCheck {
    private let folder: String
    private let library: Library
    private var files: [ScenarioFile] = []
    /// What is wrong with the files themselves.
    private(set) var faults: [Diagnostic] = []

    /// Reads the files of a folder.
    init(_ folder: String, _ library: Library) throws(Failure) {
        self.folder = folder
        self.library = library
        for path in try Definitions.files(at: folder) { read(path) }
    }

    private mutating func read(_ path: String) {
        do {
            let (file, found) = ScenarioFile.read(try DocumentFiles.read(path: path))
            faults += found
            if let file { files.append(file) }
        } catch let fault as Diagnostic {
            faults.append(fault)
        } catch {
            faults.append(Diagnostic(.error, "\(error)"))
        }
    }

    /// Files for a workflow that is neither checked nor bundled.
    func strays(checked: [Definition]) -> [Diagnostic] {
        let known = Set((checked + library.definitions).map(\.name.text)).sorted()
        return files.map(\.workflow).filter { !known.contains($0.text) }
            .map { name in
                let hint = Suggestion.phrase(for: name.text, among: known)
                return Diagnostic(.error, "unknown workflow \"\(name)\"; \(hint)", at: name.position)
            }
    }

    /// The line of a workflow, and what its scenarios found.
    func verdict(
        on definition: Definition,
        tables: [LimitTable]
    ) -> (line: String, findings: [Diagnostic]) {
        let mine = files.filter { $0.workflow == definition.name }
        guard !mine.isEmpty else {
            let message = "no file of \(folder) has scenarios of \(definition.name)"
            let line = ScenarioRun().summary(of: definition)
            return (line, [Diagnostic(.warning, message, at: definition.name.position)])
        }
        var all = ScenarioRun()
        var findings: [Diagnostic] = []
        for file in mine {
            do throws(Diagnostic) {
                let office = try file.office(calendars: library.calendars)
                let run = file.run(office: office) { settings throws(Diagnostics) in
                    try Workflow.compile(definition, settings: settings, tables: tables)
                }
                all.merge(run)
            } catch {
                findings.append(error)
            }
        }
        return (all.summary(of: definition), findings + all.failures + all.uncovered(in: definition))
    }
}

/// The workflows whose scenarios run, and the limit tables that they read.
struct CheckedWorkflows {
    /// The workflows in the order of checking.
    var definitions: [Definition] = []
    /// The tables that are bundled, or those of the files checked in their place.
    private(set) var tables: [LimitTable]

    /// Begins with the tables that are bundled.
    init(_ library: Library) { tables = library.tables }

    /// Takes the workflow or table of a file; a file of another kind, or one that cannot be used, adds nothing.
    mutating func add(_ file: String) {
        guard let node = try? DocumentFiles.read(path: file) else { return }
        if node["workflow"] != nil, let definition = Definition.read(node).definition {
            let isUsable = !Definition.check(definition).contains { $0.severity == .error }
            if isUsable { definitions.append(definition) }
        } else if node["limits"] != nil, let table = LimitTable.read(node).table {
            tables.removeAll { $0.name == table.name }
            tables.append(table)
        }
    }
}
