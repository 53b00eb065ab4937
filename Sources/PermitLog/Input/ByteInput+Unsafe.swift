// Invariants of this file:
// - `stream`, when there is one, was set up by `inflateInit2_` and is ended once, in `deinit`;
// - one thread at a time uses an input: whoever shares it holds a lock;
// - `buffer` holds compressed or plain bytes that were read and not yet given out, at `start..<end`.

internal import CZlib
import Glibc

/// The bytes of a file or of standard input, decompressed when they begin as gzip does.
final class ByteInput {
    private static let room = 1 << 18
    /// How many times its size gzip data may unpack to, once it is past ``freeBytes``; logs come to some 20 times.
    private static let largestRatio = 1000
    private static let freeBytes = 100_000_000
    private let descriptor: Int32
    private let name: String
    private let buffer: UnsafeMutablePointer<UInt8>
    private var start = 0
    private var end = 0
    private var stream: UnsafeMutablePointer<z_stream>?
    private var memberIsOpen = false
    private var sourceIsEmpty = false
    private var failure: LogError?
    private var bytesUnpacked = 0
    /// The bytes of the file itself that were read so far.
    private(set) var bytesRead = 0
    /// The file's size; nil for standard input, pipes and the like.
    let size: Int?

    /// Whether the bytes are decompressed.
    var isCompressed: Bool { stream != nil }

    /// Opens a file, or standard input for `-`.
    init(opening path: String) throws(LogError) {
        let (descriptor, size) = try Self.open(path)
        self.descriptor = descriptor
        self.size = size
        name = path
        buffer = .allocate(capacity: Self.room + 64)
        buffer.initialize(repeating: 0, count: Self.room + 64)
        try refill()
        if end >= 2, buffer[0] == 0x1F, buffer[1] == 0x8B { try startInflating() }
    }

    deinit {
        if let stream {
            inflateEnd(stream)
            stream.deallocate()
        }
        buffer.deallocate()
        if descriptor != 0 { close(descriptor) }
    }

    private static func open(_ path: String) throws(LogError) -> (Int32, Int?) {
        if path == "-" { return (0, nil) }
        let place = LogPosition(file: path)
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let cause = String(cString: strerror(errno))
            switch errno {
            case ENOENT, ENOTDIR:
                throw LogError(
                    .absent,
                    "no such file; name a CSV or XES file, plain or .gz, or - for standard input",
                    position: place
                )
            case EACCES, EPERM: throw LogError(.notPermitted, "the file may not be read", position: place)
            default: throw LogError(.readFailed, "the file cannot be opened", cause: cause, position: place)
            }
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return (descriptor, nil) }
        if status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw LogError(.directory, "this is a directory; name the log files in it", position: place)
        }
        return (descriptor, status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil)
    }

    private func startInflating() throws(LogError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            stream.deallocate()
            throw LogError(.readFailed, "zlib cannot start", position: LogPosition(file: name))
        }
        self.stream = stream
        memberIsOpen = true
    }

    private func refill() throws(LogError) {
        start = 0
        end = try readSource(buffer, Self.room)
        sourceIsEmpty = end == 0
    }

    private func readSource(_ target: UnsafeMutablePointer<UInt8>, _ room: Int) throws(LogError) -> Int {
        while true {
            let count = Glibc.read(descriptor, target, room)
            if count >= 0 {
                bytesRead += count
                if count == 0 { try checkWhole() }
                return count
            }
            if errno == EINTR { continue }
            let cause = String(cString: strerror(errno))
            throw LogError(.readFailed, "reading failed", cause: cause, position: LogPosition(file: name))
        }
    }

    /// A file that ends before its size was cut while it was read: what came from it is no whole log.
    private func checkWhole() throws(LogError) {
        guard let size, bytesRead < size else { return }
        throw LogError(
            .readFailed,
            "the file became shorter while it was read; read it when nobody writes it, or read a copy",
            position: LogPosition(file: name)
        )
    }

    /// Fills up to `room` bytes at `target`; 0 at the end.
    ///
    /// A fault stays: it is thrown again by every later call.
    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int {
        if let failure { throw failure }
        do throws(LogError) {
            return try readSome(target, room)
        } catch {
            failure = error
            throw error
        }
    }

    private func readSome(_ target: UnsafeMutablePointer<UInt8>, _ room: Int) throws(LogError) -> Int {
        if stream != nil { return try inflateSome(target, room) }
        if start < end {
            let count = min(room, end - start)
            memcpy(target, buffer + start, count)
            start += count
            return count
        }
        return sourceIsEmpty ? 0 : try readSource(target, room)
    }

    private func inflateSome(
        _ target: UnsafeMutablePointer<UInt8>,
        _ room: Int
    ) throws(LogError) -> Int {
        guard let stream else { return 0 }
        stream.pointee.next_out = target
        stream.pointee.avail_out = UInt32(min(room, 1 << 30))
        let wanted = stream.pointee.avail_out
        while stream.pointee.avail_out == wanted {
            if start == end, !sourceIsEmpty { try refill() }
            if !memberIsOpen {
                guard try nextMember() else { return 0 }
            }
            guard start < end else {
                throw LogError(
                    .truncatedGzip,
                    "the gzip data ends in the middle; copy the whole file again",
                    position: LogPosition(file: name)
                )
            }
            stream.pointee.next_in = buffer + start
            stream.pointee.avail_in = UInt32(end - start)
            let status = inflate(stream, Z_NO_FLUSH)
            start = end - Int(stream.pointee.avail_in)
            try checkRatio(Int(wanted - stream.pointee.avail_out))
            if status == Z_STREAM_END {
                memberIsOpen = false
            } else if status != Z_OK, status != Z_BUF_ERROR {
                throw corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)")
            }
        }
        bytesUnpacked += Int(wanted - stream.pointee.avail_out)
        return Int(wanted - stream.pointee.avail_out)
    }

    /// Refuses what unpacks to far more than a log would: a file that was made to fill memory and time.
    private func checkRatio(_ count: Int) throws(LogError) {
        let unpacked = bytesUnpacked + count
        guard unpacked > Self.freeBytes, unpacked / Self.largestRatio > bytesRead - (end - start) else {
            return
        }
        throw LogError(
            .tooLarge,
            "the gzip data unpacks to more than \(Self.largestRatio) times its size, as no log does; if it is one, unpack "
                + "it and read the plain file",
            position: LogPosition(file: name)
        )
    }

    /// Opens the member that follows the last; false at the end, which zero bytes may fill up.
    private func nextMember() throws(LogError) -> Bool {
        while !sourceIsEmpty, start == end || buffer[start] == 0 {
            if start == end { try refill() } else { start += 1 }
        }
        guard start < end else { return false }
        guard buffer[start] == 0x1F, let stream else {
            throw corrupt("bytes behind the end that are no gzip data")
        }
        inflateReset(stream)
        memberIsOpen = true
        return true
    }

    private func corrupt(_ cause: String) -> LogError {
        LogError(
            .corruptGzip,
            "the gzip data is damaged; copy the whole file again",
            cause: cause,
            position: LogPosition(file: name)
        )
    }
}
