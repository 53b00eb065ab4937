import Glibc
import PermitDocuments

/// Files whose names are near a mistyped one.
///
/// Unsafe because C owns a folder's entries: each name is copied out of its entry before the next one is read.
enum NearbyFiles {
    /// A file of the same folder whose name is within two edits; nil when there is none.
    static func nearest(to path: String) -> String? {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard let near = Suggestion.nearest(to: name, among: names(in: folder.isEmpty ? "." : folder)) else {
            return nil
        }
        return folder + near
    }

    private static func names(in folder: String) -> [String] {
        guard let entries = opendir(folder) else { return [] }
        defer { _ = closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
            )
        }
        return names.sorted()
    }
}
