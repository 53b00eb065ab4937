import PermitDocuments
import TestSupport
import Testing

@testable import PermitLog

/// Random records, and the text of some of the ways to write them.
private struct RandomRecords {
    var generator: SeededGenerator
    let keys = ["id", "kd_status", "a.b", "é", "\"", "tgl_status", "x y", ""]
    var records: [[(key: String, value: JSONValue)]] = []

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        records = (0..<Int.random(in: 2..<40, using: &generator)).map { _ in record() }
        // A key that is never alone, so that no record is taken for a wrapper.
        for index in records.indices { records[index].insert(("n", .integer(index)), at: 0) }
    }

    private mutating func record() -> [(key: String, value: JSONValue)] {
        keys.shuffled(using: &generator).prefix(Int.random(in: 0..<8, using: &generator))
            .map { ($0, value()) }
    }

    private mutating func value() -> JSONValue {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: .integer(Int.random(in: -1_000_000...1_000_000, using: &generator))
        case 1: .null
        case 2: .bool(Bool.random(using: &generator))
        default: .string(text())
        }
    }

    private mutating func text() -> String {
        let parts = [
            "a", "é", "😀", "\"", "\\", "\n", "\u{1}", "{", "}", "[", ",", "12", " ", "\u{7F}", "izin",
        ]
        return (0..<Int.random(in: 0..<12, using: &generator))
            .map { _ in parts.randomElement(using: &generator) ?? "" }
            .joined()
    }

    /// The cells of a record in the columns.
    func cells(_ record: [(key: String, value: JSONValue)], _ columns: [String]) -> String {
        columns
            .map { column in
                switch record.last(where: { $0.key == column })?.value {
                case .integer(let number)?: String(number)
                case .bool(let flag)?: String(flag)
                case .string(let text)?: text
                default: ""
                }
            }
            .joined(separator: "|")
    }

    /// The records as lines, as a list, or over several lines.
    func text(_ form: Int) -> String {
        let objects = records.map { JSONValue.object($0.map { JSONValue.Member($0.key, $0.value) }) }
        switch form {
        case 0: return objects.map { $0.compact + "\n" }.joined()
        case 1: return "[" + objects.map(\.compact).joined(separator: ", ") + "]"
        default: return objects.map { $0.pretty + "\n" }.joined()
        }
    }
}

@Suite("Random JSON Lines")
struct JSONLinesPropertyTests {
    @Test("read back to the same cells, however they are parted and cut")
    func same() throws {
        for seed in 0..<UInt64(seedCount(150)) {
            var random = RandomRecords(seed: seed)
            let form = Int.random(in: 0..<3, using: &random.generator)
            let chunk = [1, 2, 7, 64, .max].randomElement(using: &random.generator) ?? 1
            let seen = try SeenRows(jsonLines: random.text(form), chunk: chunk)
            let cells = seen.rows.map { String($0.drop { $0 != " " }.dropFirst()) }
            #expect(
                cells == random.records.map { random.cells($0, seen.columns) },
                "seed \(seed), form \(form), chunk \(chunk)"
            )
            #expect(seen.findings.isEmpty, "seed \(seed)")
        }
    }

    @Test("with damage give a row or a reason for every line, the same in any pieces")
    func damaged() throws {
        for seed in 0..<UInt64(seedCount(300)) {
            var random = RandomRecords(seed: seed)
            var bytes = Array(random.text(Int.random(in: 0..<3, using: &random.generator)).utf8)
            for _ in 0..<Int.random(in: 1..<6, using: &random.generator) {
                let index = bytes.indices.randomElement(using: &random.generator) ?? 0
                switch Int.random(in: 0..<3, using: &random.generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random.generator)
                case 1: bytes.remove(at: index)
                default:
                    bytes.insert(
                        Array("\"\\{}[],\n".utf8).randomElement(using: &random.generator) ?? 0,
                        at: index
                    )
                }
            }
            let whole = Result { () throws(LogError) in try SeenRows(jsonLines: bytes, limit: 500) }
            let pieces = Result { () throws(LogError) in try SeenRows(jsonLines: bytes, chunk: 3, limit: 500)
            }
            switch (whole, pieces) {
            case (.success(let one), .success(let other)):
                let isSame = one == other
                #expect(isSame, "seed \(seed)")
            case (.failure(let one), .failure(let other)):
                #expect(one.message == other.message, "seed \(seed)")
            default: Issue.record("seed \(seed): read in one form and refused in the other")
            }
        }
    }
}
