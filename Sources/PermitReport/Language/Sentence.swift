/// A sentence with numbered gaps.
///
/// `{0}` is the first value as it is; `{0#}` a number with the language's separators; `{0#permit|permits}` a number
/// with its noun; `{0?is|are}` only the word that agrees with a number; `{0@}` a date or moment in ISO 8601 written
/// out; `{0*}` this value and all after it, with commas. A gap whose value is missing prints as a question mark.
struct Sentence {
    private let template: String

    init(_ template: String) { self.template = template }

    /// The sentence with its gaps filled.
    func filled(with gaps: [Gap], in language: Language) -> String {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += filler(rest[rest.index(after: open)..<close], gaps, language)
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    private func filler(_ gap: Substring, _ gaps: [Gap], _ language: Language) -> String {
        let digits = gap.prefix(while: \.isNumber)
        guard let index = Int(digits), index < gaps.count else { return "?" }
        let form = gap.dropFirst(digits.count)
        switch form.first {
        case "#": return counted(gaps[index], form.dropFirst(), language)
        case "?": return chosen(gaps[index], form.dropFirst())
        case "@": return language.written(gaps[index].text(in: language))
        case "*": return gaps[index...].map { $0.text(in: language) }.joined(separator: ", ")
        default: return gaps[index].text(in: language)
        }
    }

    private func counted(_ gap: Gap, _ nouns: Substring, _ language: Language) -> String {
        let number = gap.wholeNumber.map(language.count) ?? gap.text(in: language)
        return nouns.isEmpty ? number : number + " " + chosen(gap, nouns)
    }

    private func chosen(_ gap: Gap, _ words: Substring) -> String {
        let words = words.split(separator: "|", omittingEmptySubsequences: false)
        return String((gap.wholeNumber == 1 ? words.first : words.last) ?? "")
    }
}
