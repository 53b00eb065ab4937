/// The hours of a working day, by working week and weekday.
///
/// A setting and no law: it serves the figure "agency effort in office hours", which names it.
public struct OfficeHours: Hashable, Sendable {
    /// A stretch of a day in minutes after midnight, end excluded.
    public struct Span: Hashable, Sendable {
        /// The minute at which it opens, from 0 to 1439.
        public var opens: Int
        /// The minute at which it closes, above `opens`, at most 1440.
        public var closes: Int

        /// Creates a stretch; nil unless `0 <= opens < closes <= 1440`.
        public init?(opens: Int, closes: Int) {
            guard opens >= 0, opens < closes, closes <= 1440 else { return nil }
            self.opens = opens
            self.closes = closes
        }

        /// The length in minutes.
        public var minutes: Int { closes - opens }
    }

    /// The stretches of Monday to Sunday in a week of five days; always seven lists, each ascending.
    public private(set) var five: [[Span]]
    /// The stretches of Monday to Sunday in a week of six days; always seven lists, each ascending.
    public private(set) var six: [[Span]]

    /// Creates hours without any opening.
    public init() {
        five = Array(repeating: [], count: 7)
        six = five
    }

    /// Sets the stretches of a weekday, from 1 for Monday to 7 for Sunday.
    ///
    /// - Precondition: The weekday is from 1 to 7, and the stretches are ascending and apart.
    public mutating func set(_ spans: [Span], weekday: Int, in week: WorkingWeek) {
        precondition((1...7).contains(weekday), "a weekday is from 1 to 7")
        precondition(OfficeHours.areAscending(spans), "stretches of a day are ascending and apart")
        switch week {
        case .five: five[weekday - 1] = spans
        case .six: six[weekday - 1] = spans
        }
    }

    /// The stretches of a weekday, from 1 for Monday to 7 for Sunday.
    public func spans(weekday: Int, in week: WorkingWeek) -> [Span] {
        (week == .five ? five : six)[weekday - 1]
    }

    /// The minutes of a weekday.
    public func minutes(weekday: Int, in week: WorkingWeek) -> Int {
        spans(weekday: weekday, in: week).reduce(0) { $0 + $1.minutes }
    }

    static func areAscending(_ spans: [Span]) -> Bool {
        zip(spans, spans.dropFirst()).allSatisfy { $0.closes <= $1.opens }
    }

    /// 37 hours 30 minutes a week from 07:30, with the breaks that `id` has.
    public static let standard: OfficeHours = {
        var hours = OfficeHours()
        let longDay = [Span(opens: 450, closes: 720), Span(opens: 780, closes: 960)].compactMap(\.self)
        let friday = [Span(opens: 450, closes: 690), Span(opens: 780, closes: 990)].compactMap(\.self)
        let shortDay = [Span(opens: 450, closes: 825)].compactMap(\.self)
        for weekday in 1...5 { hours.set(weekday == 5 ? friday : longDay, weekday: weekday, in: .five) }
        for weekday in 1...6 { hours.set(shortDay, weekday: weekday, in: .six) }
        return hours
    }()
}
