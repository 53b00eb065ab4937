// Invariants of this file:
// - `read` writes at most `room` bytes at `target` and says how many.

import Glibc

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

/// What was read ahead of an input, and then the input.
final class RejoinedInput: ByteStream {
    private let ahead: ByteRun
    private let rest: any ByteStream
    private var start = 0

    init(_ ahead: consuming ByteRun, _ rest: any ByteStream) {
        self.ahead = ahead
        self.rest = rest
    }

    var bytesRead: Int { rest.bytesRead }
    var size: Int? { rest.size }

    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int {
        guard start < ahead.count else { return try rest.read(into: target, room: room) }
        let count = min(room, ahead.count - start)
        memcpy(target, ahead.bytes + start, count)
        start += count
        return count
    }
}
