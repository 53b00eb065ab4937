public import PermitDocuments

/// How the permits of one project belong together: which fact links them, and what the names under `after` stand for.
public struct Journeys: Hashable, Sendable {
    /// One kind of permit within a journey.
    public struct Link: Hashable, Sendable {
        /// The name that actions use under `after`.
        public var name: Name
        /// The title by language code.
        public var title: [String: String]
        /// Which permits it stands for.
        public var when: Condition
    }

    /// The journeys' name.
    public let name: Name
    /// The title by language code.
    public let title: [String: String]
    /// The fact that the permits of one project share.
    public let by: Name
    /// The links in the order of choice.
    public let links: [Link]

    /// Creates journeys.
    public init(name: Name, title: [String: String] = [:], by: Name, links: [Link]) {
        self.name = name
        self.title = title
        self.by = by
        self.links = links
    }

    /// The number of the link that a permit is: the first whose condition holds; nil when none does.
    public func link(of facts: FactValues) -> Int? {
        links.firstIndex { $0.when.truth(of: facts) == .yes }
    }

    /// The number of a link.
    public func link(named name: String) -> Int? { links.firstIndex { $0.name.text == name } }

    /// The facts that tell which link a permit is, and its project; sorted.
    public var factNames: [String] { Set(links.flatMap(\.when.facts).map(\.text) + [by.text]).sorted() }

    /// Reads journeys from a document.
    ///
    /// - Parameter node: The document, from YAML or from compiled JSON.
    /// - Returns: The journeys, nil when any diagnostic is an error, and all that was found.
    public static func read(_ node: DocumentNode) -> (journeys: Journeys?, diagnostics: [Diagnostic]) {
        var reader = DefinitionReader()
        let keys = ["journeys", "title", "by", "links"]
        guard let fields = reader.reading.fields(node, "journeys", keys: keys),
            let name = fields["journeys"].flatMap({ reader.name($0, "journeys") }),
            let by = reader.reading.required(fields, "by", of: "journeys", at: node)
                .flatMap({ reader.name($0, "by") })
        else { return (nil, reader.reading.diagnostics) }
        let linkNode = reader.reading.required(fields, "links", of: "journeys", at: node)
        let links = reader.named(linkNode, "links").compactMap { reader.link($0, $1) }
        let journeys = Journeys(
            name: name,
            title: fields["title"].map { reader.texts(byLanguage: $0, "title") } ?? [:],
            by: by,
            links: links
        )
        return (reader.reading.hasErrors ? nil : journeys, reader.reading.diagnostics)
    }

    /// The document, with the links in a list, because their order counts.
    public var json: JSONValue {
        .fields([
            ("journeys", .string(name.text)), ("title", .texts(title)), ("by", .string(by.text)),
            (
                "links",
                .array(
                    links.map { link in
                        .fields([
                            ("name", .string(link.name.text)), ("title", .texts(link.title)),
                            ("when", link.when.json),
                        ])
                    }
                )
            ),
        ])
    }
}

extension DefinitionReader {
    fileprivate mutating func link(_ name: Name, _ node: DocumentNode) -> Journeys.Link? {
        let what = "link \(name)"
        guard let fields = reading.fields(node, what, keys: ["title", "when"]),
            let condition = reading.required(fields, "when", of: what, at: node).flatMap({ condition($0) })
        else { return nil }
        return Journeys.Link(
            name: name,
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:],
            when: condition
        )
    }
}
