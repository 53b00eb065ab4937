import Foundation

/// A file that is gone when it is no longer needed.
final class TemporaryFile: Sendable {
    let url: URL

    /// Writes a text to a new file.
    init(_ text: String, suffix: String = ".csv") throws {
        let name = "izin-embedding-" + UUID().uuidString + suffix
        url = FileManager.default.temporaryDirectory.appending(path: name)
        try Data(text.utf8).write(to: url)
    }

    var path: String { url.path }

    deinit { try? FileManager.default.removeItem(at: url) }
}
