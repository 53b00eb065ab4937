internal import PermitLog

/// Finds the parts of columns by their names and contents, where no profile tells.
struct RoleGuess {
    private let survey: ColumnSurvey
    private let names: [HeaderWords]
    private let told: Profile.Columns

    init(_ survey: ColumnSurvey, told: Profile.Columns) {
        self.survey = survey
        self.told = told
        names = survey.columns.map { HeaderWords($0.name) }
    }

    /// The roles, with dated columns in an order that was found among the rows.
    func roles(order: [Int]) -> TableRoles {
        var roles = TableRoles(shape: .counts)
        let columns = NamedColumns(survey.columns.map(\.name))
        roles.caseColumn = columns.first(told.caseID) ?? caseColumn
        let activity = columns.first(told.activity) ?? activityColumn
        let time = columns.first(told.time) ?? timeColumn
        if let activity, let time, repeats(roles.caseColumn) {
            roles.shape = .events
            roles.activityColumn = activity
            roles.timeColumn = time
        }
        roles.dated = dated(order: order)
            .filter {
                roles.shape == .permits || $0.column != time || activity == nil || roles.shape == .counts
            }
        if roles.shape == .counts, roles.dated.contains(where: \.meaning.isStep) { roles.shape = .permits }
        roles.statusColumn = first {
            $0.text.contains("status") && !$0.hasStem(["penanaman", "previous", "modal"])
        } where: {
            $0.kind == .category || $0.kind == .text || $0.kind == .id
        }
        roles.applicantColumn = applicantColumn
        roles.limitColumn = first {
            $0.hasPhrase(["jangka waktu", "hari kerja", "limit days", "sla"])
        } where: {
            $0.kind == .number || $0.kind == .category
        }
        roles.channelColumn = first {
            $0.has(["channel", "kanal", "jalur", "saluran"])
        } where: {
            $0.kind != .empty
        }
        roles.typeColumn = first {
            $0.hasPhrase([
                "jenis izin", "jenis perizinan", "nama perizinan", "permit type", "uraian jenis perizinan",
            ])
        } where: {
            $0.kind != .empty
        }
        return roles
    }

    private func first(_ holds: (HeaderWords) -> Bool, where fits: (ColumnSummary) -> Bool) -> Int? {
        names.indices.first { holds(names[$0]) && fits(survey.columns[$0]) }
    }

    private static let caseNames = [
        "case concept name", "case id", "caseid", "case", "id permohonan izin", "id permohonan",
        "no permohonan",
        "nomor permohonan", "id izin", "permit num", "permitnum", "permit number", "permit nr",
        "application number",
        "nomor izin", "no izin", "id proyek", "nomor pendaftaran", "no pendaftaran", "kode izin", "no urut",
        "no",
    ]

    private var caseColumn: Int? {
        for name in Self.caseNames {
            if let found = names.firstIndex(where: { $0.text == name }), survey.columns[found].filled > 0 {
                return found
            }
        }
        return survey.columns.indices
            .filter { survey.columns[$0].kind == .id && !survey.columns[$0].isRunningNumber }
            .max { survey.columns[$0].distinct.count < survey.columns[$1].distinct.count }
    }

    private var activityColumn: Int? {
        let known = [
            "concept name", "activity", "activity name", "kegiatan", "aktivitas", "kd status", "tahap",
            "tahapan", "event", "task", "step",
        ]
        return known.lazy.compactMap { name in names.firstIndex { $0.text == name } }
            .first { survey.columns[$0].filled > 0 }
    }

    private var timeColumn: Int? {
        let known = [
            "time timestamp", "timestamp", "waktu", "tgl status", "time", "tanggal", "date", "complete time",
            "end time",
        ]
        return known.lazy.compactMap { name in names.firstIndex { $0.text == name } }
            .first { survey.columns[$0].kind == .date }
    }

    private func repeats(_ column: Int?) -> Bool {
        guard let column else { return false }
        let summary = survey.columns[column]
        return summary.distinct.isMore || summary.distinct.count * 10 < summary.filled * 9
    }

    private var applicantColumn: Int? {
        let stems = [
            ["pemohon", "applicant"], ["penanggung"], ["nik", "ktp"], ["perusahaan", "company"],
            ["owner", "pemilik"],
        ]
        return stems.lazy
            .compactMap { stem in
                first {
                    $0.hasStem(stem) && !$0.hasStem(["alamat", "tanggal", "tgl", "jenis", "status", "kode"])
                } where: {
                    $0.filled > 0 && ($0.isPersonal || $0.isBusinessNumber) && $0.kind != .date
                }
            }
            .first
    }

    /// The columns of dates; steps in the order that was found, then the others in the order of the file.
    private func dated(order: [Int]) -> [TableRoles.Dated] {
        let columns = survey.columns.indices.filter { survey.columns[$0].kind == .date && !isBirthday($0) }
        let ranks = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        return
            columns.map { column in
                let meaning = DateMeaning(column: names[column])
                let activity = meaning.term ?? Self.word(names[column])
                return TableRoles.Dated(
                    column: column,
                    meaning: meaning,
                    form: survey.columns[column].dateForm,
                    activity: activity
                )
            }
            .sorted { rank($0, ranks) < rank($1, ranks) }
    }

    private func rank(_ dated: TableRoles.Dated, _ ranks: [Int: Int]) -> Int {
        (dated.meaning.isStep ? 0 : 1_000_000) + (ranks[dated.column] ?? 100_000 + dated.column)
    }

    private func isBirthday(_ column: Int) -> Bool { names[column].hasStem(["lahir", "birth"]) }

    /// A name as the word of an activity.
    static func word(_ name: HeaderWords) -> String {
        name.words.filter { !["tanggal", "tgl", "date", "day", "waktu"].contains($0) }.joined(separator: "_")
    }
}
