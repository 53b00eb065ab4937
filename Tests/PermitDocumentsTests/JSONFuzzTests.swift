import PermitDocuments
import TestSupport
import Testing

@Suite("JSON at random")
struct JSONFuzzTests {
    @Test("is either read or refused with a place inside the text, whatever the bytes", arguments: 0..<64)
    func randomBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...40, using: &random))
                .map { _ in
                    RandomJSON.byte(using: &random)
                }
            expectReadOrRefused(String(decoding: bytes, as: UTF8.self), seed: seed)
        }
    }

    @Test("is either read or refused when a valid text is cut or damaged", arguments: 0..<64)
    func damaged(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let value = RandomJSON.value(depth: 0, using: &random)
            var bytes = Array((Bool.random(using: &random) ? value.pretty : value.canonical).utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.removeSubrange(index...)
                case 1: bytes[index] = RandomJSON.byte(using: &random)
                default: bytes.insert(RandomJSON.byte(using: &random), at: index)
                }
            }
            expectReadOrRefused(String(decoding: bytes, as: UTF8.self), seed: seed)
        }
    }

    @Test("reads back what was written, in every style", arguments: 0..<64)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let value = RandomJSON.value(depth: 0, using: &random)
            for text in [value.canonical, value.compact, value.pretty] {
                let node = try JSONParser.parse(text, file: "random")
                #expect(RandomJSON.matches(node, value), "seed \(seed): \(text)")
                #expect(
                    node.json.canonical == RandomJSON.allTexts(value).canonical,
                    "seed \(seed): \(text)"
                )
            }
        }
    }

    @Test("is written canonically whatever the order of its members", arguments: 0..<32)
    func canonicalOrder(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let value = RandomJSON.value(depth: 0, using: &random)
        let shuffled = RandomJSON.shuffled(value, using: &random)
        #expect(shuffled.canonical == value.canonical, "seed \(seed)")
    }

    /// A refusal names a line and a column that the text has; a reading gives a value that can be written.
    private func expectReadOrRefused(_ text: String, seed: UInt64) {
        do {
            let node = try JSONParser.parse(text, file: "random")
            #expect(!node.json.canonical.isEmpty)
        } catch {
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            guard let position = error.position, position.line >= 1, position.line <= lines.count else {
                Issue.record("seed \(seed): no such line in \(text.debugDescription): \(error)")
                return
            }
            let columns = 1...lines[position.line - 1].count + 1
            #expect(columns.contains(position.column), "seed \(seed): \(text.debugDescription): \(error)")
        }
    }
}
