internal import Foundation

/// A file of the package that a test's output must equal byte for byte.
public enum GoldenFile {
    /// Compares a text with a file, or rewrites the file under `UPDATE_GOLDEN=1`, which fails the run too.
    ///
    /// - Parameters:
    ///   - text: What the test produced.
    ///   - path: The file's path from the root of the package.
    /// - Returns: What is wrong, in words, and the first line that differs; nil when nothing is.
    public static func fault(of text: String, at path: String) -> String? {
        let golden = (try? PackageFiles.text(path)) ?? ""
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { return rewritten(text, at: path) }
        if text == golden { return nil }
        let lines = (text.split(separator: "\n"), golden.split(separator: "\n"))
        let number = zip(lines.0, lines.1).prefix { $0 == $1 }.count
        let (found, wanted) = (lines.0.dropFirst(number).first, lines.1.dropFirst(number).first)
        return "differs from \(path): \"\(found ?? "")\" instead of \"\(wanted ?? "")\""
    }

    private static func rewritten(_ text: String, at path: String) -> String {
        do {
            try Data(text.utf8).write(to: PackageFiles.root.appending(path: path))
            return "rewrote \(path); run again without UPDATE_GOLDEN"
        } catch {
            return "could not rewrite \(path): \(error)"
        }
    }
}
