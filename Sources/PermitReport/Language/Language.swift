/// The language of a report: its words, its numbers and its dates.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// Indonesian: `1.234,5`, `23 November 2026`.
    case indonesian = "id"
    /// English: `1,234.5`, `23 November 2026`.
    case english = "en"

    /// The one of two texts that is in this language.
    func pick(_ english: String, _ indonesian: String) -> String {
        switch self {
        case .english: english
        case .indonesian: indonesian
        }
    }

    /// The one of two sentences that is in this language, its gaps filled.
    func say(_ english: String, _ indonesian: String, _ gaps: Gap...) -> String {
        Sentence(pick(english, indonesian)).filled(with: gaps, in: self)
    }
}
