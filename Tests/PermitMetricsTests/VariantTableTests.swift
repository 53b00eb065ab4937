import TestSupport
import Testing

@testable import PermitMetrics

@Suite("A table of variants")
struct VariantTableTests {
    @Test("counts as a dictionary does, in one piece or merged from two", arguments: 0..<40)
    func counts(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var expected: [[UInt32]: Int] = [:]
        var whole = VariantTable()
        var halves = (VariantTable(), VariantTable())
        for _ in 0..<3000 {
            let sequence = (0..<Int.random(in: 1...4, using: &generator))
                .map { _ in
                    UInt32.random(in: 0..<6, using: &generator)
                }
            expected[sequence, default: 0] += 1
            whole.add(sequence.span)
            if Bool.random(using: &generator) {
                halves.0.add(sequence.span)
            } else {
                halves.1.add(sequence.span)
            }
        }
        halves.0.merge(halves.1)
        let ranked =
            expected
            .sorted { left, right in
                left.value != right.value
                    ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
            }
            .prefix(20)
        for table in [whole, halves.0] {
            #expect(table.count == expected.count, "seed \(seed)")
            let top = table.commonest(20)
            #expect(top.map(\.cases) == ranked.map(\.value), "seed \(seed)")
            #expect(top.map(\.activities) == ranked.map { $0.key.map(Int.init) }, "seed \(seed)")
        }
    }

    @Test("gives all variants when it has fewer than asked for")
    func few() {
        var table = VariantTable()
        table.add([1, 2].span)
        table.add([1].span, cases: 3)
        #expect(table.commonest(20).map(\.activities) == [[1], [1, 2]])
    }
}
