/// Reads values out of document nodes and collects what is wrong instead of stopping at the first fault.
///
/// Every method that cannot give what was asked appends a diagnostic with the node's position and returns nil.
public struct DocumentReading: Sendable {
    /// What was found so far, in the order of reading.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Creates a reading without diagnostics.
    public init() {}

    /// Whether any diagnostic so far is an error.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Reports an error at a place.
    public mutating func error(_ message: String, at position: SourcePosition) {
        diagnostics.append(Diagnostic(.error, message, at: position))
    }

    /// Reports a warning at a place.
    public mutating func warning(_ message: String, at position: SourcePosition) {
        diagnostics.append(Diagnostic(.warning, message, at: position))
    }

    /// The field of a key that a mapping must have.
    ///
    /// - Parameters:
    ///   - fields: The fields of the mapping.
    ///   - key: The key.
    ///   - what: What the mapping is, such as `a rule`.
    ///   - node: The mapping, for the place of the error.
    /// - Returns: The field; nil, with an error, where it is missing.
    public mutating func required(
        _ fields: [String: DocumentNode],
        _ key: String,
        of what: String,
        at node: DocumentNode
    ) -> DocumentNode? {
        if let field = fields[key] { return field }
        error("\(what) needs \"\(key)\"", at: node.position)
        return nil
    }

    /// The text of a scalar.
    public mutating func text(_ node: DocumentNode, _ what: String) -> String? {
        if let text = node.scalar { return text }
        error("\(what) is a text, not \(node.kindName)", at: node.position)
        return nil
    }

    /// A whole number within a range.
    public mutating func integer(_ node: DocumentNode, _ what: String, in range: ClosedRange<Int>) -> Int? {
        if let text = node.scalar, let number = Int(text), range.contains(number) { return number }
        error(
            "\(what) is a whole number from \(range.lowerBound) to \(range.upperBound), not \(quoted(node))",
            at: node.position
        )
        return nil
    }

    /// `true` or `false`.
    public mutating func flag(_ node: DocumentNode, _ what: String) -> Bool? {
        switch node.scalar {
        case "true": return true
        case "false": return false
        default:
            error("\(what) is true or false, not \(quoted(node))", at: node.position)
            return nil
        }
    }

    /// One of a closed set of words.
    public mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: DocumentNode,
        _ what: String,
        as type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        if let text = node.scalar, let value = Choice(rawValue: text) { return value }
        let words = Choice.allCases.map(\.rawValue)
        error("\(what) is \(Suggestion.list(words)), not \(quoted(node))", at: node.position)
        return nil
    }

    /// A list of texts; a single text is a list of one.
    public mutating func texts(_ node: DocumentNode, _ what: String) -> [String]? {
        if let text = node.scalar { return [text] }
        guard let elements = node.sequence else {
            error("\(what) is a text or a list of texts, not \(node.kindName)", at: node.position)
            return nil
        }
        return elements.compactMap { text($0, what) }
    }

    /// The entries of a mapping, with repeated keys reported and dropped.
    public mutating func entries(_ node: DocumentNode, _ what: String) -> [DocumentNode.Entry]? {
        guard let entries = node.mapping else {
            error("\(what) is a mapping, not \(node.kindName)", at: node.position)
            return nil
        }
        var seen: Set<String> = []
        return entries.filter { entry in
            if seen.insert(entry.key).inserted { return true }
            error("\(what): key \"\(entry.key)\" stands twice", at: entry.position)
            return false
        }
    }

    /// The entries of a mapping whose keys are a closed set; an unknown key is an error with a suggestion.
    public mutating func fields(
        _ node: DocumentNode,
        _ what: String,
        keys: [String]
    ) -> [String: DocumentNode]? {
        guard let entries = entries(node, what) else { return nil }
        var fields: [String: DocumentNode] = [:]
        for entry in entries {
            if keys.contains(entry.key) {
                fields[entry.key] = entry.value
            } else {
                let hint = Suggestion.phrase(for: entry.key, among: keys)
                error("\(what): unknown key \"\(entry.key)\"; \(hint)", at: entry.position)
            }
        }
        return fields
    }

    private func quoted(_ node: DocumentNode) -> String {
        guard let text = node.scalar else { return node.kindName }
        return text.count > 60 ? "\"\(text.prefix(60))...\"" : "\"\(text)\""
    }
}
