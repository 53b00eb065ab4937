internal import PermitLog

/// What single columns show: words for nothing, ids that a spreadsheet damaged, two spellings of one word, test rows.
struct ColumnDirt {
    private let table: InspectedTable
    private let survey: ColumnSurvey
    private let named: Set<Int>

    init(_ table: InspectedTable, _ survey: ColumnSurvey, named: Set<Int>) {
        self.table = table
        self.survey = survey
        self.named = named
    }

    var findings: [DirtFinding] {
        survey.columns.indices.flatMap { column in
            let tally = survey.tallies[column]
            return [
                nulls(column, tally), empty(column, tally), damaged(column, tally), padded(column, tally),
            ]
            .compactMap(\.self) + spellings(column, tally)
        } + [testWords].compactMap(\.self)
    }

    private func finding(
        _ kind: DirtFinding.Kind,
        _ column: Int,
        _ count: Int,
        of total: Int?,
        _ detail: String,
        _ rows: [Int]
    ) -> DirtFinding {
        DirtFinding(
            kind,
            file: table.file,
            column: table.header[column],
            count: count,
            of: total,
            detail: detail,
            places: rows.map(table.place)
        )
    }

    private func nulls(_ column: Int, _ tally: ColumnTally) -> DirtFinding? {
        guard !tally.nullWords.isEmpty else { return nil }
        let words = tally.nullWords.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
        let count = words.reduce(0) { $0 + $1.value }
        let detail = words.prefix(3).map { "\($0.key)" }.joined(separator: ", ")
        return finding(.nullWords, column, count, of: tally.rows, detail, tally.nullPlaces)
    }

    private func empty(_ column: Int, _ tally: ColumnTally) -> DirtFinding? {
        guard tally.filled == 0, tally.rows > 0, named.contains(column) || isMilestone(column) else {
            return nil
        }
        return finding(.emptyColumn, column, tally.rows, of: tally.rows, "", [])
    }

    private func isMilestone(_ column: Int) -> Bool {
        let name = HeaderWords(table.header[column])
        return name.hasStem(["tanggal", "tgl", "date"]) && DateMeaning(column: name).isStep
    }

    private func damaged(_ column: Int, _ tally: ColumnTally) -> DirtFinding? {
        let count = tally.shapes[.damagedID] ?? 0
        guard count > 0, tally.header.isIdentifier || survey.columns[column].kind == .id else { return nil }
        return finding(.damagedIDs, column, count, of: tally.filled, "number", tally.damagedPlaces)
    }

    private func padded(_ column: Int, _ tally: ColumnTally) -> DirtFinding? {
        guard tally.padded > 0 else { return nil }
        return finding(.damagedIDs, column, tally.padded, of: tally.filled, "blanks", tally.paddedPlaces)
    }

    /// Values that are the same but for case and blanks, the commonest spelling first, nothing personal.
    private func spellings(_ column: Int, _ tally: ColumnTally) -> [DirtFinding] {
        let summary = survey.columns[column]
        guard summary.kind == .category, tally.hasAllValues, !summary.isPersonal,
            !summary.isBusinessNumber
        else { return [] }
        let merged = Dictionary(grouping: tally.values) { Self.folded($0.text) }.filter { $0.value.count > 1 }
        return merged.sorted { $0.key < $1.key }
            .map { _, values in
                let sorted = values.sorted { (-$0.count, $0.text) < (-$1.count, $1.text) }
                let others = sorted.dropFirst().reduce(0) { $0 + $1.count }
                let detail = sorted.prefix(4).map { "\"\($0.text)\"" }.joined(separator: " = ")
                return finding(.spellings, column, others, of: tally.filled, detail, [])
            }
    }

    /// A text in lower case with single blanks.
    static func folded(_ text: String) -> String {
        text.lowercased().split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.joined(separator: " ")
    }

    private var testWords: DirtFinding? {
        let rows = Set(survey.tallies.flatMap(\.testWordRows)).sorted()
        guard !rows.isEmpty, rows.count * 20 <= survey.rows || rows.count <= 3 else { return nil }
        return DirtFinding(
            .testRows,
            file: table.file,
            count: rows.count,
            of: survey.rows,
            detail: "word",
            places: rows.prefix(5).map(table.place)
        )
    }
}
