// Invariants of this file:
// - a source writes at most `room` bytes at `target` and keeps no address.

import Glibc

/// Bytes in memory as a source.
final class ArraySource: ByteStream {
    private let bytes: [UInt8]
    private var position = 0

    var bytesRead: Int { position }
    var size: Int? { bytes.count }

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
