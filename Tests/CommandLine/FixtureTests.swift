import Foundation
import TestSupport
import Testing

@Suite("The fixtures of Kota Contoh")
struct FixtureTests {
    /// A log that ships, with the commands that make it and its report.
    struct Fixture: Sendable, CustomTestStringConvertible {
        var name: String
        var generate: String
        var replay: String
        var testDescription: String { name }
    }

    private static let fixtures = [
        Fixture(
            name: "Fixtures/kota-contoh-2017-2021",
            generate: "generate --permits 3000 --seed 2018",
            replay: "replay Fixtures/kota-contoh-2017-2021.csv"
        ),
        Fixture(
            name: "Fixtures/kota-contoh-2017-2025",
            generate: "generate --city kota-contoh-oss --permits 1400 --seed 2025",
            replay: "replay Fixtures/kota-contoh-2017-2025.csv --as-of 2025-12-31 --by regime,permit_type"
        ),
    ]

    @Test("are what their commands write", arguments: fixtures)
    func generated(fixture: Fixture) throws {
        let run = try Program.izin(fixture.generate.split(separator: " ").map(String.init))
        #expect(run.status == 0, "\(run.errors)")
        #expect(GoldenFile.fault(of: run.output, at: fixture.name + ".csv") == nil)
        let page = try PackageFiles.text("Fixtures/README.md")
        #expect(page.contains("izin \(fixture.generate) --output \(fixture.name).csv"))
        #expect(page.contains("izin \(fixture.replay)"))
    }

    /// The files of OSS and of the office, which are of one city.
    private static let offices = [
        ("list-izin", "Fixtures/list-izin.csv"), ("local-sheet", "Fixtures/local-sheet.csv"),
        ("proyek", "Fixtures/proyek.csv"), ("messages", "Fixtures/oss-messages.jsonl"),
    ]

    @Test("as OSS and an office would hold them are what their commands write", arguments: offices)
    func officeFile(kind: String, path: String) throws {
        let generate = "generate --city kota-contoh-oss --from 2024-07-01 --permits 700 --seed 7 --as \(kind)"
        let run = try Program.izin(generate.split(separator: " ").map(String.init))
        #expect(run.status == 0, "\(run.errors)")
        #expect(GoldenFile.fault(of: run.output, at: path) == nil)
        let page = try PackageFiles.text("Fixtures/README.md")
        #expect(page.contains("izin \(generate) --output \(path)"))
    }

    @Test("give the reports beside them", arguments: fixtures, [("text", "txt"), ("json", "json")])
    func report(fixture: Fixture, form: (format: String, suffix: String)) throws {
        let words = fixture.replay.split(separator: " ").map(String.init)
        let run = try Program.izin(words + ["--format", form.format], in: PackageFiles.root)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "")
        #expect(GoldenFile.fault(of: run.output, at: "\(fixture.name).expected.\(form.suffix)") == nil)
    }
}
