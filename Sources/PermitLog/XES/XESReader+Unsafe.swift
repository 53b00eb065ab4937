// Invariants of this file:
// - the addresses of a tag are used before the next tag is asked for; what must last is copied into runs.

/// Reads the events of an XES file into a worker.
struct XESReader: ~Copyable {
    private enum Level {
        case document
        case log
        case trace
        case event
        case end
    }

    /// An event of the trace that is being read.
    private struct Pending {
        var time: Int64
        var order: UInt32
        var activity: UInt32
        var extra: RowExtra
        /// The end of the event's own facts in `eventFacts`.
        var factsEnd: Int
    }

    private struct Value {
        var column: Int
        var offset: Int
        var length: Int
    }

    private struct Current {
        var activity: UInt32?
        var stamp: FastStamp.Result?
        var extra = RowExtra(resource: 0, role: 0)
        var column = ""
        var sample = ""
        var fault: RejectReason?
        var isSkipped = false
        /// What the event means to its activity; nil where it is to be ignored.
        var transition: Transition? = .absent
    }

    private var tokens: XESTokenizer
    private let plan: XESPlan
    private let name: String
    private let names = XESNames()
    private let request: ReadRequest
    private let file: Int
    private let input: any ByteStream
    private var text = XESText()
    private var path: [UInt64] = []
    private var level = Level.document
    private var skippedDepth = 0
    private var hasTraces = false
    private var hasForeignElements = false

    /// The order of the last event.
    private(set) var lastOrder: Int
    private var current = Current()
    private var pending: [Pending] = []
    private var caseName = ByteRun(capacity: 64)
    private var values = ByteRun(capacity: 256)
    private var nested = NestedKeys()
    private var traceFacts: [Value] = []
    private var eventFacts: [Value] = []

    init(
        start: inout FileStart,
        plan: LogPlan,
        columns: ChosenColumns,
        request: ReadRequest,
        file: Int,
        ordersBefore: Int
    ) {
        tokens = XESTokenizer(
            name: start.name,
            ahead: start.ahead,
            input: start.input,
            limit: request.recordBytes
        )
        self.plan = XESPlan(plan, columns)
        name = start.name
        self.request = request
        self.file = file
        input = start.input
        lastOrder = ordersBefore
    }

    /// Reads the file to its end.
    mutating func read(_ worker: inout ReadWorker) throws(LogError) {
        do throws(LogError) {
            while true {
                let tag = try tokens.next()
                switch tag.kind {
                case .open: try open(tag, &worker)
                case .closed: try openAndClose(tag, &worker)
                case .close: try close(tag, &worker)
                case .endOfText:
                    try checkEnd()
                    return
                }
            }
        } catch {
            rejectUnnamed(&worker)
            throw error
        }
    }

    /// Counts the events of a trace that was cut, when it has no name yet; those of a named trace are used.
    private mutating func rejectUnnamed(_ worker: inout ReadWorker) {
        guard level == .trace || level == .event else { return }
        endTrace(&worker)
    }

    private func checkEnd() throws(LogError) {
        let place = LogPosition(file: name, line: tokens.line)
        if level == .document {
            throw LogError(.notALog, "there is no <log> element; a log is XES or CSV", position: place)
        }
        if level != .end {
            throw LogError(
                .truncatedXES,
                "the text ends before </log>; copy the whole file again",
                position: place
            )
        }
        if !hasTraces, hasForeignElements {
            throw LogError(.notALog, "the <log> element holds no traces: this is not XES", position: place)
        }
    }

    // MARK: - Elements

    @inline(__always)
    private mutating func open(_ tag: XESTag, _ worker: inout ReadWorker) throws(LogError) {
        path.append(tag.name)
        if skippedDepth > 0 {
            skippedDepth += 1
            if plan.hasNestedFacts { enterNested(tag, isOpen: true) }
            return
        }
        if try begin(tag, &worker) { return }
        skippedDepth = 1
        if plan.hasNestedFacts { enterNested(tag, isOpen: true) }
    }

    @inline(__always)
    private mutating func openAndClose(_ tag: XESTag, _ worker: inout ReadWorker) throws(LogError) {
        if skippedDepth > 0 {
            if plan.hasNestedFacts { enterNested(tag, isOpen: false) }
            return
        }
        if try begin(tag, &worker) { try finishLevel(&worker) }
    }

