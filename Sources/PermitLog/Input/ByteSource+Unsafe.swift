// Invariants of this file:
// - a source writes at most `room` bytes at `target` and keeps no address.

import Glibc

/// Where a scanner's bytes come from: a file, an array, an entry of an archive.
protocol ByteSource: AnyObject {
    /// Fills up to `room` bytes at `target`; 0 at the end.
    ///
    /// A fault stays: it is thrown again by every later call.
    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int
}

extension ByteInput: ByteSource {}

/// Bytes in memory as a source.
final class ArraySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int {
        let count = min(room, bytes.count - position)
        bytes.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress, count > 0 { memcpy(target, base + position, count) }
        }
        position += count
        return count
    }
}
