import Glibc
import PermitLog
import Testing

@Suite("A file that would take time or memory without end")
struct HostileLogTests {
    private static let header = "case_id,activity,timestamp\n"

    @Test("is refused when it unpacks to more than a thousand times its size")
    func gzipBomb() throws {
        let log = gzipped(Array((Self.header + "c-1,A,2024-01-01T08:00:00Z\n").utf8))
        let zeros = gzipped([UInt8](repeating: 0, count: 4_000_000))
        let bomb = TemporaryFile(log + Array(repeating: zeros, count: 40).flatMap { $0 }, suffix: ".csv.gz")
        let error = try #require(throws: LogError.self) {
            try LogReader.read(ReadRequest(sources: [bomb.path]))
        }
        #expect(error.code == .tooLarge)
        #expect(error.message.contains("1000 times its size"))
    }

    @Test("is read when it unpacks to much and was a log")
    func packedWell() throws {
        let line = "c-1,A,2024-01-01T08:00:00Z\n"
        let packed = gzipped(Array((Self.header + String(repeating: line, count: 400_000)).utf8))
        let file = TemporaryFile(packed, suffix: ".csv.gz")
        #expect(try LogReader.read(ReadRequest(sources: [file.path])).account.used == 400_000)
    }

    @Test("is refused when quoted cells are opened in every line and never closed")
    func openQuotes() throws {
        let file = TemporaryFile(Self.header + String(repeating: "a\",\"x\n", count: 30_000))
        let error = try #require(throws: LogError.self) {
            try LogReader.read(ReadRequest(sources: [file.path]))
        }
        #expect(error.code == .notALog)
        #expect(error.message.contains("more than 1000 quoted cells are not closed"))
    }

    @Test("has every row counted when its cells hold bytes that are no text")
    func bytesOfNoText() throws {
        let cell = "{\"case\":\"a\",\"activity\":\"x\",\"timestamp\":\"2024-01-01\",\"who\":\"?\"}\n"
        let lines = Array((cell + "{\n" + cell).utf8).map { $0 == 0x3F ? 0xFF : $0 }
        let file = TemporaryFile([0xEF, 0xBB, 0xBF] + lines, suffix: ".jsonl")
        let account = try LogReader.read(ReadRequest(sources: [file.path])).account
        #expect([account.rows, account.used, account.rejected, account.ignored] == [3, 2, 1, 0])
    }

    @Test("is refused when it becomes shorter while it is read", arguments: [1, 2])
    func shrinking(_ workers: Int) throws {
        let rows = (0..<200_000).map { "c\($0),A,2024-01-01T08:00:00Z\n" }.joined()
        let file = TemporaryFile(Self.header + rows)
        let path = file.path
        var request = ReadRequest(sources: [path])
        request.workers = workers
        request.progress = { _ in _ = truncate(path, 2_000_000) }
        let error = try #require(throws: LogError.self) { try LogReader.read(request) }
        #expect(error.code == .readFailed)
        #expect(error.message.contains("shorter"))
        #expect((error.readSoFar?.events ?? 0) > 0)
    }

    @Test("with a record of a length at the limit is the same in blocks of any size", arguments: -3...3)
    func atTheLimit(_ surplus: Int) throws {
        let limit = 2000
        let rest = ",A,2024-01-01T08:00:00Z\n"
        let long = String(repeating: "x", count: limit + surplus - rest.utf8.count) + rest
        let file = TemporaryFile(Self.header + "a,A,2024-01-01\n" + long + "b,A,2024-01-02\n")
        for blockBytes in [64, 100, 1999, 2000, 2001, 4000, 100_000] {
            var request = ReadRequest(sources: [file.path])
            request.recordBytes = limit
            request.blockBytes = blockBytes
            let account = try LogReader.read(request).account
            #expect(account.rejected == (surplus > 0 ? 1 : 0), "in blocks of \(blockBytes)")
            #expect(account.used == (surplus > 0 ? 2 : 3), "in blocks of \(blockBytes)")
        }
    }
}
