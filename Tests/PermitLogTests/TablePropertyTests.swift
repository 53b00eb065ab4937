import PermitLog
import TestSupport
import Testing
import WorkingTime

@Suite("Any table")
struct TablePropertyTests {
    static let pieces: [String] = [
        "a", "b", "case-0001", "Check", "Long activity name with many words in it", "é", ",", ",", ",", ",",
        "\n", "\n",
        "\r\n", "\"", "\"\"", "\",\"", "\"\n", "2024-01-02T08:00:00+07:00", "2024-01-02", "2024-02-30",
        "2024-01-02 08:00:00",
        "a,Check,2024-01-02T08:00:00Z\n", "\"a\",\"Che\"\"ck\",\"2024-01-02T08:00:00Z\"\n",
        "b,\"x\ny\",2024-01-03\r\n",
        "b,B,2024-01-03,\n", " ", "\r", ";", "\t", "\u{0}",
    ]

    /// Records made of random pieces, some of them not UTF-8.
    static func table(seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array("case_id,activity,timestamp\n".utf8)
        for _ in 0..<Int.random(in: 0...120, using: &generator) {
            if Int.random(in: 0..<40, using: &generator) == 0 {
                bytes.append(UInt8.random(in: 0x80...0xFF, using: &generator))
            } else if let piece = pieces.randomElement(using: &generator) {
                bytes += Array(piece.utf8)
            }
        }
        return bytes
    }

    @Test(
        "is read as by the plain reader, whatever the size of blocks and the number of workers",
        arguments: 0..<8
    )
    func agreesWithPlainReader(_ batch: UInt64) throws {
        let count = UInt64(seedCount(320) / 8)
        for seed in batch * count..<(batch + 1) * count {
            let bytes = Self.table(seed: seed)
            let plain = PlainTable(bytes, zone: .jakarta)
            var generator = SeededGenerator(seed: seed ^ 0xFFFF)
            for _ in 0..<2 {
                let blockBytes = Int.random(in: 1...100, using: &generator)
                let workers = Int.random(in: 1...3, using: &generator)
                let seen = try SeenLog(bytes: bytes) { request in
                    request.blockBytes = blockBytes
                    request.workers = workers
                    request.zone = .jakarta
                }
                let how = Comment(rawValue: "seed \(seed), blocks of \(blockBytes), \(workers) workers")
                #expect(seen.events == plain.used, how)
                #expect(seen.rejects == plain.rejects, how)
                #expect(seen.log.account.ignored == plain.ignored, how)
            }
        }
    }

    /// A clean table with quotes, several cases and resources.
    static func cleanTable(rows: Int, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        var text = "case_id,activity,timestamp,resource,kind,unit\n"
        for row in 0..<rows {
            let number = Int.random(in: 0..<max(1, rows / 5), using: &generator)
            let day = Int.random(in: 1...28, using: &generator)
            let name = number % 7 == 0 ? "\"case \"\"\(number)\"\", x\ny\"" : "case-\(number)"
            let date = "2024-0\(Int.random(in: 1...9, using: &generator))-\(day < 10 ? "0" : "")\(day)"
            let time = row % 5 == 0 ? date : "\(date)T0\(row % 10):00:00+07:00"
            let kind = number % 11 == 0 ? "k\(row % 2)" : "k"
            text += "\(name),activity \(row % 13),\(time),r\(row % 17),\(kind),\"unit \(number % 3)\"\n"
        }
        return text
    }

    @Test("gives the same partitions for blocks cut at every offset")
    func everyOffset() throws {
        let text = Self.cleanTable(rows: 40, seed: 3)
        let whole = try SeenLog(text) { request in
            request.keepsResource = true
            request.extraColumns = ["kind", "unit"]
        }
        #expect(whole.log.account.used == 40)
        for blockBytes in Array(1...300) + [500, 1000, text.utf8.count - 1, text.utf8.count] {
            let seen = try SeenLog(text) { request in
                request.keepsResource = true
                request.extraColumns = ["kind", "unit"]
                request.blockBytes = blockBytes
            }
            #expect(seen.partitions == whole.partitions, "blocks of \(blockBytes)")
        }
    }

    @Test("gives the same partitions for any number of workers", arguments: [2, 3, 7], [500, 20_000])
    func anyWorkers(_ workers: Int, _ rows: Int) throws {
        let text = Self.cleanTable(rows: rows, seed: 11)
        func read(_ workers: Int) throws -> SeenLog {
            try SeenLog(text) { request in
                request.keepsResource = true
                request.extraColumns = ["kind", "unit"]
                request.blockBytes = 1024
                request.workers = workers
            }
        }
        let one = try read(1)
        let many = try read(workers)
        #expect(many.partitions == one.partitions)
        #expect(many.log.account.used == rows)
        #expect(many.log.activities == one.log.activities)
        #expect(many.log.resources == one.log.resources)
    }

    @Test("tells changes of facts in the order of rows")
    func facts() throws {
        let text = """
            case_id,activity,timestamp,kind,note
            a,A,2024-01-09,x,1
            b,A,2024-01-02,,
            a,B,2024-01-01,x,1
            a,C,2024-01-03,y,1
            a,D,2024-01-04,x,1
            b,B,2024-01-05,z,

            """
        for (blockBytes, workers) in [(1000, 1), (10, 2), (30, 3)] {
            let seen = try SeenLog(text) { request in
                request.extraColumns = ["kind", "absent"]
                request.blockBytes = blockBytes
                request.workers = workers
            }
            #expect(seen.log.factColumns == ["kind"])
            #expect(seen.facts("kind") == ["a": ["x", "y", "x"], "b": ["-", "z"]])
            let orders = seen.partitions.flatMap { partition in
                partition.cases.filter { partition.name(of: $0) == "a" }
                    .flatMap { $0.facts.map { partition.facts[$0].order } }
            }
            #expect(orders == [2, 5, 6])
        }
    }

    @Test("counts facts that are not text by column and reads the rest of the row")
    func badFacts() throws {
        let bytes = Array("case_id,activity,timestamp,kind\na,A,2024-01-09,".utf8) + [0xFF, 0x0A]
        let seen = try SeenLog(bytes: bytes) { $0.extraColumns = ["kind"] }
        #expect(seen.log.account.used == 1)
        #expect(seen.log.account.cellsRejected == [CellCount(column: "kind", reason: "not_utf8", count: 1)])
        #expect(seen.facts("kind") == ["a": ["-"]])
    }
}
