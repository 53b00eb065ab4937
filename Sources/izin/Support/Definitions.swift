import PermitDocuments
import PermitFiles
import PermitLog
import PermitWorkflow
import WorkingTime

/// Workflows, profiles and calendars by bundled name or by file.
enum Definitions {
    /// The definitions that the binary carries.
    static func library() throws(Failure) -> Library {
        do throws(Diagnostics) {
            return try Library.embedded()
        } catch {
            throw Failure(.internal, error)
        }
    }

    /// A document out of a file, YAML or JSON.
    static func document(_ path: String) throws(Failure) -> DocumentNode {
        do {
            return try DocumentFiles.read(path: path)
        } catch let error as Diagnostic {
            throw Failure(.usage, error.description)
        } catch {
            throw Failure(.usage, "\(error)")
        }
    }

    /// Whether an argument names a file rather than a bundled definition.
    static func isPath(_ name: String) -> Bool {
        name.contains("/") || [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
    }

    /// What was read, or the failure that lists every fault; warnings are printed.
    static func unless<Value>(_ read: (Value?, [Diagnostic])) throws(Failure) -> Value {
        guard let value = read.0 else { throw Failure(.usage, Diagnostics(read.1)) }
        for diagnostic in read.1 { Console.signal("\(diagnostic)\n") }
        return value
    }
}
