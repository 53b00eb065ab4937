// Invariants of this file:
// - a block's marks are the ascending offsets of every delimiter, terminator and quote of its bytes; the last byte is a
//   terminator outside quotes, so walking from mark to mark always ends at one;
// - `starts` and `ends` have room for the table's width and lie within the block.

import Glibc
internal import WorkingTime

/// Splits the records of a table's blocks into cells and gives them to a worker.
struct TableParser: ~Copyable {
    private let plan: TablePlan
    private let starts: UnsafeMutablePointer<Int>
    private let ends: UnsafeMutablePointer<Int>
    private let isPlainRow: Bool

    init(_ plan: TablePlan) {
        self.plan = plan
        starts = .allocate(capacity: plan.width)
        ends = .allocate(capacity: plan.width)
        isPlainRow = plan.facts.isEmpty && plan.resource == nil && plan.role == nil && plan.skipColumn == nil
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
    }

    /// Reads all records of a block.
    func parse(_ block: TableBlock, _ worker: inout ReadWorker) {
        for fault in block.faults { worker.tally.reject(fault.order, nil, fault.reason, fault.sample) }
        let markCount = block.index(plan.shape)
        let bytes = block.bytes
        let marks = block.marks
        let last = plan.width - 1
        var order = block.firstOrder
        var mark = 0
        var start = 0
        while mark < markCount {
            if mark + last < markCount, isRegular(bytes, marks + mark, start) {
                let end = Int(marks[mark + last])
                if ends[last] > starts[last], bytes[ends[last] - 1] == 0x0D, plan.shape.terminator == 0x0A {
                    ends[last] -= 1
                }
                if last == 0, ends[0] == starts[0] {
                    worker.tally.countBlankLine()
                } else {
                    accept(bytes, order, &worker)
                }
                mark += last + 1
                start = end + 1
                order &+= 1
            } else {
                parseSlowly(bytes, marks, &mark, &start, &order, &worker)
            }
        }
    }

    /// Notes the cells of a row without quotes that has as many as the header; false for any other row.
    @inline(__always)
    private func isRegular(_ bytes: ByteAddress, _ marks: UnsafePointer<UInt32>, _ rowStart: Int) -> Bool {
        var start = rowStart
        let last = plan.width - 1
        for column in 0..<last {
            let end = Int(marks[column])
            guard bytes[end] == plan.shape.delimiter else { return false }
            starts[column] = start
            ends[column] = end
            start = end + 1
        }
        let end = Int(marks[last])
        starts[last] = start
        ends[last] = end
        return bytes[end] == plan.shape.terminator
    }

    // MARK: - Rows with quotes, and rows of another width

    @inline(never)
    private func parseSlowly(
        _ bytes: UnsafeMutablePointer<UInt8>,
        _ marks: UnsafePointer<UInt32>,
        _ mark: inout Int,
        _ start: inout Int,
        _ order: inout UInt32,
        _ worker: inout ReadWorker
    ) {
        let rowStart = start
        let rowOrder = order
        var cells = 0
        var surplus = false
        var isLast = false
        while !isLast {
            let cell = cellEnd(bytes, marks, &mark, start, &order)
            isLast = bytes[cell.mark] == plan.shape.terminator
            if cells < plan.width {
                starts[cells] = cell.start
                ends[cells] = cell.end
            } else if cell.end > cell.start {
                surplus = true
            }
            cells += 1
            start = cell.mark + 1
        }
        order &+= 1
        if cells == 1, ends[0] == starts[0], bytes[rowStart] != 0x22 {
            worker.tally.countBlankLine()
        } else if cells < plan.width || surplus {
            let sample = "\(cells) cells, not \(plan.width)"
            worker.tally.reject(rowOrder, nil, cells < plan.width ? .shortRow : .longRow, sample)
        } else {
            accept(bytes, rowOrder, &worker)
        }
    }

    /// The cell that begins at `start`, with doubled quotes made single in place, and the mark behind it.
    private func cellEnd(
        _ bytes: UnsafeMutablePointer<UInt8>,
        _ marks: UnsafePointer<UInt32>,
        _ mark: inout Int,
        _ start: Int,
        _ order: inout UInt32
    ) -> (start: Int, end: Int, mark: Int) {
        var target = start
        var source = start
        if bytes[start] == 0x22 {
            mark += 1
            source = start + 1
            while true {
                while bytes[Int(marks[mark])] != 0x22 {
                    if bytes[Int(marks[mark])] == plan.shape.terminator { order &+= 1 }
                    mark += 1
                }
                let quote = Int(marks[mark])
                let isDoubled = bytes[quote + 1] == 0x22
                let length = quote - source + (isDoubled ? 1 : 0)
                memmove(bytes + target, bytes + source, length)
                target += length
                source = quote + (isDoubled ? 2 : 1)
                mark += isDoubled ? 2 : 1
                if !isDoubled { break }
            }
        }
        while bytes[Int(marks[mark])] == 0x22 { mark += 1 }
        let end = Int(marks[mark])
        mark += 1
        var stop = end
        if stop > source, bytes[stop - 1] == 0x0D, bytes[end] == 0x0A, plan.shape.terminator == 0x0A {
            stop -= 1
        }
        if target != source { memmove(bytes + target, bytes + source, stop - source) }
        return (start, target + stop - source, end)
    }

