// Invariants of this file:
// - offsets are checked against `ahead.count` before bytes are read.

import Glibc

extension FileStart {
    /// A record among the first of a table.
    private struct Record {
        var cells: [[UInt8]]
        /// The offset behind its last byte.
        var end: Int
        /// How many lines it takes.
        var lines: Int
    }

    /// Reads the header of a table and forgets it, together with what stands before it.
    mutating func takeHeader(
        _ head: TableHead,
        delimiter: UInt8?,
        quote: UInt8,
        limit: Int
    ) throws(LogError) -> TableHeader {
        let shape = self.shape ?? textShape(delimiter, quote)
        let records = try firstRecords(shape, limit: limit)
        var rows: [TableHead.Row] = []
        for record in records { rows.append(TableHead.Row(cells: names(record))) }
        guard let found = head.find(in: rows) else { throw noHeader("the file is blank") }
        let height = found.height + (found.hasColumnNumbers ? 1 : 0)
        let above = records[..<found.row]
        let taken = records[..<(found.row + height)]
        let blank = rows[..<found.row].filter(\.isBlank).count
        let header = TableHeader(
            names: found.names,
            shape: shape,
            lines: taken.reduce(0) { $0 + $1.lines },
            blankLines: blank,
            titleRows: found.row - blank,
            hasColumnNumbers: found.hasColumnNumbers,
            place: above.reduce(1) { $0 + $1.lines },
            profile: found.profile
        )
        for name in header.names where name.utf8.contains(0) { throw noHeader("the header holds NUL bytes") }
        dropFirst(taken.last?.end ?? 0)
        return header
    }

    /// How a text is written: its line ends, and the delimiter where none is given.
    private func textShape(_ delimiter: UInt8?, _ quote: UInt8) -> TableShape {
        let isOldMac =
            memchr(ahead.bytes, 0x0A, ahead.count) == nil && memchr(ahead.bytes, 0x0D, ahead.count) != nil
        let terminator: UInt8 = isOldMac ? 0x0D : 0x0A
        let found = delimiter ?? DelimiterSearch(ahead.bytes, ahead.count, terminator, quote).delimiter
        return TableShape(delimiter: found, terminator: terminator, quote: quote)
    }

    /// The first records; at least one, read on until it ends.
    private mutating func firstRecords(_ shape: TableShape, limit: Int) throws(LogError) -> [Record] {
        while true {
            var records: [Record] = []
            var offset = 0
            while records.count < TableHead.rows, let record = record(at: offset, shape) {
                records.append(record)
                offset = record.end
            }
            if records.contains(where: { !$0.cells.allSatisfy(\.isEmpty) }) { return records }
            if isWhole {
                throw noHeader(offset == ahead.count ? "the file is blank" : "a quoted name is not closed")
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

    /// The record that begins at an offset; nil when it does not end in what was read.
    private func record(at begin: Int, _ shape: TableShape) -> Record? {
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var state = HeaderCell.begins
        var lines = 0
        for index in begin..<ahead.count {
            let byte = ahead.bytes[index]
            if byte == shape.terminator { lines += 1 }
            switch (state, byte) {
            case (.begins, shape.quote): state = .quoted
            case (.quoted, shape.quote): state = .quoteInQuoted
            case (.quoteInQuoted, shape.quote):
                cell.append(byte)
                state = .quoted
            case (.quoted, _): cell.append(byte)
            case (_, shape.delimiter), (_, shape.terminator):
                let isLast = byte == shape.terminator
                if isLast, shape.terminator == 0x0A, cell.last == 0x0D { cell.removeLast() }
                cells.append(cell)
                if isLast { return Record(cells: cells, end: index + 1, lines: lines) }
                cell = []
                state = .begins
            default:
                cell.append(byte)
                state = .plain
            }
        }
        guard isWhole, begin < ahead.count, state != .quoted else { return nil }
        cells.append(cell)
        return Record(cells: cells, end: ahead.count, lines: lines + 1)
    }

    private enum HeaderCell {
        case begins
        case plain
        case quoted
        case quoteInQuoted
    }

    private func names(_ record: Record) -> [String] {
        record.cells.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Finds the delimiter of a text.
///
/// The header decides where it has at least two of one of the usual ones; else the one that stands equally often in the
/// most of the first lines does. The comma wins in doubt.
struct DelimiterSearch {
    private static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x5E, 0x7E]
    let delimiter: UInt8

    init(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ terminator: UInt8, _ quote: UInt8) {
        let lines = Self.counts(bytes, count, terminator, quote)
        let first = lines.first ?? [:]
        let most = Self.candidates.max { (first[$0] ?? 0) < (first[$1] ?? 0) } ?? 0x2C
        if (first[most] ?? 0) >= 2 || lines.count < 3 {
            delimiter = Self.candidates.first { (first[$0] ?? 0) == (first[most] ?? 0) } ?? 0x2C
            return
        }
        var best = (delimiter: UInt8(0x2C), score: 0)
        for candidate in Self.candidates {
            var often: [Int: Int] = [:]
            for line in lines { often[line[candidate] ?? 0, default: 0] += 1 }
            let score = often.filter { $0.key > 0 }.map { $0.value * 1000 + min($0.key, 999) }.max() ?? 0
            if score > best.score { best = (candidate, score) }
        }
        delimiter = best.delimiter
    }

    /// How often each candidate stands in each of the first lines that are not blank, outside quotes.
    private static func counts(
        _ bytes: UnsafePointer<UInt8>,
        _ count: Int,
        _ terminator: UInt8,
        _ quote: UInt8
    ) -> [[UInt8: Int]] {
        var lines: [[UInt8: Int]] = []
        var line: [UInt8: Int] = [:]
        var isQuoted = false
        var isBlank = true
        for index in 0..<count {
            let byte = bytes[index]
            if byte == quote { isQuoted.toggle() }
            if byte == terminator, !isQuoted {
                if !isBlank { lines.append(line) }
                if lines.count == 30 { break }
                line = [:]
                isBlank = true
                continue
            }
            if byte > 0x20 { isBlank = false }
            if !isQuoted, candidates.contains(byte) { line[byte, default: 0] += 1 }
        }
        if !isBlank, lines.count < 30 { lines.append(line) }
        return lines
    }
}
