import PermitLog
import PermitWorkflow
import WorkingTime

/// Sums and rows over cases; two folds over different cases add up to the fold over all of them.
struct PermitFold: Sendable {
    /// A cell of a used row that could not be read.
    struct BadCell: Hashable, Sendable {
        var column: String
        var reason: String
    }

    /// What is kept of a permit for its record.
    struct Kept: Sendable {
        var name: String
        var facts: [String?]
        var events: Int
    }

    var flow: FlowFold
    var rows: [PermitRow] = []
    var kept: [Kept] = []
    var histories: [HistoryRow] = []
    /// Names near the one that was asked for, one of each partition.
    var nearNames: [String] = []
    var tally = DeviationTally()
    var groups: [String] = []
    var groupNumbers: [String: Int] = [:]
    var badCells: [BadCell: Int] = [:]
    var unmeasuredYears: [Int: Int] = [:]
    var duplicates = 0
    var eventsAfterCut = 0
    var decisionsAfterCut = 0
    var eventsFilteredOut = 0
    var permitsFilteredOut = 0

    init(activityCount: Int) { flow = FlowFold(activityCount: activityCount) }

    /// The number of a group, made when it is new.
    mutating func group(_ value: String) -> Int {
        if let number = groupNumbers[value] { return number }
        groups.append(value)
        groupNumbers[value] = groups.count - 1
        return groups.count - 1
    }

    /// Adds everything of another fold of the same plan.
    mutating func merge(_ other: consuming PermitFold) {
        let renumbered = other.groups.map { group($0) }
        let firstKept = kept.count
        rows.reserveCapacity(rows.count + other.rows.count)
        for var row in other.rows {
            if !renumbered.isEmpty { row.group = renumbered[row.group] }
            if row.record >= 0 { row.record += firstKept }
            rows.append(row)
        }
        kept.append(contentsOf: other.kept)
        histories.append(contentsOf: other.histories)
        nearNames.append(contentsOf: other.nearNames)
        tally.merge(other.tally)
        badCells.merge(other.badCells, uniquingKeysWith: +)
        unmeasuredYears.merge(other.unmeasuredYears, uniquingKeysWith: +)
        duplicates += other.duplicates
        eventsAfterCut += other.eventsAfterCut
        decisionsAfterCut += other.decisionsAfterCut
        eventsFilteredOut += other.eventsFilteredOut
        permitsFilteredOut += other.permitsFilteredOut
        flow.merge(other.flow)
    }
}
