// Invariants of this file:
// - at most `room` bytes are written at `target`.

@testable import PermitLog

/// Bytes in memory that come in pieces of a given length, and may end with a fault.
final class ChunkedStream: ByteStream {
    private let bytes: [UInt8]
    private let chunk: Int
    private let failure: LogError?
    private(set) var bytesRead = 0

    init(_ bytes: [UInt8], chunk: Int = .max, failure: LogError? = nil) {
        self.bytes = bytes
        self.chunk = chunk
        self.failure = failure
    }

    var size: Int? { bytes.count }

    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int {
        let count = min(room, chunk, bytes.count - bytesRead)
        if count == 0, let failure { throw failure }
        for offset in 0..<count { target[offset] = bytes[bytesRead + offset] }
        bytesRead += count
        return count
    }
}

/// The same bytes over and over, then an end.
final class EndlessStream: ByteStream {
    private let byte: UInt8
    private let first: [UInt8]
    private let length: Int
    private(set) var bytesRead = 0

    init(_ first: String, then byte: UInt8, length: Int) {
        self.first = Array(first.utf8)
        self.byte = byte
        self.length = length
    }

    var size: Int? { nil }

    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) -> Int {
        let count = min(room, length - bytesRead)
        for offset in 0..<count {
            let place = bytesRead + offset
            target[offset] = place < first.count ? first[place] : byte
        }
        bytesRead += count
        return count
    }
}
