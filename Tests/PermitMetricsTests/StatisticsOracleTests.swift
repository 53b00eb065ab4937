import Foundation
import Testing

@testable import PermitMetrics

@Suite("Figures that other programs computed from random data")
struct StatisticsOracleTests {
    /// The file that `Tests/Oracles/statistics.py` wrote.
    static let file = ProcessInfo.processInfo.environment["IZIN_STATISTICS"]

    /// A set of data, and what was computed from it.
    private struct Sample: Decodable {
        struct Chart: Decodable {
            var values: [Double]
            var limits: [Double]
            var signals: [[String]]
        }

        var durations: [Int64]
        var events: [Bool]
        var groups: [Int]
        var ways: [Int?]
        var steps: [[Double?]]
        var quantiles: [[Double?]]
        var incidence: [[Double]]
        var logrank: [Double]?
        var wilson: [Double]
        var newcombe: [Double]
        var ranks: [[Double]]
        var chart: Chart?

        var observations: [KaplanMeier.Observation] {
            zip(durations, events).map { .init(duration: $0, isEvent: $1) }
        }
    }

    /// Whether two lists of figures agree to 1e-9, relatively where they are large.
    private func agree(_ ours: [Double?], _ theirs: [Double?]) -> Bool {
        ours.count == theirs.count
            && zip(ours, theirs)
                .allSatisfy { one, other in
                    guard let one, let other else { return one == nil && other == nil }
                    return abs(one - other) <= 1e-9 * max(1, abs(other))
                }
    }

    @Test("are the same here", .enabled(if: file != nil))
    func agrees() throws {
        let text = try String(contentsOfFile: Self.file ?? "", encoding: .utf8)
        let lines = text.split(separator: "\n")
        #expect(!lines.isEmpty)
        for (number, line) in lines.enumerated() {
            let sample = try JSONDecoder().decode(Sample.self, from: Data(line.utf8))
            for fault in survivalFaults(sample) + otherFaults(sample) {
                Issue.record("line \(number + 1): \(fault)")
            }
        }
    }

    private func survivalFaults(_ sample: Sample) -> [String] {
        var faults: [String] = []
        let estimate = KaplanMeier(sample.observations)
        let steps = estimate.steps.map { step in
            let interval = step.interval(.usual)
            return [
                Double(step.duration), Double(step.atRisk), Double(step.events), step.survival, step.variance,
                interval.low, interval.high,
            ]
        }
        if !agree(steps.flatMap(\.self), sample.steps.flatMap(\.self)) { faults.append("steps \(steps)") }
        for quantile in sample.quantiles {
            guard let share = quantile[0] else { continue }
            let interval = estimate.quantileInterval(undecided: share)
            let ours = [
                share, estimate.quantile(undecided: share).map(Double.init), interval.low, interval.high,
            ]
            if !agree(ours, quantile) { faults.append("quantile \(ours) is not \(quantile)") }
        }
        if let expected = sample.logrank {
            let numbers = Set(sample.groups)
            let groups = numbers.map { number in
                zip(sample.observations, sample.groups).filter { $0.1 == number }.map(\.0)
            }
            let test = LogRank(groups)
            let ours = test.map { [$0.statistic, Double($0.freedom), $0.probability] } ?? []
            if !agree(ours, expected) { faults.append("log-rank \(ours) is not \(expected)") }
        }
        let ends = zip(sample.durations, sample.ways)
            .map { CumulativeIncidence.Observation(duration: $0, way: $1) }
        let incidence = CumulativeIncidence(ends, ways: 3).steps
            .flatMap { [Double($0.duration), $0.survival] + $0.incidence }
        if !agree(incidence, sample.incidence.flatMap(\.self)) { faults.append("incidence \(incidence)") }
        return faults
    }

    private func otherFaults(_ sample: Sample) -> [String] {
        var faults: [String] = []
        let counts = sample.newcombe.prefix(4).map { Int($0) }
        let wilson = Interval.wilson(Int(sample.wilson[0]), of: Int(sample.wilson[1]))
        if !agree([wilson?.low, wilson?.high], Array(sample.wilson[2...])) { faults.append("Wilson") }
        let difference = Interval.newcombe((counts[0], counts[1]), minus: (counts[2], counts[3]))
        if !agree([difference?.low, difference?.high], Array(sample.newcombe[4...])) {
            faults.append("Newcombe \(String(describing: difference)) is not \(sample.newcombe)")
        }
        let sorted = sample.durations.sorted()
        for ranks in sample.ranks {
            let interval = Interval.quantile(ranks[0], ofSorted: sorted)
            let (low, high) = (Int(ranks[1]), Int(ranks[2]))
            let expected = [
                low >= 1 ? Double(sorted[low - 1]) : nil,
                high <= sorted.count ? Double(sorted[high - 1]) : nil,
            ]
            if !agree([interval.low, interval.high], expected) {
                faults.append("order statistics of \(ranks)")
            }
        }
        if let chart = sample.chart {
            let limits = ProcessLimits(baseline: chart.values)
            let ours = limits.map { [$0.centre, $0.meanRange, $0.low, $0.high] } ?? []
            let signals = limits?.signals(chart.values).map { $0.map(\.rawValue).sorted() }
            if !agree(ours, chart.limits) || signals != chart.signals { faults.append("chart") }
        }
        return faults
    }
}
