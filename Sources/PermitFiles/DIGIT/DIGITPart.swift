internal import PermitDocuments
internal import PermitWorkflow

/// A mapping of a DIGIT document while it is read: null is absence, and every key that nobody asks for is remembered.
struct DIGITPart {
    /// Where a key was met that is not kept.
    struct Use {
        var position: SourcePosition
        /// Its values, each once, other than `false`.
        var values: [String]
        /// The states where it has such a value.
        var states: [String]
    }

    private let node: DocumentNode
    private(set) var diagnostics: [Diagnostic] = []
    /// The keys that are not kept, of this part and of those taken over.
    private(set) var other: [String: Use] = [:]

    init(_ node: DocumentNode, known: Set<String>) {
        self.node = node
        if node.mapping == nil { fail("expected a mapping, not \(node.kindName)", at: node.position) }
        for entry in node.mapping ?? [] where !known.contains(entry.key) {
            if ["null", "false"].contains(entry.value.scalar) || other[entry.key] != nil { continue }
            let values = [entry.value.scalar ?? entry.value.kindName]
            other[entry.key] = Use(position: entry.position, values: values, states: [])
        }
    }

    /// The value of a key; nil for null.
    func value(_ key: String) -> DocumentNode? {
        guard let value = node[key], value.scalar != "null" else { return nil }
        return value
    }

    /// A text that is not empty.
    mutating func text(_ key: String) -> Name? {
        guard let value = value(key) else { return nil }
        guard let text = value.scalar else {
            fail("\(key) is a text, not \(value.kindName)", at: value.position)
            return nil
        }
        return text.isEmpty ? nil : Name(text, at: value.position)
    }

    /// `true`, or `false` where nothing stands.
    mutating func flag(_ key: String) -> Bool {
        guard let value = value(key) else { return false }
        switch value.scalar {
        case "true": return true
        case "false": return false
        default:
            fail("\(key) is true or false, not \(value.scalar ?? value.kindName)", at: value.position)
            return false
        }
    }

    /// A number of milliseconds above zero.
    mutating func limit(_ key: String) -> DIGITLimit? {
        guard let value = value(key) else { return nil }
        let longest = 9_467_280_000_000
        guard let text = value.scalar, let number = Int(text), (1...longest).contains(number) else {
            fail(
                "\(key) is a whole number of milliseconds above 0 and up to 300 years, or null, not "
                    + (value.scalar ?? value.kindName),
                at: value.position
            )
            return nil
        }
        return DIGITLimit(milliseconds: number, position: value.position)
    }

    mutating func fail(_ message: String, at position: SourcePosition) {
        diagnostics.append(Diagnostic(.error, message, at: position))
    }

    mutating func note(_ message: String, at position: SourcePosition) {
        diagnostics.append(Diagnostic(.note, message, at: position))
    }

    /// Takes over what was found in a part of this one.
    mutating func take(_ part: DIGITPart, of state: String?) {
        diagnostics += part.diagnostics
        for (key, use) in part.other {
            var kept = other[key] ?? Use(position: use.position, values: [], states: [])
            kept.values += use.values.filter { !kept.values.contains($0) }
            kept.states += use.states + (state.map { [$0] } ?? [])
            other[key] = kept
        }
    }
}
