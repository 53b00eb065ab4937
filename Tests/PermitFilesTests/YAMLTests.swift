import PermitDocuments
import PermitFiles
import Testing

#if YAML
@Suite("A YAML document")
struct YAMLTests {
    private func read(_ text: String) throws -> DocumentNode {
        try DocumentFiles.read(text, file: "permit.yaml")
    }

    private func fault(_ text: String) -> String? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test(
        "keeps every scalar as it is written",
        arguments: ["on", "yes", "007", "1e3", "null", "~", "2018-07-09", "0x10"]
    )
    func scalars(word: String) throws {
        #expect(try read("at: \(word)")["at"]?.scalar == word)
        #expect(try read("at: \"\(word)\"")["at"]?.scalar == word)
    }

    @Test("knows where keys and values stand, in lines and bytes")
    func positions() throws {
        let node = try read("a: 1\nstates:\n  verifikasi: {holder: office}\n  \"é\": {x: [p, q]}\n")
        let states = try #require(node["states"])
        #expect(states["verifikasi"]?["holder"]?.position.description == "permit.yaml:3:24")
        #expect(states.mapping?[1].position.description == "permit.yaml:4:3")
        #expect(states["é"]?["x"]?.sequence?[1].position.description == "permit.yaml:4:17")
    }

    @Test("may name a value and use it again")
    func aliases() throws {
        let node = try read("a: &days [5, 7]\nb: *days\n")
        #expect(node["b"]?.sequence?.map(\.scalar) == ["5", "7"])
    }

    @Test("keeps long texts and non-Latin ones")
    func texts() throws {
        #expect(try read("a: >-\n  two\n  lines\n")["a"]?.scalar == "two lines")
        #expect(try read("a: Ṣubḥ 🏛 \"x\"")["a"]?.scalar == "Ṣubḥ 🏛 \"x\"")
    }

    @Test(
        "that is broken is refused at its place",
        arguments: [
            ("a: [1, 2\nb: 3\n", "permit.yaml:2:2: error: not YAML: did not find expected ',' or ']'"),
            (
                "a: 1\n\tb: 2\n",
                "permit.yaml:2:1: error: not YAML: found a tab character that violates indentation"
            ),
            ("a: *nothing\n", "permit.yaml:1:4: error: not YAML: found undefined alias"),
            ("a: 1\nb: 2\na: 3\n", "permit.yaml:1:1: error: key \"a\" stands twice in one mapping"),
            ("a: 1\n---\nb: 2\n", "permit.yaml:2:1: error: not YAML: but found another document"),
            ("", "permit.yaml:1:1: error: the file holds no document"),
            ("? [a, b]\n: c\n", "permit.yaml:1:3: error: a key is a single value, not a list or a mapping"),
        ]
    )
    func broken(text: String, message: String) { #expect(fault(text) == message) }

    @Test("that multiplies itself by aliases is refused")
    func bomb() {
        let lines = (1...9)
            .map { "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]" }
        let text = "a0: &a0 lol\n" + lines.joined(separator: "\n")
        #expect(fault(text)?.contains("aliases repeat more than 500000 values") == true)
    }
}
#endif

@Suite("A document's file")
struct DocumentFileTests {
    @Test("is told by its name")
    func name() throws {
        #expect(try DocumentFiles.read("{\"a\": [1]}", file: "x.json")["a"]?.sequence?.count == 1)
        #expect(throws: Diagnostic.self) { try DocumentFiles.read("a: 1", file: "x.txt") }
    }

    @Test("that is not there, or is a folder, is an error that names it")
    func absent() throws {
        let error = #expect(throws: FileSystemError.self) { try DocumentFiles.read(path: "no/such.yaml") }
        #expect(error?.code == .notFound)
        #expect(error?.description == "no/such.yaml: No such file or directory")
        #expect(throws: FileSystemError.self) { try DocumentFiles.read(path: "/") }
    }

    #if !YAML
    @Test("in YAML is refused with a way out in a build without the trait")
    func withoutYAML() {
        let error = #expect(throws: Diagnostic.self) { try DocumentFiles.read("a: 1", file: "x.yaml") }
        #expect(error?.message.contains("give the compiled JSON") == true)
    }
    #endif

    @Test("has the digest that the standard gives, where the build computes digests")
    func digest() {
        let wanted = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Digest.sha256(Array("abc".utf8)) == (Digest.isAvailable ? wanted : nil))
    }
}
