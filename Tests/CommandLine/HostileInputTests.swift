import Foundation
import TestSupport
import Testing

/// Inputs that were made, or went wrong, so that a reader crashes, hangs or fills the memory.
///
/// The command runs in a shell with an address space of 2 GB and a minute of processor time.
@Suite("A hostile input", .enabled(if: Program.isComplete))
struct HostileInputTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Runs `izin` with some arguments as a line of a shell, under its limits.
    private func replay(_ line: String) throws -> Program.Outcome {
        let izin = try Program.izinPath
        let script = "ulimit -v 2000000; ulimit -t 60; ulimit -c 0; izin() { \"\(izin)\" \"$@\"; }\n" + line
        return try Program.run("bash", ["-c", script], in: scratch.folder)
    }

    /// Expects that the file cannot be read, for the reason that a text names.
    private func expectRefused(_ run: Program.Outcome, _ reason: String) {
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.errors.contains(reason), "\(run.errors)")
        #expect(run.output == "")
    }

    /// The `input` of a report.
    private func input(_ run: Program.Outcome) throws -> [String: Any] {
        #expect(run.status == 0, "\(run.errors)")
        let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return try #require(report?["input"] as? [String: Any])
    }

    /// The `input` of a log's report: rows, used, rejected, ignored.
    private func counts(_ run: Program.Outcome) throws -> [Int] {
        let input = try input(run)
        let counts = ["rows", "used", "rejected", "ignored"].compactMap { input[$0] as? Int }
        #expect(counts.count == 4 && counts[0] == counts[1] + counts[2] + counts[3])
        return counts
    }

    /// The reasons of rejection in a log's report.
    private func reasons(_ run: Program.Outcome) throws -> [String] {
        let rejections = try input(run)["rejections"] as? [[String: Any]] ?? []
        return rejections.compactMap { $0["reason"] as? String }
    }

    @Test("that is a gzip bomb is refused")
    func gzipBomb() throws {
        // Members one behind the other: 160 MB of zeros in 160 kB.
        let run = try replay(
            """
            printf 'case,activity,time\\nA,Receive,2024-01-02\\n' | gzip > bomb.csv.gz
            head -c 4000000 /dev/zero | gzip -9 > one.gz
            for i in $(seq 40); do cat one.gz; done >> bomb.csv.gz
            izin replay bomb.csv.gz
            """
        )
        expectRefused(run, "1000 times its size")
    }

    @Test("that is a workbook with a zip bomb for a part is refused")
    func zipBomb() throws {
        let length = 1 << 26
        _ = try replay("{ printf '<workbook>'; yes '<sheets/>'; } | head -c \(length) | gzip -9n > part.gz")
        let packed = try Data(contentsOf: scratch.folder.appending(path: "part.gz"))
        let part = ZipMaker.Packed(
            path: "xl/workbook.xml",
            bytes: Array(packed.dropFirst(10).dropLast(8)),
            count: length,
            checksum: 0
        )
        _ = try scratch.file("book.xlsx", Data(ZipMaker.archive(packed: [part], method: 8)))
        try expectRefused(replay("izin replay book.xlsx"), "500 times")
    }

    @Test("whose XML entities stand for entities does not have them opened")
    func entityBomb() throws {
        let entities = (1..<10)
            .map { level in
                let inside = String(repeating: "&a\(level - 1);", count: 10)
                return "<!ENTITY a\(level) \"\(inside)\">"
            }
        let text =
            "<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a0 \"lol\">\(entities.joined())]>"
            + "<log><trace><string key=\"concept:name\" value=\"&a9;\"/><event>"
            + "<string key=\"concept:name\" value=\"&a9;\"/>"
            + "<date key=\"time:timestamp\" value=\"2024-01-02T08:00:00Z\"/></event></trace></log>"
        _ = try scratch.file("bomb.xes", text)
        let run = try replay("izin replay --format json bomb.xes")
        #expect(run.status == 2 || run.status == 0, "\(run.errors)")
        #expect(run.output.count < 100_000)
        #expect(!run.output.contains("lollol"))
    }

    @Test("that changes its delimiter in the middle has the other rows rejected")
    func changedDelimiter() throws {
        let other = "C;Receive;2024-01-02T08:00:00;shop\nC;Decide;2024-01-03T08:00:00;shop\n"
        _ = try scratch.file("log.csv", SampleLogs.good + other)
        let run = try replay("izin replay --format json log.csv")
        #expect(try counts(run) == [7, 5, 2, 0])
        #expect(try reasons(run) == ["short_row"])
    }

    @Test("of 10,000 columns is read")
    func manyColumns() throws {
        let more = (0..<10_000)
        let header = "case,activity,time," + more.map { "column \($0)" }.joined(separator: ",")
        let row = "A,Receive,2024-01-02T08:00:00," + more.map(String.init).joined(separator: ",")
        _ = try scratch.file("log.csv", header + "\n" + row + "\n" + row + ",\n")
        #expect(try counts(replay("izin replay --format json log.csv")) == [2, 2, 0, 0])
    }

    @Test("with a quoted cell that never ends loses its row alone")
    func openQuote() throws {
        _ = try scratch.file(
            "log.csv",
            "case,activity,time,type\nX,\"Receive,2024-01-02,shop\n" + SampleLogs.rows
        )
        let run = try replay("izin replay --format json log.csv")
        #expect(try counts(run) == [6, 5, 1, 0])
        #expect(try reasons(run) == ["unterminated_quote"])
    }

    @Test("of a line of 1 GB loses the line, and takes no memory for it", arguments: ["", "\""])
    func longLine(_ quote: String) throws {
        // The line is a hole in the file: zero bytes that take no room on the disk.
        let run = try replay(
            """
            printf 'case,activity,time\\nA,Receive,2024-01-02\\nB,\(quote)' > long.csv
            truncate -s 1G long.csv
            printf '\(quote),2024-01-02\\nC,Receive,2024-01-02\\n' >> long.csv
            ulimit -v 600000
            izin replay --format json long.csv
            """
        )
        #expect(try counts(run) == [3, 2, 1, 0])
        #expect(try reasons(run) == ["field_too_long"])
    }

    @Test("in two encodings is read, and no row is lost without a word")
    func mixedEncodings() throws {
        var bytes = Data(SampleLogs.good.utf8)
        bytes += Data("C,Re".utf8) + [0xE7] + Data("u,2024-01-02T08:00:00,café\n".utf8)
        _ = try scratch.file("log.csv", bytes)
        let found = try counts(replay("izin replay --format json log.csv"))
        #expect(found[0] == 6)
        #expect(found[1] >= 5)
    }

    @Test("that is a loop of symbolic links is refused")
    func linkLoop() throws {
        expectRefused(try replay("ln -s b.csv a.csv; ln -s a.csv b.csv; izin replay a.csv"), "a.csv")
    }

    @Test("that loses its end while it is read ends with a report or a refusal")
    func shrinking() throws {
        let run = try replay(
            """
            { echo case,activity,time; yes A,Receive,2024-01-02T08:00:00 | head -n 400000; } > log.csv
            { sleep 0.2; truncate -s 2000000 log.csv; } &
            izin replay --format json log.csv
            status=$?
            wait
            exit $status
            """
        )
        #expect(run.status == 0 || (run.status == 2 && run.errors.contains("shorter")), "\(run.errors)")
    }

    @Test("without any byte is refused: a device, an empty pipe")
    func nothing() throws {
        expectRefused(try replay("izin replay /dev/null"), "empty")
        expectRefused(try replay("true | izin replay -"), "empty")
        expectRefused(try replay("mkfifo pipe; true > pipe & izin replay pipe"), "empty")
    }

    @Test("that is a named pipe is read like a file")
    func namedPipe() throws {
        _ = try scratch.file("log.csv", SampleLogs.good)
        let run = try replay("mkfifo pipe; cat log.csv > pipe & izin replay --format json pipe")
        #expect(try counts(run) == [5, 5, 0, 0])
    }

    @Test("of zero bytes without end is refused when it comes from a pipe")
    func zeros() throws {
        let run = try replay("head -c 300000000 /dev/zero | izin replay -")
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.output == "")
    }

    @Test("that is a folder with a link to itself is read once")
    func folderLoop() throws {
        _ = try scratch.file("log.csv", SampleLogs.good)
        let run = try replay(
            "mkdir in && mv log.csv in/ && ln -s ../in in/again && izin replay --format json in"
        )
        #expect(try counts(run) == [5, 5, 0, 0])
    }
}
