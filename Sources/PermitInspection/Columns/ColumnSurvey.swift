public import PermitLog

/// A look at every column of a table over all its rows.
public struct ColumnSurvey {
    /// The columns in the order of the file.
    public let columns: [ColumnSummary]
    /// The rows.
    public let rows: Int
    let tallies: [ColumnTally]

    /// Looks at all rows of a table.
    ///
    /// - Parameters:
    ///   - table: The table; its rows are read once.
    ///   - profile: The profile by which the file is read, whose personal columns are masked; nil when none fits.
    ///   - told: The forms of dates that are told, of a column or of all.
    /// - Throws: A `LogError` when the file cannot be read to its end.
    public init(
        _ table: InspectedTable,
        profile: Profile?,
        told: [(column: String?, form: String)] = []
    ) throws(LogError) {
        var tallies = table.header.map { ColumnTally($0) }
        var rows = 0
        try table.forEachRow { row throws(LogError) in
            rows += 1
            for column in tallies.indices { tallies[column].note(row[column], row: row.number) }
        }
        let privacy = ColumnPrivacy(profile: profile)
        self.tallies = tallies
        self.rows = rows
        columns = zip(table.header, tallies)
            .map { name, tally in
                ColumnSurvey.summary(name, tally, privacy).settled(profile, told)
            }
    }

    private static func summary(
        _ name: String,
        _ tally: ColumnTally,
        _ privacy: ColumnPrivacy
    ) -> ColumnSummary {
        let kind = ColumnKind(tally)
        return ColumnSummary(
            name: name,
            kind: kind,
            dateForm: kind == .date ? tally.dates.form : nil,
            possibleForms: kind == .date ? tally.dates.possibleForms : [],
            rows: tally.rows,
            filled: tally.filled,
            distinct: tally.distinct,
            samples: tally.values.prefix(3).map { privacy.shown($0.text, of: name, tally) },
            isPersonal: privacy.isPersonal(name, tally),
            isBusinessNumber: privacy.isBusinessNumber(name, tally),
            isRunningNumber: tally.isRunningNumber
        )
    }
}

extension ColumnSummary {
    /// The column with the form of its dates as it is told, first by the caller and then by the profile.
    fileprivate func settled(_ profile: Profile?, _ told: [(column: String?, form: String)]) -> ColumnSummary
    {
        guard kind == .date else { return self }
        let key = ColumnName.key(name)
        let ours = told.last { $0.column.map(ColumnName.key) == key } ?? told.last { $0.column == nil }
        guard let form = ours?.form ?? profile?.dateForm(of: name) else { return self }
        var settled = self
        settled.dateForm = form
        settled.possibleForms = []
        return settled
    }
}

extension ColumnKind {
    /// What a column holds, by its name and the shapes of its values.
    init(_ tally: ColumnTally) {
        func share(_ shapes: [ValueShape]) -> Double {
            Double(shapes.reduce(0) { $0 + (tally.shapes[$1] ?? 0) }) / Double(max(1, tally.filled))
        }
        let distinct = tally.distinct.count
        let isVaried = tally.distinct.isMore || distinct * 2 > tally.filled
        if tally.filled == 0 {
            self = .empty
        } else if tally.dates.areDates {
            self = .date
        } else if share([.flag]) >= 0.95, distinct <= 2 {
            self = .flag
        } else if share([.residentNumber, .businessNumber, .damagedID, .code]) >= 0.8 {
            self = distinct <= 20 && tally.filled >= 100 && !tally.header.isIdentifier ? .category : .id
        } else if tally.header.isIdentifier,
            share([.integer, .flag, .code, .damagedID, .phone, .businessNumber]) >= 0.5,
            isVaried || tally.header.text.contains("case")
        {
            self = .id
        } else if share([.integer, .decimal, .flag]) >= 0.95 {
            self = .number
        } else if !tally.distinct.isMore, distinct <= 12 || distinct * 10 <= tally.filled, distinct <= 500 {
            self = .category
        } else {
            self = .text
        }
    }
}
