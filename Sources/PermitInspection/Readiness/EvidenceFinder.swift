internal import PermitLog
internal import PermitWorkflow

/// Finds what a table provides, from the parts of its columns and the words in them.
struct EvidenceFinder {
    let survey: ColumnSurvey
    let roles: TableRoles
    let profile: Profile?
    let library: Library?
    let permits: PermitCounts?

    /// The set of all that is provided.
    var evidence: EvidenceSet {
        var set = EvidenceSet()
        if roles.shape == .counts {
            set[.counts] = .init(.full)
            return set
        }
        set[.permits] = .init(roles.caseColumn == nil ? .absent : .full, by: name(roles.caseColumn))
        set[.submitted] = submitted
        set[.decided] = step { $0.isDecision }
        set[.firstResponse] = firstResponse
        set[.returns] = step { $0 == .returned }
        set[.answers] = answers
        set[.rounds] = rounds
        set[.outcome] = outcome
        set[.refusals] = refusals
        set[.openPermits] = openPermits
        set[.limit] = limit
        set[.deemed] = deemed
        set[.channel] = filled(roles.channelColumn)
        set[.steps] = steps
        return set
    }

    // MARK: - What the words of the log mean

    /// The meanings of the activities of a log of steps, with one word for each.
    private var meanings: [DateMeaning: String] {
        guard roles.shape == .events, let column = roles.activityColumn else { return [:] }
        var found: [DateMeaning: String] = [:]
        for (word, _) in survey.tallies[column].values {
            guard let meaning = meaning(of: word), found[meaning] == nil else { continue }
            found[meaning] = word
        }
        return found
    }

    private func meaning(of word: String) -> DateMeaning? {
        let term = profile?.vocabulary[word] ?? word
        let known = library?.vocabulary.term(word: term)
        let meaning = DateMeaning(term: known?.name.text ?? term, isReturn: known?.isReturn ?? false)
        return meaning
    }

    /// What the words for permits' states mean.
    private var states: Set<StatusMeaning> {
        guard let column = roles.statusColumn else { return [] }
        return Set(
            survey.tallies[column].values
                .compactMap {
                    StatusMeaning($0.text, profile: profile, vocabulary: library?.vocabulary)
                }
        )
    }

    private func name(_ column: Int?) -> String { column.map { survey.columns[$0].name } ?? "" }

    private func filled(_ column: Int?) -> EvidenceSet.Provision {
        guard let column, survey.columns[column].filled > 0 else { return .init(.absent) }
        return .init(.full, by: name(column))
    }

    /// A dated column, or an activity, of some meaning.
    private func step(_ fits: (DateMeaning) -> Bool) -> EvidenceSet.Provision {
        let dated = roles.dated.filter { fits($0.meaning) }
        if let column = dated.first(where: { survey.columns[$0.column].filled > 0 && !$0.isUnconfirmed }) {
            return .init(.full, by: name(column.column))
        }
        if let word = meanings.sorted(by: { $0.key.rawValue < $1.key.rawValue })
            .first(where: { fits($0.key) })
        {
            return .init(.full, by: word.value)
        }
        guard let column = dated.first else { return .init(.absent) }
        let name = name(column.column)
        if survey.columns[column.column].filled == 0 {
            return .init(
                .absent,
                by: name,
                note: Bilingual("the column \(name) is empty", "kolom \(name) kosong")
            )
        }
        return .init(
            .unconfirmed,
            by: name,
            note: Bilingual(
                "that \(name) holds it is confirmed by no office",
                "bahwa \(name) memuatnya belum dikonfirmasi kantor mana pun"
            )
        )
    }

    // MARK: - One by one

    private var submitted: EvidenceSet.Provision {
        var found = step { $0 == .submitted }
        if found.level == .absent, found.note == nil, let number = roles.dated(.businessNumber) {
            let name = name(number.column)
            found.note = Bilingual(
                "\(name) is the NIB's date and never a start",
                "\(name) adalah tanggal NIB dan bukan awal permohonan"
            )
        }
        if found.level == .absent, roles.shape == .events, roles.timeColumn != nil {
            found = .init(
                .unconfirmed,
                by: name(roles.timeColumn),
                note: Bilingual(
                    "no activity is known to be the submission; the first event of a permit may not be it",
                    "tidak ada kegiatan yang dikenal sebagai pengajuan; peristiwa pertama belum tentu pengajuan"
                )
            )
        }
        return found
    }

