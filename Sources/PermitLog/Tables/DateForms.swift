internal import PermitDocuments
internal import WorkingTime

/// How the dates of a table's columns are written: as the caller or the profile says, else as the cells show.
struct DateForms: Sendable {
    /// The forms by column, as the file names it.
    private(set) var forms: [String: StampForm] = [:]
    /// What was found out about columns.
    private(set) var findings: [DirtFinding] = []

    /// The form of a column; ISO 8601 where nothing is known.
    func form(ofColumn column: String) -> StampForm { forms[column] ?? .iso }

    /// The form of a column that was looked at; nil for another.
    func known(_ column: String) -> StampForm? { forms[column] }

    /// Reads the forms that were asked for and finds the others.
    ///
    /// - Parameters:
    ///   - columns: The columns that hold dates.
    ///   - place: The header, for messages.
    ///   - profile: The profile by which the table is read.
    ///   - request: What was asked for.
    ///   - surveys: Looks at the cells of columns.
    /// - Returns: The forms.
    /// - Throws: A `LogError` when a column can be read in two ways, or a name is no form.
    static func find(
        _ columns: [String],
        at place: LogPosition,
        profile: Profile?,
        request: ReadRequest,
        surveys: ([String]) throws(LogError) -> [String: StampSurvey]
    ) throws(LogError) -> DateForms {
        var found = DateForms()
        var open: [String] = []
        for column in columns {
            if let form = try request.dateForm(ofColumn: column) ?? profile?.dates.stampForm(ofColumn: column)
            {
                found.forms[column] = form
            } else {
                open.append(column)
            }
        }
        guard !open.isEmpty else { return found }
        let surveys = try surveys(open)
        for column in open {
            guard let survey = surveys[column] else { continue }
            found.forms[column] = try settle(survey, column, place)
            found.findings += DirtFinding.ofDates(survey, file: place.file, column: column)
        }
        return found
    }

    /// Adds the forms of other columns.
    mutating func merge(_ other: DateForms) {
        forms.merge(other.forms) { first, _ in first }
        findings += other.findings
    }

    private static func settle(
        _ survey: StampSurvey,
        _ column: String,
        _ place: LogPosition
    ) throws(LogError) -> StampForm {
        switch survey.verdict {
        case .none: return .auto
        case .form(let form): return form
        case .ambiguous:
            guard survey.isMostlyNumeric else { return .auto }
            throw ambiguous(column, place, "no number above 12 tells day from month")
        case .mixed(let contradiction):
            guard survey.isMostlyNumeric || contradiction.kind == .swappedSerials else { return .auto }
            throw ambiguous(column, place, contradiction.description)
        }
    }

    private static func ambiguous(_ column: String, _ place: LogPosition, _ cause: String) -> LogError {
        LogError(
            .ambiguousDates,
            "the dates of column \"\(column)\" may be dd/mm/yyyy or mm/dd/yyyy; say which: "
                + "--date-format \"\(column)=dd/mm/yyyy\"",
            cause: cause,
            position: place
        )
    }
}

extension StampSurvey {
    /// Whether more cells could decide what these do not.
    var isUndecided: Bool {
        switch verdict {
        case .ambiguous: true
        case .none: counts.cells == counts.nulls
        case .form, .mixed: false
        }
    }

    /// Whether most dates are numbers whose order is the question, and not a stray one among others.
    fileprivate var isMostlyNumeric: Bool { counts.numeric * 2 > counts.dates }
}

extension ReadRequest {
    /// The form that was asked for a column, or for all.
    fileprivate func dateForm(ofColumn column: String) throws(LogError) -> StampForm? {
        let key = ColumnName.key(column)
        guard
            let name = dateForms.first(where: { $0.column.map(ColumnName.key) == key })?.form
                ?? dateForms.first(where: { $0.column == nil })?.form
        else { return nil }
        do throws(StampFormError) {
            return try StampForm.named(name)
        } catch {
            throw LogError(.ambiguousDates, error.description)
        }
    }
}

extension DirtFinding {
    /// What the cells of a column of dates show.
    static func ofDates(_ survey: StampSurvey, file: String, column: String) -> [DirtFinding] {
        let counts = survey.counts
        func finding(_ kind: Kind, _ count: Int, _ detail: String) -> DirtFinding? {
            guard count > 0 else { return nil }
            return DirtFinding(
                kind,
                file: file,
                column: column,
                count: count,
                of: counts.cells,
                detail: detail
            )
        }
        var form = ""
        if case .form(let found) = survey.verdict { form = found.description }
        let languages = [("id", counts.indonesianWords), ("en", counts.englishWords)].filter { $0.1 > 0 }
            .map(\.0)
        let zones = counts.offsets.keys.sorted().map { Zone(fixedOffsetSeconds: $0).name }
            .joined(separator: ", ")
        return [
            finding(.numericDates, counts.numeric, form),
            finding(.monthWords, counts.words, languages.joined(separator: ", ")),
            finding(.serialDates, counts.serials, form),
            finding(.epochTimes, counts.epochSeconds + counts.epochMilliseconds, form),
            finding(.mixedOffsets, counts.offsets.count > 1 ? counts.offsets.values.reduce(0, +) : 0, zones),
            finding(.loosePunctuation, max(counts.hourOnlyOffsets, counts.looseSeparators), ""),
            finding(.nullWords, counts.nullWords, ""),
        ]
        .compactMap(\.self)
    }
}
