// Invariants of this file:
// - `ahead` holds the first bytes of the input, without a byte order mark, in the order in which they were read.

internal import CByteScan
import Glibc

/// The first bytes of a file, by which its format is known.
struct FileStart: ~Copyable {
    /// How many bytes are looked at.
    static let length = 1 << 20

    let name: String
    private(set) var input: any ByteStream
    var ahead = ByteRun(capacity: length + 1)
    private(set) var isWhole = false
    /// The encoding from which the text was turned into UTF-8.
    private(set) var encoding = TextEncoding.utf8
    private(set) var hasByteOrderMark = false
    /// How the rows of a table are written where that is known beforehand.
    private(set) var shape: TableShape?

    /// Opens a file and reads its first bytes.
    static func open(_ name: String, encoding: TextEncoding? = nil) throws(LogError) -> FileStart {
        var start = FileStart(name, try ByteInput(opening: name))
        try start.fill()
        if start.ahead.count == 0 { throw empty(name) }
        if let found = encoding ?? start.foreignEncoding(), found != .utf8 {
            try start.transcode(from: found)
        }
        start.dropByteOrderMark()
        return start
    }

    /// The beginning of rows of another format.
    static func rows(_ source: any RowSource, _ name: String) throws(LogError) -> FileStart {
        var start = FileStart(name, RowStream(source))
        start.shape = .rows
        try start.fill()
        return start
    }

    private init(_ name: String, _ input: any ByteStream) {
        self.name = name
        self.input = input
    }

    private mutating func fill() throws(LogError) {
        while ahead.count < Self.length, !isWhole {
            do throws(LogError) {
                try readMore()
            } catch {
                // What came before the fault is read first; the input gives the fault again.
                if ahead.count == 0 { throw error }
                break
            }
        }
    }

    private static func empty(_ name: String) -> LogError {
        LogError(
            .empty,
            "the file is empty; a log is a table, a workbook, XES, OCEL or JSON Lines with events",
            position: LogPosition(file: name)
        )
    }

    /// All bytes of the file.
    mutating func takeAll(_ limit: Int) throws(LogError) -> [UInt8] {
        while !isWhole {
            try readMore()
            guard ahead.count <= limit else {
                throw LogError(
                    .tooLarge,
                    "the file has more than \(limit >> 20) MB; split it or export it as CSV",
                    position: LogPosition(file: name)
                )
            }
        }
        return Array(UnsafeBufferPointer(start: ahead.bytes, count: ahead.count))
    }

    /// The first bytes that were read, at most 4,096.
    var firstBytes: [UInt8] { Array(UnsafeBufferPointer(start: ahead.bytes, count: min(ahead.count, 4096))) }

    /// The file from its first byte on; the beginning is done with then.
    mutating func takeStream() -> any ByteStream {
        var taken = ByteRun(capacity: 0)
        swap(&taken, &ahead)
        return RejoinedInput(taken, input)
    }

    private mutating func dropByteOrderMark() {
        guard ahead.count >= 3, ahead.bytes[0] == 0xEF, ahead.bytes[1] == 0xBB, ahead.bytes[2] == 0xBF else {
            return
        }
        hasByteOrderMark = true
        dropFirst(3)
    }

    mutating func readMore() throws(LogError) {
        ahead.reserve(1 << 18)
        let count = try input.read(into: ahead.bytes + ahead.count, room: 1 << 18)
        isWhole = count == 0
        ahead.extend(by: count)
    }

    /// Forgets the first bytes.
    mutating func dropFirst(_ count: Int) {
        memmove(ahead.bytes, ahead.bytes + count, ahead.count - count)
        ahead.truncate(to: ahead.count - count)
    }

    // MARK: - Encodings

    private mutating func transcode(from found: TextEncoding) throws(LogError) {
        encoding = found
        hasByteOrderMark = found != .windows1252 && ahead.count >= 2 && ahead.bytes[0] ^ ahead.bytes[1] == 1
        input = TranscodedInput(input, ahead: ahead, encoding: found)
        ahead.truncate(to: 0)
        isWhole = false
        try fill()
    }

    /// The encoding of a text that is not UTF-8; nil for UTF-8 and for what is no text.
    private func foreignEncoding() -> TextEncoding? {
        let (bytes, count) = (ahead.bytes, ahead.count)
        if count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { return .utf16LittleEndian }
        if count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { return .utf16BigEndian }
        if isBinary { return nil }
        if count > 3, (bytes[0] == 0) != (bytes[1] == 0), (bytes[2] == 0) == (bytes[0] == 0) {
            return bytes[0] == 0 ? .utf16BigEndian : .utf16LittleEndian
        }
        // Markup says its encoding itself.
        return !isMarkup && isLatin ? .windows1252 : nil
    }

    /// Whether there are bytes above ASCII and none of them is part of a character of UTF-8.
    private var isLatin: Bool {
        var index = 0
        var hasForeign = false
        while index < ahead.count {
            guard ahead.bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let length = min(4, ahead.count - index)
            if [2, 3, 4].contains(where: { $0 <= length && izin_check_text(ahead.bytes + index, $0) == 0 }) {
                return false
            }
            hasForeign = hasForeign || length == 4
            index += 1
        }
        return hasForeign
    }

    private var isMarkup: Bool {
        var index = 0
        while index < ahead.count, [0x20, 0x09, 0x0A, 0x0D].contains(ahead.bytes[index]) { index += 1 }
        return index < ahead.count && ahead.bytes[index] == 0x3C
    }

    func begins(_ signature: [UInt8]) -> Bool {
        ahead.count >= signature.count && signature.indices.allSatisfy { ahead.bytes[$0] == signature[$0] }
    }

    /// Whether the file begins as a format does that is no text.
    private var isBinary: Bool {
        FileFormat.signatures.contains { begins($0.bytes) }
    }
}
