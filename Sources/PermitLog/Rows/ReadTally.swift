/// What one worker counted while reading.
struct ReadTally {
    var rows = 0
    var used = 0
    var blankLines = 0
    var skipped = 0
    var withoutZone = 0
    var dateOnly = 0
    var firstTime = Int64.max
    var lastTime = Int64.min
    private(set) var rejected: [RejectReason: Int] = [:]
    private(set) var cells: [String: [RejectReason: Int]] = [:]
    private(set) var rejects: [Reject] = []
    private let listed: Int

    init(listed: Int) { self.listed = listed }

    /// Counts a row that is left out; keeps it when there is room.
    @inline(never)
    mutating func reject(_ order: UInt32, _ column: String?, _ reason: RejectReason, _ sample: String) {
        rows += 1
        rejected[reason, default: 0] += 1
        guard rejects.count < listed else { return }
        rejects.append(Reject(order: order, column: column, reason: reason, sample: sample))
    }

    /// Counts a line without anything in it.
    mutating func countBlankLine() {
        rows += 1
        blankLines += 1
    }

    /// Counts a row that the profile leaves out.
    mutating func countSkipped() {
        rows += 1
        skipped += 1
    }

    /// Counts a cell of a used row that cannot be used.
    @inline(never)
    mutating func rejectCell(_ column: String, _ reason: RejectReason) {
        cells[column, default: [:]][reason, default: 0] += 1
    }

    /// Counts a row that is an event.
    @inline(__always)
    mutating func use(_ time: Int64, _ flags: UInt32) {
        rows += 1
        used += 1
        firstTime = min(firstTime, time)
        lastTime = max(lastTime, time)
        if flags != 0 {
            if flags & LogEvent.dateOnly != 0 { dateOnly += 1 } else { withoutZone += 1 }
        }
    }
}

extension InputAccount {
    /// Adds up what the workers counted; the result does not depend on who counted what.
    init(files: [String], tallies: [ReadTally], listed: Int) {
        self.init()
        self.files = files
        var reasons: [String: Int] = [:]
        var cells: [CellCount] = []
        var columns: [String: [RejectReason: Int]] = [:]
        for tally in tallies {
            rows += tally.rows
            used += tally.used
            blankLines += tally.blankLines
            ignored += tally.blankLines + tally.skipped
            stampsWithoutZone += tally.withoutZone
            dateOnlyStamps += tally.dateOnly
            for (reason, count) in tally.rejected {
                reasons[reason.rawValue, default: 0] += count
                rejected += count
            }
            for (column, counts) in tally.cells {
                columns[column, default: [:]].merge(counts, uniquingKeysWith: +)
            }
            rejects += tally.rejects
        }
        for (column, counts) in columns {
            cells += counts.map { CellCount(column: column, reason: $0.key.rawValue, count: $0.value) }
        }
        cellsRejected = cells.sorted { ($0.column, $0.reason) < ($1.column, $1.reason) }
        rejections = reasons.map { ReasonCount(reason: $0.key, count: $0.value) }
            .sorted { $0.reason < $1.reason }
        let skipped = ignored - blankLines
        if blankLines > 0 { ignoredReasons.append(ReasonCount(reason: "blank_line", count: blankLines)) }
        if skipped > 0 { ignoredReasons.append(ReasonCount(reason: "skipped_by_profile", count: skipped)) }
        rejects.sort { $0.order < $1.order }
        if rejects.count > listed { rejects.removeLast(rejects.count - listed) }
        rejectsNotListed = rejected - rejects.count
    }
}
