public import WorkingTime

/// The moments at which an office is open.
///
/// Officers act only inside office hours of working days; applicants and the licensing system act at any time.
public struct OfficeDay: Sendable {
    private static let dayMicroseconds: Int64 = 86_400_000_000
    private static let minuteMicroseconds: Int64 = 60_000_000

    /// The zone and calendar.
    public let office: OfficeTime

    /// Creates the office hours of a calendar.
    public init(_ office: OfficeTime) { self.office = office }

    /// Whether an office is open at a moment; the closing moment itself is not open.
    public func isOpen(at moment: Instant) -> Bool {
        spans(of: office.zone.day(of: moment)).contains { $0.opens <= moment && moment < $0.closes }
    }

    /// The moment at which an office has worked for a number of seconds since another moment.
    ///
    /// - Parameters:
    ///   - seconds: Seconds of office hours, not below zero.
    ///   - start: Where counting begins; it need not be inside office hours.
    /// - Returns: A moment inside office hours, not before `start`; nil where the calendar ends before.
    public func moment(seconds: Int, after start: Instant) -> Instant? {
        var left = Int64(seconds) * 1_000_000
        var day = office.zone.day(of: start)
        while office.calendar.covers(day) {
            for span in spans(of: day) where span.closes > start {
                let opens = max(span.opens, start)
                let length = span.closes.microseconds - opens.microseconds
                if left < length { return Instant(microseconds: opens.microseconds + left) }
                left -= length
            }
            day = day.advanced(by: 1)
        }
        return nil
    }

    /// A moment of a working day at the counter, on a whole second, more often in the morning.
    ///
    /// - Returns: Nil on a day on which the office is closed.
    public func counterMoment(on day: Day, random: inout SplitMix64) -> Instant? {
        let spans = spans(of: day)
        let total = spans.reduce(0) { $0 + ($1.closes.microseconds - $1.opens.microseconds) / 1_000_000 }
        guard total > 0 else { return nil }
        // The earlier of two draws: people come early.
        var seconds = Int64(min(random.below(Int(total)), random.below(Int(total))))
        for span in spans {
            let length = (span.closes.microseconds - span.opens.microseconds) / 1_000_000
            if seconds < length {
                return Instant(microseconds: span.opens.microseconds + seconds * 1_000_000)
            }
            seconds -= length
        }
        return nil
    }

    /// The first moment from another on at which something can be submitted: at night nobody does it online, and the
    /// counter is open in office hours only.
    func atDesk(_ moment: Instant, isOnline: Bool) -> Instant {
        if isOnline { return hour(of: moment) < 6 ? moment.adding(seconds: 6 * 3600) : moment }
        return self.moment(seconds: 0, after: moment) ?? moment
    }

    /// The hour that a wall clock shows at a moment, from 0 to 23.
    func hour(of moment: Instant) -> Int {
        let inDay = moment.microseconds - office.zone.start(of: office.zone.day(of: moment)).microseconds
        return Int(inDay / (60 * OfficeDay.minuteMicroseconds))
    }

    /// The moment of a day at which a wall clock shows a number of seconds after midnight.
    func moment(of day: Day, second: Int) -> Instant {
        office.zone.instant(
            localMicroseconds: Int64(day.number) * OfficeDay.dayMicroseconds + Int64(second) * 1_000_000
        )
    }

    private struct Opening {
        var opens: Instant
        var closes: Instant
    }

    /// The office hours of a day, empty on a day off; a calendar without hours has those of five days a week.
    private func spans(of day: Day) -> [Opening] {
        let calendar = office.calendar
        guard calendar.covers(day), calendar.isWorkingDay(day) else { return [] }
        let week = calendar.definition.week(on: day)
        let own = calendar.definition.officeHours.spans(weekday: day.weekday, in: week)
        let spans = own.isEmpty ? OfficeHours.standard.spans(weekday: day.weekday, in: week) : own
        return spans.map { span in
            Opening(opens: wall(day, minute: span.opens), closes: wall(day, minute: span.closes))
        }
    }

    private func wall(_ day: Day, minute: Int) -> Instant {
        let midnight = Int64(day.number) * OfficeDay.dayMicroseconds
        return office.zone.instant(localMicroseconds: midnight + Int64(minute) * OfficeDay.minuteMicroseconds)
    }
}
