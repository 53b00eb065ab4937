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
    let input: ByteInput
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

    private init(_ name: String, _ input: ByteInput) {
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

    // MARK: - Tables

    /// Reads the header of a table and forgets it, together with blank lines before it.
    mutating func takeHeader(limit: Int) throws(LogError) -> TableHeader {
        let isOldMac =
            memchr(ahead.bytes, 0x0A, ahead.count) == nil && memchr(ahead.bytes, 0x0D, ahead.count) != nil
        let terminator: UInt8 = isOldMac ? 0x0D : 0x0A
        let blank = takeBlankLines(terminator)
        let shape = TableShape(delimiter: delimiter(terminator), terminator: terminator)
        while true {
            if let (names, length, lines) = try splitHeader(shape) {
                dropFirst(length)
                return TableHeader(names: names, shape: shape, lines: lines, blankLinesBefore: blank)
            }
            if isWhole {
                if ahead.count == 0 { throw noHeader("the file is blank") }
                if ahead.bytes[ahead.count - 1] == terminator {
                    throw noHeader("a quoted name is not closed")
                }
                ahead.append(terminator)
            } else if ahead.count > limit {
                throw noHeader("the first line is longer than \(limit) bytes")
            } else {
                try readMore()
            }
        }
    }

    private func noHeader(_ cause: String) -> LogError {
        LogError(
            .notALog,
            "there is no header line of a CSV file, and no XES",
            cause: cause,
            position: LogPosition(file: name, line: 1)
        )
    }

    private mutating func takeBlankLines(_ terminator: UInt8) -> Int {
        var lines = 0
        var index = 0
        while index < ahead.count {
            var end = index
            if ahead.bytes[end] == 0x0D, terminator == 0x0A { end += 1 }
            guard end < ahead.count, ahead.bytes[end] == terminator else { break }
            lines += 1
            index = end + 1
        }
        dropFirst(index)
        return lines
    }

    /// The commonest of comma, semicolon and tab in the first line, outside quotes; the comma in doubt.
    private func delimiter(_ terminator: UInt8) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for index in 0..<ahead.count {
            let byte = ahead.bytes[index]
            if byte == 0x22 { isQuoted.toggle() }
            if byte == terminator, !isQuoted { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let comma = counts[0x2C] ?? 0
        let semicolon = counts[0x3B] ?? 0
        let tab = counts[0x09] ?? 0
        if tab > comma, tab > semicolon { return 0x09 }
        return semicolon > comma ? 0x3B : 0x2C
    }

    /// The names of the first record, its length in bytes and in lines; nil when the record does not end.
    private func splitHeader(
        _ shape: TableShape
    ) throws(LogError) -> (names: [String], length: Int, lines: Int)? {
        var names: [String] = []
        var cell: [UInt8] = []
        var state = HeaderCell.begins
        var lines = 0
        for index in 0..<ahead.count {
            let byte = ahead.bytes[index]
            if byte == shape.terminator { lines += 1 }
            switch (state, byte) {
            case (.begins, 0x22): state = .quoted
            case (.quoted, 0x22): state = .quoteInQuoted
            case (.quoteInQuoted, 0x22):
                cell.append(byte)
                state = .quoted
            case (.quoted, _): cell.append(byte)
            case (_, shape.delimiter), (_, shape.terminator):
                let isLast = byte == shape.terminator
                if isLast, shape.terminator == 0x0A, cell.last == 0x0D { cell.removeLast() }
                names.append(try columnName(cell))
                if isLast { return (names, index + 1, lines) }
                cell = []
                state = .begins
            default:
                cell.append(byte)
                state = .plain
            }
        }
        return nil
    }

    private enum HeaderCell {
        case begins
        case plain
        case quoted
        case quoteInQuoted
    }

    private func columnName(_ cell: [UInt8]) throws(LogError) -> String {
        guard !cell.contains(0) else { throw noHeader("the first line holds NUL bytes") }
        guard let name = String(validating: cell, as: UTF8.self) else {
            throw LogError(
                .encoding,
                "the first line is not UTF-8; save the file as CSV UTF-8",
                position: LogPosition(file: self.name, line: 1)
            )
        }
        return name
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
