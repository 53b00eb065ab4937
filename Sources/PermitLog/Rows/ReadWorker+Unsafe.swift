// Invariants of this file:
// - one thread at a time uses a worker; `WorkerBox` passes it from the thread that read to the one that collects;
// - addresses passed in have 8 readable bytes behind their text.

internal import WorkingTime

/// What every worker needs to know about the log.
struct LogPlan: Sendable {
    var profile: Profile?
    var zone: Zone
    var isStrict: Bool
    var keepsResource: Bool
    var lifecycle = LifecycleReading.all
    /// Whether events keep when their activity began.
    var keepsLifecycle = false
    /// The names of the fact columns.
    var factColumns: [String]
    /// Whether the names of the columns say which attributes are of cases; known when all columns are kept.
    var statesLevels = false
    /// What the values of columns are, where the file says so; known when all columns are kept.
    var columnKinds: [String: ColumnKind] = [:]
    var listedRejects: Int
    /// How the dates of columns are written.
    var forms = DateForms()
    /// The longest text that is kept of a cell, in bytes.
    static let longestCell = 65_535
}

/// What one thread gathers from the rows that it reads.
struct ReadWorker: ~Copyable {
    var activities = InternTable()
    var resources = InternTable()
    var roles = InternTable()
    var names = CaseNames()
    var rows: RowBuckets
    var facts = FactStreams()
    var transitions: TransitionTally
    var stamps: FastStamp
    var tally: ReadTally
    /// The facts of the row at hand: for each column a UInt16 length and the value.
    var tuple = ByteRun(capacity: 256)
    var tupleHasFaults = false
    let factNames: [String]

    init(_ plan: LogPlan) {
        rows = RowBuckets(keepsExtras: plan.keepsResource, keepsLifecycles: plan.keepsLifecycle)
        transitions = TransitionTally(plan.lifecycle)
        stamps = FastStamp(zone: plan.zone, isStrict: plan.isStrict)
        tally = ReadTally(listed: plan.listedRejects)
        factNames = plan.factColumns
        // An absent resource or role is the empty text, number 0.
        var empty: UInt64 = 0
        withUnsafeBytes(of: &empty) { bytes in
            guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
            _ = resources.number(base, 0)
            _ = roles.number(base, 0)
        }
    }

    /// The number of a resource or role; 0, the empty text, for one that cannot be used.
    static func number(
        _ bytes: ByteAddress,
        _ length: Int,
        in table: inout InternTable
    ) -> (UInt32, RejectReason?) {
        if length > LogPlan.longestCell { return (0, .fieldTooLong) }
        let (number, fault) = table.number(bytes, length)
        return (fault == nil ? number : 0, fault)
    }

    /// Adds a column's value to the tuple of facts; a value that cannot be used counts as empty.
    mutating func appendFact(_ bytes: ByteAddress, _ length: Int, column: Int) {
        var kept = length
        if length > 0 {
            let fault = length > LogPlan.longestCell ? .fieldTooLong : textFault(bytes, length)
            if let fault {
                tally.rejectCell(factNames[column], fault)
                tupleHasFaults = true
                kept = 0
            }
        }
        tuple.append(word: UInt16(kept))
        tuple.append(bytes, kept)
    }

    /// Forgets the tuple of facts.
    mutating func clearTuple() {
        tuple.truncate(to: 0)
        tupleHasFaults = false
    }

    /// Adds an event of a log without facts, or with the facts that were the first of its case.
    @inline(__always)
    mutating func add(_ row: LogRow, _ extra: RowExtra) {
        tally.use(row.time, row.activity & (LogEvent.dateOnly | LogEvent.withoutZone))
        rows.append(row, extra)
    }

    /// Adds another event of the row that was added last.
    mutating func addFurther(_ row: LogRow, _ extra: RowExtra) {
        tally.useFurther(row.time, row.activity & (LogEvent.dateOnly | LogEvent.withoutZone))
        rows.append(row, extra)
    }

    /// Adds an event whose facts are in the tuple.
    mutating func add(_ row: LogRow, _ extra: RowExtra, facts finding: FactStreams.Finding, _ hash: CaseHash)
    {
        var row = row
        switch finding {
        case .same, .sameWithFaults: break
        case .new: facts.addFirst(row.caseHash, hash, tuple, hasFaults: tupleHasFaults)
        case .different:
            facts.addOther(row.caseHash, row.order, tuple)
            row.activity |= LogRow.explicitFacts
        }
        add(row, extra)
    }
}

/// A worker that one thread after the other uses.
final class WorkerBox: @unchecked Sendable {
    var worker: ReadWorker
    var failure: LogError?

    init(_ plan: LogPlan) { worker = ReadWorker(plan) }
}
