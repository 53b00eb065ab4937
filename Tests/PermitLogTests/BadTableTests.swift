import PermitLog
import TestSupport
import Testing
import WorkingTime

@Suite("A damaged table")
struct BadTableTests {
    static let header = "case_id,activity,timestamp\n"

    @Test(
        "has its bad rows rejected with line, column and reason",
        arguments: [
            ("b,B", "short_row", nil),
            ("b,B,2024-01-01T09:00:00Z,extra", "long_row", nil),
            (",B,2024-01-01T09:00:00Z", "empty_case", "case_id"),
            ("b,,2024-01-01T09:00:00Z", "empty_activity", "activity"),
            ("b,B,", "empty_time", "timestamp"),
            ("b,B,   ", "empty_time", "timestamp"),
            ("b,B,not-a-date", "bad_time", "timestamp"),
            ("b,B,01/02/2024 08:00", "ambiguous_date", "timestamp"),
            ("b,B,2024-02-30", "impossible_date", "timestamp"),
            ("b,B,2024-02-30T08:00:00+07:00", "impossible_date", "timestamp"),
            ("b,B,2024-02-03T24:00:00+07:00", "impossible_date", "timestamp"),
            ("b,B,2964-01-01T09:00:00+07:00", "time_out_of_range", "timestamp"),
            ("b,B,1899-12-31", "time_out_of_range", "timestamp"),
            ("b,B\u{0},2024-01-01T09:00:00Z", "nul_byte", "activity"),
            ("b\u{0},B,2024-01-01T09:00:00Z", "nul_byte", "case_id"),
            ("b,B,2024-01-01T09:00:00\u{0}", "nul_byte", "timestamp"),
            ("b,\"B,2024-01-01T09:00:00Z", "unterminated_quote", nil),
        ] as [(String, String, String?)]
    )
    func badRow(_ row: String, _ reason: String, _ column: String?) throws {
        let text = Self.header + "a,A,2024-01-01T08:00:00Z\n" + row + "\na,C,2024-01-01T10:00:00Z\n"
        let seen = try SeenLog(text)
        #expect(seen.rejects == ["3 \(reason)"])
        #expect(seen.log.account.rejects.first?.column == column)
        #expect(seen.activities(of: "a") == ["A", "C"])
        #expect(seen.log.account.rejections == [ReasonCount(reason: reason, count: 1)])
    }

    @Test(
        "has text that is not UTF-8 rejected where it is used",
        arguments: [
            (0, "case_id"), (1, "activity"), (2, "timestamp"),
        ]
    )
    func notUTF8(_ cell: Int, _ column: String) throws {
        var cells: [[UInt8]] = [Array("b".utf8), Array("B".utf8), Array("2024-01-01".utf8)]
        cells[cell].append(0xE9)
        let row = Array(cells.joined(separator: [0x2C]))
        let bytes = Array(Self.header.utf8) + row + [0x0A] + Array("a,A,2024-01-01T08:00:00Z\n".utf8)
        let seen = try SeenLog(bytes: bytes)
        #expect(seen.rejects == ["2 not_utf8"])
        #expect(seen.log.account.rejects.first?.column == column)
        #expect(seen.log.account.used == 1)
    }

    @Test("may have cells that nobody reads in any encoding")
    func unreadCells() throws {
        let bytes =
            Array("case_id,activity,timestamp,note\na,A,2024-01-01T08:00:00Z,".utf8) + [0xE9, 0x00, 0x0A]
        #expect(try SeenLog(bytes: bytes).log.account.used == 1)
    }

    @Test("has times without zone rejected under strictness, and dates not")
    func strict() throws {
        let text =
            Self.header
            + "a,A,2024-01-01T08:00:00\na,B,2024-01-01 08:00\na,C,2024-01-01\na,D,2024-01-01T08:00:00Z\n"
        let seen = try SeenLog(text) { $0.isStrict = true }
        #expect(seen.rejects == ["2 time_without_zone", "3 time_without_zone"])
        #expect(seen.log.account.used == 2)
    }

    @Test("has a field of 100 MB rejected without being stored", arguments: [true, false])
    func hugeField(_ isQuoted: Bool) throws {
        let quote: [UInt8] = isQuoted ? [0x22] : []
        var bytes = Array((Self.header + "a,A,2024-01-01T08:00:00Z\nb,").utf8) + quote
        bytes += [UInt8](repeating: 0x78, count: 100_000_000)
        bytes += quote + Array(",2024-01-01T08:00:00Z\na,C,2024-01-01T10:00:00Z\n".utf8)
        let seen = try SeenLog(bytes: bytes)
        #expect(seen.rejects == ["3 field_too_long"])
        #expect(seen.events.map(\.order) == [2, 4])
    }

    @Test("has a case id, an activity or a time longer than 65,535 bytes rejected")
    func longCells() throws {
        let long = String(repeating: "x", count: 65_536)
        let fits = String(repeating: "y", count: 65_535)
        let text =
            Self.header
            + "\(long),A,2024-01-01\na,\(long),2024-01-01\na,A,\(long)\n\(fits),\(fits),2024-01-01\n"
        let seen = try SeenLog(text)
        #expect(seen.rejects == ["2 field_too_long", "3 field_too_long", "4 bad_time"])
        #expect(seen.events.map(\.caseID) == [fits])
    }

    @Test("loses one row to an opening quote that nothing closes, wherever the file ends")
    func openQuote() throws {
        let rows = (0..<2000).map { "c\($0),A,2024-01-01T08:00:00Z\n" }.joined()
        let seen = try SeenLog(Self.header + "x,\"A,2024-01-01T08:00:00Z\n" + rows) { request in
            request.recordBytes = 4096
            request.blockBytes = 1000
        }
        #expect(seen.rejects == ["2 unterminated_quote"])
        #expect(seen.log.account.used == 2000)
        #expect(seen.events.first?.order == 3)
    }

