internal import PermitLog
internal import WorkingTime

/// The counts of an office's monthly sheet: how many permits came in, were refused, taken back and issued.
///
/// A column is known by its name: the block above, the month below. Rows without a kind of permit, such as an unlabelled
/// row of sums or a signature, do not count.
public struct MonthlyCounts: Sendable, Equatable {
    /// What is counted.
    public enum Block: String, Sendable, CaseIterable {
        /// Applications that came in.
        case incoming
        /// Applications that were refused.
        case refused
        /// Applications that were taken back.
        case withdrawn
        /// Permits that were issued.
        case issued

        /// The block that the name of a column speaks of; nil for another column.
        init?(_ name: String) {
            let key = ColumnName.key(name)
            if key.contains("terbit") {
                self = .issued
            } else if key.contains("tolak") || key.contains("penolakan") {
                self = .refused
            } else if key.contains("cabut") || key.contains("tarik") {
                self = .withdrawn
            } else if key.contains("izin") || key.contains("masuk") || key.contains("permohonan") {
                self = .incoming
            } else {
                return nil
            }
        }
    }

    /// The counts of each block in the twelve months.
    public private(set) var months: [Block: [Int]] = [:]
    /// Rows that count: kinds of permits.
    public private(set) var kinds = 0
    /// Sums that a row states and its months do not give.
    public private(set) var wrongSums = 0

    /// The sum of a block over the year.
    public func total(_ block: Block) -> Int { months[block]?.reduce(0, +) ?? 0 }

    /// Applications that were issued, refused or taken back for each hundred that came in; nil where none came in.
    public var clearanceRate: Double? {
        let incoming = total(.incoming)
        guard incoming > 0 else { return nil }
        return Double((total(.issued) + total(.refused) + total(.withdrawn)) * 100) / Double(incoming)
    }

    /// Reads the sheet; nil where no column is a month of a block.
    init?(_ table: InspectedTable, kindColumns: [String]) throws(LogError) {
        var cells: [(column: Int, block: Block, month: Int)] = []
        var sums: [(column: Int, block: Block)] = []
        for (column, name) in table.header.enumerated() {
            guard let last = name.split(separator: " ").last,
                let block = Block(String(name.dropLast(last.count)))
            else { continue }
            if let month = Self.month(String(last)) {
                cells.append((column, block, month))
            } else if ColumnName.key(String(last)) == "jumlah" {
                sums.append((column, block))
            }
        }
        guard !cells.isEmpty else { return nil }
        let kinds = kindColumns.compactMap { wanted in
            table.header.firstIndex { ColumnName.key($0) == ColumnName.key(wanted) }
        }
        var found = Self.empty(cells.map(\.block))
        try table.forEachRow { row in
            guard kinds.allSatisfy({ $0 < row.count && Self.isKind(row.text($0)) }) else { return }
            found.add(row, cells, sums)
        }
        self = found
    }

    /// Whether a cell names a kind of permit and not a row of sums, whose label may be merged over it.
    private static func isKind(_ text: String) -> Bool {
        let key = ColumnName.key(text)
        return !key.isEmpty && key != "jumlah" && !key.hasPrefix("total") && !key.hasPrefix("jumlahtotal")
    }

    private init() {}

    private static func empty(_ blocks: [Block]) -> MonthlyCounts {
        var counts = MonthlyCounts()
        for block in blocks { counts.months[block] = Array(repeating: 0, count: 12) }
        return counts
    }

    private mutating func add(
        _ row: TextRow,
        _ cells: [(column: Int, block: Block, month: Int)],
        _ sums: [(column: Int, block: Block)]
    ) {
        kinds += 1
        var own: [Block: Int] = [:]
        for cell in cells where cell.column < row.count {
            guard let number = Int(row.text(cell.column)) else { continue }
            months[cell.block]?[cell.month - 1] += number
            own[cell.block, default: 0] += number
        }
        for sum in sums where sum.column < row.count {
            guard let stated = Int(row.text(sum.column)) else { continue }
            if stated != own[sum.block, default: 0] { wrongSums += 1 }
        }
    }

    /// The number of a month in words, Indonesian or English.
    private static func month(_ word: String) -> Int? {
        guard let stamp = try? StampForm.monthWords.read("1 \(word) 2000", in: .utc) else { return nil }
        return (1...12).first { Day(year: 2000, month: $0, day: 1) == Zone.utc.day(of: stamp.instant) }
    }
}
