import Foundation

/// The files of this package, read as text.
enum SourceTree {
    /// The folder that holds `Package.swift`.
    static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            precondition(folder.path != "/", "the tests stand below Package.swift")
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// The paths of all files below a folder that end in one of the suffixes, relative to the root and sorted.
    static func paths(below folder: String, suffixes: [String]) -> [String] {
        let start = root.appending(path: folder).resolvingSymlinksInPath()
        guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
        return walk.compactMap { $0 as? String }
            .filter { path in suffixes.contains { path.hasSuffix($0) } && !path.contains(".build/") }
            .map { folder + "/" + $0 }
            .sorted()
    }

    /// The text of a file by its path from the root.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The bytes of a file by its path from the root.
    static func data(_ path: String) throws -> Data { try Data(contentsOf: root.appending(path: path)) }

    /// The Swift files of all rooms.
    static let sources = paths(below: "Sources", suffixes: [".swift"])

    /// The code of every Swift file of the rooms, read once.
    static let code: [String: CodeText] = Dictionary(
        uniqueKeysWithValues: sources.map { ($0, CodeText((try? text($0)) ?? "")) }
    )

    /// The room that a file below `Sources` belongs to.
    static func room(of path: String) -> String { String(path.split(separator: "/")[1]) }
}
