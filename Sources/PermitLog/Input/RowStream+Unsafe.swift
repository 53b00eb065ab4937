// Invariants of this file:
// - `pending[start...]` is what was written of rows and not yet given out.

import Glibc

/// The rows of a source as text of the shape ``TableShape/rows``: a line for each number, blank where there is no row.
final class RowStream: ByteStream {
    /// A row that could not be read as cells.
    struct Fault {
        var number: Int
        var reason: RejectReason
        var detail: String
    }

    private let source: any RowSource
    private(set) var faults: [Fault] = []
    private var row = TextRow()
    private var pending: [UInt8] = []
    private var start = 0
    /// The number of the line that is written next.
    private var next = 1
    private var isAtEnd = false
    private var failure: LogError?

    init(_ source: any RowSource) { self.source = source }

    var bytesRead: Int { source.bytesRead }
    var size: Int? { nil }

    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int {
        if start == pending.count {
            pending.removeAll(keepingCapacity: true)
            start = 0
            try fill(min(room, 1 << 16))
        }
        let count = min(room, pending.count - start)
        pending.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            memcpy(target, base + start, count)
        }
        start += count
        return count
    }

    private func fill(_ wanted: Int) throws(LogError) {
        if let failure { throw failure }
        while pending.count < wanted, !isAtEnd {
            do throws(LogError) {
                isAtEnd = try !source.next(&row)
            } catch {
                failure = error
                if pending.isEmpty { throw error }
                return
            }
            if !isAtEnd { write() }
        }
    }

    /// A byte of a cell that is none of the shape's marks; what is no UTF-8 stays so.
    private static func plain(_ byte: UInt8) -> UInt8 {
        switch byte {
        case TableShape.rows.delimiter, TableShape.rows.terminator: 0x20
        case TableShape.noQuote: 0xFE
        default: byte
        }
    }

    private func write() {
        while next < row.number {
            pending.append(TableShape.rows.terminator)
            next += 1
        }
        next += 1
        if let fault = row.fault {
            faults.append(Fault(number: row.number, reason: fault, detail: row.faultDetail))
            pending.append(TableShape.rows.terminator)
            return
        }
        for cell in 0..<row.count {
            if cell > 0 { pending.append(TableShape.rows.delimiter) }
            for byte in row[cell] { pending.append(Self.plain(byte)) }
        }
        pending.append(TableShape.rows.terminator)
    }
}
