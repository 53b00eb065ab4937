import Foundation
import Testing

/// Files that a test's output must equal byte for byte; `UPDATE_GOLDEN=1` rewrites them and fails the run.
enum Golden {
    /// Compares a text with the golden file of this name, or rewrites the file.
    static func expect(
        _ text: String,
        named name: String,
        in folder: String = #filePath,
        at location: SourceLocation = #_sourceLocation
    ) {
        let file = URL(fileURLWithPath: folder)
            .deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            #expect(throws: Never.self) { try Data(text.utf8).write(to: file) }
            Issue.record("rewrote \(name); run again without UPDATE_GOLDEN", sourceLocation: location)
            return
        }
        let golden = try? String(contentsOf: file, encoding: .utf8)
        #expect(text == golden, "differs from Golden/\(name)", sourceLocation: location)
    }
}
