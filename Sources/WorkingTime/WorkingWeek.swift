/// Which days of a week are worked.
public enum WorkingWeek: String, Hashable, Sendable, CaseIterable {
    /// Monday to Friday.
    case five
    /// Monday to Saturday.
    case six

    /// Whether a weekday is worked, from 1 for Monday to 7 for Sunday.
    public func works(weekday: Int) -> Bool { weekday <= (self == .five ? 5 : 6) }
}

/// A working week and the day from which an office keeps it.
public struct WeekPeriod: Hashable, Sendable {
    /// The first day.
    public var from: Day
    /// The week kept from that day until the next period.
    public var week: WorkingWeek

    /// Creates a period.
    public init(from: Day, week: WorkingWeek) {
        self.from = from
        self.week = week
    }
}
