internal import PermitDocuments
internal import WorkingTime

/// Turns a document into a definition and collects every fault on the way.
struct DefinitionReader {
    var reading = DocumentReading()

    mutating func definition(_ node: DocumentNode) -> Definition? {
        let keys = [
            "workflow", "title", "legal", "mark", "in_force", "succeeded_by", "settings", "facts", "roles",
            "states", "milestones", "clocks", "actions",
        ]
        guard let fields = reading.fields(node, "a workflow", keys: keys) else { return nil }
        let name = reading.required(fields, "workflow", of: "a workflow", at: node)
            .flatMap { self.name($0, "workflow") }
        let legal = reading.required(fields, "legal", of: "a workflow", at: node)
            .flatMap { reading.text($0, "legal") }
        let definition = Definition(
            name: name ?? Name("", at: node.position),
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:],
            legal: legal ?? "",
            mark: fields["mark"].flatMap { reading.choice($0, "mark", as: SourceMark.self) },
            inForce: fields["in_force"].flatMap { inForce($0) },
            succeededBy: fields["succeeded_by"].flatMap { self.name($0, "succeeded_by") },
            settings: named(fields["settings"], "settings").compactMap { setting($0, $1) },
            facts: named(fields["facts"], "facts", scalarKey: "type").compactMap { fact($0, $1) },
            roles: named(fields["roles"], "roles", scalarKey: "holder").compactMap { role($0, $1) },
            states: named(fields["states"], "states").compactMap { state($0, $1) },
            milestones: named(fields["milestones"], "milestones").compactMap { milestone($0, $1) },
            clocks: named(fields["clocks"], "clocks").compactMap { clock($0, $1) },
            actions: named(fields["actions"], "actions").compactMap { action($0, $1) }
        )
        for key in ["roles", "states", "actions"] {
            _ = reading.required(fields, key, of: "a workflow", at: node)
        }
        return reading.hasErrors ? nil : definition
    }

    // MARK: Pieces

    mutating func name(_ node: DocumentNode, _ what: String) -> Name? {
        guard let text = reading.text(node, what) else { return nil }
        if Name.isWellFormed(text) { return Name(text, at: node.position) }
        reading.error(
            "\(what) is a name of small letters, digits, \"_\" and \"-\", not \"\(text)\"",
            at: node.position
        )
        return nil
    }

    mutating func names(_ node: DocumentNode, _ what: String) -> [Name] {
        guard let elements = node.sequence else { return name(node, what).map { [$0] } ?? [] }
        return elements.compactMap { name($0, what) }
    }

    /// A mapping by name, or the list of bodies that carry their `name`, which keeps an order in canonical JSON.
    mutating func named(
        _ node: DocumentNode?,
        _ what: String,
        scalarKey: String? = nil
    ) -> [(Name, DocumentNode)] {
        guard let node else { return [] }
        if let elements = node.sequence { return elements.compactMap { listed($0, what) } }
        guard let entries = reading.entries(node, what) else { return [] }
        return entries.compactMap { entry in
            let key = DocumentNode(.scalar(entry.key), at: entry.position)
            guard let name = name(key, "a name in \(what)") else { return nil }
            guard let scalarKey, entry.value.scalar != nil else { return (name, entry.value) }
            let member = DocumentNode.Entry(
                key: scalarKey,
                position: entry.value.position,
                value: entry.value
            )
            return (name, DocumentNode(.mapping([member]), at: entry.value.position))
        }
    }

    private mutating func listed(_ node: DocumentNode, _ what: String) -> (Name, DocumentNode)? {
        guard let entries = reading.entries(node, "an entry of \(what)") else { return nil }
        guard let field = node["name"] else {
            reading.error("an entry of \(what) needs \"name\"", at: node.position)
            return nil
        }
        guard let name = name(field, "name") else { return nil }
        return (name, DocumentNode(.mapping(entries.filter { $0.key != "name" }), at: node.position))
    }

    mutating func texts(byLanguage node: DocumentNode, _ what: String) -> [String: String] {
        if let text = node.scalar { return ["en": text] }
        guard let fields = reading.fields(node, what, keys: ["id", "en"]) else { return [:] }
        return fields.compactMapValues { reading.text($0, what) }
    }

    private mutating func inForce(_ node: DocumentNode) -> Definition.InForce? {
        guard let fields = reading.fields(node, "in_force", keys: ["from", "until", "by"]) else { return nil }
        let from = fields["from"].flatMap { day($0, "from") }
        let until = fields["until"].flatMap { day($0, "until") }
        if let from, let until, until <= from {
            reading.error("in_force: until \(until) is not after from \(from)", at: node.position)
        }
        let basis = fields["by"].flatMap { reading.choice($0, "by", as: Definition.InForce.Basis.self) }
        return Definition.InForce(from: from, until: until, by: basis ?? .submission)
    }

    mutating func day(_ node: DocumentNode, _ what: String) -> Day? {
        if let text = node.scalar, let day = Day(text) { return day }
        reading.error(
            "\(what) is a date such as 2018-07-09, not \(node.scalar ?? node.kindName)",
            at: node.position
        )
        return nil
    }

    mutating func setting(_ name: Name, _ node: DocumentNode) -> Definition.Setting? {
        let what = "setting \(name)"
        guard let fields = reading.fields(node, what, keys: ["default", "accepts", "mark", "note"]),
            let standard = reading.required(fields, "default", of: what, at: node)
        else { return nil }
        return Definition.Setting(
            name: name,
            standard: reading.text(standard, "default") ?? "",
            accepts: fields["accepts"].flatMap { reading.texts($0, "accepts") } ?? [],
            mark: fields["mark"].flatMap { reading.choice($0, "mark", as: SourceMark.self) },
            note: fields["note"].map { texts(byLanguage: $0, "note") } ?? [:]
        )
    }

    private mutating func fact(_ name: Name, _ node: DocumentNode) -> Definition.Fact? {
        guard let fields = reading.fields(node, "fact \(name)", keys: ["type"]),
            let type = reading.required(fields, "type", of: "fact \(name)", at: node),
            let choice = reading.choice(type, "the type of fact \(name)", as: FactType.self)
        else { return nil }
        return Definition.Fact(name: name, type: choice)
    }

    private mutating func role(_ name: Name, _ node: DocumentNode) -> Definition.Role? {
        guard let fields = reading.fields(node, "role \(name)", keys: ["holder"]),
            let holder = reading.required(fields, "holder", of: "role \(name)", at: node),
            let choice = reading.choice(holder, "the holder of role \(name)", as: Holder.self)
        else { return nil }
        return Definition.Role(name: name, holder: choice)
    }

    private mutating func state(_ name: Name, _ node: DocumentNode) -> Definition.State? {
        let what = "state \(name)"
        let keys = ["initial", "holder", "stage", "outcome", "status", "title"]
        guard let fields = reading.fields(node, what, keys: keys) else { return nil }
        return Definition.State(
            name: name,
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:],
            isInitial: fields["initial"].flatMap { reading.flag($0, "initial") } ?? false,
            holder: fields["holder"].flatMap { reading.choice($0, "the holder of \(what)", as: Holder.self) },
            stage: fields["stage"].flatMap { reading.text($0, "stage") },
            outcome: fields["outcome"]
                .flatMap { reading.choice($0, "the outcome of \(what)", as: Outcome.self) },
            statuses: fields["status"].map { names($0, "status").map(\.text) } ?? []
        )
    }

    private mutating func milestone(_ name: Name, _ node: DocumentNode) -> Definition.Milestone? {
        let what = "milestone \(name)"
        guard let fields = reading.fields(node, what, keys: ["at", "first_of", "enters"]) else { return nil }
        guard fields.count == 1 else {
            reading.error("\(what) has one of \"at\", \"first_of\" and \"enters\"", at: node.position)
            return nil
        }
        if let states = fields["enters"] {
            return Definition.Milestone(name: name, trigger: .enters(names(states, "enters")))
        }
        let actions = fields["at"] ?? fields["first_of"]
        return Definition.Milestone(name: name, trigger: .at(actions.map { names($0, "at") } ?? []))
    }
}

extension Name {
    /// Whether a text may name something in a definition.
    static func isWellFormed(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
                    || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            }
    }
}
