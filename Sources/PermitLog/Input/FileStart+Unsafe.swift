// Invariants of this file:
// - `ahead` holds the first bytes of the input, without a byte order mark, in the order in which they were read.

internal import CByteScan
import Glibc

/// The first bytes of a file, by which its format is known.
struct FileStart: ~Copyable {
    /// The formats of logs.
    enum Format {
        case table
        case xes
    }

    /// How many bytes are looked at.
    static let length = 1 << 20

    let name: String
    let input: any ByteStream
    var ahead = ByteRun(capacity: length + 1)
    private(set) var isWhole = false

    /// Opens a file and reads its first bytes.
    static func open(_ name: String) throws(LogError) -> FileStart {
        var start = FileStart(name, try ByteInput(opening: name))
        while start.ahead.count < Self.length, !start.isWhole {
            do throws(LogError) {
                try start.readMore()
            } catch {
                // What came before the fault is read first; the input gives the fault again.
                if start.ahead.count == 0 { throw error }
                break
            }
        }
        try start.checkEncoding()
        start.dropByteOrderMark()
        return start
    }

    private init(_ name: String, _ input: any ByteStream) {
        self.name = name
        self.input = input
    }

    private mutating func dropByteOrderMark() {
        guard ahead.count >= 3, ahead.bytes[0] == 0xEF, ahead.bytes[1] == 0xBB, ahead.bytes[2] == 0xBF else {
            return
        }
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

    private func checkEncoding() throws(LogError) {
        let place = LogPosition(file: name)
        let bytes = ahead.bytes
        let count = ahead.count
        guard count > 0 else {
            throw LogError(
                .empty,
                "the file is empty; a log is a CSV or XES file with events",
                position: place
            )
        }
        func begins(_ signature: [UInt8]) -> Bool {
            count >= signature.count && signature.indices.allSatisfy { bytes[$0] == signature[$0] }
        }
        if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) || (count > 3 && (bytes[0] == 0) != (bytes[1] == 0)) {
            throw LogError(.encoding, "the text is UTF-16; save it as UTF-8", position: place)
        }
        if begins([0x50, 0x4B, 0x03, 0x04]) {
            throw LogError(.notALog, "this is a zip or XLSX file; save the sheet as CSV", position: place)
        }
        if begins([0x28, 0xB5, 0x2F, 0xFD]) || begins([0x42, 0x5A, 0x68]) || begins([0xFD, 0x37, 0x7A]) {
            throw LogError(.notALog, "of compressed files only gzip is read", position: place)
        }
    }

    /// The format: XES when the first byte that is no white space opens a tag, else a table.
    var format: Format {
        var index = 0
        while index < ahead.count, [0x20, 0x09, 0x0A, 0x0D].contains(ahead.bytes[index]) { index += 1 }
        return index < ahead.count && ahead.bytes[index] == 0x3C ? .xes : .table
    }
}

/// The first record of a table.
struct TableHeader {
    /// The columns' names.
    var names: [String]
    /// How the table is written.
    var shape: TableShape
    /// How many lines the header takes.
    var lines: Int
    /// How many blank lines stand before it.
    var blankLinesBefore: Int
}
