import Foundation
import TestSupport
import Testing

@Suite("izin replay keeps people's data to itself", .enabled(if: Program.isComplete))
struct PrivacyTests {
    private let scratch: Scratch
    private let log: String
    private let profile: String

    /// Whether this build can hash.
    private static var canHash: Bool {
        #if Digests
        true
        #else
        false
        #endif
    }

    init() throws {
        scratch = try Scratch()
        log =
            try scratch.file(
                "log.csv",
                """
                nomor,activity,time,owner,nib,kind
                A-1,submitted,2018-03-01T09:00,Siti,2201234567890,shop
                A-2,submitted,2018-03-02T09:00,Budi,9901234567891,stall
                A-2,submitted,2018-13-02T09:00,Budi,9901234567891,stall

                """
            )
            .path
        profile =
            try scratch.file(
                "profile.json",
                #"""
                {"profile": "p", "title": {"en": "p"}, "match": ["owner"],
                 "columns": {"case": "nomor", "activity": "activity", "time": "time"}, "zone": "Asia/Jakarta",
                 "facts": {"owner": {"column": "owner"}, "nib": {"column": "nib"}, "kind": {"column": "kind"}},
                 "personal": ["owner"], "nib": ["nib"]}
                """#
            )
            .path
    }

    private func replay(_ options: String...) throws -> Program.Outcome {
        try Program.izin(["replay", log, "--profile", profile] + options)
    }

    private func file(_ name: String) -> String { scratch.folder.appending(path: name).path }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: scratch.folder.appending(path: name), encoding: .utf8)
    }

    @Test("in every file and form")
    func everywhere() throws {
        for format in ["text", "json", "csv"] {
            let run = try replay(
                "--by",
                "nib",
                "--format",
                format,
                "--cases",
                file("cases.csv"),
                "--ledgers",
                file("l.jsonl"),
                "--rejects",
                file("rejects.csv"),
                "--case-ids",
                "as-written"
            )
            #expect(run.status == 0, "\(run.errors)")
            let all = try run.output + run.errors + text("cases.csv") + text("l.jsonl") + text("rejects.csv")
            for secret in ["Siti", "Budi", "2201234567890", "9901234567891"] {
                #expect(!all.contains(secret))
            }
            #expect(all.contains("*********7890") && all.contains("A-1"))
        }
    }

    @Test("unless that is asked for, which is said")
    func kept() throws {
        let run = try replay("--by", "owner", "--keep-personal")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Siti"))
        #expect(run.output.contains("Personal columns are kept"))
        #expect(run.errors.contains("owner, nib may stand in what is written"))
        let refused = try replay("--by", "owner")
        #expect(refused.status == 64 && refused.errors.contains("--keep-personal"))
    }

    @Test("with hashes for ids, the same with the same salt", .enabled(if: canHash))
    func hashes() throws {
        let salt = try scratch.file("salt.txt", "salt\n").path
        var tables: [String] = []
        for given in [["--salt", "salt"], ["--salt", "@" + salt], ["--salt", "other"], [], []] {
            let run = try Program.izin(
                ["replay", log, "--profile", profile, "--cases", file("c.csv"), "--ledgers", file("l.jsonl")]
                    + given
            )
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("random salt") == given.isEmpty)
            let (table, ledgers) = (try text("c.csv"), try text("l.jsonl"))
            tables.append(table)
            #expect(!table.contains("A-1"))
            #expect(!ledgers.contains("A-1"))
            let label = table.split(separator: "\n")[1].prefix { $0 != "," }
            #expect(label.count == 16)
            #expect(ledgers.hasPrefix("{\"case\":\"\(label)\""))
        }
        #expect(tables[0] == tables[1])
        #expect(Set(tables).count == 4)
        #expect(tables[0].split(separator: "\n")[1].hasPrefix("7c92dbb1877701ce,"))
    }

    @Test("also for the projects that link permits, wherever they stand", .enabled(if: canHash))
    func projects() throws {
        let log = PackageFiles.path("Fixtures/kota-contoh-2017-2025.csv")
        let run = try Program.izin("replay", log, "--cases", file("c.csv"), "--salt", "salt")
        #expect(run.status == 0, "\(run.errors)")
        let table = try CSVTable(contentsOf: file("c.csv"))
        #expect(Set(table.columns).count == table.columns.count)
        let named = try table.rows.values.filter { try #require(table.value("project", of: $0)) != "" }
        #expect(!named.isEmpty)
        for row in named {
            let project = try #require(table.value("project", of: row))
            #expect(project.count == 16)
            #expect(table.value("fact.project", of: row) == project)
        }
    }

    @Test("and refuses to name permits where it cannot hash, with both ways out", .enabled(if: !canHash))
    func refused() throws {
        let run = try replay("--cases", file("c.csv"))
        #expect(run.status == 64)
        #expect(run.errors.contains("trait Digests") && run.errors.contains("--case-ids as-written"))
        let names = try scratch.names
        #expect(!names.contains("c.csv"))
    }

    @Test(
        "and says what is wrong with the options",
        arguments: [
            (["--salt", "x"], "--cases and --ledgers"),
            (["--cases", "c", "--case-ids", "plain"], "as-written"),
            (["--cases", "c", "--case-ids", "as-written", "--salt", "x"], "leave it out"),
            (["--cases", "c", "--salt", ""], "not empty"),
        ]
    )
    func usage(options: [String], said: String) throws {
        let run = try Program.izin(["replay", log, "--profile", profile] + options)
        #expect(run.status == 64)
        #expect(run.errors.contains(said), "\(run.errors)")
    }
}
