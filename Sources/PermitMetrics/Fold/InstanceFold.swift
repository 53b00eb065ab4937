import PermitLog

/// Times of activities from beginning to end, and of cases; sums of two folds over different cases add up.
struct InstanceFold: Sendable {
    /// The times of one activity in microseconds.
    struct Activity: Sendable {
        /// From beginning to end, rests taken out.
        var service: [Int64] = []
        /// From the end of what ended last before the beginning, to the beginning.
        var waiting: [Int64] = []
        /// From being planned or given to somebody, to the beginning.
        var queue: [Int64] = []
        /// Ends without a beginning.
        var onlyEnded = 0
        /// Beginnings without an end.
        var onlyStarted = 0
    }

    private(set) var activities: [Activity]
    /// For each case, microseconds from the first beginning to the last end.
    private(set) var throughput: [Int64] = []
    /// For each case, microseconds in which at least one activity was worked on.
    private(set) var processing: [Int64] = []
    /// For each case, the rest of its throughput.
    private(set) var idle: [Int64] = []
    /// Activities that were planned and never began.
    private(set) var onlyScheduled = 0
    /// Rows that are part of no event.
    private(set) var unpairedRows = 0
    private(set) var casesWithoutEnd = 0
    /// The activities without an end of the cases of the partition at hand.
    private var unended: [Int: [UnendedActivity]] = [:]

    init(activityCount: Int) { activities = Array(repeating: Activity(), count: activityCount) }

    /// Notes the activities of a partition that did not end, before its cases are added.
    mutating func addUnended(of partition: borrowing OrganizedPartition) {
        unended.removeAll(keepingCapacity: true)
        unpairedRows += partition.leftRows
        casesWithoutEnd += partition.casesWithoutEnd
        for one in partition.unended {
            unpairedRows += one.rows
            if one.caseIndex < 0 { count(one) } else { unended[one.caseIndex, default: []].append(one) }
        }
    }

    /// Adds some events of a case.
    mutating func add(_ range: Range<Int>, ofCase index: Int, in partition: borrowing OrganizedPartition) {
        for one in unended[index] ?? [] { count(one) }
        let events = partition.events.span
        let instances = partition.instances.span
        var work: [Range<Int64>] = []
        var first = Int64.max
        var last = Int64.min
        for place in range {
            let (end, activity) = (events[place].time, events[place].activity)
            last = max(last, end)
            first = min(first, instances[place].start ?? end)
            guard let start = instances[place].start else {
                activities[activity].onlyEnded += 1
                continue
            }
            let rests = instances[place].rests
            activities[activity].service
                .append(rests.reduce(end - start) { $0 - ($1.upperBound - $1.lowerBound) })
            if let scheduled = instances[place].scheduled, scheduled <= start {
                activities[activity].queue.append(start - scheduled)
            }
            let before = (range.lowerBound..<place).last { events[$0].time <= start }
            if let before { activities[activity].waiting.append(start - events[before].time) }
            var from = start
            for rest in rests {
                work.append(from..<max(from, rest.lowerBound))
                from = max(from, rest.upperBound)
            }
            work.append(from..<max(from, end))
        }
        let worked = Self.length(ofUnion: work)
        throughput.append(last - first)
        processing.append(worked)
        idle.append(last - first - worked)
    }

    /// Adds everything of another fold over the same activities.
    mutating func merge(_ other: consuming InstanceFold) {
        for index in activities.indices {
            activities[index].service += other.activities[index].service
            activities[index].waiting += other.activities[index].waiting
            activities[index].queue += other.activities[index].queue
            activities[index].onlyEnded += other.activities[index].onlyEnded
            activities[index].onlyStarted += other.activities[index].onlyStarted
        }
        throughput += other.throughput
        processing += other.processing
        idle += other.idle
        onlyScheduled += other.onlyScheduled
        unpairedRows += other.unpairedRows
        casesWithoutEnd += other.casesWithoutEnd
    }

    private mutating func count(_ one: UnendedActivity) {
        if one.isStarted { activities[one.activity].onlyStarted += 1 } else { onlyScheduled += 1 }
    }

    private static func length(ofUnion spans: [Range<Int64>]) -> Int64 {
        var length: Int64 = 0
        var reached = Int64.min
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where span.upperBound > reached {
            length += span.upperBound - max(reached, span.lowerBound)
            reached = span.upperBound
        }
        return length
    }

    // MARK: - Figures

    /// Adds the figures to those of the flow.
    func add(to flow: inout FlowFigures, names: [String]) {
        let numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for index in flow.activities.indices {
            guard let number = numbers[flow.activities[index].name] else { continue }
            flow.activities[index].instances = Self.figures(activities[number])
        }
        flow.instances = caseTimes
    }

    /// How the time of cases divides.
    var caseTimes: FlowFigures.CaseTimes {
        FlowFigures.CaseTimes(
            paired: activities.reduce(0) { $0 + $1.service.count },
            onlyEnded: activities.reduce(0) { $0 + $1.onlyEnded },
            onlyStarted: activities.reduce(0) { $0 + $1.onlyStarted },
            onlyScheduled: onlyScheduled,
            casesWithoutEnd: casesWithoutEnd,
            throughput: DurationSummary(microseconds: throughput),
            processing: DurationSummary(microseconds: processing),
            idle: DurationSummary(microseconds: idle)
        )
    }

    private static func figures(_ activity: Activity) -> FlowFigures.ActivityTimes {
        func mean(_ durations: [Int64]) -> Double? {
            guard !durations.isEmpty else { return nil }
            let sum = durations.reduce(into: Int128(0)) { $0 += Int128($1) }
            return ExactMean.seconds(sum: sum, count: durations.count)
        }
        func median(_ durations: [Int64]) -> Double? {
            var durations = durations
            return durations.isEmpty ? nil : Percentiles.medianSeconds(&durations)
        }
        return FlowFigures.ActivityTimes(
            paired: activity.service.count,
            unpaired: activity.onlyEnded + activity.onlyStarted,
            meanServiceSeconds: mean(activity.service),
            medianServiceSeconds: median(activity.service),
            meanWaitingSeconds: mean(activity.waiting),
            medianWaitingSeconds: median(activity.waiting),
            meanQueueSeconds: mean(activity.queue),
            medianQueueSeconds: median(activity.queue)
        )
    }
}
