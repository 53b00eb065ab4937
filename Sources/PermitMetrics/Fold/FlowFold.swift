/// Sums over cases of what needs no workflow; sums of two folds add up, whatever was folded where.
struct FlowFold: Sendable {
    /// Sums of one activity.
    struct Activity: Sendable {
        var events = 0
        var cases = 0
        var reworkCases = 0
        var starts = 0
        var ends = 0
        /// The running number of the case that was last seen with this activity, and how often in it.
        fileprivate var lastCase = -1
        fileprivate var inCase = 0
    }

    private(set) var activities: [Activity]
    private(set) var edges: EdgeTable
    private(set) var variants = VariantTable()
    private(set) var caseDurations: [Int64] = []
    private(set) var events = 0

    init(activityCount: Int) {
        activities = [Activity](repeating: Activity(), count: activityCount)
        edges = EdgeTable(activityCount: activityCount)
    }

    /// Adds a case of at least one event.
    ///
    /// - Parameters:
    ///   - activitiesOfCase: The activities in order.
    ///   - gaps: The microseconds from each event to the next; one fewer than there are events.
    ///   - duration: The microseconds from the first event to the last.
    mutating func add(_ activitiesOfCase: Span<UInt32>, gaps: Span<Int64>, duration: Int64) {
        let caseNumber = caseDurations.count
        let last = activitiesOfCase.count - 1
        count(Int(activitiesOfCase[0]), inCase: caseNumber)
        for index in 0..<last {
            let next = Int(activitiesOfCase[index + 1])
            count(next, inCase: caseNumber)
            edges.add(from: Int(activitiesOfCase[index]), to: next, microseconds: gaps[index])
        }
        activities[Int(activitiesOfCase[0])].starts += 1
        activities[Int(activitiesOfCase[last])].ends += 1
        caseDurations.append(duration)
        events += activitiesOfCase.count
        variants.add(activitiesOfCase)
    }

    /// Adds everything of another fold over the same activities.
    mutating func merge(_ other: consuming FlowFold) {
        for index in activities.indices {
            activities[index].events += other.activities[index].events
            activities[index].cases += other.activities[index].cases
            activities[index].reworkCases += other.activities[index].reworkCases
            activities[index].starts += other.activities[index].starts
            activities[index].ends += other.activities[index].ends
        }
        variants.merge(other.variants)
        caseDurations.append(contentsOf: other.caseDurations)
        events += other.events
        edges.merge(other.edges)
    }

    @inline(__always)
    private mutating func count(_ activity: Int, inCase caseNumber: Int) {
        activities[activity].events += 1
        if activities[activity].lastCase != caseNumber {
            activities[activity].lastCase = caseNumber
            activities[activity].inCase = 1
            activities[activity].cases += 1
        } else {
            activities[activity].inCase += 1
            if activities[activity].inCase == 2 { activities[activity].reworkCases += 1 }
        }
    }
}
