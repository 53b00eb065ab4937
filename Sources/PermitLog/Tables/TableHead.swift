internal import PermitDocuments

/// The header of a table: its columns' names and where they were found.
struct TableHeader {
    /// The columns' names.
    var names: [String]
    /// How the table is written.
    var shape: TableShape
    /// How many lines of the file end with the header and the numbers of columns under it.
    var lines: Int
    /// How many of them are blank.
    var blankLines = 0
    /// How many of them are titles above the header.
    var titleRows = 0
    /// Whether a row of numbers of columns stands under the header.
    var hasColumnNumbers = false
    /// The line or row in which the header begins, from 1.
    var place = 1
    /// The profile whose columns the header has.
    var profile: Profile?
}

/// Finds the header among the first rows of a table.
///
/// Sheets of offices have titles above the header, headers of two rows, and the numbers of the columns under them. The
/// header is the first row, or pair of rows, that has the columns of a profile; else the first that has those of an
/// event; else the first row of a text, and of a sheet the first that is about as full as any.
struct TableHead {
    /// How many rows are looked at.
    static let rows = 60

    /// A row that was looked at.
    struct Row {
        var cells: [String]
        var isBlank: Bool { cells.allSatisfy { $0.isEmpty } }
    }

    /// Where the header is.
    struct Found {
        var names: [String]
        /// The row's place among those that were looked at.
        var row: Int
        /// How many rows it takes.
        var height: Int
        var hasColumnNumbers: Bool
        var profile: Profile?
    }

    let profiles: [Profile]
    /// A profile that is used whether it matches or not.
    let forced: Profile?
    /// Columns that were asked for.
    let wanted: [String]
    let isSheet: Bool

    /// Finds the header; nil where all rows are blank.
    func find(in rows: [Row]) -> Found? {
        for index in rows.indices where !rows[index].isBlank {
            for height in [1, 2] where index + height <= rows.count {
                let names =
                    height == 1 ? rows[index].cells : Self.joined(rows[index].cells, rows[index + 1].cells)
                if let profile = profile(of: ColumnSet(names)) {
                    if height == 1, index + 1 < rows.count,
                        Self.isSecondRow(rows[index + 1].cells, under: names)
                    {
                        let both = Self.joined(names, rows[index + 1].cells)
                        return found(trimmed(both), index, 2, rows, profile)
                    }
                    return found(trimmed(names), index, height, rows, profile)
                }
            }
        }
        let plain = rows.firstIndex { !$0.isBlank && hasEventColumns(ColumnSet($0.cells)) }
        guard let row = plain ?? firstHeader(rows) else { return nil }
        return found(trimmed(rows[row].cells), row, 1, rows, forced)
    }

    private func found(
        _ names: [String],
        _ row: Int,
        _ height: Int,
        _ rows: [Row],
        _ profile: Profile?
    ) -> Found {
        let next = row + height
        let hasNumbers = next < rows.count && Self.areColumnNumbers(rows[next].cells)
        return Found(names: names, row: row, height: height, hasColumnNumbers: hasNumbers, profile: profile)
    }

    /// Of the profiles that match, the one that asks for the most columns.
    func profile(of columns: ColumnSet) -> Profile? {
        if let forced {
            let isFound = forced.match.isEmpty ? hasEventColumns(columns) : forced.matches(columns)
            return isFound ? forced : nil
        }
        let matching = profiles.filter { $0.matches(columns) }
        return matching.max { ($0.match.count, $1.name) < ($1.match.count, $0.name) }
    }

    private func hasEventColumns(_ columns: ColumnSet) -> Bool {
        if !wanted.isEmpty { return wanted.allSatisfy(columns.contains) }
        return ColumnChoice.hasKnownNames(columns.names)
    }

    private func firstHeader(_ rows: [Row]) -> Int? {
        guard isSheet else { return rows.firstIndex { !$0.isBlank } }
        let fullness = rows.map { row in row.cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } }
        guard let most = fullness.max(), most > 0 else { return nil }
        return fullness.firstIndex { $0 * 10 >= most * 6 }
    }

    /// The names without the empty ones behind the last.
    private func trimmed(_ names: [String]) -> [String] {
        guard isSheet, let last = names.lastIndex(where: { !$0.isEmpty }) else { return names }
        return Array(names[...last])
    }

    /// Whether a row tells apart columns that have one name in the row above, and repeats or leaves out the others.
    static func isSecondRow(_ lower: [String], under upper: [String]) -> Bool {
        var often: [String: Int] = [:]
        for name in upper where !name.isEmpty { often[name, default: 0] += 1 }
        var told = 0
        for (column, name) in lower.enumerated() where column < upper.count && !name.isEmpty {
            if name == upper[column] { continue }
            guard often[upper[column], default: 0] > 1, Int(name) == nil else { return false }
            told += 1
        }
        return told > 1
    }

    /// The names of a header of two rows: the upper one goes on to the right where it is blank.
    static func joined(_ upper: [String], _ lower: [String]) -> [String] {
        var names: [String] = []
        var above = ""
        for column in 0..<max(upper.count, lower.count) {
            let top = column < upper.count ? upper[column] : ""
            let below = column < lower.count ? lower[column] : ""
            if !top.isEmpty { above = top }
            if below.isEmpty || below == top {
                names.append(top)
            } else {
                names.append(above.isEmpty ? below : "\(above) \(below)")
            }
        }
        return names
    }

    /// Whether the cells number the columns: 1, 2, 3 and on.
    static func areColumnNumbers(_ cells: [String]) -> Bool {
        let numbers = cells.filter { !$0.isEmpty }
            .map { text in
                Int(text.filter { !"()".contains($0) })
            }
        guard numbers.count >= 3, let first = numbers[0], (0...1).contains(first) else { return false }
        // Hand-made ones begin anew or stop counting further to the right.
        let begins = numbers.prefix(3).enumerated().allSatisfy { offset, number in number == first + offset }
        return begins && numbers.allSatisfy { $0.map { (0...cells.count).contains($0) } ?? false }
    }

    /// Whether a cell says that its row is the sum of others.
    static func isTotals(_ cell: String) -> Bool {
        let word = cell.lowercased().filter { !" .:-_".contains($0) }
        return [
            "total", "totals", "jumlah", "grandtotal", "subtotal", "jumlahtotal", "totaljumlah",
            "jumlahseluruhnya",
        ]
        .contains(word)
    }
}
