// Invariants of this file:
// - `bytes` is filled while the table is read and never changes afterwards; 64 readable bytes lie behind its text;
// - the cells of row `r` end at `ends[r * width ..< (r + 1) * width]`; a cell begins where the one before it ends.

internal import WorkingTime

/// How many rows of a log have rows in a joined file.
struct JoinCounts: Sendable, Equatable {
    var matched = 0
    var unmatched = 0
    var ambiguous = 0
    /// The rows of the joined file that were used.
    var rows: Set<Int> = []
}

/// A file whose columns widen the rows of another, all of it in memory.
final class JoinedTable: @unchecked Sendable {
    /// The names of its columns.
    let columns: [String]
    let name: String
    let profile: Profile
    let rule: Profile.Join
    /// The file's place among those that are joined, from 0.
    let place: Int
    private let keyColumn: Int
    private var bytes = ByteRun(capacity: 1 << 16)
    private var ends: [Int] = []
    private var rowsByKey: [String: Int] = [:]
    /// Keys of several rows that differ.
    private var ambiguous: Set<String> = []
    private(set) var rows = 0
    private(set) var keyless = 0

    init(_ columns: [String], key: Int, name: String, profile: Profile, rule: Profile.Join, place: Int) {
        self.place = place
        self.columns = columns
        keyColumn = key
        self.name = name
        self.profile = profile
        self.rule = rule
    }

    /// Keeps a row.
    func add(_ row: TextRow) {
        rows += 1
        let key = keyColumn < row.count ? Self.key(row.text(keyColumn)) : ""
        guard !key.isEmpty else {
            keyless += 1
            return
        }
        if let known = rowsByKey[key] {
            if texts(known) != padded(row) { ambiguous.insert(key) }
            return
        }
        rowsByKey[key] = ends.count / columns.count
        for cell in 0..<columns.count {
            if cell < row.count { for byte in row[cell] { bytes.append(byte) } }
            ends.append(bytes.count)
        }
    }

    private func padded(_ row: TextRow) -> [String] {
        columns.indices.map { $0 < row.count ? row.text($0) : "" }
    }

    private func texts(_ row: Int) -> [String] {
        columns.indices.map { cell in
            let range = range(row, cell)
            return text(bytes.bytes + range.lowerBound, range.count)
        }
    }

    private func range(_ row: Int, _ cell: Int) -> Range<Int> {
        let index = row * columns.count + cell
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// How the cells of some columns are written.
    func survey(_ names: [String]) -> [String: StampSurvey] {
        let set = ColumnSet(columns)
        var surveys: [String: StampSurvey] = [:]
        for name in names {
            guard let column = set.index(name) else { continue }
            var survey = StampSurvey()
            for row in 0..<(ends.count / columns.count) {
                let (address, length) = cell(row, column)
                survey.note(UnsafeBufferPointer(start: address, count: length))
            }
            surveys[name] = survey
        }
        return surveys
    }

    /// Makes room behind the text, once all rows are kept.
    func close() { bytes.reserve(64) }

    /// The row of a key, and whether there are others.
    func find(_ key: String) -> (row: Int, isAmbiguous: Bool)? {
        rowsByKey[key].map { ($0, ambiguous.contains(key)) }
    }

    /// The address and length of a cell.
    func cell(_ row: Int, _ cell: Int) -> (ByteAddress, Int) {
        let range = range(row, cell)
        return (ByteAddress(bytes.bytes + range.lowerBound), range.count)
    }

    /// The different keys.
    var keyCount: Int { rowsByKey.count }

    /// What is compared of a key: without blanks around it, and without the `.0` of a spreadsheet's number.
    static func key(_ text: String) -> String {
        var key = text[...]
        while let last = key.last, last == " " || last == "\t" { key = key.dropLast() }
        while let first = key.first, first == " " || first == "\t" { key = key.dropFirst() }
        if key.hasSuffix(".0"), key.dropLast(2).allSatisfy(\.isNumber) { key = key.dropLast(2) }
        return String(key)
    }
}

/// A joined file's place among the columns of a table.
struct JoinPlan: Sendable {
    let table: JoinedTable
    /// The column of the table whose value is looked for.
    let keyColumn: Int?
    /// The place of the joined file's first column.
    let first: Int

    init(_ table: JoinedTable, first: Int, in columns: ColumnSet) {
        self.table = table
        self.first = first
        keyColumn = table.rule.column.lazy.compactMap(columns.index).first
    }

    /// Puts the cells of the joined row behind those of the row at hand.
    ///
    /// - Returns: Whether there is such a row and it tells the permit's life.
    func widen(
        _ bytes: UnsafeMutablePointer<UInt8>,
        _ starts: UnsafeMutablePointer<Int>,
        _ ends: UnsafeMutablePointer<Int>,
        _ tally: inout ReadTally
    ) -> Bool {
        var found: (row: Int, isAmbiguous: Bool)?
        if let keyColumn {
            found = table.find(
                JoinedTable.key(text(bytes + starts[keyColumn], ends[keyColumn] - starts[keyColumn]))
            )
        }
        for column in table.columns.indices {
            if let found {
                let (address, length) = table.cell(found.row, column)
                starts[first + column] = UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer(address))
                ends[first + column] = starts[first + column] + length
            } else {
                starts[first + column] = 0
                ends[first + column] = 0
            }
        }
        tally.noteJoin(table.place, found?.row, isAmbiguous: found?.isAmbiguous ?? false)
        return found != nil && table.profile.tellsLives
    }
}
