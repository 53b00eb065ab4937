// Invariants of this file:
// - the cells that the cutter gives lie in the block; those of joined rows lie in their table, which the plan keeps
//   alive: their `starts` and `ends` are distances from the block's first byte all the same;
// - addresses passed on have 8 readable bytes behind their text;
// - `numbers` and `found` have room for the plan's events; `stamps` holds one reader for each of them.

import Glibc
internal import WorkingTime

/// Gives the rows of a table's blocks to a worker.
struct TableParser: ~Copyable {
    private let plan: TablePlan
    private var cutter: RowCutter
    private let isPlainRow: Bool
    private var permits: PermitRows

    init(_ plan: TablePlan, _ log: LogPlan) {
        self.plan = plan
        cutter = RowCutter(shape: plan.shape, width: plan.width, capacity: plan.header.count)
        isPlainRow =
            plan.facts.isEmpty && plan.resource == nil && plan.role == nil && plan.skipColumn == nil
            && !plan.readsLifecycle
        permits = PermitRows(plan, log)
    }

    private var starts: UnsafeMutablePointer<Int> { cutter.starts }
    private var ends: UnsafeMutablePointer<Int> { cutter.ends }

    /// Reads all records of a block.
    mutating func parse(_ block: TableBlock, _ worker: inout ReadWorker) {
        for fault in block.faults { worker.tally.reject(fault.order, nil, fault.reason, fault.sample) }
        cutter.begin(block)
        let isSimple = plan.events.isEmpty && plan.joins.isEmpty
        while true {
            switch cutter.next() {
            case .cells:
                if isSimple { accept(cutter.bytes, &worker) } else { acceptPermit(&worker) }
            case .blank: worker.tally.countBlankLine()
            case .otherWidth(let cells):
                if plan.shape.isRagged {
                    if cells > plan.width { worker.tally.surplusRows += 1 }
                    acceptPermit(&worker)
                } else {
                    let reason: RejectReason = cells < plan.width ? .shortRow : .longRow
                    worker.tally.reject(cutter.order, nil, reason, "\(cells) cells, not \(plan.width)")
                }
            case .end: return
            }
        }
    }

    // MARK: - A row is an event

    // What every row goes through is `mutating`, though nothing of it changes: the parser is handed on by its address
    // then, and not copied for each row.