    // MARK: - From cells to events

    @inline(__always)
    private func accept(_ bytes: ByteAddress, _ order: UInt32, _ worker: inout ReadWorker) {
        let name = bytes + starts[plan.caseID]
        let nameLength = ends[plan.caseID] - starts[plan.caseID]
        let activity = bytes + starts[plan.activity]
        let activityLength = ends[plan.activity] - starts[plan.activity]
        let time = bytes + starts[plan.time]
        let timeLength = ends[plan.time] - starts[plan.time]
        if plan.skipColumn != nil, isSkipped(bytes) {
            worker.tally.countSkipped()
            return
        }
        guard nameLength > 0, activityLength > 0, timeLength > 0,
            nameLength | activityLength <= LogPlan.longestCell
        else {
            rejectLength(bytes, order, &worker)
            return
        }
        let stamp = worker.stamps.read(time, timeLength)
        if let fault = stamp.fault {
            reject(bytes, order, plan.time, fault, &worker)
            return
        }
        let (number, fault) = worker.activities.number(activity, activityLength)
        if let fault {
            reject(bytes, order, plan.activity, fault, &worker)
            return
        }
        let hash = hash128(name, nameLength)
        if let fault = worker.names.note(hash, name, nameLength) {
            reject(bytes, order, plan.caseID, fault, &worker)
            return
        }
        let row = LogRow(caseHash: hash.low, time: stamp.time, order: order, activity: number | stamp.flags)
        if isPlainRow {
            worker.add(row, RowExtra(resource: 0, role: 0))
        } else {
            addWithExtras(bytes, row, &worker)
        }
    }

    @inline(never)
    private func addWithExtras(_ bytes: ByteAddress, _ row: LogRow, _ worker: inout ReadWorker) {
        let extra = RowExtra(
            resource: number(bytes, plan.resource, &worker.resources, &worker.tally),
            role: number(bytes, plan.role, &worker.roles, &worker.tally)
        )
        guard !plan.facts.isEmpty else {
            worker.add(row, extra)
            return
        }
        let hash = factHash(bytes)
        let finding = worker.facts.find(row.caseHash, hash)
        if finding == .same {
            worker.add(row, extra)
        } else {
            gatherFacts(bytes, &worker)
            worker.add(row, extra, facts: finding, hash)
        }
    }

    /// The number of a cell's text in a table; that of the empty text for no column or a bad cell.
    private func number(
        _ bytes: ByteAddress,
        _ column: Int?,
        _ table: inout InternTable,
        _ tally: inout ReadTally
    ) -> UInt32 {
        guard let column else { return 0 }
        let length = ends[column] - starts[column]
        let (number, fault) = ReadWorker.number(bytes + starts[column], length, in: &table)
        if let fault { tally.rejectCell(plan.header[column], fault) }
        return number
    }

    private func factHash(_ bytes: ByteAddress) -> CaseHash {
        var hash = TupleHash()
        for column in plan.facts {
            if let column {
                hash.add(bytes + starts[column], ends[column] - starts[column])
            } else {
                hash.add(bytes, 0)
            }
        }
        return hash.hash
    }

    private func gatherFacts(_ bytes: ByteAddress, _ worker: inout ReadWorker) {
        worker.clearTuple()
        for (index, column) in plan.facts.enumerated() {
            if let column {
                worker.appendFact(bytes + starts[column], ends[column] - starts[column], column: index)
            } else {
                worker.appendFact(bytes, 0, column: index)
            }
        }
    }

    private func isSkipped(_ bytes: ByteAddress) -> Bool {
        guard let column = plan.skipColumn else { return false }
        return plan.skipTexts.contains(text(bytes + starts[column], ends[column] - starts[column]))
    }

    @inline(never)
    private func rejectLength(_ bytes: ByteAddress, _ order: UInt32, _ worker: inout ReadWorker) {
        func length(_ column: Int) -> Int { ends[column] - starts[column] }
        let (column, reason): (Int, RejectReason) =
            switch true {
            case length(plan.caseID) == 0: (plan.caseID, .emptyCase)
            case length(plan.activity) == 0: (plan.activity, .emptyActivity)
            case length(plan.time) == 0: (plan.time, .emptyTime)
            case length(plan.caseID) > LogPlan.longestCell: (plan.caseID, .fieldTooLong)
            default: (plan.activity, .fieldTooLong)
            }
        reject(bytes, order, column, reason, &worker)
    }

    @inline(never)
    private func reject(
        _ bytes: ByteAddress,
        _ order: UInt32,
        _ column: Int,
        _ reason: RejectReason,
        _ worker: inout ReadWorker
    ) {
        let isShown = !plan.personal.contains(column)
        let sample = isShown ? sampleText(bytes + starts[column], ends[column] - starts[column]) : ""
        worker.tally.reject(order, plan.header[column], reason, sample)
    }
}
