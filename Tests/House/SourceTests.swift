import TestSupport
import Testing

@Suite("The sources")
struct SourceTests {
    @Test("are found, room by room")
    func rooms() {
        #expect(SourceTree.sources.count > 50)
        let rooms = Set(SourceTree.sources.map(SourceTree.room))
        #expect(rooms == Set(RoomRule.allowed.keys), "RoomRule holds the plan of the house")
    }

    @Test("import only what the plan of the house allows", arguments: RoomRule.allowed.keys.sorted())
    func imports(room: String) throws {
        try expectNone(below: "Sources/" + room + "/") { code, file in
            RoomRule.offences(in: code, room: room, file: file)
        }
    }

    @Test("read no clock") func clock() throws { try expectNone(breaking: .clock) }

    @Test("leave nothing to chance") func chance() throws { try expectNone(breaking: .chance) }

    @Test("keep pointers in files of their own") func pointers() throws { try expectNone(breaking: .unsafe) }

    @Test("never stop without a reason") func stops() throws { try expectNone(breaking: .crash) }

    @Test("silence no check") func silencing() throws { try expectNone(breaking: .silencing) }

    @Test("say above unsafe code what makes it right")
    func reasons() throws {
        let found = try SourceTree.sources.flatMap { FileRule.reasons(try PackageFiles.text($0), file: $0) }
        #expect(found.isEmpty, "\(found.listing)")
    }

    @Test("have no file past 500 lines")
    func length() throws {
        let found = try SourceTree.sources.flatMap { FileRule.length(try PackageFiles.text($0), file: $0) }
        #expect(found.isEmpty, "\(found.listing)")
    }

    private func expectNone(breaking rule: CodeRule) throws {
        try expectNone(below: "Sources/") { rule.offences(in: $0, file: $1) }
    }

    private func expectNone(
        below folder: String,
        _ check: (_ code: CodeText, _ file: String) -> [Offence]
    ) throws {
        let files = SourceTree.sources.filter { $0.hasPrefix(folder) }
        #expect(!files.isEmpty)
        let found = try files.flatMap { check(try #require(SourceTree.code[$0]), $0) }
        #expect(found.isEmpty, "\(found.listing)")
    }
}

@Suite("Every text of the project")
struct TextTests {
    private static let suffixes = [
        ".swift", ".c", ".h", ".yaml", ".md", ".json", ".csv", ".modulemap", ".sh", ".txt",
    ]

    @Test("is finished and speaks of no machine")
    func words() throws {
        let files =
            ["Sources", "Tests", "Workflows", "Fixtures"]
            .flatMap { SourceTree.paths(below: $0, suffixes: Self.suffixes) } + ["Package.swift", ".ci/run"]
        let readme = SourceTree.paths(below: ".", suffixes: ["README.md"]).filter { $0 == "./README.md" }
        let found = try (files + readme).flatMap { FileRule.words(try PackageFiles.text($0), file: $0) }
        #expect(found.isEmpty, "\(found.listing)")
    }

    @Test("that tests is run: every folder of tests is a target or a package")
    func testFolders() throws {
        let manifest = try PackageFiles.text("Package.swift")
        let folders = SourceTree.paths(below: "Tests", suffixes: [".swift"])
            .map { $0.split(separator: "/")[1] }
        let forgotten = Set(folders).subtracting(["Embedding"])
            .filter { folder in
                !manifest.contains("\"Tests/\(folder)\"") && !manifest.contains("\"Tests/\(folder)/")
                    && !manifest.replacing(" ", with: "").replacing("\n", with: "")
                        .contains("tests(\"\(folder)\"")
            }
        #expect(forgotten.isEmpty, "Package.swift does not name Tests/\(forgotten.sorted())")
    }
}
