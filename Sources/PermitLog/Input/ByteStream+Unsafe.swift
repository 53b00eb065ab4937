// Invariants of this file:
// - `read` writes at most `room` bytes at `target` and says how many.

/// Bytes in order: a file, what is decompressed or re-encoded out of one, or rows written as text.
protocol ByteStream: AnyObject {
    /// The bytes of the file itself that were read so far, as stored.
    var bytesRead: Int { get }

    /// The file's size; nil where it cannot be known.
    var size: Int? { get }

    /// Fills up to `room` bytes at `target`; 0 at the end. A fault stays: every later call throws it again.
    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int
}

extension ByteInput: ByteStream {}
