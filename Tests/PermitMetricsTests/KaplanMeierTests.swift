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
}
