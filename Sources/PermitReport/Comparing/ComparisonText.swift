public import PermitMetrics
internal import WorkingTime

/// A comparison of two rules for people: 80 columns of text.
public struct ComparisonText {
    private let comparison: Comparison
    private let language: Language
    private let words: Words
    private var page = Page()

    private init(_ comparison: Comparison, _ language: Language) {
        self.comparison = comparison
        self.language = language
        words = Words(language: language)
    }

    /// The text of a comparison; no line is wider than 80 columns and every line is ended.
    public static func text(of comparison: Comparison, language: Language) -> String {
        var writer = ComparisonText(comparison, language)
        writer.writeHead()
        for step in comparison.steps { writer.write(step) }
        writer.writeRefused()
        writer.writeFits()
        writer.writeAssumptions()
        return writer.page.text
    }

    private func pick(_ english: String, _ indonesian: String) -> String {
        language.pick(english, indonesian)
    }

    private mutating func writeHead() {
        let coverage = comparison.coverage
        page.paragraph(
            language.say(
                "The same permits counted under {0} (A) and under {1} (B): {2#permit has|permits have} a workflow under "
                    + "both, {3} under A only, {4} under B only, {5} under neither.",
                "Izin yang sama dihitung menurut {0} (A) dan menurut {1} (B): {2#} izin memiliki alur menurut keduanya, {3} "
                    + "hanya menurut A, {4} hanya menurut B, {5} tidak menurut satu pun.",
                .name(comparison.first.name),
                .name(comparison.second.name),
                .count(coverage.both),
                .count(coverage.onlyFirst),
                .count(coverage.onlySecond),
                .count(coverage.neither)
            ),
            indent: 0
        )
        guard comparison.steps.isEmpty else { return }
        page.paragraph(
            pick("No step can be compared.", "Tidak ada langkah yang dapat dibandingkan."),
            indent: 0
        )
    }

    private mutating func write(_ step: Comparison.Step) {
        page.heading(step.name)
        for (name, clock) in [("A", step.first), ("B", step.second)] {
            page.paragraph(rule(clock, isPausing: step.pausesDiffer), lead: name + "  ")
        }
        page.line()
        page.table(shares(step))
        page.paragraph(judged(step))
        page.line()
        page.table(matrix(step))
        writeExamples(step)
    }

    private func rule(_ clock: Comparison.Clock, isPausing: Bool) -> String {
        let limit: String
        if let amount = clock.amount, let unit = clock.unit {
            limit = language.count(amount) + " " + words.clockUnit(unit)
        } else {
            limit = language.say(
                "as the table \"{0}\" says",
                "menurut tabel \"{0}\"",
                .name(clock.table ?? "-")
            )
        }
        let legal = clock.legal.map { " (" + $0 + ")" } ?? ""
        let pauses =
            clock.pauses.isEmpty
            ? pick("; it never waits", "; tidak pernah berhenti")
            : pick("; it waits from ", "; berhenti sejak ") + clock.pauses.joined(separator: ", ")
        let again = clock.restarts.joined(separator: ", ")
        let restarts = again.isEmpty ? "" : pick("; it starts again at ", "; mulai lagi pada ") + again
        let mark = clock.mark.map { SourceWords.sentence($0, language) } ?? ""
        return clock.workflow + "." + clock.name + ": " + limit + legal + (isPausing ? pauses : "") + restarts
            + "." + mark
    }

    private func shares(_ step: Comparison.Step) -> TextTable {
        var table = TextTable([
            .word(), .number(pick("on time", "tepat waktu")), .number(""),
            .number(pick("half consumed", "separuh memakai")), .number(pick("deemed due", "fiktif positif")),
        ])
        for (name, clock) in [("A", step.first), ("B", step.second)] {
            table.append([
                name, language.percent(clock.onTime, of: step.judged), language.count(clock.onTime),
                clock.medianConsumedDays.map { language.decimal($0, places: 1) } ?? "-",
                language.count(clock.wouldBeDeemed),
            ])
        }
        return table
    }

    private func judged(_ step: Comparison.Step) -> String {
        let difference = 100 * Double(step.second.onTime - step.first.onTime) / Double(max(1, step.judged))
        return language.say(
            "Of {0#permit|permits} that both judged to the end, of {1} with this step. B less A: {2} percentage points. Half "
                + "consumed: days of the clock; deemed due: the deadline passed, and silence decides.",
            "Dari {0#} izin yang dinilai sampai selesai oleh keduanya, dari {1} dengan langkah ini. B dikurangi A: {2} poin "
                + "persen. Separuh memakai: hari menurut jangka waktu; fiktif positif: batas lewat dan diam berarti setuju.",
            .count(step.judged),
            .count(step.permits),
            .text((difference > 0 ? "+" : "") + language.decimal(difference, places: 1))
        )
    }

    private func matrix(_ step: Comparison.Step) -> TextTable {
        var table = TextTable([
            .name(pick("under A", "menurut A")), .name(pick("under B", "menurut B")),
            .number(pick("permits", "izin")),
        ])
        for cell in step.cells {
            table.append([
                words.clockClass(cell.first), words.clockClass(cell.second), language.count(cell.permits),
            ])
        }
        return table
    }

    private mutating func writeExamples(_ step: Comparison.Step) {
        guard step.changed > 0 else { return }
        page.line()
        let names = step.examples.prefix(6)
            .map { example in
                example.name + " (" + words.clockClass(example.first) + " > "
                    + words.clockClass(example.second)
                    + ")"
            }
        let rest = step.changed > names.count ? ", ..." : "."
        page.paragraph(
            language.say(
                "{0#permit changes|permits change} class: {1}{2}",
                "{0#} izin berubah golongan: {1}{2}",
                .count(step.changed),
                .text(names.joined(separator: ", ")),
                .text(rest)
            )
        )
    }

    private mutating func writeRefused() {
        guard !comparison.refused.isEmpty else { return }
        page.heading(pick("Not comparable", "Tidak dapat dibandingkan"))
        for refusal in comparison.refused {
            page.paragraph(RefusedStep.text(refusal, in: language), lead: "- ")
        }
    }

    private mutating func writeFits() {
        guard !comparison.fits.isEmpty else { return }
        page.heading(pick("How far permits follow each workflow", "Sejauh mana izin mengikuti tiap alur"))
        var table = TextTable([
            .name(""), .number(pick("permits", "izin")), .number(pick("follow it", "mengikuti")), .number(""),
        ])
        for fit in comparison.fits {
            table.append([
                fit.workflow, language.count(fit.permits), language.count(fit.fitting),
                language.percent(fit.fitting, of: fit.permits),
            ])
        }
        page.table(table)
        page.paragraph(
            pick(
                "Where few permits follow a workflow, its figures say little: the log tells of other steps.",
                "Bila hanya sedikit izin mengikuti suatu alur, angkanya kurang bermakna: catatan memuat langkah lain."
            )
        )
    }

    private mutating func writeAssumptions() {
        page.heading(pick("Assumptions", "Asumsi"))
        for assumption in comparison.assumptions {
            page.paragraph(AssumptionSentence.text(assumption.abbreviated, in: language), lead: "- ")
        }
    }
}
