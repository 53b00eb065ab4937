public import PermitDocuments

/// A name in a definition, with the place where it stands.
///
/// Two names are equal when their texts are; the place only serves diagnostics.
public struct Name: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as written.
    public var text: String
    /// Where it stands, when it was read from a file.
    public var position: SourcePosition?

    /// Creates a name.
    public init(_ text: String, at position: SourcePosition? = nil) {
        self.text = text
        self.position = position
    }

    /// Creates a name without a place.
    public init(stringLiteral value: String) { self.init(value) }

    /// The name as written.
    public var description: String { text }

    /// Compares the texts.
    public static func == (left: Name, right: Name) -> Bool { left.text == right.text }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
