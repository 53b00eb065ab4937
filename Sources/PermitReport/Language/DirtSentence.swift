public import PermitLog

/// Writes out what is not as it should be in a log, with what it does to figures.
public enum DirtSentence {
    /// The sentence of a finding.
    ///
    /// - Parameters:
    ///   - finding: What was found; its detail stands in parentheses as it is.
    ///   - language: The language of the sentence.
    /// - Returns: One sentence or two, without a line end, the file before them where the finding is of one of several.
    public static func text(_ finding: DirtFinding, language: Language) -> String {
        let template = template(finding.kind)
        let sentence = Sentence(language.pick(template.english, template.indonesian))
            .filled(with: gaps(finding, language), in: language)
        return (finding.file.map { "\($0): " } ?? "") + sentence
    }

    /// `{0}` the count, `{1}` the count and of how many, `{2}` the column within a sentence, `{3}` the detail in
    /// parentheses, `{4}` the column at the beginning of a sentence.
    private static func gaps(_ finding: DirtFinding, _ language: Language) -> [Gap] {
        let count = language.count(finding.count)
        let counted = finding.total.map { total in
            language.pick("\(count) of \(language.count(total))", "\(count) dari \(language.count(total))")
        }
        let column = finding.column.map(quoted)
        let detail = finding.detail.isEmpty ? "" : " (\(DisplayWidth.printable(finding.detail)))"
        return [
            .count(finding.count),
            .text(counted ?? count),
            .text(
                column.map { language.pick("the column \($0)", "kolom \($0)") }
                    ?? language.pick("the file", "berkas")
            ),
            .text(detail),
            .text(
                column.map { language.pick("The column \($0)", "Kolom \($0)") }
                    ?? language.pick("A column", "Satu kolom")
            ),
        ]
    }

    private static func quoted(_ column: String) -> String { "\"\(DisplayWidth.printable(column))\"" }
}
