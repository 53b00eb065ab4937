public import PermitInspection
internal import PermitLog

/// Writes what a file is, and what it can prove, as a page of text.
public enum InspectionText {
    /// The page.
    ///
    /// - Parameters:
    ///   - inspection: What was found.
    ///   - language: The language of the page.
    /// - Returns: Lines of at most 80 columns, each ended.
    public static func text(of inspection: Inspection, language: Language) -> String {
        var writer = InspectionWriter(inspection: inspection, language: language)
        writer.writeFile()
        writer.writeProfile()
        writer.writeColumns()
        writer.writeCounts()
        writer.writeDirt()
        writer.writeReadiness()
        return writer.page.text
    }
}

/// The writing of one page.
struct InspectionWriter {
    let inspection: Inspection
    let language: Language
    var page = Page()

    func pick(_ english: String, _ indonesian: String) -> String { language.pick(english, indonesian) }

    func pick(_ text: Bilingual) -> String { language.pick(text.english, text.indonesian) }

    // MARK: - The file

    mutating func writeFile() {
        page.heading(pick("The file", "Berkas"))
        page.field(pick("File", "Berkas"), inspection.file)
        page.field(pick("Format", "Format"), format)
        if let place = inspection.headerPlace {
            page.field(
                pick("Header", "Judul kolom"),
                language.say("{0} {1}", "{0} {1}", .text(unit), .count(place))
            )
        }
        page.field(
            pick("Rows", "Baris"),
            language.say(
                "{0#} below the header, {1#column|columns}",
                "{0#} di bawah judul, {1#} kolom",
                .count(inspection.rows),
                .count(inspection.columns.count)
            )
        )
        writeAccount()
    }

    private var unit: String {
        switch inspection.unit {
        case .line: pick("line", "baris")
        case .row: pick("row", "baris")
        case .event: pick("event", "peristiwa")
        }
    }

    private var format: String {
        var parts = [inspection.format]
        if let encoding = inspection.encoding { parts.append(encoding) }
        if let delimiter = inspection.delimiter {
            let shown = delimiter == "\t" ? "TAB" : delimiter
            parts.append(pick("cells parted by \(shown)", "sel dipisahkan \(shown)"))
        }
        return parts.joined(separator: ", ")
    }

    private mutating func writeAccount() {
        if let refusal = inspection.refusal {
            page.field(pick("As a log", "Sebagai log"), refusal)
        }
        guard let account = inspection.account else { return }
        page.field(
            pick("As a log", "Sebagai log"),
            language.say(
                "{0#row|rows}: {1#} used, {2#} rejected, {3#} left out",
                "{0#} baris: {1#} dipakai, {2#} ditolak, {3#} dikecualikan",
                .count(account.rows),
                .count(account.used),
                .count(account.rejected),
                .count(account.ignored)
            )
        )
        for reason in account.rejections + account.ignoredReasons {
            page.field("", "\(language.count(reason.count)) \(RejectionWords.text(reason.reason, language))")
        }
    }

    // MARK: - The profile

    mutating func writeProfile() {
        page.heading(pick("Profile", "Profil"))
        let match = inspection.match
        if let profile = match.profile {
            let absent = match.absent.map { "\"\($0)\"" }.joined(separator: ", ")
            page.paragraph(
                match.absent.isEmpty
                    ? language.say(
                        "Read by {0}: every column that it names is there.",
                        "Dibaca dengan {0}: semua kolom yang disebutnya ada.",
                        .text(profile)
                    )
                    : language.say(
                        "Read by {0}; of the columns that it names the file lacks {1}.",
                        "Dibaca dengan {0}; dari kolom yang disebutnya, berkas tidak memiliki {1}.",
                        .text(profile),
                        .text(absent)
                    )
            )
        } else if let nearest = match.nearest {
            page.paragraph(
                language.say(
                    "No shipped profile fits; the nearest is {0}: lacks {1}. --draft FILE writes one to start from.",
                    "Tidak ada profil bawaan yang cocok; yang terdekat {0}: kurang {1}. --draft BERKAS menulis rancangannya.",
                    .text(nearest),
                    .text(match.lacking.map { "\"\($0)\"" }.joined(separator: ", "))
                )
            )
        } else {
            page.paragraph(
                pick(
                    "No shipped profile fits, and none comes near. --draft FILE writes one to start from.",
                    "Tidak ada profil bawaan yang cocok atau mendekati. --draft BERKAS menulis rancangannya."
                )
            )
        }
        page.paragraph(shape)
        for part in parts { page.field("  " + part.0, part.1, labelWidth: 15) }
    }

    private var shape: String {
        switch inspection.roles.shape {
        case .events: pick("A row is a step of a permit.", "Satu baris adalah satu langkah permohonan.")
        case .permits:
            pick(
                "A row is a permit; its steps are columns of dates.",
                "Satu baris adalah satu permohonan; langkahnya berupa kolom tanggal."
            )
        case .counts:
            pick(
                "A row is a count: there are no permits in it.",
                "Satu baris adalah hitungan: tidak ada permohonan di dalamnya."
            )
        }
    }

    private var parts: [(String, String)] {
        let roles = inspection.roles
        guard roles.shape != .counts else { return [] }
        func name(_ column: Int) -> String { inspection.columns[column].name }
        let named: [(String, Int?)] = [
            (pick("permit", "permohonan"), roles.caseColumn), (pick("step", "langkah"), roles.activityColumn),
            (pick("time", "waktu"), roles.timeColumn), (pick("state", "status"), roles.statusColumn),
        ]
        let columns = named.compactMap { label, column in column.map { (label, name($0)) } }
        let dated = roles.dated.map { (InspectionWords.meaning($0.meaning, language), name($0.column)) }
        return columns + dated
    }

    // MARK: - The columns

    mutating func writeColumns() {
        page.heading(pick("Columns", "Kolom"))
        var table = TextTable([
            .name(pick("column", "kolom")), .word(pick("kind", "jenis")), .number(pick("filled", "terisi")),
            .number(pick("distinct", "berbeda")), .name(pick("samples", "contoh")),
        ])
        for column in inspection.columns.prefix(200) {
            table.append([
                column.name, InspectionWords.kind(column, language),
                column.rows == 0 ? "-" : language.percent(column.filled, of: column.rows),
                (column.distinct.isMore ? "> " : "") + language.count(column.distinct.count),
                column.samples.joined(separator: " | "),
            ])
        }
        page.table(table)
        if inspection.columns.count > 200 {
            page.paragraph(
                language.say(
                    "and {0#column|columns} more; --format json lists all.",
                    "dan {0#} kolom lagi; --format json memuat semuanya.",
                    .count(inspection.columns.count - 200)
                )
            )
        }
        if inspection.columns.contains(where: { $0.isPersonal || $0.isBusinessNumber }) {
            page.paragraph(
                pick(
                    "*** stands for a personal value; of a NIB the last four digits are shown.",
                    "*** menggantikan data pribadi; NIB hanya ditampilkan empat angka terakhirnya."
                )
            )
        }
    }
}
