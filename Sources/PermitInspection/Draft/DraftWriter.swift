internal import PermitDocuments
internal import PermitWorkflow

/// Writes the draft of a profile.
struct DraftWriter {
    private let table: InspectedTable
    private let survey: ColumnSurvey
    private let roles: TableRoles
    private let library: Library?
    private let zone: String
    private var lines: [DraftProfile.Line] = []

    /// The most facts that a draft has.
    private static let factLimit = 12

    static func draft(
        _ table: InspectedTable,
        _ survey: ColumnSurvey,
        _ roles: TableRoles,
        library: Library?,
        zone: String
    ) -> DraftProfile {
        var writer = DraftWriter(table: table, survey: survey, roles: roles, library: library, zone: zone)
        let name = "draft-" + writer.slug(of: String(table.file.split(separator: "/").last ?? ""), "-")
        writer.write(name)
        return DraftProfile(name: name, lines: writer.lines)
    }

    private init(
        table: InspectedTable,
        survey: ColumnSurvey,
        roles: TableRoles,
        library: Library?,
        zone: String
    ) {
        self.table = table
        self.survey = survey
        self.roles = roles
        self.library = library
        self.zone = zone
    }

    private mutating func line(_ text: String, doubt: Bilingual? = nil) {
        lines.append(DraftProfile.Line(text: text, doubt: doubt))
    }

    private mutating func write(_ name: String) {
        line("profile: \(name)")
        line("match: [\(matched.map(quoted).joined(separator: ", "))]")
        writeShape()
        writeColumns()
        if roles.shape == .permits { writeEvents() }
        writeDates()
        line(
            "zone: \(zone)",
            doubt: Bilingual(
                "no column says in what zone its times are",
                "tidak ada kolom yang menyebut zona waktunya"
            )
        )
        line("calendar: id", doubt: Bilingual("the office's own days off", "hari libur kantor itu sendiri"))
        writeMilestones()
        writeDeadline()
        writeFacts()
        writeOutcome()
        writePersonal()
        if roles.shape == .events { writeVocabulary() }
    }

    // MARK: - What a row is

    /// The columns by which such files are known: those with a part.
    private var matched: [String] {
        let parts = [roles.caseColumn, roles.activityColumn, roles.timeColumn, roles.statusColumn]
            .compactMap(\.self)
        let columns = parts + roles.dated.map(\.column)
        var seen: Set<Int> = []
        let names = columns.filter { seen.insert($0).inserted }.prefix(8).map { name($0) }
        return names.isEmpty ? Array(table.header.prefix(4)) : names
    }

    private func name(_ column: Int) -> String { survey.columns[column].name }

    private mutating func writeShape() {
        switch roles.shape {
        case .events: line("shape: events")
        case .permits:
            line(
                "shape: permits",
                doubt: Bilingual(
                    "taken for one row a permit, with dated columns",
                    "dianggap satu baris per permohonan dengan kolom tanggal"
                )
            )
        case .counts:
            line(
                "shape: counts",
                doubt: Bilingual(
                    "no column holds dates of single permits",
                    "tidak ada kolom tanggal per permohonan"
                )
            )
        }
    }

    private mutating func writeColumns() {
        let parts = [
            ("case", roles.caseColumn), ("activity", roles.activityColumn), ("time", roles.timeColumn),
        ]
        let known = parts.compactMap { key, column in column.map { (key, $0) } }
        guard roles.shape != .counts, !known.isEmpty else { return }
        line("columns:")
        for (key, column) in known {
            line("  \(key): \(quoted(name(column)))", doubt: key == "case" ? caseDoubt(column) : nil)
        }
    }

    private func caseDoubt(_ column: Int) -> Bilingual? {
        let summary = survey.columns[column]
        if summary.isRunningNumber {
            return Bilingual(
                "a running number of rows, not an id",
                "nomor urut baris, bukan nomor permohonan"
            )
        }
        guard roles.shape == .permits, !summary.distinct.isMore, summary.distinct.count < summary.filled
        else { return nil }
        return Bilingual(
            "\(summary.filled - summary.distinct.count) rows repeat an id",
            "\(summary.filled - summary.distinct.count) baris mengulang nomor"
        )
    }

    // MARK: - Dates

    private mutating func writeEvents() {
        guard !roles.steps.isEmpty else { return }
        line("events:")
        var used: Set<String> = []
        for step in roles.steps {
            var activity = step.activity
            var number = 2
            if activity.isEmpty { activity = slug(of: name(step.column), "_") }
            let wanted = activity
            while !used.insert(activity).inserted {
                activity = number == 2 ? slug(of: name(step.column), "_") : "\(wanted)_\(number)"
                number += 1
            }
            line(
                "  - {column: \(quoted(name(step.column))), activity: \(quoted(activity))}",
                doubt: doubt(step, activity)
            )
        }
    }

    private func doubt(_ step: TableRoles.Dated, _ activity: String) -> Bilingual? {
        let summary = survey.columns[step.column]
        if summary.filled == 0 { return Bilingual("the column is empty", "kolom ini kosong") }
        if step.meaning == .other || library?.vocabulary.term(named: activity) == nil {
            return Bilingual("no term of the vocabulary is known for it", "belum ada istilah baku untuknya")
        }
        if step.meaning == .verified || step.meaning == .complete || step.meaning == .returned {
            return Bilingual("guessed from the column's name", "ditebak dari nama kolom")
        }
        return nil
    }

