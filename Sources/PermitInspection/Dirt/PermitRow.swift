internal import PermitLog
internal import WorkingTime

/// What is looked at of one row of a table of permits.
struct PermitRow {
    var number: Int
    /// The dates of the steps in their order.
    var steps: [Stamp?]
    /// The status; nil where it is empty or there is none.
    var status: String?
    /// A hash of the id; nil where it is empty.
    var id: UInt64?
    /// A hash of the applicant; nil where it is empty.
    var applicant: UInt64?
    /// A hash of the cells, those that number the rows left out.
    var content: UInt64

    /// The first date that is there.
    var first: Stamp? { steps.lazy.compactMap(\.self).first }
}

/// Reads the rows of a table as permits.
struct PermitRowReader {
    private let roles: TableRoles
    private let readers: [DateReader?]
    private let steps: [TableRoles.Dated]
    private let contents: [Int]

    init(_ roles: TableRoles, _ survey: ColumnSurvey, zone: Zone) {
        self.roles = roles
        steps = roles.steps
        readers = steps.map { step in step.form.flatMap { DateReader(form: $0, zone: zone) } }
        contents = survey.columns.indices.filter {
            !survey.columns[$0].isRunningNumber || $0 == roles.caseColumn
        }
    }

    func row(_ row: TextRow) -> PermitRow {
        PermitRow(
            number: row.number,
            steps: zip(steps, readers).map { step, reader in reader?.stamp(row[step.column]) },
            status: roles.statusColumn.flatMap { text(row[$0]) },
            id: roles.caseColumn.flatMap { hash(row[$0]) },
            applicant: roles.applicantColumn.flatMap { hash(row[$0]) },
            content: contents.reduce(0) { ValueHash.of($0, ValueHash.of(ValueShape.trimmed(row[$1]))) }
        )
    }

    private func text(_ cell: ArraySlice<UInt8>) -> String? {
        if case .nothing = ValueShape(cell) { return nil }
        return String(decoding: ValueShape.trimmed(cell), as: UTF8.self)
    }

    private func hash(_ cell: ArraySlice<UInt8>) -> UInt64? {
        if case .nothing = ValueShape(cell) { return nil }
        return ValueHash.of(ValueShape.trimmed(cell))
    }
}
