import Foundation
import PermitDocuments
import TestSupport
import Testing

@Suite("The definitions that the binary carries")
struct DefinitionTests {
    private static let compiled = SourceTree.paths(below: "Workflows/Compiled", suffixes: [".json"])
    private static let sums = "Workflows/Compiled/SHA256SUMS"

    private static func name(_ path: String) -> String { String(path.dropFirst("Workflows/Compiled/".count)) }

    @Test("are all that is compiled, and the record of their digests")
    func embedded() {
        #expect(EmbeddedFiles.paths.sorted() == (Self.compiled + [Self.sums]).map(Self.name).sorted())
        #expect(EmbeddedFiles.text("no-such-file.json") == nil)
    }

    @Test("are byte for byte what is compiled", arguments: compiled + [sums])
    func text(path: String) throws {
        #expect(EmbeddedFiles.text(Self.name(path)) == (try PackageFiles.text(path)))
    }

    @Test("stand on one line with sorted members", arguments: compiled)
    func canonical(path: String) throws {
        let text = try PackageFiles.text(path)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
        #expect(DefinitionRule.isSorted(try JSONParser.parse(text, file: path)))
    }

    @Test("have a source that people read, and every source is compiled")
    func sources() {
        let sources = SourceTree.paths(below: "Workflows", suffixes: [".yaml"])
            .map { $0.dropFirst("Workflows/".count).dropLast(".yaml".count) }
        #expect(sources.sorted() == Self.compiled.map { Self.name($0).dropLast(".json".count) }.sorted())
    }

    @Test("name a legal source for every limit and for what happens when it runs out")
    func legal() throws {
        let nodes = try Self.compiled.map { ($0, try JSONParser.parse(PackageFiles.text($0), file: $0)) }
        let workflows = nodes.filter { $0.1["workflow"] != nil }
        #expect(workflows.map { DefinitionRule.sourcedParts($0.1) }.reduce(0, +) > 0)
        let found = workflows.flatMap { DefinitionRule.withoutSource($0.1, file: $0.0) }
        #expect(found.isEmpty, "\(found.listing)")
    }

    @Test("match the recorded digests")
    func digests() throws {
        let listed = try PackageFiles.text(Self.sums).split(separator: "\n")
            .compactMap { $0.split(separator: " ").last.map(String.init) }
        #expect(listed == Self.compiled.map(Self.name))
        let check = try Program.run(
            "sha256sum",
            ["--check", "--strict", "--quiet", "SHA256SUMS"],
            in: PackageFiles.root.appending(path: "Workflows/Compiled")
        )
        #expect(check.status == 0, "\(check.output)\(check.errors)")
    }
}

@Suite("A rule about definitions")
struct DefinitionRuleTests {
    @Test(
        "finds members out of order, in UTF-16 and at any depth",
        arguments: [
            (#"{"a":1,"b":[{"c":1,"d":2}]}"#, true), (#"{"b":1,"a":1}"#, false),
            (#"[{"a":[{"z":1,"y":2}]}]"#, false),
            ("{\"\u{1F600}\":1,\"\u{FB33}\":1}", true), (#"{"a":1,"a":2}"#, false),
        ]
    )
    func order(text: String, isSorted: Bool) throws {
        #expect(DefinitionRule.isSorted(try JSONParser.parse(text, file: "a")) == isSorted)
    }

    @Test(
        "finds a limit without its source",
        arguments: [
            (#"{"clocks":[{"limit":{"amount":5}}]}"#, 1),
            (#"{"clocks":[{"limit":{"amount":5,"legal":" "}}]}"#, 1),
            (#"{"clocks":[{"limit":"5","on_expiry":{"action":"a"}}]}"#, 2),
            (#"{"clocks":[{"limit":{"amount":5,"legal":"Pasal 1"}}]}"#, 0),
        ]
    )
    func finds(text: String, count: Int) throws {
        let node = try JSONParser.parse(text, file: "a")
        #expect(DefinitionRule.withoutSource(node, file: "a").count == count)
    }
}
