// Invariants of this file:
// - `stream`, when there is one, was set up by `deflateInit2_` and is ended once, in `deinit`;
// - the descriptor is closed once: by `close()`, or in `deinit` when that was not called.

internal import CZlib
import Glibc

/// A file or standard output, compressed when the name ends in `.gz`.
public final class ByteOutput {
    private static let room = 1 << 18
    private let name: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private var stream: UnsafeMutablePointer<z_stream>?

    /// Creates or overwrites a file; `-` is standard output.
    public init(_ name: String) throws(LogError) {
        self.name = name
        buffer.reserveCapacity(Self.room + 4096)
        if name == "-" {
            descriptor = 1
        } else {
            descriptor = Glibc.open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw Self.failure(name, "the file cannot be created") }
        }
        if name.hasSuffix(".gz") { try startDeflating() }
    }

    deinit {
        if let stream {
            deflateEnd(stream)
            stream.deallocate()
        }
        if descriptor > 1 { Glibc.close(descriptor) }
    }

    private static func failure(_ name: String, _ message: String) -> LogError {
        let cause = String(cString: strerror(errno))
        return LogError(.writeFailed, message, cause: cause, position: LogPosition(file: name))
    }

    private func startDeflating() throws(LogError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else {
            stream.deallocate()
            throw LogError(.writeFailed, "zlib cannot start", position: LogPosition(file: name))
        }
        self.stream = stream
    }

    /// Adds text; it may be held back until the output is closed.
    public func write(_ text: String) throws(LogError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.room { try flush(isLast: false) }
    }

    /// Writes what was held back and closes the file.
    public func close() throws(LogError) {
        try flush(isLast: true)
        guard descriptor > 1 else { return }
        let status = Glibc.close(descriptor)
        descriptor = -1
        if status != 0 { throw Self.failure(name, "writing failed") }
    }

    private func flush(isLast: Bool) throws(LogError) {
        let bytes = buffer
        buffer.removeAll(keepingCapacity: true)
        guard let stream else {
            try writeAll(bytes)
            return
        }
        try writeAll(deflated(bytes, stream, isLast: isLast))
    }

    private func deflated(_ bytes: [UInt8], _ stream: UnsafeMutablePointer<z_stream>, isLast: Bool) -> [UInt8]
    {
        var bytes = bytes
        return bytes.withUnsafeMutableBufferPointer { source in
            var result: [UInt8] = []
            var room = [UInt8](repeating: 0, count: 1 << 16)
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = UInt32(source.count)
            var isFull = true
            while isFull {
                room.withUnsafeMutableBufferPointer { target in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = UInt32(target.count)
                    deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                }
                let left = Int(stream.pointee.avail_out)
                result += room[0..<(room.count - left)]
                isFull = left == 0
            }
            return result
        }
    }

    private func writeAll(_ bytes: [UInt8]) throws(LogError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure(name, "writing failed") }
            start += count
        }
    }
}
