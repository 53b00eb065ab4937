/// A value read from YAML or JSON, with its place in the text.
///
/// Scalars are text: the reader of a document decides by its schema whether `on`, `007` or `5` is a flag, a text or a
/// number. Nothing is typed implicitly.
public struct DocumentNode: Sendable {
    /// One entry of a mapping.
    public struct Entry: Sendable {
        /// The key.
        public var key: String
        /// Where the key stands.
        public var position: SourcePosition
        /// The value.
        public var value: DocumentNode

        /// Creates an entry.
        public init(key: String, position: SourcePosition, value: DocumentNode) {
            self.key = key
            self.position = position
            self.value = value
        }
    }

    /// The three shapes of a value.
    public enum Content: Sendable {
        /// Text, a number, a flag or nothing, as written (quotes and escapes removed).
        case scalar(String)
        /// An ordered list.
        case sequence([DocumentNode])
        /// Entries in the order of the file; keys may repeat, which the reader reports.
        case mapping([Entry])
    }

    /// The value.
    public var content: Content
    /// Where it begins.
    public var position: SourcePosition

    /// Creates a node.
    public init(_ content: Content, at position: SourcePosition) {
        self.content = content
        self.position = position
    }

    /// The text of a scalar, or nil.
    public var scalar: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// The elements of a sequence, or nil.
    public var sequence: [DocumentNode]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    /// The entries of a mapping, or nil.
    public var mapping: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// What the node is, in words for a message.
    public var kindName: String {
        switch content {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// The value of the first entry with this key; nil when there is none or this is not a mapping.
    public subscript(key: String) -> DocumentNode? { mapping?.first { $0.key == key }?.value }
}
