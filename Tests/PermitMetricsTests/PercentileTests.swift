import TestSupport
import Testing

@testable import PermitMetrics

@Suite("A percentile")
struct PercentileTests {
    @Test("lies linearly between the closest ranks")
    func type7() throws {
        let sorted: [Int64] = [1_000_000, 2_000_000, 4_000_000, 8_000_000]
        // numpy.percentile([1, 2, 4, 8], [25, 50, 75, 90]) = 1.75, 3.0, 5.0, 6.8
        #expect(Percentiles.seconds(0.25, ofSorted: sorted) == 1.75)
        #expect(Percentiles.seconds(0.5, ofSorted: sorted) == 3)
        #expect(Percentiles.seconds(0.75, ofSorted: sorted) == 5)
        #expect(abs(Percentiles.seconds(0.9, ofSorted: sorted) - 6.8) < 1e-12)
        #expect(Percentiles.seconds(1, ofSorted: sorted) == 8)
    }

    @Test("of one value is that value")
    func single() throws {
        let summary = try #require(DurationSummary(microseconds: [5_000_000]))
        #expect(summary.min == 5)
        #expect(summary.p90 == 5)
        #expect(summary.mean == 5)
    }

    @Test("of nothing is not there")
    func empty() { #expect(DurationSummary(microseconds: []) == nil) }

    @Test("selects the median that sorting gives", arguments: 0..<300)
    func selection(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let range: ClosedRange<Int64> = seed % 3 == 0 ? 0...3 : -1_000_000...1_000_000
        var values = (0..<Int.random(in: 1...400, using: &generator))
            .map { _ in
                Int64.random(in: range, using: &generator)
            }
        if seed % 5 == 0 { values.sort() }
        let sorted = values.sorted()
        #expect(
            Percentiles.medianSeconds(&values) == Percentiles.seconds(0.5, ofSorted: sorted),
            "seed \(seed)"
        )
    }

    @Test("has a mean that does not depend on the order of adding")
    func exactMean() {
        #expect(ExactMean.seconds(sum: 10, count: 4) == 2.5e-6)
        #expect(ExactMean.seconds(sum: Int128(Int64.max) * 4, count: 4) == Double(Int64.max) / 1e6)
    }
}
