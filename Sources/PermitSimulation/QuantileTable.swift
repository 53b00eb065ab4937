/// A distribution given by some of its quantiles, with straight lines between them.
///
/// A table rather than a formula, because the last digit of a logarithm differs between machines, and because an
/// official can read it: "half take 300 minutes, nine in ten at most 1,200".
public struct QuantileTable: Hashable, Sendable {
    /// A quantile.
    public struct Point: Hashable, Sendable {
        /// The share of draws that are not above the value, in thousandths.
        public var perMille: Int
        /// The value.
        public var value: Int

        /// Creates a quantile.
        public init(_ perMille: Int, _ value: Int) {
            self.perMille = perMille
            self.value = value
        }
    }

    /// The quantiles, ascending, the first at 0 and the last at 1000 thousandths.
    public let points: [Point]

    /// Creates a distribution.
    ///
    /// - Parameter points: At least two quantiles, with shares that rise from 0 to 1000 and values that do not fall.
    public init(_ points: [Point]) {
        precondition(
            points.first?.perMille == 0 && points.last?.perMille == 1000,
            "a table runs from 0 to 1000"
        )
        precondition(
            zip(points, points.dropFirst()).allSatisfy { $0.perMille < $1.perMille && $0.value <= $1.value },
            "quantiles ascend"
        )
        self.points = points
    }

    /// Creates a distribution from its smallest value, quartiles, ninth decile and largest value.
    public init(least: Int, p25: Int, median: Int, p75: Int, p90: Int, most: Int) {
        self.init([
            Point(0, least), Point(250, p25), Point(500, median), Point(750, p75), Point(900, p90),
            Point(1000, most),
        ])
    }

    /// Draws a value.
    public func draw(_ random: inout SplitMix64) -> Int { value(atMillionth: random.below(1_000_000)) }

    /// The value below which a share of the draws lies.
    ///
    /// - Parameter share: From 0 to 1,000,000 millionths.
    /// - Returns: The value on the line between the two nearest quantiles, cut to a whole number.
    public func value(atMillionth share: Int) -> Int {
        var lower = points[0]
        for upper in points.dropFirst() {
            if share < upper.perMille * 1000 {
                let width = (upper.perMille - lower.perMille) * 1000
                return lower.value + (upper.value - lower.value) * (share - lower.perMille * 1000) / width
            }
            lower = upper
        }
        return lower.value
    }
}
