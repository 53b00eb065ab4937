/// The chance of each way to end by a time, where one ending rules the others out (Aalen and Johansen 1978).
///
/// The ways add up with the share that has not ended to 1. One minus Kaplan-Meier of one way alone, with the others
/// censored, would overstate it.
struct CumulativeIncidence {
    /// One permit: how long it was watched, and how it ended, as the number of a way.
    struct Observation {
        /// Microseconds; not negative.
        var duration: Int64
        /// From 0; nil when censored.
        var way: Int?
    }

    /// A time at which permits end.
    struct Step: Equatable {
        /// Microseconds.
        var duration: Int64
        /// The chance of each way up to then.
        var incidence: [Double]
        /// The share that has not ended right after.
        var survival: Double
    }

    /// The times at which permits end.
    private(set) var steps: [Step] = []
    private let ways: Int

    /// Estimates the chances of `ways` ways from observations in any order.
    init(_ observations: [Observation], ways: Int) {
        self.ways = ways
        let sorted = observations.sorted { $0.duration < $1.duration }
        var step = Step(duration: 0, incidence: [Double](repeating: 0, count: ways), survival: 1)
        var index = 0
        while index < sorted.count {
            let atRisk = Double(sorted.count - index)
            step.duration = sorted[index].duration
            var events = [Int](repeating: 0, count: ways)
            while index < sorted.count, sorted[index].duration == step.duration {
                if let way = sorted[index].way { events[way] += 1 }
                index += 1
            }
            let all = events.reduce(0, +)
            guard all > 0 else { continue }
            for way in 0..<ways { step.incidence[way] += step.survival * Double(events[way]) / atRisk }
            step.survival *= (atRisk - Double(all)) / atRisk
            steps.append(step)
        }
    }

    /// The chance of each way up to a time in microseconds.
    func incidence(at time: Int64) -> [Double] {
        steps.last { $0.duration <= time }?.incidence ?? [Double](repeating: 0, count: ways)
    }
}