    @inline(__always)
    private mutating func close(_ tag: XESTag, _ worker: inout ReadWorker) throws(LogError) {
        guard let open = path.popLast(), open == tag.name else {
            throw tokens.malformed("an end tag does not match its start tag")
        }
        if skippedDepth > 0 {
            skippedDepth -= 1
            if plan.hasNestedFacts { nested.leave() }
            return
        }
        try finishLevel(&worker)
    }

    /// Takes a start tag in; true when it opens a log, a trace or an event.
    @inline(__always)
    private mutating func begin(_ tag: XESTag, _ worker: inout ReadWorker) throws(LogError) -> Bool {
        switch level {
        case .event:
            eventAttribute(tag, &worker)
            return false
        case .trace:
            if tag.name == names.event { return try beginEvent() }
            if tag.key != nil { try traceAttribute(tag) }
            return false
        case .log: return try beginInLog(tag)
        case .document:
            guard tag.name == names.log else {
                throw LogError(
                    .notALog,
                    "the first element is not <log>: this is no XES; a log is XES or CSV",
                    position: LogPosition(file: name, line: tokens.line)
                )
            }
            level = .log
            return true
        case .end: throw tokens.malformed("an element follows </log>")
        }
    }

    private mutating func beginInLog(_ tag: XESTag) throws(LogError) -> Bool {
        if tag.name == names.trace {
            hasTraces = true
            level = .trace
            return true
        }
        if tag.name == names.event { return try beginEvent() }
        if !names.isHeader(tag.name), !names.isAttribute(tag.name) { hasForeignElements = true }
        return false
    }

    private mutating func beginEvent() throws(LogError) -> Bool {
        guard lastOrder < Int(UInt32.max) else { throw LogError.tooManyRows(LogPosition(file: name)) }
        lastOrder += 1
        current = Current()
        level = .event
        return true
    }

    @inline(__always)
    private mutating func finishLevel(_ worker: inout ReadWorker) throws(LogError) {
        switch level {
        case .event:
            let isInTrace = path.last != names.log
            endEvent(&worker, isInTrace: isInTrace)
            level = isInTrace ? .trace : .log
        case .trace:
            endTrace(&worker)
            level = .log
        case .log: level = .end
        case .document, .end: throw tokens.malformed("an end tag has no start tag")
        }
    }

    // MARK: - Attributes

    @inline(__always)
    private mutating func eventAttribute(_ tag: XESTag, _ worker: inout ReadWorker) {
        guard let key = tag.key else {
            if tag.value == nil, names.isAttribute(tag.name) {
                current.fault = current.fault ?? .fieldTooLong
            }
            return
        }
        let number = XESTokenizer.number(of: key, tag.keyLength)
        guard let raw = tag.value else { return }
        if number == plan.activityKey {
            readActivity(raw, tag.valueLength, &worker)
        } else if number == plan.timeKey {
            readTime(raw, tag.valueLength, &worker)
        }
        if number == plan.resourceKey || number == plan.roleKey || number == plan.skipKey {
            readOther(number, raw, tag.valueLength, &worker)
        }
        if number == plan.transitionKey {
            readTransition(raw, tag.valueLength, &worker)
        } else if number == plan.instanceKey || number == plan.startKey {
            readInstance(number, raw, tag.valueLength, &worker)
        }
        guard plan.hasEventFacts else { return }
        keepFacts(number, raw, tag.valueLength, isOfTrace: false)
    }

    private mutating func readTransition(_ raw: ByteAddress, _ length: Int, _ worker: inout ReadWorker) {
        guard let (bytes, count) = text.decode(raw, length, isLatin: tokens.isLatin) else { return }
        current.transition = worker.transitions.count(bytes, count)
    }

    private mutating func readInstance(
        _ key: UInt64,
        _ raw: ByteAddress,
        _ length: Int,
        _ worker: inout ReadWorker
    ) {
        guard length > 0 else { return }
        if key == plan.instanceKey {
            current.extra.lifecycle.instance = hash64(raw, length)
            return
        }
        let stamp = worker.stamps.read(raw, length)
        if let fault = stamp.fault {
            worker.tally.rejectCell(plan.columns.start ?? "", fault)
        } else {
            current.extra.lifecycle.start = stamp.time
        }
    }

