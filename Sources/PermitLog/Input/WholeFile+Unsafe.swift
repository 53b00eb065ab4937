// Invariants of this file:
// - the buffer has room for what is read into it.

/// All bytes of a file, decompressed when they begin as gzip does.
public enum WholeFile {
    /// Whether a file begins as gzip does.
    public static func isCompressed(_ path: String) throws(LogError) -> Bool {
        try ByteInput(opening: path).isCompressed
    }

    /// Reads a file that fits into memory.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: How many bytes it may have, decompressed.
    /// - Returns: The bytes.
    /// - Throws: A `LogError` when it cannot be read, or has more bytes.
    public static func bytes(of path: String, limit: Int) throws(LogError) -> [UInt8] {
        let input = try ByteInput(opening: path)
        var run = ByteRun(capacity: min(limit, input.size ?? 0) + 1)
        while true {
            run.reserve(1 << 18)
            let count = try input.read(into: run.bytes + run.count, room: 1 << 18)
            if count == 0 { return Array(UnsafeBufferPointer(start: run.bytes, count: run.count)) }
            run.extend(by: count)
            guard run.count <= limit else {
                throw LogError(
                    .tooLarge,
                    "the file has more than \(limit >> 20) MB when it is decompressed",
                    position: LogPosition(file: path)
                )
            }
        }
    }
}
