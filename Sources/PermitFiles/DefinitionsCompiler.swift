internal import PermitDocuments
internal import PermitWorkflow
internal import WorkingTime

/// Compiles documents by their kind and checks what they say of each other.
struct DefinitionsCompiler {
    private(set) var diagnostics: [Diagnostic] = []
    private let documents: [(path: String, node: DocumentNode)]
    private var definitions: [Definition] = []
    private var regimes: [Regimes] = []
    private var vocabularies: [Vocabulary] = []
    private var tables: [LimitTable] = []
    private var laws: Laws?
    private var journeys: Journeys?

    init(_ documents: [(path: String, node: DocumentNode)]) { self.documents = documents }

    /// A profile may name a vocabulary and a calendar too, so it is looked for before them.
    private static let kinds = [
        "workflow", "regimes", "profile", "vocabulary", "calendar", "limits", "laws", "journeys",
    ]

    /// The canonical document of a definition; nil when it cannot be compiled.
    mutating func compile(_ node: DocumentNode) -> JSONValue? {
        let keys = node.mapping?.map(\.key) ?? []
        switch Self.kinds.first(where: keys.contains) {
        case "workflow": return workflow(node)
        case "regimes":
            let (found, faults) = Regimes.read(node)
            diagnostics += faults
            if let found { regimes.append(found) }
        case "vocabulary":
            let (found, faults) = Vocabulary.read(node)
            diagnostics += faults
            if let found { vocabularies.append(found) }
        case "calendar":
            diagnostics += CalendarDefinition.read(node, base: { calendar(named: $0) }).1
        case "limits":
            let (found, faults) = LimitTable.read(node)
            diagnostics += faults
            if let found { tables.append(found) }
        case "laws":
            let (found, faults) = Laws.read(node)
            diagnostics += faults
            laws = found ?? laws
        case "journeys":
            let (found, faults) = Journeys.read(node)
            diagnostics += faults
            journeys = found ?? journeys
            return found?.json
        case "profile": break
        default:
            let kinds = Suggestion.list(Self.kinds)
            diagnostics.append(
                Diagnostic(.error, "a definition begins with one of \(kinds)", at: node.position)
            )
            return nil
        }
        return node.json
    }

    private mutating func workflow(_ node: DocumentNode) -> JSONValue? {
        let (definition, faults) = Definition.read(node)
        diagnostics += faults
        guard let definition else { return nil }
        diagnostics += Definition.check(definition)
        definitions.append(definition)
        return definition.json
    }

    private func calendar(named name: String) -> CalendarDefinition? {
        guard let document = documents.first(where: { $0.node["calendar"]?.scalar == name }) else {
            return nil
        }
        return CalendarDefinition.read(document.node, base: { _ in nil }).0
    }

    /// What the files say of each other.
    mutating func checkTogether() {
        var check = DefinitionsTogether(definitions: definitions, regimes: regimes)
        check.checkWorkflowNames()
        check.checkTables(tables)
        if !vocabularies.isEmpty { check.checkTerms(of: vocabularies) }
        if let laws { check.checkSources(in: laws, tables: tables) }
        check.checkLinks(of: journeys)
        diagnostics += check.diagnostics
    }
}
