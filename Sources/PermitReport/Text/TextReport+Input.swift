internal import PermitLog
internal import PermitMetrics
internal import WorkingTime

extension TextReport {
    /// What was read and what was left out, with reasons.
    mutating func writeInput() {
        page.heading(pick("What was read", "Yang dibaca"))
        writeFiles()
        field("Rows", "Baris", rowsSentence)
        writeReasons(report.input.rejections)
        writeReasons(report.input.ignoredReasons)
        field("Permits", "Izin", permitsSentence)
        writeWorkflows()
        guard !report.isEmpty else { return }
        field("Known up to", "Data sampai", language.moment(report.asOf, in: report.zone))
    }

    private mutating func writeFiles() {
        let files = report.input.files
        for (index, file) in files.prefix(4).enumerated() {
            field(index == 0 ? "File" : "", index == 0 ? "Berkas" : "", file)
        }
        if files.count > 4 {
            field("", "", say("and {0} more", "dan {0} lagi", .count(files.count - 4)))
        }
        let profile = report.profileName.map { "\"\($0)\"" }
        field("Profile", "Profil", profile ?? pick("none", "tidak ada"))
    }

    private mutating func writeReasons(_ reasons: [ReasonCount]) {
        for reason in reasons.prefix(8) {
            page.paragraph(
                RejectionWords.text(reason.reason, language),
                indent: 15,
                lead: language.count(reason.count) + "  "
            )
        }
    }

    private var rowsSentence: String {
        let input = report.input
        return say(
            "{0}: {1} used, {2} rejected, {3} ignored{4}",
            "{0}: {1} dipakai, {2} ditolak, {3} diabaikan{4}",
            .count(input.rows),
            .count(input.used),
            .count(input.rejected),
            .count(input.ignored),
            .text(duplicatesClause)
        )
    }

    private var duplicatesClause: String {
        guard report.input.duplicates > 0 else { return "" }
        return say(
            "; {0#duplicate|duplicates} kept",
            "; {0#} duplikat tetap dipakai",
            .count(report.input.duplicates)
        )
    }

    private var permitsSentence: String {
        say(
            "{0} with {1#event|events} in {2#different sequence|different sequences}",
            "{0} dengan {1#} kejadian dalam {2#} urutan yang berbeda",
            .count(report.flow.cases),
            .count(report.flow.events),
            .count(report.flow.variantCount)
        )
    }

    private mutating func writeWorkflows() {
        for (index, workflow) in report.workflows.prefix(6).enumerated() {
            let text = say(
                "{0} ({1#permit|permits})",
                "{0} ({1#} izin)",
                .name(workflow.name),
                .count(workflow.cases)
            )
            field(index == 0 ? "Workflow" : "", index == 0 ? "Alur" : "", text)
        }
        if report.workflows.count > 6 {
            field("", "", say("and {0} more", "dan {0} lagi", .count(report.workflows.count - 6)))
        }
    }

    /// A labelled line, by the report's language.
    mutating func field(_ english: String, _ indonesian: String, _ text: String) {
        page.field(pick(english, indonesian), text)
    }
}
