// Invariants of this file:
// - offsets are checked against `ahead.count` before bytes are read.

import Glibc

extension FileStart {
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
