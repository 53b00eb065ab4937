/// What a figure may be, at some confidence; nil where the data set no bound.
public struct Interval: Hashable, Sendable {
    /// The lower end; nil when there is none.
    public var low: Double?
    /// The upper end; nil when there is none.
    public var high: Double?

    /// Creates an interval.
    public init(low: Double?, high: Double?) {
        self.low = low
        self.high = high
    }

    /// Both ends changed alike, by a function that grows.
    func map(_ change: (Double) -> Double) -> Interval {
        Interval(low: low.map(change), high: high.map(change))
    }
}

/// How sure intervals are.
struct Confidence: Hashable, Sendable {
    /// The share of samples whose interval holds the true value, from 0 to 1.
    let level: Double
    /// Standard deviations from the middle of a normal distribution to either end.
    let deviations: Double

    /// A level between 0 and 1.
    init(_ level: Double) {
        self.level = level
        deviations = Distribution.normalQuantile((1 + level) / 2)
    }

    /// 95 in 100.
    static let usual = Confidence(0.95)
}

extension Interval {
    /// The interval of a share by its score (Wilson 1927); nil when there are no trials.
    ///
    /// - Parameters:
    ///   - part: How many of the trials.
    ///   - whole: The number of trials.
    ///   - confidence: How sure.
    /// - Returns: Shares from 0 to 1.
    static func wilson(_ part: Int, of whole: Int, _ confidence: Confidence = .usual) -> Interval? {
        guard whole > 0 else { return nil }
        let (n, share, z) = (Double(whole), Double(part) / Double(whole), confidence.deviations)
        let middle = share + z * z / (2 * n)
        let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        // Rounding may leave the range by the last digit where none or all are counted.
        return Interval(
            low: part == 0 ? 0 : max(0, (middle - reach) / scale),
            high: part == whole ? 1 : min(1, (middle + reach) / scale)
        )
    }

    /// The interval of the difference of two independent shares (Newcombe 1998, method 10); nil without trials.
    ///
    /// - Parameters:
    ///   - first: The share from which is subtracted: a part and its whole.
    ///   - second: The share that is subtracted.
    ///   - confidence: How sure.
    /// - Returns: Differences from -1 to 1.
    static func newcombe(
        _ first: (part: Int, whole: Int),
        minus second: (part: Int, whole: Int),
        _ confidence: Confidence = .usual
    ) -> Interval? {
        guard let a = wilson(first.part, of: first.whole, confidence),
            let b = wilson(second.part, of: second.whole, confidence),
            let (aLow, aHigh) = a.ends, let (bLow, bHigh) = b.ends
        else { return nil }
        let p = Double(first.part) / Double(first.whole)
        let q = Double(second.part) / Double(second.whole)
        func reach(_ one: Double, _ other: Double) -> Double { (one * one + other * other).squareRoot() }
        return Interval(low: p - q - reach(p - aLow, bHigh - q), high: p - q + reach(aHigh - p, q - bLow))
    }

    /// The interval of a mean from its standard error; nil of fewer than 30 values, whose mean need not be near normal.
    ///
    /// - Parameters:
    ///   - values: The sample.
    ///   - floor: What no mean can be below; nil for none.
    ///   - confidence: How sure.
    /// - Returns: In the unit of the values.
    static func mean(_ values: [Double], floor: Double?, _ confidence: Confidence = .usual) -> Interval? {
        guard values.count >= 30 else { return nil }
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let reach = confidence.deviations * (squares / (n - 1) / n).squareRoot()
        return Interval(low: floor.map { max($0, mean - reach) } ?? mean - reach, high: mean + reach)
    }

    private var ends: (Double, Double)? {
        guard let low, let high else { return nil }
        return (low, high)
    }

    /// The interval of a quantile by order statistics, without any assumption on the distribution (David and Nagaraja
    /// 2003, 7.1).
    ///
    /// An end is nil where no value of the sample can be it.
    ///
    /// - Parameters:
    ///   - probability: Which quantile, between 0 and 1.
    ///   - sorted: The sample in ascending order.
    ///   - confidence: How sure, at least.
    /// - Returns: Two values of the sample.
    static func quantile(
        _ probability: Double,
        ofSorted sorted: [Int64],
        _ confidence: Confidence = .usual
    ) -> Interval {
        guard !sorted.isEmpty else { return Interval(low: nil, high: nil) }
        func rank(_ share: Double) -> Int {
            Distribution.binomialQuantile(share, trials: sorted.count, share: probability)
        }
        let low = rank((1 - confidence.level) / 2)
        let high = rank((1 + confidence.level) / 2) + 1
        return Interval(
            low: low >= 1 ? Double(sorted[low - 1]) : nil,
            high: high <= sorted.count ? Double(sorted[high - 1]) : nil
        )
    }
}
