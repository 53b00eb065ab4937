import Foundation
import TestSupport
import Testing

@Suite("The fixture of Kota Contoh")
struct FixtureTests {
    private static let name = "Fixtures/kota-contoh-2017-2021"

    @Test("is what its command writes")
    func generated() throws {
        let run = try Program.izin("generate", "--permits", "3000", "--seed", "2018")
        #expect(run.status == 0, "\(run.errors)")
        #expect(GoldenFile.fault(of: run.output, at: Self.name + ".csv") == nil)
        let page = try PackageFiles.text("Fixtures/README.md")
        #expect(page.contains("izin generate --permits 3000 --seed 2018 --output \(Self.name).csv"))
    }

    @Test("gives the report beside it", arguments: [("text", "txt"), ("json", "json")])
    func report(format: String, suffix: String) throws {
        let run = try Program.izin("replay", Self.name + ".csv", "--format", format, in: PackageFiles.root)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "")
        #expect(GoldenFile.fault(of: run.output, at: "\(Self.name).expected.\(suffix)") == nil)
    }
}
