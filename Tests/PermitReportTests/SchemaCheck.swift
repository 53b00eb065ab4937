import PermitDocuments

/// Checks a value against the parts of JSON Schema that the report's schema uses.
struct SchemaCheck {
    let root: JSONValue

    /// What is wrong with a value, each with its path; nothing when it obeys the schema.
    func faults(of value: JSONValue) -> [String] { faults(of: value, root, "$") }

    private func faults(of value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        if case .string(let reference)? = schema["$ref"] {
            guard let part = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] else {
                return ["\(path): \(reference) is not defined"]
            }
            return faults(of: value, part, path)
        }
        let type = Self.type(of: value)
        let accepted = Self.texts(schema["type"])
        guard accepted.contains(type) || (type == "integer" && accepted.contains("number")) else {
            return ["\(path): \(type) is not \(accepted.joined(separator: " or "))"]
        }
        return limits(value, schema, path) + elements(value, schema, path) + members(value, schema, path)
    }

    private func limits(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        var faults: [String] = []
        if case .array(let accepted)? = schema["enum"], !accepted.contains(value) {
            faults.append("\(path): not one of the words")
        }
        if case .integer(let least)? = schema["minimum"], case .integer(let number) = value, number < least {
            faults.append("\(path): below \(least)")
        }
        return faults
    }

    private func elements(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        guard case .array(let elements) = value, let items = schema["items"] else { return [] }
        return elements.enumerated().flatMap { faults(of: $0.element, items, "\(path)[\($0.offset)]") }
    }

    private func members(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        guard case .object(let members) = value else { return [] }
        let names = members.map(\.name)
        var faults = Self.texts(schema["required"])
            .filter { !names.contains($0) }
            .map { "\(path): \($0) is missing" }
        for member in members {
            if let part = schema["properties"]?[member.name] {
                faults += self.faults(of: member.value, part, "\(path).\(member.name)")
            } else if schema["additionalProperties"] == .bool(false) {
                faults.append("\(path): \(member.name) is not allowed")
            }
        }
        return faults
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let text)?: [text]
        case .array(let elements)?: elements.flatMap { texts($0) }
        default: []
        }
    }

    private static func type(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
