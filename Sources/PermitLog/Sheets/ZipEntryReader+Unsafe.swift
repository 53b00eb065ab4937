// Invariants of this file:
// - `stream`, when there is one, was set up by `inflateInit2_` and is ended once, in `deinit`;
// - `position..<limit` are offsets into the archive's bytes that were checked against its length;
// - addresses of the archive's bytes are used inside `withUnsafeBufferPointer` only.

internal import CZlib
import Glibc

/// Unpacks one entry of a zip archive piece by piece and checks its length and checksum at the end.
final class ZipEntryReader: ByteStream {
    /// Deflate packs 1032 bytes into one at best; a table of text with row numbers does not come near this.
    private static let largestRatio = 500
    private static let ratioMattersFrom = 1 << 24

    private let entry: ZipArchive.Entry
    private let file: ZipFile
    private let budget: ZipBudget
    private let isChecked: Bool
    private let start: Int
    private let limit: Int
    private var position: Int
    private var stream: UnsafeMutablePointer<z_stream>?
    private var produced = 0
    var bytesRead: Int { position - start }
    var size: Int? { limit - start }
    private var checksum: UInt = 0
    private var isFinished = false
    private var failure: LogError?

    init(
        _ entry: ZipArchive.Entry,
        in file: ZipFile,
        at start: Int,
        budget: ZipBudget,
        isChecked: Bool
    ) throws(LogError) {
        self.entry = entry
        self.file = file
        self.budget = budget
        self.isChecked = isChecked
        self.start = start
        position = start
        limit = start + entry.packedCount
        checksum = crc32(0, nil, 0)
        if entry.method == 8 { try startInflating() }
    }

    deinit {
        if let stream {
            inflateEnd(stream)
            stream.deallocate()
        }
    }

    private func startInflating() throws(LogError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            stream.deallocate()
            throw LogError(.readFailed, "zlib cannot start", position: LogPosition(file: file.name))
        }
        self.stream = stream
    }

    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int {
        if let failure { throw failure }
        do throws(LogError) {
            if isFinished { return 0 }
            let count =
                try stream.map { stream throws(LogError) in try inflateSome(stream, target, room) }
                ?? copySome(target, room)
            try note(target, count)
            return count
        } catch {
            failure = error
            throw error
        }
    }

    private func copySome(_ target: UnsafeMutablePointer<UInt8>, _ room: Int) -> Int {
        let count = min(room, limit - position)
        file.bytes.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress, count > 0 { memcpy(target, base + position, count) }
        }
        position += count
        isFinished = position == limit
        return count
    }

    private func inflateSome(
        _ stream: UnsafeMutablePointer<z_stream>,
        _ target: UnsafeMutablePointer<UInt8>,
        _ room: Int
    ) throws(LogError) -> Int {
        stream.pointee.next_out = target
        stream.pointee.avail_out = UInt32(min(room, 1 << 30))
        let wanted = stream.pointee.avail_out
        let status = file.bytes.withUnsafeBufferPointer { buffer -> Int32 in
            guard let base = buffer.baseAddress else { return Z_BUF_ERROR }
            // zlib's interface has no const; it does not write to its input.
            stream.pointee.next_in = UnsafeMutablePointer(mutating: base + position)
            stream.pointee.avail_in = UInt32(min(limit - position, 1 << 30))
            let offered = stream.pointee.avail_in
            let status = inflate(stream, Z_NO_FLUSH)
            position += Int(offered - stream.pointee.avail_in)
            return status
        }
        let count = Int(wanted - stream.pointee.avail_out)
        if status == Z_STREAM_END {
            isFinished = true
        } else if status != Z_OK && status != Z_BUF_ERROR {
            throw file.damaged(
                "\(entry.path): \(stream.pointee.msg.map { String(cString: $0) } ?? "zlib \(status)")"
            )
        } else if count == 0 {
            throw file.damaged("\(entry.path) ends in the middle")
        }
        return count
    }

    /// Counts the bytes that were unpacked, and looks at them as a whole at the end.
    private func note(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(LogError) {
        produced += count
        if !isChecked { checksum = crc32_z(checksum, target, count) }
        let packed = max(position - start, 1)
        if produced > Self.ratioMattersFrom, produced / packed > Self.largestRatio {
            throw tooLarge("it grows more than \(Self.largestRatio) times, as no table does")
        }
        guard budget.note(produced, of: entry.index) else {
            throw tooLarge("\(budget.limit) bytes are read at most")
        }
        guard isFinished else { return }
        guard produced == entry.count else {
            throw file.damaged("\(entry.path) has \(produced) bytes instead of \(entry.count)")
        }
        guard isChecked || UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
            throw file.damaged("\(entry.path) does not match its checksum")
        }
    }

    private func tooLarge(_ why: String) -> LogError {
        LogError(
            .tooLarge,
            "the file is too large once unpacked: \(why)",
            cause: entry.path,
            position: LogPosition(file: file.name)
        )
    }
}
