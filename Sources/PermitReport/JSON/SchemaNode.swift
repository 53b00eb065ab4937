internal import PermitDocuments

/// A part of a JSON Schema, in the few forms that the report needs.
struct SchemaNode {
    /// The schema as JSON.
    let value: JSONValue

    private init(_ members: [JSONValue.Member]) { value = .object(members) }

    /// A text.
    static func text(_ description: String) -> SchemaNode {
        SchemaNode([.init("type", .string("string")), .init("description", .string(description))])
    }

    /// A text, or null where there is nothing to speak of.
    static func moment(_ description: String) -> SchemaNode {
        SchemaNode([
            .init("type", .array([.string("string"), .string("null")])),
            .init("description", .string(description)),
        ])
    }

    /// One of some words.
    static func word(_ words: [String], _ description: String) -> SchemaNode {
        SchemaNode([
            .init("type", .string("string")),
            .init("enum", .array(words.map { .string($0) })),
            .init("description", .string(description)),
        ])
    }

    /// A number of things: a whole number, 0 or more.
    static func count(_ description: String) -> SchemaNode {
        SchemaNode([
            .init("type", .string("integer")), .init("minimum", .integer(0)),
            .init("description", .string(description)),
        ])
    }

    /// A count, or null where it is not known.
    static func known(_ description: String) -> SchemaNode {
        SchemaNode([
            .init("type", .array([.string("integer"), .string("null")])), .init("minimum", .integer(0)),
            .init("description", .string(description)),
        ])
    }

    /// True or false.
    static func flag(_ description: String) -> SchemaNode {
        SchemaNode([.init("type", .string("boolean")), .init("description", .string(description))])
    }

    /// A number that is always known.
    static func number(_ description: String) -> SchemaNode {
        SchemaNode([.init("type", .string("number")), .init("description", .string(description))])
    }

    /// A number, or null where it is not known or not reached.
    static func figure(_ description: String) -> SchemaNode {
        SchemaNode([
            .init("type", .array([.string("number"), .string("null")])),
            .init("description", .string(description)),
        ])
    }

    /// An object whose members are texts, or null, under names that vary.
    static func texts(_ description: String) -> SchemaNode {
        let text = JSONValue.object([.init("type", .array([.string("string"), .string("null")]))])
        return SchemaNode([
            .init("type", .string("object")), .init("additionalProperties", text),
            .init("description", .string(description)),
        ])
    }

    /// A list.
    static func list(
        _ element: SchemaNode,
        _ description: String,
        isOptional: Bool = false
    ) -> SchemaNode {
        SchemaNode([
            .init("type", isOptional ? .array([.string("array"), .string("null")]) : .string("array")),
            .init("items", element.value),
            .init("description", .string(description)),
        ])
    }

    /// A part that stands in `$defs`.
    static func reference(_ name: String) -> SchemaNode {
        SchemaNode([.init("$ref", .string("#/$defs/" + name))])
    }

    /// An object with exactly these members.
    static func object(
        _ members: [(name: String, schema: SchemaNode)],
        _ description: String,
        isOptional: Bool = false
    ) -> SchemaNode {
        SchemaNode([
            .init("type", isOptional ? .array([.string("object"), .string("null")]) : .string("object")),
            .init("properties", .object(members.map { .init($0.name, $0.schema.value) })),
            .init("required", .array(members.map { .string($0.name) })),
            .init("additionalProperties", .bool(false)),
            .init("description", .string(description)),
        ])
    }
}
