/// A jump of the hours of work: from one day on a log's clock is set otherwise.
public struct ClockShift: Hashable, Sendable {
    /// The first day of the new clock, right to a few days.
    public var at: Day
    /// By how many hours later the new clock shows the same work, from -11 to 12; WIB written as UTC is -7.
    public var hours: Int
    /// The hours of the day in which at least nine tenths of the work lies before; above 23 is past midnight.
    public var before: ClosedRange<Int>
    /// The same hours on the new clock; above 23 is past midnight.
    public var after: ClosedRange<Int>
    /// How many events have the new clock.
    public var events: Int

    /// Creates a shift.
    public init(at: Day, hours: Int, before: ClosedRange<Int>, after: ClosedRange<Int>, events: Int) {
        self.at = at
        self.hours = hours
        self.before = before
        self.after = after
        self.events = events
    }
}

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
