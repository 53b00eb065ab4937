import Foundation
import Testing

@Suite("The fixture of Kota Contoh")
struct FixtureTests {
    private static let name = "Fixtures/kota-contoh-2017-2021"
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("is what its command writes")
    func generated() throws {
        let run = try Command.run("generate", "--permits", "3000", "--seed", "2018")
        #expect(run.status == 0, "\(run.errors)")
        expect(run.output, in: Self.name + ".csv")
        let page = try text(of: "Fixtures/README.md")
        #expect(page.contains("izin generate --permits 3000 --seed 2018 --output \(Self.name).csv"))
    }

    @Test("gives the report beside it", arguments: [("text", "txt"), ("json", "json")])
    func report(format: String, suffix: String) throws {
        let run = try Command.run("replay", Self.name + ".csv", "--format", format, in: Self.root)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "")
        expect(run.output, in: "\(Self.name).expected.\(suffix)")
    }

    private func text(of path: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Compares a text with a file of the package, or rewrites the file under `UPDATE_GOLDEN=1`.
    private func expect(_ found: String, in path: String) {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            let file = Self.root.appendingPathComponent(path)
            #expect(throws: Never.self) { try Data(found.utf8).write(to: file) }
            Issue.record("rewrote \(path); run again without UPDATE_GOLDEN")
            return
        }
        // Not `found == expected`, whose failure would print both files.
        let isSame = (try? text(of: path)) == found
        #expect(isSame, "differs from \(path)")
    }
}