    private var firstResponse: EvidenceSet.Provision {
        if let names = profile?.milestones[.firstResponse],
            let column = NamedColumns(survey.columns.map(\.name)).first(names),
            survey.columns[column].filled > 0
        {
            return .init(.full, by: name(column))
        }
        return step { $0 == .complete || $0 == .returned || $0 == .verified }
    }

    /// Handing in again is an answer in a log of steps.
    private var answers: EvidenceSet.Provision {
        let found = step { $0 == .answered }
        guard found.level == .absent, roles.shape == .events, meanings[.returned] != nil,
            let word = meanings[.submitted]
        else { return found }
        return .init(.full, by: word)
    }

    private var rounds: EvidenceSet.Provision {
        let found = step { $0 == .returned }
        guard found.level == .full, roles.shape == .permits else { return found }
        let columns = roles.dated.filter { $0.meaning == .returned }
        return columns.count > 1 ? .init(.full, by: found.by) : .init(.absent, by: found.by)
    }

    private var outcome: EvidenceSet.Provision {
        if !states.isEmpty { return .init(.full, by: name(roles.statusColumn)) }
        return step { $0.isDecision }
    }

    private var refusals: EvidenceSet.Provision {
        if states.contains(.refused) || states.contains(.withdrawn) {
            return .init(.full, by: name(roles.statusColumn))
        }
        return step { $0 == .refused || $0 == .withdrawn }
    }

    private var openPermits: EvidenceSet.Provision {
        guard let permits else { return .init(.absent) }
        if permits.undecided > 0 { return .init(.full) }
        return .init(
            .absent,
            note: Bilingual(
                "all \(permits.all) permits of the file are decided",
                "semua \(permits.all) permohonan dalam berkas sudah diputuskan"
            )
        )
    }

    private var limit: EvidenceSet.Provision {
        if let deadline = roles.dated(.deadline), survey.columns[deadline.column].filled > 0 {
            return .init(.full, by: name(deadline.column))
        }
        let days = filled(roles.limitColumn)
        if days.level == .full { return days }
        guard let profile, let library, !library.regimes.rules.isEmpty,
            profile.facts.contains(where: { $0.name == "permit_type" })
        else { return .init(.absent) }
        return .init(.full, by: name(roles.typeColumn))
    }

    private var deemed: EvidenceSet.Provision {
        let isDeemed = { (term: String) in library?.vocabulary.term(named: term)?.isDeemed ?? false }
        if let column = roles.dated.first(where: { isDeemed($0.activity) }) {
            return .init(.full, by: name(column.column))
        }
        let columns = [roles.statusColumn, roles.activityColumn].compactMap(\.self)
        let words =
            columns.flatMap { survey.tallies[$0].values.map(\.text) }
            + Array((profile?.vocabulary ?? [:]).keys)
        let silent = words.sorted()
            .first { word in
                let term = profile?.vocabulary[word] ?? word
                return library?.vocabulary.term(word: term)?.isDeemed ?? false
            }
        if let silent { return .init(.full, by: silent) }
        // A log in the codes of OSS would have code 57.
        let codes = roles.activityColumn.map { survey.tallies[$0].values.map(\.text) } ?? []
        let isCoded = !codes.isEmpty && codes.allSatisfy { library?.vocabulary.term(code: $0) != nil }
        return .init(isCoded ? .full : .absent, by: isCoded ? "57" : "")
    }

    private var steps: EvidenceSet.Provision {
        let kinds =
            roles.shape == .events
            ? Set(meanings.keys.filter { $0 != .other }).count
            : Set(
                roles.steps.filter { survey.columns[$0.column].filled > 0 }.map(\.meaning)
                    .filter { $0 != .other }
            )
            .count
        if kinds >= 4 { return .init(.full) }
        if kinds == 3 {
            return .init(
                .partial,
                note: Bilingual("three kinds of steps are dated", "hanya tiga macam langkah yang bertanggal")
            )
        }
        return .init(.absent)
    }
}

/// How many permits a table holds, and how many of them are not decided.
struct PermitCounts: Hashable {
    var all: Int
    var undecided: Int
}
