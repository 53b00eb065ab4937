/// How sure a rule's source is.
public enum SourceMark: String, Hashable, Sendable, CaseIterable {
    /// Read in the regulation's own text or an official document.
    case sourced = "S"
    /// Read second-hand.
    case secondHand = "S2"
    /// From memory, not verified.
    case memory = "M"
    /// Uncertain or conflicting.
    case uncertain = "U"
}
