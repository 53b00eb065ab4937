// Invariants of this file:
// - `descriptor` is open from `init` to `deinit` and belongs to this object alone;
// - the bytes passed to the system are readable for the length passed beside them.

internal import Glibc

/// A file that lies in memory, is in no folder, and has a name in this process all the same.
final class MemoryFile {
    private let descriptor: Int32

    /// Creates an empty file.
    init() {
        var name = Array("/dev/shm/izin-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        precondition(descriptor >= 0, "there is a file system in memory with room for a small file")
        unlink(name)
    }

    deinit { close(descriptor) }

    /// A name by which it can be opened.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// What the file holds.
    var bytes: [UInt8] {
        get {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { return [] }
            let size = Int(status.st_size)
            return [UInt8](unsafeUninitializedCapacity: size) { target, count in
                count = max(0, pread(descriptor, target.baseAddress, size, 0))
            }
        }
        set {
            precondition(ftruncate(descriptor, 0) == 0, "a file in memory can be emptied")
            let written = newValue.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
            precondition(written == newValue.count, "a file in memory takes what is written")
        }
    }
}
