import PermitSimulation
import Testing

@Suite("Random numbers of a simulation")
struct RandomNumbersTests {
    @Test("follow the published sequence")
    func published() {
        // The first outputs of the reference implementation for the seed 1234567.
        var random = SplitMix64(seed: 1_234_567)
        let drawn = (0..<5).map { _ in random.next() }
        #expect(
            drawn == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        )
    }

    @Test("come in streams that differ", arguments: [0, 1, 42] as [UInt64])
    func streams(seed: UInt64) {
        let first = (0..<64 as Range<UInt64>)
            .map { stream in
                var random = SplitMix64(seed: seed, stream: stream)
                return random.next()
            }
        #expect(Set(first).count == 64)
    }

    @Test("stay below their bound and reach all of it", arguments: [1, 2, 3, 7, 1000])
    func below(bound: Int) {
        var random = SplitMix64(seed: UInt64(bound))
        let drawn = Set((0..<(bound * 40)).map { _ in random.below(bound) })
        #expect(drawn.min() == 0)
        #expect(drawn.max() == bound - 1)
    }

    @Test("are drawn by weight")
    func weighted() {
        var random = SplitMix64(seed: 5)
        let choice = WeightedChoice([("never", 0), ("seldom", 1), ("often", 9)])
        var counts: [String: Int] = [:]
        for _ in 0..<10_000 { counts[choice.draw(&random), default: 0] += 1 }
        #expect(counts["never"] == nil)
        #expect((850...1150).contains(counts["seldom"] ?? 0))
    }

    @Test("of a table of quantiles have its quantiles")
    func quantiles() {
        let table = QuantileTable(least: 10, p25: 20, median: 40, p75: 80, p90: 160, most: 1000)
        #expect(table.value(atMillionth: 0) == 10)
        #expect(table.value(atMillionth: 250_000) == 20)
        #expect(table.value(atMillionth: 375_000) == 30)
        #expect(table.value(atMillionth: 1_000_000) == 1000)
        var random = SplitMix64(seed: 9)
        let below = (0..<10_000).filter { _ in table.draw(&random) < 40 }.count
        #expect((4800...5200).contains(below))
    }
}
