import Foundation
import TestSupport
import Testing

@Suite("Checking with scenarios", .enabled(if: Program.isComplete))
struct ScenarioCommandTests {
    private let scratch: Scratch
    private let good = "Fixtures/scenarios/madiun-iui-tdi-2017.yaml"

    init() throws { scratch = try Scratch() }

    /// Runs the city's scenarios with a part replaced, against the bundled workflow.
    private func check(_ part: String, with other: String) throws -> Program.Outcome {
        let text = try PackageFiles.text(good)
        let changed = text.replacing(part, with: other, maxReplacements: 1)
        try #require(changed != text)
        let file = try scratch.file("cases.yaml", changed)
        return try Program.izin("check", "madiun-iui-tdi-2017", "--scenarios", file.path)
    }

    @Test("says how many ran and how much they cover, and ends well when all is as stated")
    func clean() throws {
        let run = try Program.izin(
            "check",
            "Workflows/madiun-iui-tdi-2017.yaml",
            "--scenarios",
            "Fixtures/scenarios",
            in: PackageFiles.root
        )
        #expect(run.status == 0)
        #expect(run.errors == "")
        let last = run.output.split(separator: "\n").last
        #expect(last == "madiun-iui-tdi-2017: 14 scenarios, 16 of 16 transitions covered")
    }

    @Test("ends with 1 and names what came out differently with its place")
    func different() throws {
        let run = try check("due: 2017-10-09, consumed: 5", with: "due: 2017-10-10, consumed: 5")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "cases.yaml:16:47: error: case \"issued on the last day in time\": clock service"
            )
        )
        #expect(run.output.contains("expected 2017-10-10, got 2017-10-09"))
    }

    @Test("ends with 1 for a transition that no scenario takes")
    func uncovered() throws {
        let run = try check("do: refuse, as: head, with: [reason]", with: "do: withdraw, as: applicant")
        #expect(run.status == 1)
        #expect(run.output.contains("warning: no scenario takes refuse from verification to refused"))
        #expect(run.output.contains("14 scenarios, 15 of 16 transitions covered"))
    }

    @Test("ends with 1 for a file of an unknown workflow, and for a workflow without a file")
    func strays() throws {
        let run = try check("scenarios: madiun-iui-tdi-2017", with: "scenarios: madiun-iui-tdi-2018")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "unknown workflow \"madiun-iui-tdi-2018\"; did you mean \"madiun-iui-tdi-2017\"?"
            )
        )
        #expect(run.output.contains("warning: no file of "))
        #expect(run.output.contains("madiun-iui-tdi-2017: 0 scenarios, 0 of 16 transitions covered"))
    }

    @Test("refuses a folder that holds no scenarios")
    func empty() throws {
        let run = try Program.izin("check", "pp-24-2018", "--scenarios", scratch.folder.path)
        #expect(run.status == 64)
        #expect(run.errors.contains("holds no .yaml file"))
    }
}