    @Test("accepts surplus cells when they are empty")
    func trailingDelimiter() throws {
        #expect(try SeenLog(Self.header + "a,A,2024-01-01,\na,B,2024-01-01,,\n").log.account.used == 2)
    }

    @Test("lists rejects up to the limit, the first of the file, and counts all")
    func listedRejects() throws {
        let rows = (0..<5000).map { $0 % 3 == 0 ? "a,A\n" : "a,A,2024-01-01\n" }.joined()
        for workers in [1, 2, 3, 7] {
            let seen = try SeenLog(Self.header + rows) { request in
                request.listedRejects = 10
                request.workers = workers
                request.blockBytes = 512
            }
            #expect(seen.log.account.rejected == 1667)
            let orders: [UInt32] = (0..<10).map { 2 + 3 * $0 }
            #expect(seen.log.account.rejects.map(\.order) == orders)
            #expect(seen.log.account.rejectsNotListed == 1657)
        }
    }

    @Test("shows the offending cell and no other, and never a personal one")
    func samples() throws {
        var profile = Profile(name: "p")
        profile.personal = ["case_id"]
        let text = Self.header + "secret,Act,bad-date\n\u{0}secret,Act,2024-01-01\n"
        let seen = try SeenLog(text) { $0.profile = profile }
        #expect(seen.log.account.rejects.map(\.sample) == ["bad-date", ""])
    }
}

@Suite("A file that is no log")
struct NoLogTests {
    func code(_ text: String, _ adjust: (inout ReadRequest) -> Void = { _ in }) -> LogError.Code? {
        readError(Array(text.utf8), adjust)?.code
    }

    @Test("is an error when it is absent, a directory or empty")
    func paths() {
        for (path, code) in [("no/such/file.csv", LogError.Code.absent), (TemporaryFile.folder, .directory)] {
            #expect(throws: LogError.self) { try LogReader.read(ReadRequest(sources: [path])) }
            do throws(LogError) {
                _ = try LogReader.read(ReadRequest(sources: [path]))
            } catch {
                #expect(error.code == code)
                #expect(error.position?.file == path)
            }
        }
        #expect(code("") == .empty)
        #expect(readError(gzipped([]), suffix: ".gz")?.code == .empty)
    }

    @Test("is an error that lists the columns when the header lacks one")
    func columns() throws {
        let error = try #require(readError(Array("id,what,when\na,A,2024-01-01\n".utf8)))
        #expect(error.code == .noSuchColumns)
        #expect(error.message.contains("\"id\", \"what\", \"when\""))
        #expect(error.message.contains("--case, --activity, --time"))
        let named = try #require(
            readError(Array("case_id,activity,timestamp\n".utf8)) { $0.activityColumn = "activty" }
        )
        #expect(named.message.contains("did you mean \"activity\"?"))
    }

    @Test("is an error when it is blank, binary, zipped, or without columns in any encoding")
    func formats() {
        #expect(code("\n\n\r\n") == .notALog)
        #expect(readError([0xFF, 0xFE, 0x61, 0x00])?.code == .noSuchColumns)
        #expect(readError([0x61, 0x00, 0x2C, 0x00])?.code == .noSuchColumns)
        #expect(readError([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0x0A])?.code == .notALog)
        #expect(readError([0x50, 0x4B, 0x03, 0x04, 0x14])?.code == .damaged)
        #expect(readError([0x28, 0xB5, 0x2F, 0xFD, 0x14])?.code == .notALog)
        #expect(readError([0x63, 0xE9, 0x0A])?.code == .noSuchColumns)
        #expect(code("\"case_id,activity\n") == .notALog)
    }

    @Test("says what was read before a gzip file was cut, and where it is damaged")
    func gzip() throws {
        var generator = SeededGenerator(seed: 7)
        let rows = (0..<20_000)
            .map { _ in
                "c\(Int.random(in: 0..<100, using: &generator)),A\(Int.random(in: 0..<9, using: &generator)),2024-01-01\n"
            }
        let whole = gzipped(Array(("case_id,activity,timestamp\n" + rows.joined()).utf8))
        let cut = try #require(
            readError(Array(whole.dropLast(whole.count / 3)), suffix: ".csv.gz") {
                $0.blockBytes = 4096
            }
        )
        #expect(cut.code == .truncatedGzip)
        let read = try #require(cut.readSoFar)
        #expect(read.rows > 1000)
        #expect(read.rows < 20_000)
        #expect(read.events == read.rows)
        #expect(read.cases == 100)
        var damaged = whole
        for index in 0..<64 { damaged[whole.count / 2 + index] ^= 0xA5 }
        #expect(readError(damaged, suffix: ".csv.gz") { $0.blockBytes = 4096 }?.code == .corruptGzip)
        #expect(readError(whole + [1, 2, 3], suffix: ".csv.gz")?.code == .corruptGzip)
        #expect(readError(Array(whole.dropLast(4)), suffix: ".csv.gz")?.code == .truncatedGzip)
    }

    @Test("is whole with several gzip members, and with zeros behind them")
    func gzipMembers() throws {
        let parts = ["case_id,activity,timest", "amp\na,A,2024-01-01\n", "", "b,B,2024-01-01\n"]
        let bytes = parts.flatMap { gzipped(Array($0.utf8)) } + [UInt8](repeating: 0, count: 700_000)
        #expect(try SeenLog(bytes: bytes, suffix: ".gz").log.account.used == 2)
    }
}
