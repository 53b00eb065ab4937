/// Whether groups of permits are decided at one pace: the log-rank test (Mantel 1966; Peto and Peto 1972).
public struct LogRank: Hashable, Sendable {
    /// The statistic, chi-squared with ``freedom`` degrees of freedom where the pace is one.
    public let statistic: Double
    /// The number of groups that can be compared, less one.
    public let freedom: Int
    /// The probability of a statistic at least as large where the pace is one.
    public let probability: Double

    /// Compares groups; nil where fewer than two of them have anybody at risk at a decision, or nothing varies.
    init?(_ groups: [[KaplanMeier.Observation]]) {
        let sorted = groups.map { $0.sorted { $0.duration < $1.duration } }
        let times = Set(groups.joined().lazy.filter(\.isEvent).map(\.duration)).sorted()
        var passed = [Int](repeating: 0, count: groups.count)
        var excess = [Double](repeating: 0, count: groups.count)
        var covariance = [[Double]](repeating: excess, count: groups.count)
        for time in times {
            var atRisk = [Double](repeating: 0, count: groups.count)
            var events = [Double](repeating: 0, count: groups.count)
            for group in groups.indices {
                let all = sorted[group]
                while passed[group] < all.count, all[passed[group]].duration < time { passed[group] += 1 }
                atRisk[group] = Double(all.count - passed[group])
                var next = passed[group]
                while next < all.count, all[next].duration == time {
                    if all[next].isEvent { events[group] += 1 }
                    next += 1
                }
            }
            let (n, d) = (atRisk.reduce(0, +), events.reduce(0, +))
            let spread = n > 1 ? d * (n - d) / (n - 1) : 0
            for group in groups.indices {
                let share = atRisk[group] / n
                excess[group] += events[group] - d * share
                for other in groups.indices {
                    covariance[group][other] +=
                        spread * share * ((group == other ? 1 : 0) - atRisk[other] / n)
                }
            }
        }
        // A group without variance tells nothing, and of the others one follows from the rest.
        let compared = groups.indices.filter { covariance[$0][$0] > 1e-12 }.dropLast()
        guard !compared.isEmpty,
            let solved = Self.solve(
                compared.map { row in compared.map { covariance[row][$0] } },
                compared.map { excess[$0] }
            )
        else { return nil }
        statistic = zip(compared, solved).reduce(0) { $0 + excess[$1.0] * $1.1 }
        freedom = compared.count
        probability = Distribution.chiSquaredTail(statistic, freedom: freedom)
    }

    /// Solves a system of equations whose matrix is symmetric and positive; nil where it is singular.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        var rows = zip(matrix, right).map { $0 + [$1] }
        for column in rows.indices {
            let pivot = rows[column][column]
            guard pivot > 1e-12 else { return nil }
            for row in rows.indices where row != column && rows[row][column] != 0 {
                let factor = rows[row][column] / pivot
                for place in column...rows.count { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
    }
}
