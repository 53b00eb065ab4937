import TestSupport
import Testing

@testable import PermitMetrics

@Suite("The product-limit estimate")
struct KaplanMeierTests {
    /// Weeks of remission under 6-MP, from Freireich and others 1963; false is censored.
    private static let remission: [(Int64, Bool)] = [
        (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false),
        (11, false),
        (13, true), (16, true), (17, false), (19, false), (20, false), (22, true), (23, true), (25, false),
        (32, false), (32, false), (34, false), (35, false),
    ]

    private func estimate(_ pairs: [(Int64, Bool)]) -> KaplanMeier {
        KaplanMeier(pairs.map { .init(duration: $0.0, isEvent: $0.1) })
    }

    @Test("agrees with the published table")
    func published() {
        let steps = estimate(Self.remission).steps
        let expected: [(Int64, Double)] = [
            (6, 0.8571), (7, 0.8067), (10, 0.7529), (13, 0.6902), (16, 0.6275), (22, 0.5378), (23, 0.4482),
        ]
        #expect(steps.map(\.duration) == expected.map(\.0))
        for (step, value) in zip(steps, expected) { #expect(abs(step.survival - value.1) < 5e-5) }
    }

    @Test("has the smallest time at which at most half are left as its median")
    func median() {
        #expect(estimate(Self.remission).quantile(undecided: 0.5) == 23)
        #expect(estimate(Self.remission).quantile(undecided: 0.25) == nil)
    }

    @Test("reaches a half exactly although the product of fractions rounds")
    func exactHalf() {
        // 6 of 6: 5/6 * 4/5 * 3/4 * ... is 0.5 at the third event only up to rounding.
        #expect(estimate((1...6).map { ($0, true) }).quantile(undecided: 0.5) == 3)
    }

    @Test("of permits that are all open reaches nothing")
    func allCensored() {
        #expect(estimate([(3, false), (4, false)]).quantile(undecided: 0.5) == nil)
        #expect(estimate([]).quantile(undecided: 0.5) == nil)
    }

    @Test("agrees with a count written out from the definition", arguments: 0..<200)
    func slow(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pairs = (0..<Int.random(in: 1...60, using: &generator))
            .map { _ in
                (Int64.random(in: 0...20, using: &generator), Bool.random(using: &generator))
            }
        var expected: [Int64: Double] = [:]
        var survival = 1.0
        for time in Set(pairs.filter(\.1).map(\.0)).sorted() {
            let atRisk = pairs.count { $0.0 >= time }
            let events = pairs.count { $0.0 == time && $0.1 }
            survival *= 1 - Double(events) / Double(atRisk)
            expected[time] = survival
        }
        let steps = estimate(pairs).steps
        #expect(steps.count == expected.count, "seed \(seed)")
        for step in steps {
            #expect(abs(step.survival - (expected[step.duration] ?? -1)) < 1e-12, "seed \(seed)")
        }
    }

    @Test("has the standard errors and bounds of the published table")
    func spread() throws {
        // Kalbfleisch and Prentice 2002, table 1.3, and R's survfit with conf.type = "log-log".
        let step = try #require(estimate(Self.remission).steps.first)
        #expect(abs(step.variance.squareRoot() - 0.0764) < 5e-5)
        let interval = step.interval(.usual)
        #expect(abs((interval.low ?? 0) - 0.6197) < 5e-5)
        #expect(abs((interval.high ?? 0) - 0.9516) < 5e-5)
    }

    @Test("says of a median between which times it lies, and that its upper end is not reached")
    func medianInterval() {
        let interval = estimate(Self.remission).quantileInterval(undecided: 0.5)
        #expect(interval == Interval(low: 13, high: nil))
    }

    @Test("counts who is at risk right before a time")
    func atRisk() {
        let curve = estimate(Self.remission)
        #expect([0, 6, 7, 23, 36].map(curve.atRisk) == [21, 21, 17, 6, 0])
        #expect(curve.survival(at: 5) == 1)
        #expect(abs(curve.survival(at: 12) - 0.7529) < 5e-5)
    }

    @Test("of nobody has no step, and of open permits alone no median")
    func empty() {
        #expect(estimate([]).steps.isEmpty)
        #expect(estimate([(5, false), (9, false)]).quantile(undecided: 0.5) == nil)
        #expect(estimate([]).quantileInterval(undecided: 0.5) == Interval(low: nil, high: nil))
    }
}
