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

    init(_ documents: [(path: String, node: DocumentNode)]) { self.documents = documents }

    /// A profile may name a vocabulary and a calendar too, so it is looked for before them.
    private static let kinds = ["workflow", "regimes", "profile", "vocabulary", "calendar"]

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

    /// Names that cross files: the workflows of regimes, the terms of workflows.
    mutating func checkTogether() {
        let names = definitions.map(\.name.text)
        for rule in regimes.flatMap(\.rules) where !names.contains(rule.workflow.text) {
            let hint = Suggestion.phrase(for: rule.workflow.text, among: names)
            diagnostics.append(
                Diagnostic(
                    .error,
                    "unknown workflow \"\(rule.workflow)\"; \(hint)",
                    at: rule.workflow.position
                )
            )
        }
        for (index, name) in definitions.map(\.name).enumerated()
        where names.firstIndex(of: name.text) != index {
            diagnostics.append(
                Diagnostic(.error, "workflow \"\(name)\" is defined in two files", at: name.position)
            )
        }
        guard !vocabularies.isEmpty else { return }
        let terms = vocabularies.flatMap { $0.terms.map(\.name.text) }
        for action in definitions.flatMap(\.actions) where !terms.contains(action.effectiveTerm) {
            let hint = Suggestion.phrase(for: action.effectiveTerm, among: terms)
            diagnostics.append(
                Diagnostic(
                    .error,
                    "action \(action.name): unknown term \"\(action.effectiveTerm)\"; \(hint)",
                    at: action.name.position
                )
            )
        }
    }
}