    /// Keeps a value for the facts that it belongs to.
    private mutating func keepFacts(_ key: UInt64, _ raw: ByteAddress, _ length: Int, isOfTrace: Bool) {
        for (column, fact) in plan.facts.enumerated()
        where (isOfTrace ? fact.traceKey : fact.eventKey) == key {
            keep(raw, length, column, isOfTrace: isOfTrace)
        }
    }

    @inline(__always)
    private mutating func readActivity(_ raw: ByteAddress, _ length: Int, _ worker: inout ReadWorker) {
        guard length <= LogPlan.longestCell else {
            fault(.fieldTooLong, plan.columns.activity, raw, length)
            return
        }
        guard let (bytes, count) = text.decode(raw, length, isLatin: tokens.isLatin) else {
            fault(.notUTF8, plan.columns.activity, raw, length)
            return
        }
        if count == 0 { return }
        let (number, bad) = worker.activities.number(bytes, count)
        if let bad { fault(bad, plan.columns.activity, raw, length) } else { current.activity = number }
    }

    @inline(__always)
    private mutating func readTime(_ raw: ByteAddress, _ length: Int, _ worker: inout ReadWorker) {
        if length == 0 { return }
        let stamp = worker.stamps.read(raw, length)
        if let bad = stamp.fault {
            if current.fault == nil { fault(bad, plan.columns.time, raw, length) }
        }
        current.stamp = stamp
    }

    private mutating func fault(_ reason: RejectReason, _ column: String, _ raw: ByteAddress, _ length: Int) {
        current.fault = reason
        current.column = column
        current.sample = plan.hidesSamplesOf.contains(column) ? "" : sampleText(raw, length)
    }

    private mutating func readOther(
        _ key: UInt64,
        _ raw: ByteAddress,
        _ length: Int,
        _ worker: inout ReadWorker
    ) {
        guard let (bytes, count) = text.decode(raw, length, isLatin: tokens.isLatin) else { return }
        if key == plan.resourceKey {
            let (number, bad) = ReadWorker.number(bytes, count, in: &worker.resources)
            current.extra.resource = number
            if let bad { worker.tally.rejectCell(plan.columns.resource ?? "", bad) }
        }
        if key == plan.roleKey {
            let (number, bad) = ReadWorker.number(bytes, count, in: &worker.roles)
            current.extra.role = number
            if let bad { worker.tally.rejectCell(plan.columns.role ?? "", bad) }
        }
        if key == plan.skipKey { current.isSkipped = plan.skipTexts.contains(PermitLog.text(bytes, count)) }
    }

    private mutating func traceAttribute(_ tag: XESTag) throws(LogError) {
        guard let key = tag.key, let raw = tag.value else { return }
        let number = XESTokenizer.number(of: key, tag.keyLength)
        if number == plan.caseKey {
            guard let (bytes, count) = text.decode(raw, tag.valueLength, isLatin: tokens.isLatin) else {
                throw tokens.malformed("a trace's name holds an unknown entity")
            }
            caseName.truncate(to: 0)
            caseName.append(bytes, count)
        }
        keepFacts(number, raw, tag.valueLength, isOfTrace: true)
    }

    /// Takes in an attribute of an attribute, or the attribute of a trace or an event that has such.
    private mutating func enterNested(_ tag: XESTag, isOpen: Bool) {
        guard level == .trace || level == .event else { return }
        let before = nested.depth
        nested.enter(tag.key, tag.keyLength)
        if before > 0, let raw = tag.value, tag.key != nil {
            let number = XESTokenizer.number(of: nested.bytes, nested.count)
            keepFacts(number, raw, tag.valueLength, isOfTrace: level == .trace)
        }
        if !isOpen { nested.leave() }
    }

    private mutating func keep(_ raw: ByteAddress, _ length: Int, _ column: Int, isOfTrace: Bool) {
        let (bytes, count) = text.decode(raw, length, isLatin: tokens.isLatin) ?? (raw, length)
        let value = Value(column: column, offset: values.count, length: count)
        values.append(bytes, count)
        if isOfTrace { traceFacts.append(value) } else { eventFacts.append(value) }
    }

