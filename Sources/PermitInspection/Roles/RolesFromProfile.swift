internal import PermitLog
internal import PermitWorkflow

extension TableRoles {
    /// The parts that a profile gives to columns; what it does not name stays as guessed.
    ///
    /// - Parameters:
    ///   - profile: The profile by which the file is read.
    ///   - survey: The columns of the file.
    ///   - guess: What names and contents say.
    ///   - vocabulary: The canonical terms.
    init(_ profile: Profile, _ survey: ColumnSurvey, guess: TableRoles, vocabulary: Vocabulary?) {
        let columns = NamedColumns(survey.columns.map(\.name))
        self = guess
        switch profile.shape {
        case .events: shape = .events
        case .permits: shape = .permits
        case .counts, .words: shape = .counts
        }
        caseColumn = columns.first(profile.columns.caseID) ?? caseColumn
        activityColumn = shape == .events ? columns.first(profile.columns.activity) : nil
        timeColumn = shape == .events ? columns.first(profile.columns.time) : nil
        statusColumn = profile.outcome.flatMap { columns.first($0.columns) } ?? statusColumn
        if let deadline = profile.deadline, deadline.days != nil {
            limitColumn = columns.first(deadline.columns)
        }
        if let online = profile.online,
            case .columns(let names)? = profile.facts.first(where: { $0.name == online.fact })?.source
        {
            channelColumn = columns.first(names)
        }
        if case .columns(let names)? = profile.facts.first(where: { $0.name == "permit_type" })?.source {
            typeColumn = columns.first(names)
        }
        dated = Self.dated(profile, survey, columns, vocabulary)
        // What is no step, such as the day of the NIB, is worth knowing though the profile takes it for a fact.
        let taken = Set(dated.map(\.column))
        dated += guess.dated.filter {
            !$0.meaning.isStep && $0.meaning != .deadline && !taken.contains($0.column)
        }
    }

    private static func dated(
        _ profile: Profile,
        _ survey: ColumnSurvey,
        _ columns: NamedColumns,
        _ vocabulary: Vocabulary?
    ) -> [Dated] {
        var found: [Dated] = []
        func add(_ names: [String], _ meaning: DateMeaning, _ activity: String) {
            guard let column = columns.first(names),
                !found.contains(where: { $0.column == column && $0.meaning == meaning })
            else { return }
            let name = survey.columns[column].name
            let form = profile.dateForm(of: name) ?? survey.columns[column].dateForm
            found.append(Dated(column: column, meaning: meaning, form: form, activity: activity))
        }
        for event in profile.events {
            let term = profile.vocabulary[event.activity] ?? event.activity
            // The number of a business is no decision on the permit of the row.
            if term == "nib_issued" {
                add(event.columns, .businessNumber, term)
                continue
            }
            let isReturn = vocabulary?.term(named: term)?.isReturn ?? false
            let meaning = DateMeaning(term: term, isReturn: isReturn)
            add(
                event.columns,
                meaning == .other ? DateMeaning(column: HeaderWords(event.columns.first ?? "")) : meaning,
                term
            )
        }
        for milestone in Profile.Milestone.allCases {
            let meaning: DateMeaning =
                switch milestone {
                case .submitted: .submitted
                case .complete: .complete
                case .firstResponse: .verified
                case .decided: .issued
                }
            if found.contains(where: { $0.meaning == meaning }) { continue }
            add(profile.milestones[milestone] ?? [], meaning, milestone.rawValue)
        }
        if let deadline = profile.deadline, deadline.days == nil {
            add(deadline.columns, .deadline, "deadline")
        }
        for index in found.indices {
            found[index].isUnconfirmed = profile.unconfirmed.contains { found[index].meaning.isOf($0) }
        }
        return found
    }
}

extension DateMeaning {
    /// Whether the meaning is that of a profile's milestone.
    func isOf(_ milestone: Profile.Milestone) -> Bool {
        switch milestone {
        case .submitted: self == .submitted
        case .complete: self == .complete
        case .firstResponse: self == .verified || self == .complete || self == .returned
        case .decided: isDecision
        }
    }
}

extension Profile {
    /// The form of a column's dates; nil where it is found out from the cells.
    func dateForm(of column: String) -> String? {
        let key = ColumnName.key(column)
        return dates.columns.first { ColumnName.key($0.key) == key }?.value ?? dates.form
    }
}

/// The columns of a file by their names, compared as profiles compare them.
struct NamedColumns {
    private let places: [String: Int]

    init(_ names: [String]) {
        places = Dictionary(names.enumerated().map { (ColumnName.key($1), $0) }) { first, _ in first }
    }

    /// The place of a column; nil where the file does not have it.
    subscript(name: String) -> Int? { places[ColumnName.key(name)] }

    /// The place of the first of some columns that the file has.
    func first(_ names: [String]) -> Int? { names.lazy.compactMap { self[$0] }.first }
}
