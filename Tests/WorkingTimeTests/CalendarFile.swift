import PermitDocuments
import WorkingTime

/// The shipped calendar, as the library carries it.
enum CalendarFile {
    /// The calendar of Indonesia, or a message that says what is wrong with the file.
    static let indonesia: Result<CalendarDefinition, Fault> = Result { () throws(Fault) in try read() }

    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    private static func read() throws(Fault) -> CalendarDefinition {
        let path = "Calendars/id.json"
        guard let text = EmbeddedFiles.text(path) else { throw Fault(description: "no calendar file") }
        let node: DocumentNode
        do {
            node = try JSONParser.parse(text, file: path)
        } catch {
            throw Fault(description: error.description)
        }
        let (definition, diagnostics) = CalendarDefinition.read(node) { _ in nil }
        guard let definition, diagnostics.isEmpty else {
            throw Fault(description: diagnostics.map(\.description).joined(separator: "\n"))
        }
        return definition
    }
}
