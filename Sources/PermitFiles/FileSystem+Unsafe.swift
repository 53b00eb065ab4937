internal import Glibc

/// Whole small files and folders, by system calls.
///
/// Unsafe because C is handed buffers: `read` and `write` are given the address and the count of an array's own
/// storage, within its bounds and for the length of the call, and names of folder entries are copied out of the entry
/// before the next one is read.
enum FileSystem {
    /// The largest document that is read: definitions are small.
    static let largestDocument = 64 << 20

    static func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { _ = close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= largestDocument else {
                throw FileSystemError(
                    .tooLarge,
                    path: path,
                    message: "larger than 64 MiB, too large for a document"
                )
            }
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure(path) }
        defer { _ = close(file) }
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            offset += count
        }
    }

    /// The names in a folder, sorted, with whether each is a folder; hidden ones left out.
    static func list(_ path: String) throws(FileSystemError) -> [(name: String, isFolder: Bool)] {
        guard let folder = opendir(path) else { throw failure(path) }
        defer { _ = closedir(folder) }
        var entries: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(".") { continue }
            entries.append((name, isFolder(path + "/" + name)))
        }
        return entries.sorted { $0.name < $1.name }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Creates a folder and those above it.
    static func createFolder(_ path: String) throws(FileSystemError) {
        if isFolder(path) { return }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try createFolder(String(path[..<slash]))
        }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
    }

    static func remove(_ path: String) throws(FileSystemError) {
        guard unlink(path) == 0 else { throw failure(path) }
    }

    private static func failure(_ path: String) -> FileSystemError {
        let number = errno
        let code: FileSystemError.Code =
            switch number {
            case ENOENT: .notFound
            case EISDIR, ENOTDIR: .wrongKind
            default: .system
            }
        return FileSystemError(
            code,
            path: path,
            message: strerror(number).map { String(cString: $0) } ?? "failed"
        )
    }
}
