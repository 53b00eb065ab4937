extension DocumentNode {
    /// The node as JSON, every scalar a text; the shape in which definitions are compiled and digested.
    public var json: JSONValue {
        switch content {
        case .scalar(let text): .string(text)
        case .sequence(let elements): .array(elements.map(\.json))
        case .mapping(let entries): .object(entries.map { .init($0.key, $0.value.json) })
        }
    }
}
