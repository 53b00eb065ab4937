public import PermitDocuments
internal import WorkingTime

extension ScenarioFile {
    /// Reads scenarios from a document.
    ///
    /// Only the shape is judged here; whether a workflow knows what they name, `run` tells.
    ///
    /// - Parameter node: The document.
    /// - Returns: The scenarios, nil when any diagnostic is an error, and all that was found.
    public static func read(_ node: DocumentNode) -> (file: ScenarioFile?, diagnostics: [Diagnostic]) {
        var reader = ScenarioReader()
        let file = reader.file(node)
        return (reader.reading.hasErrors ? nil : file, reader.reading.diagnostics)
    }
}

/// Turns a document into scenarios and collects every fault on the way.
struct ScenarioReader {
    var reading = DocumentReading()
    private(set) var zone = Zone.jakarta

    fileprivate mutating func file(_ node: DocumentNode) -> ScenarioFile? {
        let keys = ["scenarios", "calendar", "zone", "cases"]
        guard let fields = reading.fields(node, "a file of scenarios", keys: keys) else { return nil }
        if let zoneNode = fields["zone"], let text = reading.text(zoneNode, "zone") {
            do throws(ZoneError) { zone = try Zone.named(text) } catch {
                reading.error(error.message, at: zoneNode.position)
            }
        }
        let workflow = reading.required(fields, "scenarios", of: "a file of scenarios", at: node)
            .flatMap { text($0, "scenarios") }
        let cases = reading.required(fields, "cases", of: "a file of scenarios", at: node)
            .flatMap { list($0, "cases") }
        let scenarios = (cases ?? []).compactMap { scenario($0) }
        refuseRepeatedNames(scenarios)
        guard let workflow else { return nil }
        return ScenarioFile(
            workflow: workflow,
            calendar: fields["calendar"].flatMap { text($0, "calendar") } ?? Name("id"),
            zone: zone,
            scenarios: scenarios
        )
    }

    private mutating func refuseRepeatedNames(_ scenarios: [Scenario]) {
        var seen: Set<Name> = []
        for name in scenarios.map(\.name) where !seen.insert(name).inserted {
            guard let position = name.position else { continue }
            reading.error("two cases have the name \"\(name)\"; give each its own", at: position)
        }
    }

    private mutating func scenario(_ node: DocumentNode) -> Scenario? {
        let keys = ["name", "settings", "facts", "links", "steps", "then", "as_of"]
        guard let fields = reading.fields(node, "a case", keys: keys),
            let nameNode = reading.required(fields, "name", of: "a case", at: node),
            let name = text(nameNode, "name"),
            let stepsNode = reading.required(fields, "steps", of: "a case", at: node),
            let stepNodes = list(stepsNode, "steps")
        else { return nil }
        var scenario = Scenario(
            name: name,
            settings: fields["settings"].map { values($0, "settings") } ?? [:],
            facts: fields["facts"].map { values($0, "facts") } ?? [:],
            links: fields["links"].map { links($0) } ?? [:],
            steps: stepNodes.compactMap { step($0) },
            clocks: [],
            asOf: fields["as_of"].flatMap { day($0, "as_of") }
        )
        if stepNodes.isEmpty { reading.error("a case needs at least one step", at: stepsNode.position) }
        if let end = fields["then"] { expect(end, of: &scenario) }
        return scenario
    }

    // MARK: Pieces

    mutating func text(_ node: DocumentNode, _ what: String) -> Name? {
        guard let text = reading.text(node, what) else { return nil }
        if !text.isEmpty { return Name(text, at: node.position) }
        reading.error("\(what) is empty", at: node.position)
        return nil
    }

    private mutating func list(_ node: DocumentNode, _ what: String) -> [DocumentNode]? {
        if let elements = node.sequence { return elements }
        reading.error("\(what) is a list, not \(node.kindName)", at: node.position)
        return nil
    }

    /// The texts of a list, or a single one.
    mutating func names(_ node: DocumentNode, _ what: String) -> [Name] {
        (node.sequence ?? [node]).compactMap { text($0, what) }
    }

    mutating func values(_ node: DocumentNode, _ what: String) -> [Name: String] {
        var values: [Name: String] = [:]
        for entry in reading.entries(node, what) ?? [] {
            values[Name(entry.key, at: entry.position)] = reading.text(entry.value, entry.key)
        }
        return values
    }

    mutating func links(_ node: DocumentNode) -> [String: Outcome] {
        var links: [String: Outcome] = [:]
        for entry in reading.entries(node, "links") ?? [] {
            links[entry.key] = reading.choice(entry.value, "the outcome of \(entry.key)", as: Outcome.self)
        }
        return links
    }

    mutating func day(_ node: DocumentNode, _ what: String) -> Day? {
        if let text = node.scalar, let day = Day(text) { return day }
        reading.error(
            "\(what) is a date such as 2018-07-09, not \(node.scalar ?? node.kindName)",
            at: node.position
        )
        return nil
    }
}
