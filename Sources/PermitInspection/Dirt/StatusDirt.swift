internal import PermitLog
internal import PermitWorkflow
internal import WorkingTime

/// Whether the words for permits' states agree with their dates, and whether permits without a happy end are there.
struct StatusDirt {
    private let decisions: [Int]
    private let ends: [Int]
    private let hasSubmission: Bool
    private let statusColumn: Int?
    private let columns: [Int]
    private var meanings: [String: StatusMeaning?] = [:]
    private let meaning: (String) -> StatusMeaning?
    private var rows = 0
    private var undated = Tally()
    private var undatedWords: [String: Int] = [:]
    private var ended = 0
    private var known = 0
    private var open = 0
    private var against = Tally()
    private var withoutGrant = 0
    private var withoutDecision = 0

    init(_ roles: TableRoles, profile: Profile?, vocabulary: Vocabulary?) {
        let steps = roles.steps
        decisions = steps.indices.filter { steps[$0].meaning.isDecision }
        ends = steps.indices.filter { steps[$0].meaning.isDecision || steps[$0].meaning == .withdrawn }
        hasSubmission = steps.contains { $0.meaning == .submitted }
        statusColumn = roles.statusColumn
        columns = steps.map(\.column)
        meaning = { StatusMeaning($0, profile: profile, vocabulary: vocabulary) }
    }

    mutating func note(_ row: PermitRow) {
        rows += 1
        let isDecided = decisions.contains { row.steps[$0] != nil }
        if !isDecided { withoutDecision += 1 }
        guard let status = row.status, let meaning = meaningOf(status) else { return }
        known += 1
        if meaning.isEnd { ended += 1 } else { open += 1 }
        if meaning != .issued { withoutGrant += 1 }
        if meaning.isEnd, !ends.isEmpty, !ends.contains(where: { row.steps[$0] != nil }) {
            undated.note(row.number)
            undatedWords[status, default: 0] += 1
        }
        if meaning == .open, isDecided { against.note(row.number) }
    }

    private mutating func meaningOf(_ status: String) -> StatusMeaning? {
        if let known = meanings[status] { return known }
        let found = meaning(status)
        if meanings.count < 10_000 { meanings[status] = .some(found) }
        return found
    }

    /// Whether no permit is open or refused as far as the file tells; nil where the file cannot tell.
    var isIssuedOnly: Bool? {
        guard rows >= 20, !decisions.isEmpty else { return nil }
        return withoutDecision == 0 && withoutGrant == 0
    }

    /// How many rows there are and how many are not decided, by dates or else by words; nil where nothing tells.
    var permits: PermitCounts? {
        if !decisions.isEmpty { return PermitCounts(all: rows, undecided: withoutDecision - undated.count) }
        return known == 0 ? nil : PermitCounts(all: rows, undecided: open)
    }

    func findings(_ table: InspectedTable) -> [DirtFinding] {
        let column = statusColumn.map { table.header[$0] }
        var found: [DirtFinding] = []
        if undated.count > 0 {
            let words = undatedWords.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(5)
            found.append(
                DirtFinding(
                    .undatedEnds,
                    file: table.file,
                    column: column,
                    count: undated.count,
                    of: ended,
                    detail: words.map { "\($0.key): \($0.value)" }.joined(separator: ", "),
                    places: undated.rows.map(table.place)
                )
            )
        }
        if against.count > 0 {
            found.append(
                DirtFinding(
                    .statusAgainstDates,
                    file: table.file,
                    column: column,
                    count: against.count,
                    of: rows,
                    detail: decisions.first.map { table.header[columns[$0]] } ?? "",
                    places: against.rows.map(table.place)
                )
            )
        }
        if isIssuedOnly == true {
            found.append(DirtFinding(.issuedOnly, file: table.file, count: rows, of: rows))
        }
        return found
    }
}
