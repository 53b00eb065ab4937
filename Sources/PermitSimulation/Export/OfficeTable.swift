/// A table of an office, as text.
struct OfficeTable {
    /// What stands between two cells.
    var separator: Character = ","
    /// Rows above the header.
    var above: [[String]] = []
    /// The names of the columns.
    var header: [String]
    /// The rows.
    var rows: [[String]] = []

    /// Writes the table, a line at a time.
    func write(_ write: (String) throws -> Void) rethrows {
        for row in above { try write(line(row)) }
        try write(line(header))
        for row in rows { try write(line(row)) }
    }

    private func line(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: String(separator)) + "\n"
    }

    private func quoted(_ cell: String) -> String {
        guard cell.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
