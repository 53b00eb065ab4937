internal import Glibc

/// The product-limit estimate of the share still undecided after a time (Kaplan and Meier 1958).
struct KaplanMeier {
    /// One permit: how long it was watched, and whether it was decided then or only seen so far.
    struct Observation {
        /// Microseconds from submission to decision, withdrawal or the data cut; not negative.
        var duration: Int64
        /// True when decided; false when censored.
        var isEvent: Bool
    }

    /// A time at which the estimate falls.
    struct Step {
        /// Microseconds.
        var duration: Int64
        /// How many were still watched and undecided right before.
        var atRisk: Int
        /// How many were decided then.
        var events: Int
        /// The share undecided right after.
        var survival: Double
        /// The variance of the estimate over its square (Greenwood 1926).
        ///
        /// The sum over all steps so far of `events / (atRisk * (atRisk - events))`; infinite once nobody is left.
        var relativeVariance: Double

        /// The variance of the share.
        var variance: Double { survival == 0 ? 0 : survival * survival * relativeVariance }

        /// The interval of the share on the scale `log(-log S)`, which keeps it inside 0 and 1 (Kalbfleisch and Prentice
        /// 1980).
        ///
        /// Nothing bounds it from above once nobody is left.
        func interval(_ confidence: Confidence) -> Interval {
            guard survival > 0 else { return Interval(low: 0, high: nil) }
            let logarithm = log(survival)
            let reach = confidence.deviations * relativeVariance.squareRoot() / logarithm
            return Interval(low: pow(survival, exp(-reach)), high: pow(survival, exp(reach)))
        }
    }

    /// The times at which the estimate falls.
    private(set) var steps: [Step] = []
    private let sorted: [Int64]

    /// Estimates from observations in any order.
    ///
    /// Who is censored at the time of an event is still at risk in it.
    init(_ observations: [Observation]) {
        let sorted = observations.sorted { $0.duration < $1.duration }
        self.sorted = sorted.map(\.duration)
        var survival = 1.0
        var sum = 0.0
        var index = 0
        while index < sorted.count {
            let atRisk = sorted.count - index
            let time = sorted[index].duration
            var events = 0
            while index < sorted.count, sorted[index].duration == time {
                if sorted[index].isEvent { events += 1 }
                index += 1
            }
            guard events > 0 else { continue }
            survival *= Double(atRisk - events) / Double(atRisk)
            sum += Double(events) / (Double(atRisk) * Double(atRisk - events))
            steps.append(
                Step(
                    duration: time,
                    atRisk: atRisk,
                    events: events,
                    survival: survival,
                    relativeVariance: sum
                )
            )
        }
    }

    /// The number of observations.
    var count: Int { sorted.count }

    /// The longest time that anybody was watched, in microseconds; 0 of nobody.
    var last: Int64 { sorted.last ?? 0 }

    /// How many are watched and undecided right before a time, in microseconds.
    func atRisk(_ time: Int64) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < time { low = middle + 1 } else { high = middle }
        }
        return sorted.count - low
    }

    /// The last step up to a time in microseconds; nil before the first.
    func step(at time: Int64) -> Step? {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].duration <= time { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? steps[low - 1] : nil
    }

    /// The share undecided after a time in microseconds.
    func survival(at time: Int64) -> Double { step(at: time)?.survival ?? 1 }

    /// A product of fractions may miss 1/2 by rounding; a share is reached when it differs by less.
    private static let tolerance = 1e-12

    /// The smallest time in microseconds at which at most `share` are undecided; nil when it is not reached.
    func quantile(undecided share: Double) -> Int64? {
        steps.first { $0.survival <= share + Self.tolerance }?.duration
    }

    /// The interval of a quantile in microseconds: the times at which the share's own interval holds `share`
    /// (Brookmeyer and Crowley 1982, on the scale `log(-log S)`).
    ///
    /// - Parameters:
    ///   - share: The share undecided, between 0 and 1.
    ///   - confidence: How sure.
    /// - Returns: Nil ends are not reached.
    func quantileInterval(undecided share: Double, _ confidence: Confidence = .usual) -> Interval {
        var low: Double?
        var high: Double?
        for step in steps {
            let interval = step.interval(confidence)
            if low == nil, let end = interval.low, end <= share + Self.tolerance {
                low = Double(step.duration)
            }
            if let end = interval.high, end <= share + Self.tolerance {
                high = Double(step.duration)
                break
            }
        }
        return Interval(low: low, high: high)
    }
}
