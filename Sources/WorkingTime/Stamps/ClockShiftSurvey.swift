/// Finds out whether the clock of a log was changed in mid-file, as from WIB to UTC.
///
/// An office works at the same hours week by week. Where these hours jump from one week to the next, and stay so, the
/// clock was changed and not the work. Date-only stamps tell nothing and must not be noted.
public struct ClockShiftSurvey: Sendable {
    /// Events by day and hour.
    var days: [Int32: DayHours] = [:]
    private let zone: Zone

    /// The events of a day by the hour of the wall clock.
    struct DayHours: Sendable {
        var counts = [Int32](repeating: 0, count: 24)
    }

    /// Starts without events.
    ///
    /// - Parameter zone: The zone in which the log is read; its changes of the clock are no shift.
    public init(zone: Zone) { self.zone = zone }

    /// Notes an event.
    public mutating func note(_ moment: Instant) {
        let local = zone.localMicroseconds(at: moment)
        let day = LocalTime.dayNumber(of: local)
        let hour = (local - LocalTime.midnight(of: Day(number: day))) / 3_600_000_000
        note(Day(number: day), hour: Int(hour))
    }

    /// Notes events by the day and hour (0-23) that the wall clock shows.
    public mutating func note(_ day: Day, hour: Int, events: Int = 1) {
        guard (0..<24).contains(hour), events > 0 else { return }
        days[day.number, default: DayHours()].counts[hour] += Int32(clamping: events)
    }

    /// Adds what another survey noted.
    public mutating func merge(_ other: ClockShiftSurvey) {
        for (day, hours) in other.days {
            for (hour, count) in hours.counts.enumerated() where count > 0 {
                days[day, default: DayHours()].counts[hour] += count
            }
        }
    }
}
