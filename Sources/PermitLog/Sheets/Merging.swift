/// Repeats the value of a merged range in each of its cells, row by row.
struct Merging {
    /// How many bytes and cells of a sheet are repeated at most.
    private static let most = 1 << 28

    /// A range that the row passes through.
    private struct Active {
        var range: MergedRange
        var value: [UInt8]
    }

    private let ranges: [MergedRange]
    private var upcoming = 0
    private var active: [Active] = []
    private var cursor = 0
    private var row = 0
    private var firstEnd = Int.max
    private var repeated = 0
    /// How many ranges overlap others, or came when enough had been repeated.
    private(set) var unrepeated = 0

    /// Begins with the ranges of a sheet by their first row and column.
    init(_ ranges: [MergedRange]) { self.ranges = ranges }

    /// Whether no range passes through the row.
    var isIdle: Bool { active.isEmpty }

    /// Goes on to a row, counted from 0.
    mutating func begin(row: Int) {
        self.row = row
        cursor = 0
        let isDue = upcoming < ranges.count && ranges[upcoming].rows.lowerBound <= row
        guard isDue || firstEnd < row else { return }
        active.removeAll { $0.range.rows.upperBound < row }
        var added: [Active] = []
        while upcoming < ranges.count, ranges[upcoming].rows.lowerBound <= row {
            let range = ranges[upcoming]
            if range.rows.upperBound >= row { added.append(Active(range: range, value: [])) }
            upcoming += 1
        }
        if !added.isEmpty { add(added) }
        firstEnd = active.map(\.range.rows.upperBound).min() ?? .max
    }

    private mutating func add(_ added: [Active]) {
        let all = (active + added).sorted { $0.range.columns.lowerBound < $1.range.columns.lowerBound }
        active.removeAll(keepingCapacity: true)
        for next in all {
            if let last = active.last, last.range.columns.upperBound >= next.range.columns.lowerBound {
                unrepeated += 1
            } else {
                active.append(next)
            }
        }
    }

    /// Repeats values up to a cell and says whether the cell itself is to be shown: one that lies under a range is not.
    mutating func admit(_ cell: some Collection<UInt8>, at column: Int, _ row: inout TextRow) -> Bool {
        fill(&row, until: column)
        guard cursor < active.count, active[cursor].range.columns.contains(column) else { return true }
        let range = active[cursor].range
        guard range.columns.lowerBound == column, range.rows.lowerBound == self.row else { return false }
        active[cursor].value = Array(cell)
        return true
    }

    /// Repeats values up to the end of the row.
    mutating func finish(_ row: inout TextRow) {
        if !active.isEmpty { fill(&row, until: .max) }
    }

    /// Fills the cells of ranges in front of a column.
    private mutating func fill(_ row: inout TextRow, until column: Int) {
        while cursor < active.count, active[cursor].range.columns.lowerBound < column {
            let columns = active[cursor].range.columns
            let value = active[cursor].value
            let end = min(columns.upperBound, column - 1)
            // The value that was given itself is not repeated.
            var next = max(columns.lowerBound, row.count)
            while !value.isEmpty, next <= end {
                guard repeated < Self.most, row.bytes.count + value.count <= SheetSize.rowBytes else {
                    unrepeated += 1
                    break
                }
                row.pad(to: next)
                row.append(value)
                repeated += value.count + 1
                next += 1
            }
            if columns.upperBound >= column { return }
            cursor += 1
        }
    }
}
