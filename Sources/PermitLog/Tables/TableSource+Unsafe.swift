// Invariants of this file:
// - everything of a source but its constants is touched only while `lock` is held;
// - a block belongs to one thread from `next` until its next call; its bytes have 64 readable bytes behind `count`;
// - a block begins at the first byte of a record and ends behind a terminator, with no quoted field open.

internal import CByteScan
import Glibc

/// How a table is written.
struct TableShape: Equatable, Sendable {
    /// The quote of a table without quotes: a byte that UTF-8 never holds.
    static let noQuote: UInt8 = 0xFF

    var delimiter: UInt8
    var terminator: UInt8
    var quote: UInt8 = 0x22
    /// Whether rows may end before the header does or go on behind it: cells of sheets, not a damaged text.
    var isRagged = false

    /// How rows of other formats are handed on: cells and rows end in control characters that no text format allows.
    static let rows = TableShape(delimiter: 0x1F, terminator: 0x1E, quote: noQuote, isRagged: true)
}

/// Whole records of a table.
final class TableBlock {
    fileprivate(set) var bytes: UnsafeMutablePointer<UInt8>
    fileprivate(set) var capacity: Int
    fileprivate(set) var count = 0
    /// The order of the first record.
    fileprivate(set) var firstOrder: UInt32 = 0
    /// Lines in front of the block that are no records, each a rejected row.
    fileprivate(set) var faults: [Reject] = []
    private(set) var marks: UnsafeMutablePointer<UInt32>
    private var marksCapacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + 64)
        bytes.initialize(repeating: 0, count: capacity + 64)
        marksCapacity = capacity / 4
        marks = .allocate(capacity: marksCapacity + 64)
    }

    /// Copies the whole records at the start of some bytes.
    convenience init(copying run: borrowing ByteRun, _ shape: TableShape) {
        self.init(capacity: run.count + 1)
        memcpy(bytes, run.bytes, run.count)
        var cut = izin_cut()
        izin_cut_records(
            bytes,
            run.count,
            shape.delimiter,
            shape.terminator,
            shape.quote,
            0,
            run.count + 64,
            &cut
        )
        count = cut.record_end
    }

    deinit {
        bytes.deallocate()
        marks.deallocate()
    }

    /// Finds delimiters, terminators and quotes; gives how many.
    func index(_ shape: TableShape) -> Int {
        if marksCapacity < count {
            marks.deallocate()
            marksCapacity = count
            marks = .allocate(capacity: marksCapacity + 64)
        }
        return izin_index_marks(bytes, count, shape.delimiter, shape.terminator, shape.quote, marks)
    }

    fileprivate func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let larger = max(wanted, capacity * 2)
        let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + 64)
        memcpy(fresh, bytes, capacity)
        memset(fresh + capacity, 0, larger + 64 - capacity)
        bytes.deallocate()
        bytes = fresh
        capacity = larger
    }

    fileprivate func drop(_ length: Int, of total: Int) { memmove(bytes, bytes + length, total - length) }
}

/// Cuts a table into blocks of whole records, for several threads.
final class TableSource: @unchecked Sendable {
    private let lock = Lock()
    private let input: any ByteStream
    private let shape: TableShape
    private let request: ReadRequest
    private let file: Int
    private let ahead: ByteRun
    private var aheadStart = 0
    private var carry = ByteRun(capacity: 1024)
    private var cut = izin_cut()
    private var nextOrder: Int
    private var isAtEnd = false
    private var isDone = false
    private var failure: LogError?
    private var openQuotes = 0
    /// Every cell that is not closed has all that follows looked at once more, so there may not be any number of them.
    private static let mostOpenQuotes = 1000

    /// Creates a source from what was read ahead, without the header.
    ///
    /// `firstOrder` is the order of the first record.
    init(
        _ input: any ByteStream,
        ahead: consuming ByteRun,
        shape: TableShape,
        request: ReadRequest,
        file: Int,
        firstOrder: Int
    ) {
        self.input = input
        self.shape = shape
        self.request = request
        self.file = file
        self.ahead = ahead
        nextOrder = firstOrder
    }

    /// Fills a block with the next records; false when there are none or reading failed.
    func next(into block: TableBlock) -> Bool {
        lock.withLock {
            block.count = 0
            block.faults = []
            guard !isDone else { return false }
            fill(block)
            report()
            return block.count > 0 || !block.faults.isEmpty
        }
    }

    /// The order of the record that would come next, and the fault that ended reading.
    var end: (nextOrder: Int, failure: LogError?) { lock.withLock { (nextOrder, failure) } }

    private func report() {
        request.progress?(
            ReadProgress(
                file: request.sources[file],
                fileIndex: file,
                bytesRead: input.bytesRead,
                bytesTotal: input.size
            )
        )
    }

