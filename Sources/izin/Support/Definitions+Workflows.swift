import PermitDocuments
import PermitFiles
import PermitWorkflow

extension Definitions {
    /// A workflow by bundled name or by file, with its settings.
    static func workflow(
        _ name: String,
        settings: [String: String],
        in library: Library
    ) throws(Failure) -> Workflow {
        guard isPath(name) else {
            return try checked { () throws(Diagnostics) in
                try library.workflow(named: name, settings: settings)
            }
        }
        let definition = try definition(file: name)
        let digest = Digest.sha256(Array((definition.json.canonical + "\n").utf8))
        return try checked { () throws(Diagnostics) in
            try Workflow.compile(definition, settings: settings, tables: library.tables, digest: digest)
        }
    }

    /// The definition in a file.
    static func definition(file: String) throws(Failure) -> Definition {
        let read = Definition.read(try document(file))
        return try unless((read.definition, read.diagnostics))
    }

    /// What definitions gave, or all that is wrong with them.
    static func checked<Value>(_ make: () throws(Diagnostics) -> Value) throws(Failure) -> Value {
        do throws(Diagnostics) {
            return try make()
        } catch {
            throw Failure(.usage, error)
        }
    }
}
