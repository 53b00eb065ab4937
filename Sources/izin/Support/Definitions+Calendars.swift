import PermitDocuments
import PermitWorkflow
import WorkingTime

extension Definitions {
    /// A calendar by bundled name or by file; `weekdays` has no holidays.
    static func calendar(_ name: String, in library: Library) throws(Failure) -> WorkCalendar {
        if isPath(name) {
            let document = try document(name)
            return WorkCalendar(
                try unless(CalendarDefinition.read(document, base: { library.calendar(named: $0) }))
            )
        }
        if let definition = library.calendar(named: name) { return WorkCalendar(definition) }
        if name == WorkCalendar.weekdays.name { return .weekdays }
        let known = library.calendars.map(\.name) + [WorkCalendar.weekdays.name]
        let hint = Suggestion.phrase(for: name, among: Array(Set(known)).sorted())
        throw Failure(.usage, "unknown calendar \"\(name)\"; \(hint), or a file that ends in .yaml or .json")
    }

    /// A zone by name or offset.
    static func zone(_ name: String) throws(Failure) -> Zone {
        do throws(ZoneError) {
            return try Zone.named(name)
        } catch {
            throw Failure(.usage, error.message)
        }
    }
}
