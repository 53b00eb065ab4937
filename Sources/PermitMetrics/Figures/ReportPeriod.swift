public import WorkingTime

/// The days that a report speaks of: from included, until excluded.
public struct ReportPeriod: Hashable, Sendable {
    /// The first day.
    public var from: Day
    /// The day after the last.
    public var until: Day

    /// Creates a period; `from` must lie before `until`.
    public init(from: Day, until: Day) {
        precondition(from < until, "the command line refuses an empty period")
        self.from = from
        self.until = until
    }

    /// Reads `2019-01-01..2020-01-01`; nil when the text has another form or the period is empty.
    public init?(_ text: String) {
        guard let dots = text.firstRange(of: "..") else { return nil }
        guard let from = Day(text[..<dots.lowerBound]), let until = Day(text[dots.upperBound...]),
            from < until
        else { return nil }
        self.init(from: from, until: until)
    }
}
