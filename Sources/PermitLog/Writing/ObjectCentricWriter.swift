internal import PermitDocuments
public import WorkingTime

/// Writes a log as OCEL 2.0 in JSON: every case is an object of the type `permit`, and its events concern it.
///
/// A case with the attribute `project` also has an object of the type `project`, to which the permit is related.
/// Attributes of cases are attributes of the permit from the beginning of time, a resource is the attribute
/// `org:resource` of its event. OCEL knows no dates without a time of day: such a stamp becomes the first instant of
/// its day. Types and objects stand behind the events and are held until the end.
public struct ObjectCentricWriter: LogWriter {
    /// The type of permits.
    public static let permitType = "permit"
    /// The type of projects, and the attribute of a case that names one.
    public static let projectType = "project"
    /// The time from which the values of objects hold.
    private static let beginning = "1970-01-01T00:00:00Z"

    private let output: ByteOutput
    private let zone: Zone
    private var eventCount = 0
    private var objects = ""
    private var objectAttributes = TypedNames()
    /// By activity the attributes of its events.
    private var eventTypes: [String: TypedNames] = [:]
    private var projects: Set<String> = []

    /// The attributes of a type with their own types, in the order of their first use.
    private struct TypedNames {
        var names: [String] = []
        var types: [String: String] = [:]

        /// Notes an attribute; one that has values of several types is a text.
        mutating func note(_ attribute: WrittenAttribute) {
            let type = attribute.value.objectCentricType
            guard let known = types[attribute.key] else {
                names.append(attribute.key)
                types[attribute.key] = type
                return
            }
            if known != type { types[attribute.key] = "string" }
        }

        /// The type's entry in the log.
        func json(_ name: String) -> JSONValue {
            .object([
                "name": .string(name),
                "attributes": .array(
                    names.map { .object(["name": .string($0), "type": .string(types[$0] ?? "string")]) }
                ),
            ])
        }
    }

    /// Creates a file.
    ///
    /// - Parameters:
    ///   - name: The file, compressed when it ends in `.gz`; `-` is standard output.
    ///   - zone: The zone whose offset stamps carry.
    /// - Throws: A `LogError` when the file cannot be written.
    public init(_ name: String, zone: Zone) throws(LogError) {
        output = try ByteOutput(name)
        self.zone = zone
        try output.write("{\"events\": [")
    }

    /// Writes the events of a case; each case is written once.
    public mutating func write(_ entry: WrittenCase) throws(LogError) {
        let relationships = JSONValue.array([Self.relationship(entry.id, "permit of the event")])
        for event in entry.events {
            eventCount += 1
            var attributes = event.attributes
            if let resource = event.resource {
                attributes.insert(WrittenAttribute(ColumnChoice.xesResource, .text(resource)), at: 0)
            }
            for attribute in attributes { eventTypes[event.activity, default: TypedNames()].note(attribute) }
            if attributes.isEmpty, eventTypes[event.activity] == nil {
                eventTypes[event.activity] = TypedNames()
            }
            let value = JSONValue.object([
                "id": .string("e\(eventCount)"),
                "type": .string(event.activity),
                "time": .string(event.time.formatted(in: zone)),
                "attributes": .array(attributes.map { Self.attribute($0, zone, time: nil) }),
                "relationships": relationships,
            ])
            try output.write((eventCount == 1 ? "\n" : ",\n") + value.compact)
        }
        addObject(entry)
    }

    private mutating func addObject(_ entry: WrittenCase) {
        for attribute in entry.attributes { objectAttributes.note(attribute) }
        var relationships: [JSONValue] = []
        if let project = entry.attributes.first(where: { $0.key == Self.projectType })?.value.text(in: zone),
            !project.isEmpty
        {
            let id = "\(Self.projectType):\(project)"
            relationships.append(Self.relationship(id, "project of the permit"))
            if projects.insert(project).inserted { add(id, Self.projectType, [], []) }
        }
        let attributes = entry.attributes.map { Self.attribute($0, zone, time: Self.beginning) }
        add(entry.id, Self.permitType, attributes, relationships)
    }

    private mutating func add(
        _ id: String,
        _ type: String,
        _ attributes: [JSONValue],
        _ relationships: [JSONValue]
    ) {
        let value = JSONValue.object([
            "id": .string(id), "type": .string(type), "attributes": .array(attributes),
            "relationships": .array(relationships),
        ])
        objects += (objects.isEmpty ? "\n" : ",\n") + value.compact
    }

    /// Ends the log with its objects and types, and closes the file.
    public mutating func finish() throws(LogError) {
        try output.write("\n],\n\"objects\": [")
        try output.write(objects)
        try output.write("\n],\n\"objectTypes\": [\n" + objectAttributes.json(Self.permitType).compact)
        if !projects.isEmpty { try output.write(",\n" + TypedNames().json(Self.projectType).compact) }
        try output.write("\n],\n\"eventTypes\": [")
        let names = eventTypes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let types = names.compactMap { eventTypes[$0]?.json($0).compact }
        try output.write(types.isEmpty ? "" : "\n" + types.joined(separator: ",\n"))
        try output.write("\n]}\n")
        try output.close()
    }

    private static func relationship(_ id: String, _ qualifier: String) -> JSONValue {
        .object(["objectId": .string(id), "qualifier": .string(qualifier)])
    }

    private static func attribute(_ attribute: WrittenAttribute, _ zone: Zone, time: String?) -> JSONValue {
        var members = [JSONValue.Member("name", .string(attribute.key))]
        if let time { members.append(JSONValue.Member("time", .string(time))) }
        members.append(JSONValue.Member("value", attribute.value.json(in: zone)))
        return .object(members)
    }
}

extension WrittenAttribute.Value {
    /// The type's name in OCEL.
    fileprivate var objectCentricType: String {
        switch self {
        case .text, .day: "string"
        case .moment: "time"
        case .integer: "integer"
        case .decimal: "float"
        case .flag: "boolean"
        }
    }
}
