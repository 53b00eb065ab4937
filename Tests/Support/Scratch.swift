public import Foundation

/// A folder that is gone when the value is.
public final class Scratch: Sendable {
    /// Where it is.
    public let folder: URL

    /// Creates an empty folder.
    public init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "izin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file.
    public func file(_ name: String, _ text: String) throws -> URL { try file(name, Data(text.utf8)) }

    /// Writes a file.
    public func file(_ name: String, _ data: Data) throws -> URL {
        let file = folder.appending(path: name)
        try data.write(to: file)
        return file
    }

    /// The names of all files, sorted.
    public var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }
}
