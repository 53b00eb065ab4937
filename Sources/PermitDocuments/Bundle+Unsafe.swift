internal import CWorkflows

/// The compiled workflows, profiles, calendars and vocabulary that the binary carries.
///
/// Unsafe because C arrays are read: `izin_bundle_at` gives a static array and its true length (the table is written by
/// `izin compile` from `sizeof`), and the text is copied out before the pointer is dropped.
public enum EmbeddedFiles {
    /// The paths of all files below `Workflows/Compiled`, sorted, such as `Calendars/id.json`.
    public static let paths: [String] = (0..<izin_bundle_count())
        .compactMap { index in
            let path = String(cString: izin_bundle_at(index).path)
            return path.isEmpty ? nil : path
        }

    /// The text of a file, or nil when there is none at this path.
    public static func text(_ path: String) -> String? {
        for index in 0..<izin_bundle_count() {
            let entry = izin_bundle_at(index)
            guard String(cString: entry.path) == path else { continue }
            return String(
                decoding: UnsafeBufferPointer(start: entry.bytes, count: entry.length),
                as: UTF8.self
            )
        }
        return nil
    }
}
