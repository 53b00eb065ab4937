/// Percentiles of whole microseconds, linear between closest ranks (type 7 of Hyndman and Fan 1996).
enum Percentiles {
    /// The value at a probability, in seconds.
    ///
    /// - Parameters:
    ///   - probability: From 0 to 1.
    ///   - sorted: Microseconds in ascending order, at least one.
    /// - Returns: Seconds.
    static func seconds(_ probability: Double, ofSorted sorted: [Int64]) -> Double {
        precondition(!sorted.isEmpty, "the caller leaves empty sets out")
        let position = Double(sorted.count - 1) * probability
        let lower = Int(position)
        let below = Double(sorted[lower])
        guard lower + 1 < sorted.count else { return below / 1e6 }
        let above = Double(sorted[lower + 1])
        return (below + (above - below) * (position - Double(lower))) / 1e6
    }

    /// The median in seconds of at least one duration; reorders them.
    static func medianSeconds(_ durations: inout [Int64]) -> Double {
        let upper = durations.count / 2
        let high = select(upper, in: &durations)
        if durations.count % 2 == 1 { return Double(high) / 1e6 }
        var low = durations[0]
        for index in 1..<upper where durations[index] > low { low = durations[index] }
        return (Double(low) + Double(high)) / 2e6
    }

    /// Puts the element of this rank at its place, smaller ones before it, and returns it (Hoare's quickselect with
    /// the median of three; Musser's depth limit falls back to sorting).
    static func select(_ rank: Int, in values: inout [Int64]) -> Int64 {
        var low = 0
        var high = values.count - 1
        var budget = 64
        while high > low {
            budget -= 1
            if budget == 0 {
                values[low...high].sort()
                break
            }
            let pivot = medianOfThree(values[low], values[(low + high) / 2], values[high])
            let (left, right) = partition(&values, low, high, pivot)
            if rank <= right {
                high = right
            } else if rank >= left {
                low = left
            } else {
                break
            }
        }
        return values[rank]
    }

    private static func medianOfThree(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64 {
        max(min(a, b), min(max(a, b), c))
    }

    private static func partition(
        _ values: inout [Int64],
        _ low: Int,
        _ high: Int,
        _ pivot: Int64
    ) -> (left: Int, right: Int) {
        var left = low
        var right = high
        while left <= right {
            while values[left] < pivot { left += 1 }
            while values[right] > pivot { right -= 1 }
            if left <= right {
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
        }
        return (left, right)
    }
}

extension DurationSummary {
    /// Summarises durations in microseconds; nil when there is none.
    init?(microseconds: [Int64]) {
        guard !microseconds.isEmpty else { return nil }
        let sorted = microseconds.sorted()
        let sum = sorted.reduce(into: Int128(0)) { $0 += Int128($1) }
        self.init(
            count: sorted.count,
            min: Double(sorted[0]) / 1e6,
            p25: Percentiles.seconds(0.25, ofSorted: sorted),
            median: Percentiles.seconds(0.5, ofSorted: sorted),
            mean: ExactMean.seconds(sum: sum, count: sorted.count),
            p75: Percentiles.seconds(0.75, ofSorted: sorted),
            p90: Percentiles.seconds(0.9, ofSorted: sorted),
            p95: Percentiles.seconds(0.95, ofSorted: sorted),
            max: Double(sorted[sorted.count - 1]) / 1e6
        )
    }
}

/// Means of exact sums.
enum ExactMean {
    /// The mean in seconds of `count` durations with this sum in microseconds: the whole part is divided exactly, so
    /// that the order of adding never shows.
    static func seconds(sum: Int128, count: Int) -> Double {
        let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: Int128(count))
        return (Double(quotient) + Double(remainder) / Double(count)) / 1e6
    }
}
