internal import Glibc

// Unsafe because the C library is called. Invariants:
// - `getenv` gives a text ending in zero or nil; it is copied before anything else runs.
// - `read` writes at most the given count into a buffer of that size, which the array owns for the whole call.
// - The descriptor is closed on every path.
extension ZoneFile {
    /// Where zone files are looked for: `$TZDIR`, else `/usr/share/zoneinfo`.
    static var directory: String {
        guard let path = getenv("TZDIR"), path[0] != 0 else { return "/usr/share/zoneinfo" }
        return String(cString: path)
    }

    /// The bytes of a zone's file; nil when it cannot be read or has more than 1 MiB.
    static func bytes(of name: String) -> [UInt8]? {
        let descriptor = open("\(directory)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= 1 << 20 {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += chunk[0..<count]
        }
        return nil
    }
}
