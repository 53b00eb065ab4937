/// A table of text whose columns are as wide as their cells, the flexible ones cut where the page ends.
struct TextTable {
    /// A column.
    struct Column {
        /// Its heading.
        var title: String
        /// Whether cells stand at the right edge, as numbers do.
        var isNumeric: Bool
        /// Whether it gives way when the table is too wide.
        var isFlexible: Bool

        /// A column of names that gives way.
        static func name(_ title: String) -> Column {
            Column(title: title, isNumeric: false, isFlexible: true)
        }

        /// A column of short words.
        static func word(_ title: String = "") -> Column {
            Column(title: title, isNumeric: false, isFlexible: false)
        }

        /// A column of numbers.
        static func number(_ title: String = "") -> Column {
            Column(title: title, isNumeric: true, isFlexible: false)
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    /// An empty table.
    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; one cell for each column.
    mutating func append(_ cells: [String]) {
        precondition(cells.count == columns.count, "every row of a table has a cell for each column")
        rows.append(cells.map(DisplayWidth.printable))
    }

    /// The lines of the table, headings first unless all are empty.
    func rendered(width: Int) -> [String] {
        let titles = columns.map(\.title)
        let head = titles.allSatisfy(\.isEmpty) ? [] : [titles]
        let widths = fitted(natural(head + rows), to: width)
        return (head + rows).map { row(cells: $0, widths) }
    }

    private func natural(_ rows: [[String]]) -> [Int] {
        columns.indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    }

    private func fitted(_ natural: [Int], to width: Int) -> [Int] {
        var widths = natural
        var excess = natural.reduce(0, +) + 2 * (columns.count - 1) - width
        while excess > 0 {
            let flexible = columns.indices.filter { columns[$0].isFlexible && widths[$0] > 4 }
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { return widths }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func row(cells: [String], _ widths: [Int]) -> String {
        zip(cells, zip(columns, widths))
            .map { cell, place in
                let text = DisplayWidth.cut(cell, to: place.1)
                let gap = String(repeating: " ", count: place.1 - DisplayWidth.of(text))
                return place.0.isNumeric ? gap + text : text + gap
            }
            .joined(separator: "  ")
    }
}
