/// A question that a calendar cannot answer.
public struct CalendarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why there is no answer.
    public enum Code: String, Hashable, Sendable {
        /// A year is needed that the calendar does not cover.
        case outsideYears = "outside_years"
        /// The limit contradicts itself.
        case badLimit = "bad_limit"
        /// A pause ends before it begins.
        case badPause = "bad_pause"
        /// The clock is paused without end and has no deadline.
        case stillPaused = "still_paused"
        /// The end of a count lies before its beginning.
        case backwards
    }

    /// Why there is no answer.
    public let code: Code
    /// What happened and what would be accepted.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    static func outside(year: Int, _ calendar: WorkCalendar) -> CalendarError {
        let years = "\(calendar.years.lowerBound) to \(calendar.years.upperBound)"
        return CalendarError(
            .outsideYears,
            "calendar \(calendar.name) does not cover \(year); it covers \(years)"
        )
    }

    /// The message.
    public var description: String { message }
}
