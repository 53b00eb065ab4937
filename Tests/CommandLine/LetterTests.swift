import Foundation
import TestSupport
import Testing

@Suite("A letter on one permit", .enabled(if: Program.isComplete))
struct LetterTests {
    private static let log = "Fixtures/kota-contoh-2017-2021.csv"
    static let cases = ["KC-2021-00272", "KC-2017-00004"].flatMap { name in ["en", "id"].map { (name, $0) } }

    private func explain(_ name: String, _ options: String...) throws -> Program.Outcome {
        try Program.izin(["replay", Self.log, "--explain", name] + options, in: PackageFiles.root)
    }

    @Test("reads as its golden file", arguments: cases)
    func golden(name: String, language: String) throws {
        let run = try explain(name, "--language", language)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "")
        let path = "Tests/CommandLine/Golden/letter-\(name)-\(language).txt"
        #expect(GoldenFile.fault(of: run.output, at: path) == nil)
    }

    @Test("has no line of more than 80 columns and names no officer", arguments: cases)
    func fits(name: String, language: String) throws {
        let run = try explain(name, "--language", language)
        for line in run.output.split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
            #expect(line.last != " ")
        }
        let rows = try PackageFiles.text(Self.log).split(separator: "\n").dropFirst()
        let officers = Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[3] })
            .filter { $0.contains("-") }
        #expect(officers.count == 13)
        for officer in officers { #expect(!run.output.contains(officer)) }
    }

    @Test("is given as JSON with the same ledger that --ledgers writes")
    func json() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "ledgers.jsonl")
        let all = try Program.izin(
            "replay",
            Self.log,
            "--ledgers",
            file.path,
            "--case-ids",
            "as-written",
            in: PackageFiles.root
        )
        #expect(all.status == 0, "\(all.errors)")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 3000)
        let name = "KC-2021-00272"
        let line = try #require(lines.first { $0.contains("\"case\":\"\(name)\"") })
        let one = try object(explain(name, "--format", "json").output)
        let same = try object(String(line))
        #expect(one["case"] as? String == name)
        for key in ["clocks", "stretches", "ages"] {
            let (left, right) = (try #require(one[key] as? NSObject), try #require(same[key] as? NSObject))
            #expect(left == right, "\(key)")
        }
        #expect((one["events"] as? [Any])?.count == 11)
    }

    @Test("writes ledgers in the order of --cases")
    func order() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "ledgers.jsonl")
        let table = scratch.folder.appending(path: "cases.csv")
        let run = try Program.izin(
            "replay",
            Self.log,
            "--ledgers",
            file.path,
            "--cases",
            table.path,
            "--case-ids",
            "as-written",
            in: PackageFiles.root
        )
        #expect(run.status == 0, "\(run.errors)")
        let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst()
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(rows.count == lines.count)
        for (row, line) in zip(rows, lines) {
            #expect(line.hasPrefix("{\"case\":\"\(row.prefix { $0 != "," })\""))
        }
    }

    @Test("is refused for a permit that the log does not have, with the nearest ones")
    func unknown() throws {
        let run = try explain("KC-2021-0272")
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.contains("the log has no permit \"KC-2021-0272\""))
        #expect(run.errors.contains("\"KC-2021-00272\""))
        let other = try explain("something else")
        #expect(other.status == 64)
        #expect(other.errors.contains("--cases lists them all"))
    }

    @Test("names departures with their place and what was skipped")
    func departures() throws {
        let scratch = try Scratch()
        let log = try scratch.file(
            "log.csv",
            """
            case,activity,time
            A,submitted,2018-03-01T09:00
            A,coffee,2018-03-01T10:00
            A,requirements_verified,2018-03-02T09:00
            A,approved,2018-03-05
            A,approved,2018-03-06T09:00

            """
        )
        let run = try Program.izin(
            "replay",
            log.path,
            "--workflow",
            "madiun-iui-tdi-2017",
            "--explain",
            "A",
            in: scratch.folder
        )
        #expect(run.status == 0, "\(run.errors)")
        let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("log.csv:3"))
        #expect(text.contains("\"coffee\""))
        #expect(text.contains("activity that no workflow knows"))
        #expect(text.contains("not allowed at this point"))
        #expect(text.contains("Skipped: "))
        #expect(text.contains("after the end of the procedure"))
        #expect(text.contains("The procedure was chosen by name."))
    }

    @Test("says of what comes after the grant that it is no part of it")
    func afterGrant() throws {
        let scratch = try Scratch()
        let log = try scratch.file(
            "log.csv",
            "case,activity,time\nA,submitted,2022-03-01T09:00\nA,approved,2022-03-02T09:00\nA,warned,2022-05-02T09:00\n"
        )
        let run = try Program.izin(
            "replay",
            log.path,
            "--workflow",
            "oss-rba-2021-high",
            "--explain",
            "A"
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2 May 2022, 09:00: warned, after the grant"), "\(run.output)")
    }

    @Test("leaves out what the profile marks as personal")
    func personal() throws {
        let scratch = try Scratch()
        let log = try scratch.file(
            "log.csv",
            "case,activity,time,owner,kind\nA,submitted,2018-03-01T09:00,Siti,shop\n"
        )
        let profile = try scratch.file(
            "profile.json",
            #"""
            {"profile": "p", "title": {"en": "p"}, "match": ["owner"],
             "columns": {"case": "case", "activity": "activity", "time": "time"}, "zone": "Asia/Jakarta",
             "facts": {"owner": {"column": "owner", "type": "text"}, "kind": {"column": "kind", "type": "text"}},
             "personal": ["owner"]}
            """#
        )
        for format in ["text", "json"] {
            let run = try Program.izin(
                "replay",
                log.path,
                "--profile",
                profile.path,
                "--explain",
                "A",
                "--format",
                format
            )
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("shop"))
            #expect(!run.output.contains("Siti"))
        }
    }

    @Test("tells history and age without a workflow")
    func plain() throws {
        let scratch = try Scratch()
        let log = try scratch.file("log.csv", SampleLogs.good)
        let run = try Program.izin("replay", log.path, "--explain", "A")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2 January 2024, 08:00: Receive."))
        #expect(run.output.contains("3.1 days"))
        #expect(!run.output.contains("Departures"))
    }

    @Test("excludes what speaks of all permits")
    func usage() throws {
        for options in [["--cases", "x.csv"], ["--ledgers", "x.jsonl"], ["--format", "csv"]] {
            let run = try Program.izin(["replay", Self.log, "--explain", "A"] + options)
            #expect(run.status == 64)
        }
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
