public import PermitLog
public import PermitWorkflow
public import WorkingTime

/// What a file is, what is wrong with it, and which figures it can prove.
public struct Inspection: Sendable {
    /// By what a file is looked at.
    public struct Request: Sendable {
        /// The profiles to choose from.
        public var profiles: [Profile] = []
        /// A profile that is used whether it matches or not.
        public var profile: Profile?
        /// The workflows and the vocabulary; nil to judge by words of columns alone.
        public var library: Library?
        /// The calendar against which days of work are held; nil for none.
        public var calendar: WorkCalendar?
        /// The zone where no profile names one.
        public var zone: Zone = .jakarta
        /// The forms of dates that were told, of a column or of all.
        public var dateForms: [(column: String?, form: String)] = []
        /// The columns of permits, activities and times where they are told instead of guessed.
        public var columns = Profile.Columns()

        /// Creates a request with everything at its default.
        public init() {}
    }

    /// The file's name as the caller gave it.
    public var file: String
    /// The format's word.
    public var format: String
    /// The text's encoding; nil where the format settles it.
    public var encoding: String?
    /// What parts the cells; nil where the format settles it.
    public var delimiter: String?
    /// The number of the header's line or row; nil where the format names the columns itself.
    public var headerPlace: Int?
    /// What the numbers of rows count.
    public var unit: LogPosition.Unit
    /// The rows below the header.
    public var rows: Int
    /// What became of the rows when they were read as a log; nil where they could not be.
    public var account: InputAccount?
    /// Why the file could not be read as a log; nil where it could.
    public var refusal: String?
    /// Which profile fits.
    public var match: ProfileMatch
    /// The parts of the columns.
    public var roles: TableRoles
    /// The columns in the order of the file.
    public var columns: [ColumnSummary]
    /// What is not as it should be, in the order of the catalogue.
    public var dirt: [DirtFinding]
    /// What the file provides of the evidence that figures need.
    public var evidence: EvidenceSet
    /// A profile drafted from what was found.
    public var draft: DraftProfile
    /// The counts of a monthly sheet; nil for other files.
    public var monthlyCounts: MonthlyCounts?

    /// The sixteen indicators and whether the file proves them.
    public var readiness: [Readiness] { Readiness.all(evidence) }

    /// Looks at a table.
    ///
    /// - Parameters:
    ///   - table: The table; its rows are read three times.
    ///   - request: By what it is looked at.
    /// - Throws: A `LogError` when the file cannot be read to its end.
    public init(_ table: InspectedTable, _ request: Request) throws(LogError) {
        match = ProfileMatch(header: table.header, profiles: request.profiles, chosen: request.profile)
        let name = match.profile
        let profile = request.profile ?? request.profiles.first { $0.name == name }
        let zone = profile?.zone ?? request.zone
        let survey = try ColumnSurvey(table, profile: profile, told: request.dateForms)
        let pairs = try PairSurvey(table, survey, zone: zone)
        let guess = RoleGuess(survey, told: request.columns).roles(order: pairs.order)
        let vocabulary = request.library?.vocabulary
        roles = profile.map { TableRoles($0, survey, guess: guess, vocabulary: vocabulary) } ?? guess
        let dirt = try DirtSurvey(
            table,
            survey,
            roles,
            copies: pairs,
            profile: profile,
            vocabulary: vocabulary,
            calendar: request.calendar,
            zone: zone
        )
        self.dirt = dirt.findings
        evidence =
            EvidenceFinder(
                survey: survey,
                roles: roles,
                profile: profile,
                library: request.library,
                permits: dirt.permits
            )
            .evidence
        draft = DraftWriter.draft(table, survey, guess, library: request.library, zone: zone.name)
        file = table.file
        format = table.format
        encoding = table.encoding
        delimiter = table.delimiter
        headerPlace = table.headerPlace
        unit = table.unit
        rows = survey.rows
        columns = survey.columns
        if profile?.shape == .counts {
            monthlyCounts = try MonthlyCounts(table, kindColumns: profile?.match.prefix(1).map(\.self) ?? [])
        }
    }

    /// Takes over what became of the rows, and what the reader found that is not found already.
    public mutating func add(_ account: InputAccount) {
        self.account = account
        let more = account.dirt.filter { finding in !dirt.contains { Self.isKnown(finding, by: $0) } }
        dirt = DirtFinding.inOrder(dirt + more)
    }

    /// Whether what a reader found was found by looking at the table: of the same column, though the one names it as the
    /// profile does and the other as the file; or of whole rows.
    private static func isKnown(_ finding: DirtFinding, by known: DirtFinding) -> Bool {
        guard finding.kind == known.kind else { return false }
        guard let column = finding.column else {
            return finding.kind == .counterVisits || finding.kind == .testRows
                || finding.detail == known.detail
        }
        return known.column.map(ColumnName.key) == ColumnName.key(column)
    }
}

extension DirtFinding {
    /// Findings in the order of the catalogue; within a kind, in the order of finding.
    static func inOrder(_ findings: [DirtFinding]) -> [DirtFinding] {
        let ranks = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
        return findings.enumerated()
            .sorted { (ranks[$0.element.kind] ?? 0, $0.offset) < (ranks[$1.element.kind] ?? 0, $1.offset) }
            .map(\.element)
    }
}
