/// The product-limit estimate of the share still undecided after a time (Kaplan and Meier 1958).
struct KaplanMeier {
    /// One permit: how long it was watched, and whether it was decided then or only seen so far.
    struct Observation {
        /// Microseconds from submission to decision, withdrawal or the data cut; not negative.
        var duration: Int64
        /// True when decided; false when censored.
        var isEvent: Bool
    }

    /// The times at which the estimate falls, with its value right after.
    private(set) var steps: [(duration: Int64, survival: Double)] = []

    /// Estimates from observations in any order.
    ///
    /// Who is censored at the time of an event is still at risk in it.
    init(_ observations: [Observation]) {
        let sorted = observations.sorted { $0.duration < $1.duration }
        var survival = 1.0
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
            steps.append((time, survival))
        }
    }

    /// The smallest time in microseconds at which at most `share` are undecided; nil when it is not reached.
    func quantile(undecided share: Double) -> Int64? {
        // A product of fractions may miss 1/2 by rounding; a share is reached when it differs by less than 1e-12.
        steps.first { $0.survival <= share + 1e-12 }?.duration
    }
}
