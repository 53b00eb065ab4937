/// A text in the two languages of reports.
public struct Bilingual: Hashable, Sendable {
    /// The English text.
    public var english: String
    /// The Indonesian text.
    public var indonesian: String

    /// Creates a text in both languages.
    public init(_ english: String, _ indonesian: String) {
        self.english = english
        self.indonesian = indonesian
    }
}
