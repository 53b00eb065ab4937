/// What a column holds.
public enum ColumnKind: String, Hashable, Sendable, CaseIterable {
    /// Ids or numbers of things.
    case id
    /// Dates or moments.
    case date
    /// One of a few words.
    case category
    /// Numbers that count or measure.
    case number
    /// Yes or no.
    case flag
    /// Free text.
    case text
    /// Nothing at all.
    case empty
}