    private func fill(_ block: TableBlock) {
        var count = carry.count
        block.reserve(count + request.blockBytes)
        memcpy(block.bytes, carry.bytes, count)
        carry.truncate(to: 0)
        while true {
            readMore(block, &count)
            scan(block, count)
            if failure != nil { break }
            if cut.record_end == 0, cut.is_too_long != 0 || count > longestRecord {
                dropLongRecord(block, &count)
                continue
            }
            if cut.is_too_long != 0 { break }
            if cut.record_end > 0, isAtEnd || count >= request.blockBytes { break }
            if isAtEnd {
                if count == 0 { break }
                if cut.in_quotes == 0 {
                    block.bytes[count] = shape.terminator
                    count += 1
                    cut.position = 0
                    continue
                }
                dropLine(block, &count, .unterminatedQuote)
            }
        }
        finish(block, count)
    }

    private func readMore(_ block: TableBlock, _ count: inout Int) {
        let wanted = max(request.blockBytes, count + max(1, request.blockBytes / 2))
        block.reserve(wanted + 1)
        while !isAtEnd, failure == nil, count < wanted {
            count += read(into: block.bytes + count, room: wanted - count)
        }
    }

    /// Reads some bytes; at the end, or at a fault that is kept, none.
    private func read(into target: UnsafeMutablePointer<UInt8>, room: Int) -> Int {
        if aheadStart < ahead.count {
            let count = min(room, ahead.count - aheadStart)
            memcpy(target, ahead.bytes + aheadStart, count)
            aheadStart += count
            return count
        }
        do throws(LogError) {
            let count = try input.read(into: target, room: room)
            isAtEnd = count == 0
            return count
        } catch {
            failure = error
            return 0
        }
    }

    private func scan(_ block: TableBlock, _ count: Int) {
        if cut.position == 0 { cut = izin_cut() }
        izin_cut_records(
            block.bytes,
            count,
            shape.delimiter,
            shape.terminator,
            shape.quote,
            isAtEnd ? 1 : 0,
            longestRecord,
            &cut
        )
    }

    private var longestRecord: Int { max(64, request.recordBytes) }

    private func finish(_ block: TableBlock, _ count: Int) {
        let end = cut.record_end
        let lines = cut.lines_at_record_end
        block.count = end
        block.firstOrder = UInt32(truncatingIfNeeded: nextOrder)
        nextOrder += lines
        carry.append(block.bytes + end, count - end)
        // A long record is looked at anew, as the first one of a block.
        cut.position = cut.is_too_long == 0 ? cut.position - end : 0
        cut.lines -= lines
        cut.record_end = 0
        cut.lines_at_record_end = 0
        isDone = failure != nil || (isAtEnd && carry.count == 0)
        if nextOrder > Int(UInt32.max) {
            failure = LogError.tooManyRows(LogPosition(file: request.sources[file]))
            isDone = true
            block.count = 0
        }
    }

    /// Takes the first line away as a record that cannot be read.
    private func dropLine(_ block: TableBlock, _ count: inout Int, _ reason: RejectReason) {
        reject(block, count, reason)
        let line = memchr(block.bytes, Int32(shape.terminator), count)
        let length = line.map { UnsafeMutableRawPointer(block.bytes).distance(to: $0) + 1 } ?? count
        block.drop(length, of: count)
        count -= length
        cut = izin_cut()
    }

    /// Takes the first line away of a record that is longer than the limit.
    ///
    /// What it is called depends on the text alone, not on how much of it was read: a quoted field is not closed where
    /// the record has several lines and one is open at the limit.
    private func dropLongRecord(_ block: TableBlock, _ count: inout Int) {
        var start = izin_cut()
        let limit = longestRecord
        izin_cut_records(block.bytes, limit, shape.delimiter, shape.terminator, shape.quote, 0, limit, &start)
        let reason = start.in_quotes != 0 && start.lines > 0 ? RejectReason.unterminatedQuote : .fieldTooLong
        if memchr(block.bytes, Int32(shape.terminator), count) != nil {
            dropLine(block, &count, reason)
            return
        }
        reject(block, count, reason)
        count = 0
        cut = izin_cut()
        while true {
            let got = read(into: block.bytes, room: request.blockBytes)
            if got == 0 { return }
            guard let line = memchr(block.bytes, Int32(shape.terminator), got) else { continue }
            let length = UnsafeMutableRawPointer(block.bytes).distance(to: line) + 1
            block.drop(length, of: got)
            count = got - length
            return
        }
    }

    private func reject(_ block: TableBlock, _ count: Int, _ reason: RejectReason) {
        let sample = reason == .fieldTooLong ? "" : sampleText(block.bytes, min(count, 40))
        block.faults.append(
            Reject(order: UInt32(truncatingIfNeeded: nextOrder), column: nil, reason: reason, sample: sample)
        )
        nextOrder += 1
        guard reason == .unterminatedQuote else { return }
        openQuotes += 1
        guard openQuotes > Self.mostOpenQuotes, failure == nil else { return }
        failure = LogError(
            .notALog,
            "more than \(Self.mostOpenQuotes) quoted cells are not closed; in a table a quote inside a cell is doubled",
            position: LogPosition(file: request.sources[file])
        )
    }
}

extension LogError {
    static func tooManyRows(_ position: LogPosition) -> LogError {
        LogError(
            .tooManyRows,
            "a log has at most \(UInt32.max) lines or events; split it and merge the reports",
            position: position
        )
    }
}
