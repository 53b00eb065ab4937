import PermitLog
import WorkingTime

/// A slow, plain reader of tables, to which the fast one is held: one byte after the other.
struct PlainTable {
    struct Record {
        var line: Int
        var cells: [[UInt8]]
        var isBlank: Bool
        var isOpen = false
    }

    var used: [SeenEvent] = []
    var rejects: [String] = []
    var ignored = 0

    /// Reads a table whose header is `case_id,activity,timestamp`.
    init(_ bytes: [UInt8], zone: Zone) {
        for record in Self.records(bytes).dropFirst() { add(record, zone) }
    }

    private mutating func add(_ record: Record, _ zone: Zone) {
        func reject(_ reason: RejectReason) { rejects.append("\(record.line) \(reason.rawValue)") }
        if record.isBlank { return ignored += 1 }
        if record.isOpen { return reject(.unterminatedQuote) }
        var cells = record.cells
        if cells.count < 3 { return reject(.shortRow) }
        if cells[3...].contains(where: { !$0.isEmpty }) { return reject(.longRow) }
        for column in [0, 1] { cells[column] = Self.trimmed(cells[column]) }
        if cells[0].isEmpty { return reject(.emptyCase) }
        if cells[1].isEmpty { return reject(.emptyActivity) }
        if cells[2].isEmpty { return reject(.emptyTime) }
        let texts = cells.map { String(validating: $0, as: UTF8.self) }
        guard let time = texts[2] else { return reject(.notUTF8) }
        if cells[2].contains(0) { return reject(.nulByte) }
        let stamp: Stamp
        do throws(StampError) {
            let inner = cells[2].drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
            stamp = try StampForm.iso.read(String(decoding: Array(inner), as: UTF8.self), in: zone)
        } catch {
            switch error.code {
            case .empty: return reject(.emptyTime)
            case .malformed: return reject(.badTime)
            case .noSuchDate: return reject(.impossibleDate)
            case .ambiguous: return reject(.ambiguousDate)
            case .outOfRange: return reject(.timeOutOfRange)
            }
        }
        _ = time
        for column in [1, 0] {
            if texts[column] == nil { return reject(.notUTF8) }
            if cells[column].contains(0) { return reject(.nulByte) }
        }
        used.append(
            SeenEvent(
                caseID: texts[0] ?? "",
                activity: texts[1] ?? "",
                time: stamp.instant.microseconds,
                order: UInt32(record.line)
            )
        )
    }

    private static func trimmed(_ cell: [UInt8]) -> [UInt8] {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        return Array(cell.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }

    /// The records of a text with line feeds; a record with an open quote gives one line and the rest is read anew.
    static func records(_ bytes: [UInt8]) -> [Record] {
        var records: [Record] = []
        var start = 0
        var line = 1
        while start < bytes.count {
            if let (record, next, lines) = record(bytes, start, line) {
                records.append(record)
                start = next
                line += lines
            } else {
                records.append(Record(line: line, cells: [], isBlank: false, isOpen: true))
                start = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
                line += 1
            }
        }
        return records
    }

    private static func record(_ bytes: [UInt8], _ start: Int, _ line: Int) -> (Record, Int, Int)? {
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var index = start
        var lines = 0
        var isQuoted = false
        var atCellStart = true
        var hasQuotes = false
        var carriageReturnIsData = false
        while true {
            let byte = index < bytes.count ? bytes[index] : 0x0A
            if index >= bytes.count, isQuoted { return nil }
            index += 1
            if isQuoted {
                if byte == 0x22 {
                    if index < bytes.count, bytes[index] == 0x22 {
                        cell.append(0x22)
                        index += 1
                    } else {
                        isQuoted = false
                        carriageReturnIsData = true
                    }
                } else {
                    if byte == 0x0A { lines += 1 }
                    cell.append(byte)
                }
                continue
            }
            if byte == 0x22, atCellStart {
                isQuoted = true
                hasQuotes = true
                atCellStart = false
                continue
            }
            if byte == 0x2C || byte == 0x0A {
                if byte == 0x0A, !carriageReturnIsData, cell.last == 0x0D { cell.removeLast() }
                cells.append(cell)
                cell = []
                atCellStart = true
                carriageReturnIsData = false
                if byte == 0x0A {
                    let isBlank = cells.count == 1 && cells[0].isEmpty && !hasQuotes
                    return (
                        Record(line: line, cells: cells, isBlank: isBlank), min(index, bytes.count), lines + 1
                    )
                }
                continue
            }
            atCellStart = false
            carriageReturnIsData = false
            cell.append(byte)
        }
    }
}