    @inline(__always)
    private mutating func accept(_ bytes: ByteAddress, _ worker: inout ReadWorker) {
        let order = cutter.order
        var name = bytes + starts[plan.caseID]
        var nameLength = ends[plan.caseID] - starts[plan.caseID]
        var activity = bytes + starts[plan.activity]
        var activityLength = ends[plan.activity] - starts[plan.activity]
        let time = bytes + starts[plan.time]
        let timeLength = ends[plan.time] - starts[plan.time]
        if plan.skipColumn != nil, isSkipped(bytes) {
            worker.tally.ignore(.skippedByProfile)
            return
        }
        if nameLength > 0, hasBlankEnds(name, nameLength) { trim(&name, &nameLength, plan.caseID, &worker) }
        if activityLength > 0, hasBlankEnds(activity, activityLength) {
            trim(&activity, &activityLength, plan.activity, &worker)
        }
        guard nameLength > 0, activityLength > 0, timeLength > 0,
            nameLength | activityLength <= LogPlan.longestCell
        else {
            rejectLength(nameLength, activityLength, timeLength, &worker)
            return
        }
        let stamp = worker.stamps.read(time, timeLength)
        if let fault = stamp.fault {
            reject(plan.time, fault, &worker)
            return
        }
        if let first = plan.firstTime, stamp.time < first {
            worker.tally.ignore(.beforeFirstDay)
            return
        }
        let (number, fault) = worker.activities.number(activity, activityLength)
        if let fault {
            reject(plan.activity, fault, &worker)
            return
        }
        let hash = hash128(name, nameLength)
        if let fault = worker.names.note(hash, name, nameLength) {
            reject(plan.caseID, fault, &worker)
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
    private mutating func addWithExtras(_ bytes: ByteAddress, _ row: LogRow, _ worker: inout ReadWorker) {
        var extra = RowExtra(
            resource: number(plan.resource, &worker.resources, &worker.tally),
            role: number(plan.role, &worker.roles, &worker.tally)
        )
        if plan.readsLifecycle {
            guard let lifecycle = lifecycle(bytes, &worker) else { return worker.tally.ignore(.lifecycle) }
            extra.lifecycle = lifecycle
        }
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

    // MARK: - A row is a permit, or is widened by other files, or has another width than the header

    @inline(never)
    private mutating func acceptPermit(_ worker: inout ReadWorker) {
        let bytes = cutter.bytes
        var isTold = false
        for join in plan.joins where join.widen(bytes, starts, ends, &worker.tally) { isTold = true }
        guard !plan.events.isEmpty else {
            accept(bytes, &worker)
            return
        }
        if plan.skipColumn != nil, isSkipped(bytes) {
            worker.tally.ignore(.skippedByProfile)
            return
        }
        var name = ByteAddress(bytes + starts[plan.caseID])
        var length = ends[plan.caseID] - starts[plan.caseID]
        if length > 0, hasBlankEnds(name, length) { trim(&name, &length, plan.caseID, &worker) }
        length = withoutFraction(name, length)
        guard length > 0, length <= LogPlan.longestCell else {
            rejectUnless(.totalsRow, plan.caseID, length == 0 ? .emptyCase : .fieldTooLong, &worker)
            return
        }
        if let keep = plan.keepColumn, isNothing(keep) {
            worker.tally.ignore(.counterVisit)
            return
        }
        permits.begin()
        for index in plan.events.indices where !(isTold && plan.events[index].givesWay) {
            readEvent(index, bytes, &worker)
        }
        // A partner without a single day tells nothing.
        if isTold, permits.count == 0 {
            for index in plan.events.indices where plan.events[index].givesWay {
                readEvent(index, bytes, &worker)
            }
        }
        guard let first = permits.firstTime else {
            rejectUnless(.totalsRow, plan.events[0].time, .noEvent, &worker)
            return
        }
        if let start = plan.firstTime, first < start {
            worker.tally.ignore(.beforeFirstDay)
            return
        }
        let hash = hash128(name, length)
        if let fault = worker.names.note(hash, name, length) {
            reject(plan.caseID, fault, &worker)
            return
        }
        addEvents(hash, bytes, &worker)
    }

    private mutating func readEvent(_ index: Int, _ bytes: ByteAddress, _ worker: inout ReadWorker) {
        let event = plan.events[index]
        var cell = bytes + starts[event.time]
        var length = ends[event.time] - starts[event.time]
        trimBlanks(&cell, &length)
        guard length > 0, !isNullWord(cell, length) else { return }
        let stamp = permits.stamps[index].read(cell, length)
        if let fault = stamp.fault {
            worker.tally.rejectCell(plan.header[event.time], fault)
            return
        }
        permits.note(index, stamp, &worker.activities)
    }

    private mutating func addEvents(_ hash: CaseHash, _ bytes: ByteAddress, _ worker: inout ReadWorker) {
        var finding = FactStreams.Finding.same
        var tuple = TupleHash().hash
        let role = number(plan.role, &worker.roles, &worker.tally)
        let resource = number(plan.resource, &worker.resources, &worker.tally)
        if !plan.facts.isEmpty {
            tuple = factHash(bytes)
            finding = worker.facts.find(hash.low, tuple)
            if finding != .same { gatherFacts(bytes, &worker) }
        }
        for place in 0..<permits.count {
            let event = permits.found[place]
            var row = LogRow(
                caseHash: hash.low,
                time: event.time,
                order: cutter.order,
                activity: event.activity
            )
            row.activity |= UInt32(place) << LogEvent.placeShift
            var extra = RowExtra(resource: resource, role: role)
            if let column = plan.events[event.column].resource {
                extra.resource = number(column, &worker.resources, &worker.tally)
            }
            if place == 0 {
                worker.add(row, extra, facts: finding, tuple)
            } else {
                if finding == .different { row.activity |= LogRow.explicitFacts }
                worker.addFurther(row, extra)
            }
        }
    }

    // MARK: - Cells

    /// What the row says of the life of its activity; nil when it is to be ignored.
    private func lifecycle(_ bytes: ByteAddress, _ worker: inout ReadWorker) -> RowLifecycle? {
        var lifecycle = RowLifecycle()
        if let column = plan.transition {
            let (start, length) = (starts[column], ends[column] - starts[column])
            guard let found = worker.transitions.count(bytes + start, length) else { return nil }
            lifecycle.transition = found
        }
        if let column = plan.instance, ends[column] > starts[column] {
            lifecycle.instance = hash64(bytes + starts[column], ends[column] - starts[column])
        }
        if let column = plan.start, ends[column] > starts[column] {
            let stamp = worker.stamps.read(bytes + starts[column], ends[column] - starts[column])
            if let fault = stamp.fault {
                worker.tally.rejectCell(plan.header[column], fault)
            } else {
                lifecycle.start = stamp.time
            }
        }
        return lifecycle
    }

    /// The number of a cell's text in a table; that of the empty text for no column or a bad cell.
    private func number(_ column: Int?, _ table: inout InternTable, _ tally: inout ReadTally) -> UInt32 {
        guard let column else { return 0 }
        let length = ends[column] - starts[column]
        let (number, fault) = ReadWorker.number(cutter.bytes + starts[column], length, in: &table)
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

    /// Whether a cell is empty or holds a word for nothing.
    private func isNothing(_ column: Int) -> Bool {
        var cell = ByteAddress(cutter.bytes + starts[column])
        var length = ends[column] - starts[column]
        trimBlanks(&cell, &length)
        return length == 0 || isNullWord(cell, length)
    }

    @inline(never)
    private func trim(
        _ cell: inout ByteAddress,
        _ length: inout Int,
        _ column: Int,
        _ worker: inout ReadWorker
    ) {
        let before = length
        trimBlanks(&cell, &length)
        if length != before { worker.tally.countTrimmed(plan.header[column]) }
    }

    // MARK: - Rejecting

    @inline(never)
    private func rejectLength(_ name: Int, _ activity: Int, _ time: Int, _ worker: inout ReadWorker) {
        switch true {
        case name == 0: rejectUnless(.totalsRow, plan.caseID, .emptyCase, &worker)
        case activity == 0: rejectUnless(.totalsRow, plan.activity, .emptyActivity, &worker)
        case time == 0: rejectUnless(.totalsRow, plan.time, .emptyTime, &worker)
        case name > LogPlan.longestCell: reject(plan.caseID, .fieldTooLong, &worker)
        default: reject(plan.activity, .fieldTooLong, &worker)
        }
    }

    /// Rejects a row, unless it is the sum of those above it.
    @inline(never)
    private func rejectUnless(
        _ ignored: IgnoreReason,
        _ column: Int,
        _ reason: RejectReason,
        _ worker: inout ReadWorker
    ) {
        if isTotals() { worker.tally.ignore(ignored) } else { reject(column, reason, &worker) }
    }

    /// Whether one of the first cells says that the row is a sum.
    private func isTotals() -> Bool {
        for column in 0..<min(6, plan.width) where ends[column] > starts[column] {
            var cell = ByteAddress(cutter.bytes + starts[column])
            var length = ends[column] - starts[column]
            trimBlanks(&cell, &length)
            if TableHead.isTotals(text(cell, min(length, 40))) { return true }
        }
        return false
    }

    @inline(never)
    private func reject(_ column: Int, _ reason: RejectReason, _ worker: inout ReadWorker) {
        let isShown = !plan.personal.contains(column)
        let sample = isShown ? sampleText(cutter.bytes + starts[column], ends[column] - starts[column]) : ""
        worker.tally.reject(cutter.order, plan.header[column], reason, sample)
    }
}

/// The events of the row of a permit at hand.
struct PermitRows: ~Copyable {
    /// An event: when, the worker's number of its activity with the stamp's flags, and its column among the plan's.
    struct Found {
        var time: Int64
        var activity: UInt32
        var column: Int
    }

    private let plan: TablePlan
    let stamps: UnsafeMutablePointer<FastStamp>
    let found: UnsafeMutablePointer<Found>
    private let numbers: UnsafeMutablePointer<UInt32>
    private(set) var count = 0
    private let room: Int

    init(_ plan: TablePlan, _ log: LogPlan) {
        self.plan = plan
        room = plan.events.count
        stamps = .allocate(capacity: max(1, room))
        found = .allocate(capacity: max(1, room))
        numbers = .allocate(capacity: max(1, room))
        numbers.initialize(repeating: .max, count: max(1, room))
        for index in 0..<room {
            let form = plan.events[index].form
            (stamps + index).initialize(to: FastStamp(zone: log.zone, isStrict: log.isStrict, form: form))
        }
    }

    deinit {
        stamps.deinitialize(count: room)
        stamps.deallocate()
        found.deallocate()
        numbers.deallocate()
    }

    mutating func begin() { count = 0 }

    /// The earliest moment of the row; nil where it has none.
    var firstTime: Int64? { (0..<count).map { found[$0].time }.min() }

    /// Notes the moment of an event; the activity is numbered when it is met first, so that none is listed that never
    /// happens.
    mutating func note(_ column: Int, _ stamp: FastStamp.Result, _ activities: inout InternTable) {
        if numbers[column] == .max { numbers[column] = number(plan.events[column].activity, &activities) }
        found[count] = Found(time: stamp.time, activity: numbers[column] | stamp.flags, column: column)
        count += 1
    }

    private func number(_ activity: [UInt8], _ activities: inout InternTable) -> UInt32 {
        var run = ByteRun(capacity: activity.count + 64)
        for byte in activity { run.append(byte) }
        return activities.number(run.bytes, run.count).number
    }
}
