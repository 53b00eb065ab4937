import PermitLog

extension FlowFold {
    /// Turns the sums into figures.
    ///
    /// - Parameters:
    ///   - names: The activities' names in the order of their numbers.
    ///   - workers: Threads for the medians.
    /// - Returns: The figures; they do not depend on the number of workers.
    consuming func figures(names: [String], workers: Int) -> FlowFigures {
        let activities = self.activities
        let variantCount = variants.count
        let top = variants.commonest(Self.topVariantCount)
        let durations = caseDurations
        let caseCount = caseDurations.count
        let eventCount = events
        let edges = edges.edges
        let transitions = Self.transitions(edges, names: names, workers: workers)
        let order = names.indices.filter { activities[$0].events > 0 }
        return FlowFigures(
            caseDuration: DurationSummary(microseconds: durations),
            cases: caseCount,
            events: eventCount,
            activities: Self.activityFigures(activities, edges: edges, names: names, order: order),
            startActivities: Self.ranked(order, names) { activities[$0].starts },
            endActivities: Self.ranked(order, names) { activities[$0].ends },
            transitions: transitions,
            variantCount: variantCount,
            topVariants: top.map { .init(cases: $0.cases, activities: $0.activities.map { names[$0] }) },
            rework: Self.ranked(order, names) { activities[$0].reworkCases }
        )
    }

    /// How many of the commonest variants a report names.
    static let topVariantCount = 20

    private static func ranked(
        _ order: [Int],
        _ names: [String],
        by cases: (Int) -> Int
    ) -> [FlowFigures.ActivityCases] {
        order.filter { cases($0) > 0 }
            .sorted { left, right in
                cases(left) != cases(right) ? cases(left) > cases(right) : left < right
            }
            .map { .init(name: names[$0], cases: cases($0)) }
    }

    private static func activityFigures(
        _ activities: [Activity],
        edges: [EdgeTable.Edge],
        names: [String],
        order: [Int]
    ) -> [FlowFigures.Activity] {
        var sums = [Int128](repeating: 0, count: names.count)
        var counts = [Int](repeating: 0, count: names.count)
        for edge in edges {
            sums[Int(edge.from)] += edge.sum
            counts[Int(edge.from)] += edge.durations.count
        }
        return
            order
            .sorted { left, right in
                activities[left].events != activities[right].events
                    ? activities[left].events > activities[right].events : left < right
            }
            .map { index in
                FlowFigures.Activity(
                    name: names[index],
                    count: activities[index].events,
                    cases: activities[index].cases,
                    meanSojournSeconds: counts[index] == 0
                        ? nil : ExactMean.seconds(sum: sums[index], count: counts[index])
                )
            }
    }

    private static func transitions(
        _ edges: [EdgeTable.Edge],
        names: [String],
        workers: Int
    ) -> [FlowFigures.Transition] {
        let ranked = edges.sorted { left, right in
            if left.durations.count != right.durations.count {
                return left.durations.count > right.durations.count
            }
            return (left.from, left.to) < (right.from, right.to)
        }
        return parallelMap(count: ranked.count, workers: workers) { index in
            let edge = ranked[index]
            var durations = edge.durations
            return FlowFigures.Transition(
                from: names[Int(edge.from)],
                to: names[Int(edge.to)],
                count: durations.count,
                meanSeconds: ExactMean.seconds(sum: edge.sum, count: durations.count),
                medianSeconds: Percentiles.medianSeconds(&durations)
            )
        }
    }
}
