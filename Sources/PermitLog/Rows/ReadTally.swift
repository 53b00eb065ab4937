/// What one worker counted while reading.
struct ReadTally {
    var rows = 0
    var used = 0
    var blankLines = 0
    /// Events of rows beyond the first of each.
    var furtherEvents = 0
    private(set) var ignored: [IgnoreReason: Int] = [:]
    var withoutZone = 0
    var dateOnly = 0
    var firstTime = Int64.max
    var lastTime = Int64.min
    private(set) var rejected: [RejectReason: Int] = [:]
    private(set) var cells: [String: [RejectReason: Int]] = [:]
    private(set) var rejects: [Reject] = []
    /// Cells whose text had blanks around it, by column.
    private(set) var trimmed: [String: Int] = [:]
    /// Rows of a sheet with something behind the last column of the header.
    var surplusRows = 0
    /// Rows for which a joined file has one row, none, or several, by the file's place.
    var joins: [Int: JoinCounts] = [:]
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

    /// Counts a row that is left out although nothing is wrong with it.
    @inline(never)
    mutating func ignore(_ reason: IgnoreReason, count: Int = 1) {
        guard count > 0 else { return }
        rows += count
        ignored[reason, default: 0] += count
    }

    /// Counts a blank line for what it stands for: a row that could not be read as text.
    mutating func rejectBlankLine(_ order: UInt32, _ reason: RejectReason, _ sample: String) {
        rows -= 1
        blankLines -= 1
        reject(order, nil, reason, sample)
    }

    /// Counts a row for which a joined file has a row, perhaps one of several, or none (nil).
    mutating func noteJoin(_ file: Int, _ row: Int?, isAmbiguous: Bool) {
        guard let row else {
            joins[file, default: JoinCounts()].unmatched += 1
            return
        }
        joins[file, default: JoinCounts()].rows.insert(row)
        if isAmbiguous {
            joins[file, default: JoinCounts()].ambiguous += 1
        } else {
            joins[file, default: JoinCounts()].matched += 1
        }
    }

    /// Counts an id or activity with blanks around it.
    mutating func countTrimmed(_ column: String) { trimmed[column, default: 0] += 1 }

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
        note(time, flags)
    }

    /// Counts an event of a row that has given another.
    @inline(__always)
    mutating func useFurther(_ time: Int64, _ flags: UInt32) {
        furtherEvents += 1
        note(time, flags)
    }

    @inline(__always)
    private mutating func note(_ time: Int64, _ flags: UInt32) {
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
        var leftOut: [IgnoreReason: Int] = [:]
        var cells: [CellCount] = []
        var columns: [String: [RejectReason: Int]] = [:]
        for tally in tallies {
            rows += tally.rows
            used += tally.used
            blankLines += tally.blankLines
            events += tally.used + tally.furtherEvents
            ignored += tally.blankLines + tally.ignored.values.reduce(0, +)
            leftOut.merge(tally.ignored, uniquingKeysWith: +)
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
        if blankLines > 0 { leftOut[.blankLine] = blankLines }
        ignoredReasons = leftOut.map { ReasonCount(reason: $0.key.rawValue, count: $0.value) }
            .sorted { $0.reason < $1.reason }
        rejects.sort { $0.order < $1.order }
        if rejects.count > listed { rejects.removeLast(rejects.count - listed) }
        rejectsNotListed = rejected - rejects.count
    }
}