    // MARK: - Ends

    @inline(__always)
    private mutating func endEvent(_ worker: inout ReadWorker, isInTrace: Bool) {
        let order = UInt32(truncatingIfNeeded: lastOrder)
        if let stamp = current.stamp, let activity = current.activity, current.fault == nil,
            !current.isSkipped, let transition = current.transition,
            isInTrace
        {
            current.extra.lifecycle.transition = transition
            pending.append(
                Pending(
                    time: stamp.time,
                    order: order,
                    activity: activity | stamp.flags,
                    extra: current.extra,
                    factsEnd: eventFacts.count
                )
            )
            return
        }
        eventFacts.removeLast(eventFacts.count - (pending.last?.factsEnd ?? 0))
        rejectEvent(order, &worker, isInTrace: isInTrace)
    }

    @inline(never)
    private mutating func rejectEvent(_ order: UInt32, _ worker: inout ReadWorker, isInTrace: Bool) {
        if current.isSkipped {
            worker.tally.ignore(.skippedByProfile)
        } else if !isInTrace {
            worker.tally.reject(order, plan.columns.caseID, .emptyCase, "")
        } else if let fault = current.fault {
            worker.tally.reject(order, current.column.isEmpty ? nil : current.column, fault, current.sample)
        } else if current.activity == nil {
            worker.tally.reject(order, plan.columns.activity, .emptyActivity, "")
        } else if current.stamp == nil {
            worker.tally.reject(order, plan.columns.time, .emptyTime, "")
        } else {
            worker.tally.ignore(.lifecycle)
        }
    }

    private mutating func endTrace(_ worker: inout ReadWorker) {
        let hash = hash128(caseName.bytes, caseName.count)
        var fault: RejectReason?
        if caseName.count == 0 {
            fault = .emptyCase
        } else if caseName.count > LogPlan.longestCell {
            fault = .fieldTooLong
        } else if !pending.isEmpty {
            fault = worker.names.note(hash, caseName.bytes, caseName.count)
        }
        if let fault {
            let isShown = !plan.hidesSamplesOf.contains(plan.columns.caseID)
            let sample = isShown ? sampleText(caseName.bytes, caseName.count) : ""
            for event in pending { worker.tally.reject(event.order, plan.columns.caseID, fault, sample) }
        } else {
            addPending(hash, &worker)
        }
        report(pending.count)
        pending.removeAll(keepingCapacity: true)
        traceFacts.removeAll(keepingCapacity: true)
        eventFacts.removeAll(keepingCapacity: true)
        values.truncate(to: 0)
        caseName.truncate(to: 0)
    }

    private mutating func addPending(_ hash: CaseHash, _ worker: inout ReadWorker) {
        var factsStart = 0
        var tupleHash = TupleHash().hash
        for (index, event) in pending.enumerated() {
            let row = LogRow(
                caseHash: hash.low,
                time: event.time,
                order: event.order,
                activity: event.activity
            )
            if plan.facts.isEmpty {
                worker.add(row, event.extra)
                continue
            }
            if index == 0 || plan.hasEventFacts {
                gatherFacts(factsStart..<event.factsEnd, &worker)
                tupleHash = hash128(worker.tuple.bytes, worker.tuple.count)
                factsStart = event.factsEnd
            }
            worker.add(row, event.extra, facts: worker.facts.find(hash.low, tupleHash), tupleHash)
        }
    }

    private func gatherFacts(_ own: Range<Int>, _ worker: inout ReadWorker) {
        worker.clearTuple()
        for column in plan.facts.indices {
            let value =
                eventFacts[own].last { $0.column == column } ?? traceFacts.last { $0.column == column }
            worker.appendFact(values.bytes + (value?.offset ?? 0), value?.length ?? 0, column: column)
        }
    }

    private func report(_ events: Int) {
        guard let progress = request.progress, lastOrder >> 14 != (lastOrder - events) >> 14 else { return }
        progress(
            ReadProgress(file: name, fileIndex: file, bytesRead: input.bytesRead, bytesTotal: input.size)
        )
    }
}
