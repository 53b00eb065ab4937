import Foundation
import TestSupport
import Testing

@Suite("izin replay", .enabled(if: Program.isComplete))
struct ReplayTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func replay(_ log: String, _ options: String...) throws -> Program.Outcome {
        let file = try scratch.file("log.csv", log)
        return try Program.izin(["replay", file.path] + options)
    }

    @Test("reads a plain log without any option and says nothing on standard error")
    func plain() throws {
        let run = try replay(SampleLogs.good)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output.hasPrefix("2 cases with 5 events"))
        #expect(run.output.contains("Rows         5: 5 used, 0 rejected, 0 ignored"))
    }

    @Test("speaks Indonesian")
    func indonesian() throws {
        let run = try replay(SampleLogs.good, "--language", "id")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("2 berkas dengan 5 kejadian"))
    }

    @Test("reads standard input")
    func standardInput() throws {
        let run = try Program.izin("replay", "-", "--format", "json", input: SampleLogs.good)
        #expect(run.status == 0)
        let report = try json(run.output)
        let input = try #require(report["input"] as? [String: Any])
        #expect(input["events"] as? Int == 5)
        #expect(input["files"] as? [String] == ["-"])
    }

    @Test("writes JSON that says that a span is no turnaround")
    func span() throws {
        let run = try replay(SampleLogs.good, "--format", "json")
        let report = try json(run.output)
        #expect(report["turnaround"] is NSNull)
        #expect(report["survival"] is NSNull)
        let assumptions = try #require(report["assumptions"] as? [[String: String]])
        #expect(assumptions.contains { $0["text"]?.contains("is not a turnaround") == true })
        let duration = try #require(report["case_duration"] as? [String: Any])
        #expect(duration["count"] as? Int == 2)
    }

    @Test("accounts for every row of a damaged log", arguments: ["", "--strict"])
    func damaged(strict: String) throws {
        let rejects = scratch.folder.appendingPathComponent("rejects.csv")
        let options = ["--format", "json", "--rejects", rejects.path] + (strict.isEmpty ? [] : [strict])
        let file = try scratch.file("log.csv", SampleLogs.dirty)
        let run = try Program.izin(["replay", file.path] + options)
        #expect(run.status == (strict.isEmpty ? 0 : 1))
        let input = try #require(try json(run.output)["input"] as? [String: Any])
        let counts = ["rows", "used", "rejected", "ignored"].compactMap { input[$0] as? Int }
        #expect(counts.count == 4)
        #expect(counts[0] == 7)
        #expect(counts[0] == counts[1] + counts[2] + counts[3])
        let lines = try String(contentsOf: rejects, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1 + counts[2])
        #expect(lines.contains { $0.contains("log.csv,3,time,impossible_date,2024-02-30") })
    }

    @Test("says nothing of a log without a usable row")
    func nothing() throws {
        let header = try replay("case,activity,time\n")
        #expect(header.status == 2)
        #expect(header.errors.contains("no row is an event"))
        #expect(header.output.hasPrefix("Nothing can be said"))
        let run = try replay("case,activity,time\nA,,2024-01-01\n", "--format", "json")
        #expect(run.status == 2)
        let report = try json(run.output)
        #expect(report["as_of"] is NSNull)
        #expect(report["case_duration"] is NSNull)
    }

    @Test("gives the same bytes for any number of workers")
    func workers() throws {
        var rows = "case,activity,time\n"
        for number in 0..<4_000 {
            let second = String(number * 7919 % 86_400 + 86_400)
            let hour = (Int(second) ?? 0) / 3600 % 24
            let day = 1 + number % 28
            rows += "C\(number % 611),a\(number * 31 % 17),2024-01-\(day < 10 ? "0" : "")\(day)"
            rows += "T\(hour < 10 ? "0" : "")\(hour):00:00+07:00\n"
        }
        let one = try replay(rows, "--format", "json", "--workers", "1")
        #expect(one.status == 0)
        for workers in ["2", "3", "7"] {
            let more = try replay(rows, "--format", "json", "--workers", workers)
            #expect(more.output == one.output, "\(workers) workers")
        }
    }

    @Test("groups by a column and writes a row for each permit")
    func groups() throws {
        let cases = scratch.folder.appendingPathComponent("cases.csv")
        let run = try replay(
            SampleLogs.good,
            "--by",
            "type",
            "--format",
            "json",
            "--cases",
            cases.path,
            "--case-ids",
            "as-written"
        )
        #expect(run.status == 0)
        let groups = try #require(try json(run.output)["groups"] as? [[String: Any]])
        #expect(groups.compactMap { $0["value"] as? String } == ["factory", "shop"])
        let lines = try String(contentsOf: cases, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("case,workflow,state,outcome,submitted,decided,ended,days"))
        #expect(lines[1].hasPrefix("A,") && lines[1].hasSuffix(",shop"))
    }

    @Test("writes its report whole or not at all")
    func whole() throws {
        let report = scratch.folder.appendingPathComponent("report.txt")
        let run = try replay(SampleLogs.good, "--output", report.path)
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(try String(contentsOf: report, encoding: .utf8).hasPrefix("2 cases"))
        let failed = try replay(SampleLogs.good, "--by", "nothing", "--output", report.path + "2")
        #expect(failed.status == 64)
        #expect(try scratch.names == ["log.csv", "report.txt"])
    }

    @Test("does not write over the log that it reads")
    func protects() throws {
        let file = try scratch.file("log.csv", SampleLogs.good)
        for option in ["--output", "--cases", "--rejects"] {
            let run = try Program.izin("replay", file.path, option, "./log.csv", in: scratch.folder)
            #expect(run.status == 64)
            #expect(run.errors.contains("would write over a log"))
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == SampleLogs.good)
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
