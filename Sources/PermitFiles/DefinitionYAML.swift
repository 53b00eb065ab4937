internal import PermitDocuments
public import PermitWorkflow

extension Definition {
    /// The definition as YAML that people read: names as keys, what fits on a line on one line.
    ///
    /// Reading it gives an equal definition. No library is needed to write it.
    ///
    /// - Parameter notes: Lines of a comment before it.
    /// - Returns: The text, ended by a newline.
    public func yaml(notes: [String] = []) -> String {
        let lines = notes.map { note in String(note.map { $0.isNewline ? " " : $0 }) }
        var text = lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
        guard case .object(let members) = json else { return text }
        for member in members { YAMLWriting.write(member, depth: 0, into: &text) }
        return text
    }
}

/// Writes JSON values as YAML, for definitions.
private enum YAMLWriting {
    private static let width = 110

    /// Writes a member on a line if it fits, else its parts on lines below it.
    static func write(_ member: JSONValue.Member, depth: Int, into text: inout String) {
        let indent = String(repeating: "  ", count: depth)
        let value = readable(member.value)
        let line = "\(indent)\(scalar(member.name)): \(flow(value))"
        let isShort = line.unicodeScalars.count <= width
        switch value {
        case .object(let members) where !members.isEmpty && (depth == 0 && hasParts(members) || !isShort):
            text += "\(indent)\(scalar(member.name)):\n"
            for member in members { write(member, depth: depth + 1, into: &text) }
        case .array(let elements) where !elements.isEmpty && !isShort:
            text += "\(indent)\(scalar(member.name)):\n"
            for element in elements { text += "\(indent)  - \(flow(element))\n" }
        default: text += line + "\n"
        }
    }

    private static func hasParts(_ members: [JSONValue.Member]) -> Bool {
        members.contains { member in
            if case .object = member.value { true } else { false }
        }
    }

    /// The form that a person would write: lists of named bodies as mappings, lists of one name as the name, a single
    /// case beside its action.
    private static func readable(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements):
            if elements.count == 1, case .string = elements[0] { return elements[0] }
            let named = elements.compactMap(named)
            guard !elements.isEmpty, named.count == elements.count else {
                return .array(elements.map(readable))
            }
            return .object(named)
        case .object(let members):
            return .object(members.flatMap(inlined).map { .init($0.name, readable($0.value)) })
        default: return value
        }
    }

    /// A body with its name, as a member of that name.
    private static func named(_ value: JSONValue) -> JSONValue.Member? {
        guard case .object(let members) = value, case .string(let name) = value["name"] else { return nil }
        let rest = members.filter { $0.name != "name" }
        if rest.count == 1, ["type", "holder"].contains(rest[0].name) { return .init(name, rest[0].value) }
        return .init(name, readable(.object(rest)))
    }

    /// A single case stands beside what belongs to its action.
    private static func inlined(_ member: JSONValue.Member) -> [JSONValue.Member] {
        guard member.name == "cases", case .array(let cases) = member.value, cases.count == 1,
            case .object(let parts) = cases[0]
        else { return [member] }
        return parts
    }

    private static func flow(_ value: JSONValue) -> String {
        switch value {
        case .array(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(scalar($0.name)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        case .string(let text): scalar(text)
        default: value.compact
        }
    }

    /// Words that other readers of YAML take for a flag or for nothing.
    private static let reserved: Set = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]

    /// A text as it is where nobody can misread it, else in double quotes.
    private static func scalar(_ text: String) -> String {
        let isPlain = text.utf8.enumerated()
            .allSatisfy { index, byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): index > 0
                default: false
                }
            }
        if isPlain, !text.isEmpty, !reserved.contains(text.lowercased()) { return text }
        return JSONValue.string(text).compact
    }
}
