import Foundation
import TestSupport
import Testing

@Suite("Inspect", .enabled(if: Program.isComplete))
struct InspectTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func inspect(_ arguments: String...) throws -> [String: Any] {
        let run = try Program.izin(["inspect"] + arguments + ["--format", "json"], in: PackageFiles.root)
        #expect(run.status == 0, "\(run.errors)")
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return try #require((value?["files"] as? [[String: Any]])?.first)
    }

    private func level(_ id: String, _ file: [String: Any]) -> String? {
        let indicators = file["indicators"] as? [[String: Any]]
        return indicators?.first { $0["id"] as? String == id }?["level"] as? String
    }

    @Test("says that a list of licences of OSS proves no lateness, and why")
    func listOfLicences() throws {
        let found = try inspect("Fixtures/list-izin.csv")
        #expect(level("on_time", found) == "not")
        #expect(level("conformance", found) == "not")
        #expect(level("data_quality", found) == "computable")
        let text = try Program.izin("inspect", "Fixtures/list-izin.csv", in: PackageFiles.root).output
        #expect(text.contains("Read by oss-list-izin"))
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("that Id Permohonan Izin holds it is confirmed by no office"))
        #expect(words.contains("NIB's date Day of Tanggal Terbit Oss"))
    }

    @Test("says that the list joined with the office's own sheet does")
    func joined() throws {
        let found = try inspect("Fixtures/list-izin.csv", "--join", "Fixtures/local-sheet.csv")
        #expect(level("on_time", found) == "computable")
        #expect(level("applicant_time", found) == "computable")
    }

    @Test("shows nobody's name, and of a NIB four digits", arguments: ["text", "json"])
    func privacy(format: String) throws {
        for file in ["Fixtures/list-izin.csv", "Fixtures/local-sheet.csv", "Fixtures/proyek.csv"] {
            let run = try Program.izin("inspect", file, "--format", format, in: PackageFiles.root)
            #expect(run.status == 0, "\(run.errors)")
            #expect(!run.output.contains("Contoh Rekaan"), "\(file)")
            #expect(run.output.firstMatch(of: /\b9999\d{9}\b/) == nil, "\(file)")
            #expect(run.output.contains("***"))
        }
    }

    @Test("writes no line of more than 80 columns", arguments: ["en", "id"])
    func width(language: String) throws {
        let run = try Program.izin(
            "inspect",
            "Fixtures/dirt/24-not_records.csv",
            "--language",
            language,
            in: PackageFiles.root
        )
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count > 40)
        #expect(lines.allSatisfy { $0.count <= 80 })
    }

    @Test("drafts a profile by which the file is replayed")
    func draft() throws {
        let profile = scratch.folder.appending(path: "draft.yaml").path
        let file = "Fixtures/dirt/13-negative_durations.csv"
        let drafted = try Program.izin("inspect", file, "--draft", profile, in: PackageFiles.root)
        #expect(drafted.status == 0, "\(drafted.errors)")
        #expect(drafted.output.contains("No shipped profile fits"))
        let run = try Program.izin(
            "replay",
            file,
            "--profile",
            profile,
            "--format",
            "json",
            in: PackageFiles.root
        )
        #expect(run.status == 0, "\(run.errors)")
        let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let turnaround = try #require(report?["turnaround"] as? [String: Any])
        #expect(turnaround["n"] as? Int == 19)
        #expect(turnaround["negative"] as? Int == 2)
    }

    @Test("looks at the events of XES, too")
    func xes() throws {
        let log = """
            <?xml version="1.0"?>
            <log><trace><string key="concept:name" value="A"/>
            <event><string key="concept:name" value="09"/><date key="time:timestamp" value="2024-01-02T09:00:00+07:00"/></event>
            <event><string key="concept:name" value="50"/><date key="time:timestamp" value="2024-01-05T09:00:00+07:00"/></event>
            </trace></log>

            """
        let file = try scratch.file("log.xes", log)
        let found = try inspect(file.path)
        #expect(
            (found["columns"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
                .contains("concept:name") == true
        )
        #expect((found["file"] as? [String: Any])?["rows"] as? Int == 2)
    }

    @Test(
        "refuses what it cannot do",
        arguments: [
            ["-"], ["Fixtures/list-izin.csv", "--language", "fr"],
            ["Fixtures/list-izin.csv", "--date-format", "q"],
            ["Fixtures/list-izin.csv", "Fixtures/proyek.csv", "--draft", "x.yaml"], [],
        ]
    )
    func refused(arguments: [String]) throws {
        let run = try Program.izin(["inspect"] + arguments, in: PackageFiles.root)
        #expect(run.status == 64)
        #expect(!run.errors.isEmpty)
    }

    @Test("ends with 2 where there is no file")
    func absent() throws {
        #expect(try Program.izin("inspect", "Fixtures/nothing.csv", in: PackageFiles.root).status == 2)
    }
}
