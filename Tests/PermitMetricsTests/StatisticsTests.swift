import TestSupport
import Testing

@testable import PermitMetrics

@Suite("An interval")
struct IntervalTests {
    private func isNear(_ interval: Interval?, _ low: Double, _ high: Double) -> Bool {
        guard let interval, let ourLow = interval.low, let ourHigh = interval.high else { return false }
        return abs(ourLow - low) < 5e-5 && abs(ourHigh - high) < 5e-5
    }

    @Test(
        "of a share is Wilson's",
        arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611)]
    )
    func wilson(part: Int, whole: Int, low: Double, high: Double) {
        // Newcombe 1998, Statistics in Medicine 17: 857-872, table I, method 3.
        #expect(isNear(Interval.wilson(part, of: whole), low, high))
    }

    @Test("of nothing is none, and of everything ends at everything")
    func ends() {
        #expect(Interval.wilson(0, of: 0) == nil)
        #expect(Interval.wilson(7, of: 7)?.high == 1)
        #expect(Interval.newcombe((1, 2), minus: (0, 0)) == nil)
    }

    @Test("of a difference of shares is Newcombe's tenth")
    func newcombe() {
        // Newcombe 1998, Statistics in Medicine 17: 873-890, table II, (a) and (e).
        #expect(isNear(Interval.newcombe((56, 70), minus: (48, 80)), 0.0524, 0.3339))
        #expect(isNear(Interval.newcombe((5, 56), minus: (0, 29)), -0.0381, 0.1926))
    }

    @Test("of a median is two values of the sample, and of a tail in a small sample has no end")
    func orderStatistics() {
        let sample = (1...20).map(Int64.init)
        #expect(Interval.quantile(0.5, ofSorted: sample) == Interval(low: 6, high: 15))
        #expect(Interval.quantile(0.9, ofSorted: sample).high == nil)
        #expect(Interval.quantile(0.5, ofSorted: []) == Interval(low: nil, high: nil))
    }
}

@Suite("A test and a chart")
struct TestAndChartTests {
    @Test("compare the remission of two groups as published")
    func logRank() throws {
        // Freireich and others 1963; the statistic 16.79 is in Kleinbaum and Klein 2012, chapter 2.
        let treated: [(Int64, Bool)] = [
            (6, true), (6, true), (6, true), (7, true), (10, true), (13, true), (16, true), (22, true),
            (23, true),
            (6, false), (9, false), (10, false), (11, false), (17, false), (19, false), (20, false),
            (25, false),
            (32, false), (32, false), (34, false), (35, false),
        ]
        let placebo: [Int64] = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
        let test = try #require(
            LogRank([
                treated.map { .init(duration: $0.0, isEvent: $0.1) },
                placebo.map { .init(duration: $0, isEvent: true) },
            ])
        )
        #expect(abs(test.statistic - 16.79) < 0.005)
        #expect(test.freedom == 1)
        #expect(test.probability > 4e-5 && test.probability < 4.3e-5)
    }

    @Test("have nothing to say of one group")
    func oneGroup() {
        #expect(LogRank([[.init(duration: 1, isEvent: true)], []]) == nil)
    }

    @Test("share the endings out so that they add up")
    func competing() {
        let ends: [(Int64, Int?)] = [(1, 0), (2, 1), (2, nil), (3, 0), (4, nil), (5, 1)]
        let steps = CumulativeIncidence(ends.map { .init(duration: $0.0, way: $0.1) }, ways: 2).steps
        for step in steps { #expect(abs(step.survival + step.incidence.reduce(0, +) - 1) < 1e-12) }
        #expect(abs((steps.last?.incidence[0] ?? 0) - (1.0 / 6 + 2.0 / 3 / 3)) < 1e-12)
    }

    @Test("find a shift, a far value and a slow drift")
    func signals() throws {
        let baseline: [Double] = [10, 12, 11, 9, 10, 11, 12, 9, 10, 11]
        let limits = try #require(ProcessLimits(baseline: baseline))
        #expect(limits.signals(baseline).allSatisfy { $0.isEmpty })
        let later = limits.signals(baseline + [30] + [Double](repeating: 11.5, count: 8))
        #expect(later[10] == [.outside, .jump])
        #expect(later.last?.contains(.run) == true)
        #expect(ProcessLimits(baseline: [1]) == nil)
        #expect(ProcessLimits(baseline: [1, 9])?.low == 0)
    }
}
