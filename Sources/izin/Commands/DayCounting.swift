#if CommandLine
import WorkingTime

/// What `calendar deadline` and `calendar count` share.
enum DayCounting {
    /// The zone and calendar that the options name; by default the calendar `id` in its zone.
    static func office(_ days: CalendarOptions) throws(Failure) -> OfficeTime {
        let calendar = try days.calendar(named: days.calendar ?? "id", in: try Definitions.library())
        if let zone = try days.chosenZone() { return OfficeTime(zone: zone, calendar: calendar) }
        return OfficeTime(zone: try Definitions.zone(calendar.definition.zone), calendar: calendar)
    }

    /// A date or moment in ISO 8601.
    static func stamp(_ text: String, _ what: String, in zone: Zone) throws(Failure) -> Stamp {
        do throws(StampError) {
            return try Stamp.parse(text, in: zone)
        } catch {
            throw Failure(.usage, "\(what): \(error)")
        }
    }

    /// A pause `from/to`, or `from/` for one that lasts.
    static func pause(_ text: String, in zone: Zone) throws(Failure) -> (from: Instant, to: Instant?) {
        guard let slash = text.firstIndex(of: "/") else {
            throw Failure(.usage, "--pause is from/to, or from/ for one that lasts, not \"\(text)\"")
        }
        let end = text[text.index(after: slash)...]
        let from = try stamp(String(text[..<slash]), "--pause", in: zone).instant
        return (from, end.isEmpty ? nil : try stamp(String(end), "--pause", in: zone).instant)
    }

    /// What a calendar says, or why it cannot.
    static func explained<Value>(_ make: () throws(CalendarError) -> Value) throws(Failure) -> Value {
        do throws(CalendarError) {
            return try make()
        } catch {
            throw Failure(.usage, error.message)
        }
    }
}
#endif
