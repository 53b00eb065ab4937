import PermitLog
import WorkingTime

/// A moment that may be a date without a time.
struct Moment: Sendable {
    /// Microseconds since 1970 UTC; of a date, the first instant of its day.
    var time: Int64
    var isDateOnly: Bool

    init(time: Int64, isDateOnly: Bool) {
        self.time = time
        self.isDateOnly = isDateOnly
    }

    init(_ event: LogEvent) { self.init(time: event.time, isDateOnly: event.isDateOnly) }

    /// The microseconds to a later moment; the difference of the dates where one of the two has no time of day.
    func duration(until end: Moment, in zone: Zone) -> Int64 {
        guard isDateOnly || end.isDateOnly else { return end.time - time }
        let first = zone.day(of: Instant(microseconds: time))
        let last = zone.day(of: Instant(microseconds: end.time))
        return Int64(first.days(until: last)) * 86_400_000_000
    }
}
