import Foundation
import TestSupport

/// The files of this package, read as text.
enum SourceTree {
    /// The paths of all files below a folder that end in one of the suffixes, relative to the root and sorted.
    static func paths(below folder: String, suffixes: [String]) -> [String] {
        let start = PackageFiles.root.appending(path: folder).resolvingSymlinksInPath()
        guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
        return walk.compactMap { $0 as? String }
            .filter { path in suffixes.contains { path.hasSuffix($0) } && !path.contains(".build/") }
            .map { folder + "/" + $0 }
            .sorted()
    }

    /// The Swift files of all rooms.
    static let sources = paths(below: "Sources", suffixes: [".swift"])

    /// The code of every Swift file of the rooms, read once.
    static let code: [String: CodeText] = Dictionary(
        uniqueKeysWithValues: sources.map { ($0, CodeText((try? PackageFiles.text($0)) ?? "")) }
    )

    /// The room that a file below `Sources` belongs to.
    static func room(of path: String) -> String { String(path.split(separator: "/")[1]) }
}
