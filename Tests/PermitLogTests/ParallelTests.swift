import PermitLog
import Testing

@Suite("Values computed on several threads")
struct ParallelTests {
    @Test("come in the order of their numbers", arguments: [1, 2, 3, 7, 64], [0, 1, 2, 100])
    func order(_ workers: Int, _ count: Int) {
        #expect(parallelMap(count: count, workers: workers) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test("may be computed inside one another")
    func nested() {
        let sums = parallelMap(count: 8, workers: 4) { outer in
            parallelMap(count: 8, workers: 4) { outer * $0 }.reduce(0, +)
        }
        #expect(sums == (0..<8).map { $0 * 28 })
    }
}
