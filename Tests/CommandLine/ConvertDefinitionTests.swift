import Foundation
import TestSupport
import Testing

@Suite("Converting a definition", .enabled(if: Program.isComplete))
struct ConvertDefinitionTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func convert(_ arguments: String...) throws -> Program.Outcome {
        try Program.izin(["convert-definition"] + arguments, in: PackageFiles.root)
    }

    @Test(
        "writes a workflow that check accepts, draw draws, and its notes",
        arguments: ["stall.yaml", "stall.json"]
    )
    func writes(name: String) throws {
        let file = scratch.folder.appending(path: name).path
        let run = try convert("Fixtures/digit-market-stall.json", "--output", file)
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(
            run.errors.contains("digit-market-stall.json:9:9: warning: several start states (null, APPLIED)")
        )
        let check = try Program.izin("check", file)
        #expect(check.status == 0)
        #expect(check.output.contains("workflow marketstall, 4 states, 3 actions, 2 clocks"))
        #expect(try Program.izin("draw", file).status == 0)
    }

    @Test("ends with 1 and writes nothing for a service that says too little")
    func refused() throws {
        let text = try PackageFiles.text("Fixtures/digit-market-stall.json")
        let broken = text.replacing(#""nextState": "REJECTED""#, with: #""nextState": "REJECT""#)
        let file = try scratch.file("broken.json", broken)
        let output = scratch.folder.appending(path: "out.yaml").path
        let run = try convert(file.path, "--output", output)
        #expect(run.status == 1)
        #expect(run.errors.contains("leads to the unknown state REJECT; did you mean \"REJECTED\"?"))
        #expect(run.errors.contains("izin: MARKETSTALL is refused for the errors above"))
        #expect(try scratch.names == ["broken.json"])
    }

    @Test("asks which service is meant, and refuses a file that is none")
    func which() throws {
        let service = #"{"businessService": "A", "states": []}"#
        let two = try scratch.file(
            "two.json",
            #"{"BusinessServices": ["# + service + ", " + service.replacing("\"A\"", with: "\"B\"") + "]}"
        )
        let run = try convert(two.path)
        #expect(run.status == 64)
        #expect(run.errors.contains("choose one with --service: A or B"))
        let none = try scratch.file("none.json", "{}")
        #expect(try convert(none.path).status == 1)
        let broken = try scratch.file("broken.json", "{")
        #expect(try convert(broken.path).status == 64)
        #expect(try convert(two.path, "--service", "C").errors.contains("no service \"C\""))
    }
}