    private mutating func writeDates() {
        let dated = survey.columns.filter { $0.kind == .date }
        guard !dated.isEmpty else { return }
        line("dates:")
        line("  columns:")
        for column in dated {
            if let form = column.dateForm {
                line("    \(quoted(column.name)): \(quoted(form))")
            } else if let form = column.possibleForms.first {
                let others = column.possibleForms.dropFirst().joined(separator: ", ")
                line(
                    "    \(quoted(column.name)): \(quoted(form))",
                    doubt: Bilingual("may as well be \(others)", "mungkin juga \(others)")
                )
            }
        }
    }

    private mutating func writeMilestones() {
        let submitted = roles.dated(.submitted)
        let decided = roles.dated(.issued) ?? roles.dated(.refused)
        guard roles.shape != .counts, submitted != nil || decided != nil else { return }
        line("milestones:")
        if let submitted { line("  submitted: {column: \(quoted(name(submitted.column)))}") }
        if let decided {
            let refused = roles.dated(.refused)
            line(
                "  decided: {column: \(quoted(name(decided.column)))}",
                doubt: refused != nil && refused != decided
                    ? Bilingual("refusals stand in another column", "penolakan ada di kolom lain") : nil
            )
        }
    }

    private mutating func writeDeadline() {
        if let limit = roles.limitColumn, roles.dated(.submitted) != nil, roles.shape == .permits {
            line(
                "deadline: {column: \(quoted(name(limit))), days: working_days, from: submitted}",
                doubt: Bilingual("working days or calendar days", "hari kerja atau hari kalender")
            )
        } else if let deadline = roles.dated(.deadline), survey.columns[deadline.column].filled > 0 {
            line("deadline: {column: \(quoted(name(deadline.column)))}")
        }
    }

    // MARK: - Words

    private mutating func writeFacts() {
        var used: Set<String> = []
        var facts: [(String, Int)] = []
        if let column = roles.typeColumn, used.insert("permit_type").inserted {
            facts.append(("permit_type", column))
        }
        if let column = roles.channelColumn, used.insert("channel").inserted {
            facts.append(("channel", column))
        }
        let taken = Set(
            [roles.statusColumn, roles.activityColumn, roles.typeColumn, roles.channelColumn]
                .compactMap(\.self)
        )
        for (column, summary) in survey.columns.enumerated() where facts.count < Self.factLimit {
            guard summary.kind == .category, !summary.isPersonal, !summary.isBusinessNumber,
                !taken.contains(column)
            else {
                continue
            }
            let name = slug(of: summary.name, "_")
            if !name.isEmpty, used.insert(name).inserted { facts.append((name, column)) }
        }
        guard roles.shape != .counts, !facts.isEmpty else { return }
        line("facts:")
        for (fact, column) in facts { line("  \(fact): {column: \(quoted(name(column))), type: text}") }
    }

    private mutating func writeOutcome() {
        guard let column = roles.statusColumn, roles.shape == .permits else { return }
        let words = survey.tallies[column].values.prefix(50)
            .map { word in
                (word.text, StatusMeaning(word.text, profile: nil, vocabulary: library?.vocabulary))
            }
        let known = words.compactMap { word, meaning -> String? in
            guard let outcome = meaning?.outcome else { return nil }
            return "\(quoted(word)): \(outcome)"
        }
        guard !known.isEmpty else { return }
        let unknown = words.filter { $0.1 == nil }.map { quoted($0.0) }.joined(separator: ", ")
        line(
            "outcome: {column: \(quoted(name(column))), words: {\(known.joined(separator: ", "))}}",
            doubt: unknown.isEmpty ? nil : Bilingual("not known: \(unknown)", "belum dikenal: \(unknown)")
        )
    }

    private mutating func writePersonal() {
        let personal = survey.columns.filter(\.isPersonal).map(\.name)
        if !personal.isEmpty { line("personal: [\(personal.map(quoted).joined(separator: ", "))]") }
        let numbers = survey.columns.filter(\.isBusinessNumber).map(\.name)
        if !numbers.isEmpty { line("nib: [\(numbers.map(quoted).joined(separator: ", "))]") }
    }

    private mutating func writeVocabulary() {
        guard let column = roles.activityColumn else { return }
        let words = survey.tallies[column].values.prefix(200).map(\.text)
        let known = words.compactMap { word in
            library?.vocabulary.term(word: word).map { (word, $0.name.text) }
        }
        let mapped = known.filter { $0.0 != $0.1 }
        if !mapped.isEmpty {
            line("vocabulary:")
            for (word, term) in mapped { line("  \(quoted(word)): \(term)") }
        }
        for word in words where !known.contains(where: { $0.0 == word }) {
            line(
                "",
                doubt: Bilingual(
                    "the activity \(quoted(word)) stands for no term yet; map it under vocabulary",
                    "kegiatan \(quoted(word)) belum dipetakan; tambahkan di vocabulary"
                )
            )
        }
    }

    /// A text in double quotes, as JSON and YAML read it.
    private func quoted(_ text: String) -> String { JSONValue.string(text).compact }

    /// A text in small letters and digits.
    private func slug(of text: String, _ separator: String) -> String {
        let words = HeaderWords(text).words.map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
        return words.filter { !$0.isEmpty }.joined(separator: separator)
    }
}

extension StatusMeaning {
    /// The outcome as profiles name it; nil for what is still open.
    fileprivate var outcome: String? {
        switch self {
        case .issued: "issued"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        case .open: nil
        }
    }
}
