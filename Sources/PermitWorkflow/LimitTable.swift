public import PermitDocuments
public import WorkingTime

/// Time limits that a law sets by facts of the permit, such as an annex by business classification and scale.
public struct LimitTable: Hashable, Sendable {
    /// One line of the table.
    public struct Row: Hashable, Sendable {
        /// The value of each key, in the order of the table's keys; nil where the row covers every value.
        public var values: [String?]
        /// How long, in the table's unit.
        public var amount: Int
        /// The article, where it differs from the table's.
        public var legal: String?
        /// How sure the number is, where it differs from the table's mark.
        public var mark: SourceMark?
        /// Where the number was read.
        public var source: String?
        /// What a reader should know.
        public var note: String?
        /// Where the row stands.
        public var position: SourcePosition
    }

    /// The table's name, which limits use.
    public let name: Name
    /// The title by language code.
    public let title: [String: String]
    /// The regulation behind the table.
    public let legal: String
    /// How sure it is.
    public let mark: SourceMark?
    /// Whether it only shows what such a table looks like; figures that use it say so.
    public let isExample: Bool
    /// The unit of every amount.
    public let unit: Limit.Unit
    /// The facts that key it.
    public let keys: [Name]
    /// The rows in the order of the file.
    public let rows: [Row]
    private let index: RowIndex

    /// Creates a table.
    ///
    /// - Precondition: Every row has one value, or nil, for each key, and no two rows can cover one permit; `read`
    ///   reports such rows instead.
    public init(
        name: Name,
        title: [String: String] = [:],
        legal: String,
        mark: SourceMark? = nil,
        isExample: Bool = false,
        unit: Limit.Unit,
        keys: [Name],
        rows: [Row]
    ) {
        self.name = name
        self.title = title
        self.legal = legal
        self.mark = mark
        self.isExample = isExample
        self.unit = unit
        self.keys = keys
        self.rows = rows
        index = RowIndex(rows)
    }

    /// The row that covers a permit.
    ///
    /// - Returns: Nil when no row does. A row that leaves a key out covers a permit of which that fact is not known.
    public func row(for facts: FactValues) -> Row? {
        index.row(of: keys.map { facts[$0.text]?.description }).map { rows[$0] }
    }

    /// Reads a table from a document.
    ///
    /// - Parameter node: The document, from YAML or from compiled JSON.
    /// - Returns: The table, nil when any diagnostic is an error, and all that was found.
    public static func read(_ node: DocumentNode) -> (table: LimitTable?, diagnostics: [Diagnostic]) {
        var reader = DefinitionReader()
        let table = reader.limitTable(node)
        return (reader.reading.hasErrors ? nil : table, reader.reading.diagnostics)
    }

    /// The pairs of rows that can cover one permit.
    fileprivate var overlaps: [(Row, Row)] { index.overlaps.map { (rows[$0], rows[$1]) } }
}

/// The rows by the keys that they state.
private struct RowIndex: Hashable, Sendable {
    /// Rows that state the same keys, by the values of these.
    private struct Group: Hashable, Sendable {
        var stated: [Int]
        var rows: [[String]: [Int]]
    }

    private var groups: [Group] = []

    init(_ rows: [LimitTable.Row]) {
        for (number, row) in rows.enumerated() {
            let stated = row.values.indices.filter { row.values[$0] != nil }
            let place = groups.firstIndex { $0.stated == stated } ?? groups.count
            if place == groups.count { groups.append(Group(stated: stated, rows: [:])) }
            groups[place].rows[row.values.compactMap(\.self), default: []].append(number)
        }
    }

    func row(of values: [String?]) -> Int? {
        for group in groups {
            let key = group.stated.compactMap { values[$0] }
            if key.count == group.stated.count, let found = group.rows[key]?.first { return found }
        }
        return nil
    }

    /// Two rows overlap when they agree on every key that both state.
    var overlaps: [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for (place, first) in groups.enumerated() {
            for same in first.rows.values where same.count > 1 {
                pairs += same.dropFirst().map { (same[0], $0) }
            }
            for second in groups[(place + 1)...] {
                let shared = first.stated.filter(second.stated.contains)
                let known = Self.projected(first, on: shared)
                for (key, rows) in Self.projected(second, on: shared) {
                    guard let other = known[key]?.first, let row = rows.first else { continue }
                    pairs.append((min(row, other), max(row, other)))
                }
            }
        }
        return pairs.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    private static func projected(_ group: Group, on keys: [Int]) -> [[String]: [Int]] {
        let places = group.stated.indices.filter { keys.contains(group.stated[$0]) }
        var found: [[String]: [Int]] = [:]
        for (key, rows) in group.rows { found[places.map { key[$0] }, default: []] += rows }
        return found.mapValues { $0.sorted() }
    }
}

extension DefinitionReader {
    fileprivate mutating func limitTable(_ node: DocumentNode) -> LimitTable? {
        let what = "a limit table"
        let keys = ["limits", "title", "legal", "mark", "example", "unit", "keys", "rows"]
        guard let fields = reading.fields(node, what, keys: keys),
            let name = reading.required(fields, "limits", of: what, at: node).flatMap({ name($0, "limits") }),
            let legal = reading.required(fields, "legal", of: what, at: node)
                .flatMap({ reading.text($0, "legal") }),
            let unit = reading.required(fields, "unit", of: what, at: node).flatMap({ unit($0) }),
            let keyNode = reading.required(fields, "keys", of: what, at: node),
            let rowNodes = reading.required(fields, "rows", of: what, at: node)?.sequence
        else { return nil }
        let keyNames = names(keyNode, "keys")
        let table = LimitTable(
            name: name,
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:],
            legal: legal,
            mark: fields["mark"].flatMap { reading.choice($0, "mark", as: SourceMark.self) },
            isExample: fields["example"].flatMap { reading.flag($0, "example") } ?? false,
            unit: unit,
            keys: keyNames,
            rows: rowNodes.compactMap { row($0, keys: keyNames, unit: unit) }
        )
        for (first, second) in table.overlaps {
            reading.error(
                "two rows for one key: this row and the one at line \(first.position.line) can cover the same permit",
                at: second.position
            )
        }
        return table
    }

    private mutating func unit(_ node: DocumentNode) -> Limit.Unit? {
        let units = [Limit.Unit.workingDays, .calendarDays]
        if let unit = units.first(where: { $0.rawValue == node.scalar }) { return unit }
        reading.error("unit is \(Suggestion.list(units.map(\.rawValue)))", at: node.position)
        return nil
    }

    private mutating func row(_ node: DocumentNode, keys: [Name], unit: Limit.Unit) -> LimitTable.Row? {
        let own = ["amount", "legal", "mark", "source", "note"]
        guard let fields = reading.fields(node, "a row", keys: keys.map(\.text) + own),
            let amountNode = reading.required(fields, "amount", of: "a row", at: node),
            let amount = reading.integer(amountNode, "amount", in: 0...100_000)
        else { return nil }
        return LimitTable.Row(
            values: keys.map { key in fields[key.text].flatMap { reading.text($0, key.text) } },
            amount: amount,
            legal: fields["legal"].flatMap { reading.text($0, "legal") },
            mark: fields["mark"].flatMap { reading.choice($0, "mark", as: SourceMark.self) },
            source: fields["source"].flatMap { reading.text($0, "source") },
            note: fields["note"].flatMap { reading.text($0, "note") },
            position: node.position
        )
    }
}
