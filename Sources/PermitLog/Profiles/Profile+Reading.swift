public import PermitDocuments
internal import WorkingTime

extension Profile {
    private static let keys = [
        "profile", "title", "match", "columns", "zone", "calendar", "milestones", "deadline", "facts",
        "online",
        "vocabulary", "outcome", "roles", "role_column", "skip", "personal", "language",
        "shape", "events", "dates", "sheet", "keep", "first_day", "nib", "join", "unconfirmed",
    ]

    private static let columnKeys = ["case", "activity", "time", "start", "lifecycle", "resource"]

    /// Reads a profile out of a document.
    ///
    /// - Returns: The profile, nil when there are errors, and everything that was found.
    public static func read(_ node: DocumentNode) -> (profile: Profile?, diagnostics: [Diagnostic]) {
        var reading = DocumentReading()
        guard let fields = reading.fields(node, "a profile", keys: keys) else {
            return (nil, reading.diagnostics)
        }
        guard let name = fields["profile"].flatMap({ reading.text($0, "profile") }) else {
            if fields["profile"] == nil {
                reading.error("a profile has a name: profile: NAME", at: node.position)
            }
            return (nil, reading.diagnostics)
        }
        var profile = Profile(name: name)
        profile.readPlain(fields, &reading)
        profile.readShape(fields, &reading)
        profile.readColumns(fields, &reading)
        profile.readFacts(fields, &reading)
        profile.readWords(fields, &reading)
        return (reading.hasErrors ? nil : profile, reading.diagnostics)
    }

    private mutating func readPlain(_ fields: [String: DocumentNode], _ reading: inout DocumentReading) {
        if let node = fields["title"] { title = Self.words(node, "title", &reading) }
        match = fields["match"].flatMap { reading.texts($0, "match") } ?? []
        personal = fields["personal"].flatMap { reading.texts($0, "personal") } ?? []
        calendar = fields["calendar"].flatMap { reading.text($0, "calendar") }
        language = fields["language"].flatMap { reading.text($0, "language") }
        guard let node = fields["zone"], let name = reading.text(node, "zone") else { return }
        do {
            zone = try Zone.named(name)
        } catch {
            reading.error(error.message, at: node.position)
        }
    }

    private mutating func readColumns(_ fields: [String: DocumentNode], _ reading: inout DocumentReading) {
        if let node = fields["columns"],
            let named = reading.fields(node, "columns", keys: Self.columnKeys)
        {
            columns.caseID = named["case"].flatMap { reading.texts($0, "case") } ?? []
            columns.activity = named["activity"].flatMap { reading.texts($0, "activity") } ?? []
            columns.time = named["time"].flatMap { reading.texts($0, "time") } ?? []
            columns.start = named["start"].flatMap { reading.texts($0, "start") } ?? []
            columns.lifecycle = named["lifecycle"].flatMap { reading.texts($0, "lifecycle") } ?? []
            columns.resource = named["resource"].flatMap { reading.texts($0, "resource") } ?? []
        }
        roleColumns = fields["role_column"].flatMap { reading.texts($0, "role_column") } ?? []
        if let node = fields["skip"], let named = reading.fields(node, "skip", keys: ["column", "in"]),
            let column = Self.required("column", named, "skip", node, &reading)
                .flatMap({ reading.text($0, "column") }),
            let values = Self.required("in", named, "skip", node, &reading)
                .flatMap({ reading.texts($0, "in") })
        {
            skip = Skip(column: column, values: values)
        }
    }

    private mutating func readFacts(_ fields: [String: DocumentNode], _ reading: inout DocumentReading) {
        for entry in fields["milestones"].flatMap({ reading.entries($0, "milestones") }) ?? [] {
            let known = Milestone.allCases.map(\.rawValue)
            guard let milestone = Milestone(rawValue: entry.key) else {
                let hint = Suggestion.phrase(for: entry.key, among: known)
                reading.error("milestones: unknown key \"\(entry.key)\"; \(hint)", at: entry.position)
                continue
            }
            guard let named = reading.fields(entry.value, entry.key, keys: ["column"]) else { continue }
            milestones[milestone] = Self.columnList(named, entry.key, entry.value, &reading)
        }
        if let node = fields["deadline"] { deadline = Deadline.read(node, &reading) }
        facts = (fields["facts"].flatMap { reading.entries($0, "facts") } ?? [])
            .compactMap {
                Self.fact($0, &reading)
            }
        readOnline(fields, &reading)
    }

    private mutating func readOnline(_ fields: [String: DocumentNode], _ reading: inout DocumentReading) {
        guard let node = fields["online"], let named = reading.fields(node, "online", keys: ["fact", "in"]),
            let fact = Self.required("fact", named, "online", node, &reading)
                .flatMap({ reading.text($0, "fact") }),
            let values = Self.required("in", named, "online", node, &reading)
                .flatMap({ reading.texts($0, "in") })
        else { return }
        if !facts.contains(where: { $0.name == fact }) {
            let hint = Suggestion.phrase(for: fact, among: facts.map(\.name))
            reading.error("online: no fact \"\(fact)\"; \(hint)", at: node.position)
        }
        online = Online(fact: fact, values: values)
    }

    private static func fact(_ entry: DocumentNode.Entry, _ reading: inout DocumentReading) -> Fact? {
        guard let named = reading.fields(entry.value, entry.key, keys: ["column", "value", "type", "words"])
        else {
            return nil
        }
        let type = named["type"].flatMap { reading.choice($0, "type", as: FactType.self) } ?? .text
        let words = named["words"].map { Self.words($0, "words", &reading) } ?? [:]
        let source: FactSource
        switch (named["column"], named["value"]) {
        case (let column?, nil):
            guard let columns = reading.texts(column, "column") else { return nil }
            source = .columns(columns)
        case (nil, let value?):
            guard let value = reading.text(value, "value") else { return nil }
            source = .value(value)
        default:
            reading.error("fact \(entry.key) has either a column or a value", at: entry.position)
            return nil
        }
        return Fact(name: entry.key, source: source, type: type, words: words)
    }

    private mutating func readWords(_ fields: [String: DocumentNode], _ reading: inout DocumentReading) {
        if let node = fields["vocabulary"] { vocabulary = Self.words(node, "vocabulary", &reading) }
        if let node = fields["roles"] { roles = Self.words(node, "roles", &reading) }
        guard let node = fields["outcome"],
            let named = reading.fields(node, "outcome", keys: ["column", "words"]),
            let columns = Self.columnList(named, "outcome", node, &reading)
        else { return }
        outcome = Outcome(
            columns: columns,
            words: named["words"].map { Self.words($0, "words", &reading) } ?? [:]
        )
    }

    private static func words(
        _ node: DocumentNode,
        _ what: String,
        _ reading: inout DocumentReading
    ) -> [String: String] {
        var words: [String: String] = [:]
        for entry in reading.entries(node, what) ?? [] {
            words[entry.key] = reading.text(entry.value, entry.key)
        }
        return words
    }

    static func required(
        _ key: String,
        _ fields: [String: DocumentNode],
        _ what: String,
        _ node: DocumentNode,
        _ reading: inout DocumentReading
    ) -> DocumentNode? {
        reading.required(fields, key, of: what, at: node)
    }

    static func columnList(
        _ fields: [String: DocumentNode],
        _ what: String,
        _ node: DocumentNode,
        _ reading: inout DocumentReading
    ) -> [String]? {
        required("column", fields, what, node, &reading).flatMap { reading.texts($0, "column") }
    }
}
