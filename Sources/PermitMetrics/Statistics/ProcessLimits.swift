/// The limits within which a process varies by itself: the chart of individual values and moving ranges (XmR; Wheeler
/// 1993).
struct ProcessLimits: Equatable {
    /// What a point of the chart says.
    typealias Signal = Trend.Signal

    /// The mean of the values.
    let centre: Double
    /// The lower limit; never below ``floor``.
    let low: Double
    /// The upper limit.
    let high: Double
    /// The mean of the ranges between values that follow each other.
    let meanRange: Double

    /// 3 / d2, where d2 = 1.128 for ranges of two values.
    private static let reach = 2.66
    /// D4 for ranges of two values.
    private static let rangeReach = 3.267

    /// The upper limit of the ranges.
    var highRange: Double { Self.rangeReach * meanRange }

    /// Takes the limits from a baseline; nil where it has fewer than two values.
    ///
    /// - Parameters:
    ///   - baseline: Values in their order; the limits stay as they are for values behind them.
    ///   - floor: What no value can be below, such as 0 for durations; nil for none.
    init?(baseline: [Double], floor: Double? = 0) {
        guard baseline.count >= 2 else { return nil }
        centre = baseline.reduce(0, +) / Double(baseline.count)
        let ranges = zip(baseline, baseline.dropFirst()).map { abs($1 - $0) }
        meanRange = ranges.reduce(0, +) / Double(ranges.count)
        let lower = centre - Self.reach * meanRange
        low = floor.map { max($0, lower) } ?? lower
        high = centre + Self.reach * meanRange
    }

    /// What each value says, in their order.
    func signals(_ values: [Double]) -> [Set<Signal>] {
        values.indices.map { index in
            var found: Set<Signal> = []
            let value = values[index]
            if value > high || value < low { found.insert(.outside) }
            if index > 0, abs(value - values[index - 1]) > highRange { found.insert(.jump) }
            if index >= 7 {
                let last = values[(index - 7)...index]
                if last.allSatisfy({ $0 > centre }) || last.allSatisfy({ $0 < centre }) { found.insert(.run) }
            }
            if index >= 3 {
                let last = values[(index - 3)...index]
                let isHigh = last.count { $0 > (centre + high) / 2 } >= 3 && value > (centre + high) / 2
                let isLow = last.count { $0 < (centre + low) / 2 } >= 3 && value < (centre + low) / 2
                if isHigh || isLow { found.insert(.nearLimit) }
            }
            return found
        }
    }
}
