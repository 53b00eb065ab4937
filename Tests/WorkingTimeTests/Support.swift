import Testing
import WorkingTime

/// The shipped calendar of Indonesia, compiled, in the zone of Jakarta.
func jakarta() throws -> OfficeTime {
    OfficeTime(zone: .jakarta, calendar: WorkCalendar(try CalendarFile.indonesia.get()))
}

/// The moment of a text, in the zone of Jakarta unless it says otherwise.
func at(_ text: String, in zone: Zone = .jakarta) throws -> Instant {
    try Stamp.parse(text, in: zone).instant
}

/// The date of a text.
func day(_ text: String) throws -> Day { try #require(Day(text)) }
