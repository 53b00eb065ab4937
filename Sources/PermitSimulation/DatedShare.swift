public import WorkingTime

/// A share that changes over the years: known on some days, with straight lines between them.
public struct DatedShare: Hashable, Sendable {
    /// The share on a day.
    public struct Point: Hashable, Sendable {
        /// The day.
        public var day: Day
        /// The share in thousandths.
        public var perMille: Int

        /// Creates the share of a day.
        public init(_ day: Day, perMille: Int) {
            self.day = day
            self.perMille = perMille
        }
    }

    /// The known days, ascending, at least one.
    public let points: [Point]

    /// Creates a share that changes.
    public init(_ points: [Point]) {
        precondition(!points.isEmpty, "a share must be known on one day")
        precondition(zip(points, points.dropFirst()).allSatisfy { $0.day < $1.day }, "days ascend")
        self.points = points
    }

    /// The share on a day in thousandths; before the first known day that of the first, after the last that of the last.
    public func perMille(on day: Day) -> Int {
        var earlier = points[0]
        guard day > earlier.day else { return earlier.perMille }
        for later in points.dropFirst() {
            if day < later.day {
                let span = earlier.day.days(until: later.day)
                return earlier.perMille
                    + (later.perMille - earlier.perMille) * earlier.day.days(until: day) / span
            }
            earlier = later
        }
        return earlier.perMille
    }
}
