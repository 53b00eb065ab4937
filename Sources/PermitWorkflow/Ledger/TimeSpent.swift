public import WorkingTime

/// A length of time in the measures that stand side by side; lengths of consecutive times add up.
public struct TimeSpent: Hashable, Sendable {
    /// Microseconds on the wall clock.
    public var microseconds: Int64
    /// Local days whose first instant lies in it.
    public var calendarDays: Int
    /// Working days whose first instant lies in it; days outside the calendar's years are not among them.
    public var workingDays: Int
    /// Seconds in the calendar's office hours, each part rounded down.
    public var officeSeconds: Int64

    /// No time.
    public static let none = TimeSpent(microseconds: 0, calendarDays: 0, workingDays: 0, officeSeconds: 0)

    /// Creates a length of time.
    public init(microseconds: Int64, calendarDays: Int, workingDays: Int, officeSeconds: Int64) {
        self.microseconds = microseconds
        self.calendarDays = calendarDays
        self.workingDays = workingDays
        self.officeSeconds = officeSeconds
    }

    /// Measures the time between two moments; none when the end is not after the start.
    public init(from start: Instant, to end: Instant, office: OfficeTime) {
        microseconds = max(0, end.microseconds - start.microseconds)
        calendarDays = office.calendarDays(from: start, to: end)
        workingDays = office.workingDays(from: start, to: end)
        officeSeconds = office.officeSeconds(from: start, to: end)
    }

    /// Both lengths together.
    public static func + (left: TimeSpent, right: TimeSpent) -> TimeSpent {
        TimeSpent(
            microseconds: left.microseconds + right.microseconds,
            calendarDays: left.calendarDays + right.calendarDays,
            workingDays: left.workingDays + right.workingDays,
            officeSeconds: left.officeSeconds + right.officeSeconds
        )
    }
}
