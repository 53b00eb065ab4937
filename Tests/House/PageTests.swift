import Foundation
import TestSupport
import Testing

@Suite("The pages of the documentation")
struct PageTests {
    private static let catalogue = "Sources/izin/Izin.docc"

    static let pages: [String] =
        SourceTree.paths(below: catalogue, suffixes: [".md"])
        + ["README.md", "Fixtures/README.md"]
        .filter { path in
            FileManager.default.fileExists(atPath: PackageFiles.root.appending(path: path).path)
        }

    static let blocks: [MarkdownText.Block] = pages.flatMap { path in
        MarkdownText((try? PackageFiles.text(path)) ?? "", file: path).blocks
    }

    @Test("exist") func exist() { #expect(Self.pages.count >= 8) }

    @Test("show what their commands print; UPDATE_GOLDEN=1 writes it and fails that run", arguments: pages)
    func commands(path: String) throws {
        let text = try PackageFiles.text(path)
        let today = try PageScript(text)
            .rewritten { arguments in
                let run = try Program.izin(arguments, in: PackageFiles.root)
                #expect(run.status == 0, "izin \(arguments): \(run.errors)")
                return run.output + run.errors
            }
        let difference = zip(today.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
        #expect(today == text, "first difference: \(String(describing: difference))")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try Data(today.utf8).write(to: PackageFiles.root.appending(path: path))
        }
    }

    @Test(
        "show Swift that an embedder compiles and tests",
        arguments: blocks.filter { $0.language == "swift" }
    )
    func swift(block: MarkdownText.Block) throws {
        let files = SourceTree.paths(below: "Tests/Embedding/Tests", suffixes: [".swift"])
        let isCompiled = try files.contains { block.isPart(of: try PackageFiles.text($0)) }
        #expect(isCompiled, "no file of Tests/Embedding holds this block")
    }

    @Test(
        "show YAML that is read without a fault or is part of a file",
        arguments: blocks.filter { $0.language == "yaml" }
    )
    func yaml(block: MarkdownText.Block) throws {
        let files = ["Workflows", "Fixtures/scenarios"]
            .flatMap { SourceTree.paths(below: $0, suffixes: [".yaml"]) }
        let isShipped = try files.contains { block.isPart(of: try PackageFiles.text($0)) }
        #expect(isShipped, "no file of Workflows or Fixtures/scenarios holds this block")
    }

    @Test("name only options that the command has")
    func options() throws {
        let helps =
            try [[], ["calendar"], ["calendar", "count"], ["calendar", "deadline"]] + Self.subcommands()
        let help = try helps.map { try Program.izin(["help"] + $0).output }.joined(separator: "\n")
        let known = Set(MarkdownText.options(in: help)).union(["--traits", "--help"])
        #expect(known.count > 20)
        for page in Self.pages {
            let unknown = Set(MarkdownText.options(in: try PackageFiles.text(page))).subtracting(known)
            #expect(unknown.isEmpty, "\(page): \(unknown.sorted())")
        }
    }

    /// The commands that the help lists, each as arguments.
    private static func subcommands() throws -> [[String]] {
        let help = try Program.izin(["help"]).output
        let list = help[(help.range(of: "SUBCOMMANDS:")?.upperBound ?? help.endIndex)...]
        return list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map { [String($0)] } }.filter { $0 != ["See"] }
    }

    @Test("in front name the two commands of a newcomer, each on a line of its own")
    func readme() throws {
        let lines = try PackageFiles.text("README.md").split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("swift run ") })
        #expect(lines.contains { $0.hasPrefix("swift test") })
    }

    @Test("in front claim no more tests than there are, and few less")
    func testCount() throws {
        let files = SourceTree.paths(below: "Tests", suffixes: [".swift"])
            .filter { !$0.contains("/Embedding/") }
        let count = try files.map { TestCount.declared(in: CodeText(try PackageFiles.text($0))) }.reduce(0, +)
        let stated = try #require(TestCount.stated(in: try PackageFiles.text("README.md")))
        #expect((count * 3 / 4...count).contains(stated), "README says \(stated) tests; there are \(count)")
    }
}
