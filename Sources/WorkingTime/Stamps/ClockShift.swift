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
