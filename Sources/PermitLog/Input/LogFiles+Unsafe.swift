// Invariants of this file:
// - a directory stream is closed on every way out of the function that opened it;
// - an entry's name is copied before the next entry is asked for.

import Glibc

/// The files of a log that is named by files and folders.
public enum LogFiles {
    /// How deep folders are looked into.
    private static let deepest = 64

    /// The endings of names of files that may hold a log, each also with `.gz` behind it.
    public static let endings = [
        "csv", "htm", "html", "json", "jsonl", "jsonocel", "ndjson", "ocel", "sqlite", "tsv", "txt", "xes",
        "xls", "xlsm",
        "xlsx", "xml", "xmlocel",
    ]

    /// Replaces every folder by the files in it and in its folders that may hold a log, sorted by their paths.
    ///
    /// Files are taken as they are named, whatever their ending, and `-` is standard input. A folder that is met again,
    /// by way of a link, is passed over; hidden files are too.
    ///
    /// - Parameter paths: Files and folders.
    /// - Returns: The files, and what was left out of folders.
    /// - Throws: A `LogError` for a folder that cannot be read or holds no such file.
    public static func expand(_ paths: [String]) throws(LogError) -> (files: [String], left: [DirtFinding]) {
        var files: [String] = []
        var left: [DirtFinding] = []
        for path in paths {
            guard path != "-", isFolder(path) else {
                files.append(path)
                continue
            }
            var walk = Walk()
            try walk.enter(path, depth: 0)
            guard !walk.files.isEmpty else {
                throw LogError(
                    .directory,
                    "the folder holds no file that may be a log: "
                        + endings.map { "." + $0 }.joined(separator: ", "),
                    position: LogPosition(file: path)
                )
            }
            files += walk.files.sorted()
            guard !walk.others.isEmpty else { continue }
            let names = walk.others.sorted().prefix(5).joined(separator: ", ")
            left.append(
                DirtFinding(.leftOut, file: path, count: walk.others.count, detail: "files: \(names)")
            )
        }
        return (files, left)
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private struct Walk {
        var files: [String] = []
        var others: [String] = []
        private var seen: Set<[UInt64]> = []

        mutating func enter(_ folder: String, depth: Int) throws(LogError) {
            var status = stat()
            guard depth < deepest, stat(folder, &status) == 0,
                seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
            else { return }
            for name in try names(in: folder).sorted() where !name.hasPrefix(".") {
                let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
                if isFolder(path) {
                    try enter(path, depth: depth + 1)
                } else if mayBeLog(name) {
                    files.append(path)
                } else {
                    others.append(path)
                }
            }
        }

        private func names(in folder: String) throws(LogError) -> [String] {
            guard let stream = opendir(folder) else {
                throw LogError(
                    .notPermitted,
                    "the folder cannot be read",
                    cause: String(cString: strerror(errno)),
                    position: LogPosition(file: folder)
                )
            }
            defer { closedir(stream) }
            var names: [String] = []
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { names.append(name) }
            }
            return names
        }

        private func mayBeLog(_ name: String) -> Bool {
            let plain = name.lowercased()
            let bare = plain.hasSuffix(".gz") ? String(plain.dropLast(3)) : plain
            return endings.contains { bare.hasSuffix("." + $0) }
        }
    }
}
