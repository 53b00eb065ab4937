public import Foundation

/// The files of this package, wherever it stands.
public enum PackageFiles {
    /// The folder that holds `Package.swift`.
    public static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            precondition(folder.path != "/", "the tests stand below Package.swift")
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// The path of a file or folder by its path from the root.
    public static func path(_ path: String) -> String { root.appending(path: path).path }

    /// The text of a file by its path from the root.
    public static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The path of the folder of public logs and references, which is no part of the project.
    ///
    /// It is the one that `IZIN_SHARED` names, else `../shared` seen from the root; nil where it is absent.
    public static let shared: String? = {
        let named = ProcessInfo.processInfo.environment["IZIN_SHARED"].map { URL(filePath: $0) }
        let folder = named ?? root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder.path : nil
    }()
}
