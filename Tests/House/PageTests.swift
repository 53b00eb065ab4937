import Foundation
import Testing

@Suite("The pages of the documentation")
struct PageTests {
    private static let catalogue = "Sources/izin/Izin.docc"

    static let pages: [String] =
        SourceTree.paths(below: catalogue, suffixes: [".md"])
        + ["README.md", "Fixtures/README.md"]
        .filter { path in
            FileManager.default.fileExists(atPath: SourceTree.root.appending(path: path).path)
        }

    static let blocks: [MarkdownText.Block] = pages.flatMap { path in
        MarkdownText((try? SourceTree.text(path)) ?? "", file: path).blocks
    }

    @Test("exist") func exist() { #expect(Self.pages.count >= 8) }

    @Test("show commands of izin with what they print", arguments: blocks.filter { $0.language == "console" })
    func console(block: MarkdownText.Block) throws {
        #expect(!block.session.isEmpty, "a console block holds lines that begin with \"$ izin\"")
        for (arguments, output) in block.session {
            #expect(arguments.first == "izin")
            let run = try Command.izin(Array(arguments.dropFirst()))
            #expect(lines(of: run.output + run.errors) == output, "izin \(arguments.dropFirst())")
        }
    }

    @Test(
        "show Swift that an embedder compiles and tests",
        arguments: blocks.filter { $0.language == "swift" && !$0.lines.joined().contains(".package(") }
    )
    func swift(block: MarkdownText.Block) throws {
        let files = SourceTree.paths(below: "Tests/Embedding/Tests", suffixes: [".swift"])
        let isCompiled = try files.contains { block.isPart(of: try SourceTree.text($0)) }
        #expect(isCompiled, "no file of Tests/Embedding holds this block")
    }

    @Test(
        "show YAML that is read without a fault or is part of a file",
        arguments: blocks.filter { $0.language == "yaml" }
    )
    func yaml(block: MarkdownText.Block) throws {
        let files = SourceTree.paths(below: "Workflows", suffixes: [".yaml"])
        let isShipped = try files.contains { block.isPart(of: try SourceTree.text($0)) }
        #expect(isShipped, "no file of Workflows holds this block")
    }

    @Test("of the front show what the first command prints")
    func readme() throws {
        let readme = MarkdownText(try SourceTree.text("README.md"), file: "README.md")
        let (command, output) = try #require(readme.firstCommand(beginningWith: "swift run "))
        let words = MarkdownText.Block.words(of: command)
        let arguments = words.drop { $0 != "izin" }.dropFirst()
        let run = try Command.izin(Array(arguments))
        #expect(run.status == 0, "\(run.errors)")
        #expect(lines(of: run.output) == output.lines)
        #expect(readme.firstCommand(beginningWith: "swift test") != nil)
    }

    private func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
            .map(String.init)
    }
}
