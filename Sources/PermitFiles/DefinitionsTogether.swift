internal import PermitDocuments
internal import PermitWorkflow

/// The names that cross files: workflows, tables, terms, laws and links.
struct DefinitionsTogether {
    private(set) var diagnostics: [Diagnostic] = []
    private let definitions: [Definition]
    private let regimes: [Regimes]

    init(definitions: [Definition], regimes: [Regimes]) {
        self.definitions = definitions
        self.regimes = regimes
    }

    private mutating func error(_ message: String, at position: SourcePosition?) {
        diagnostics.append(Diagnostic(.error, message, at: position))
    }

    private mutating func unknown(
        _ what: String,
        _ name: String,
        among known: [String],
        at place: SourcePosition?
    ) {
        error("unknown \(what) \"\(name)\"; \(Suggestion.phrase(for: name, among: known))", at: place)
    }

    /// The workflows of rules and successors, and no workflow twice.
    mutating func checkWorkflowNames() {
        let names = definitions.map(\.name.text)
        let used = regimes.flatMap(\.rules).map(\.workflow) + definitions.compactMap(\.succeededBy)
        for name in used where !names.contains(name.text) {
            unknown("workflow", name.text, among: names, at: name.position)
        }
        for (index, name) in definitions.map(\.name).enumerated()
        where names.firstIndex(of: name.text) != index {
            error("workflow \"\(name)\" is defined in two files", at: name.position)
        }
    }

    /// The tables of limits: there, with the same keys and unit, and each once.
    mutating func checkTables(_ tables: [LimitTable]) {
        let names = tables.map(\.name.text)
        for (index, table) in tables.enumerated() where names.firstIndex(of: table.name.text) != index {
            error("limit table \"\(table.name)\" is defined in two files", at: table.name.position)
        }
        for definition in definitions {
            for clock in definition.clocks {
                guard case .table(let name, _) = clock.limit.amount, !names.contains(name) else { continue }
                unknown("limit table", name, among: names, at: clock.limit.position)
            }
            diagnostics += definition.faults(against: tables)
        }
    }

    /// The canonical terms of actions.
    mutating func checkTerms(of vocabularies: [Vocabulary]) {
        let terms = vocabularies.flatMap { $0.terms.map(\.name.text) }
        for action in definitions.flatMap(\.actions) where !terms.contains(action.effectiveTerm) {
            let hint = Suggestion.phrase(for: action.effectiveTerm, among: terms)
            error(
                "action \(action.name): unknown term \"\(action.effectiveTerm)\"; \(hint)",
                at: action.name.position
            )
        }
        for state in definitions.flatMap(\.states) {
            for status in state.statuses where !terms.contains(status) {
                unknown("term", status, among: terms, at: state.name.position)
            }
        }
    }

    /// The laws that legal sources begin with.
    mutating func checkSources(in laws: Laws, tables: [LimitTable]) {
        let cites = laws.laws.map(\.cite)
        var sources: [(text: String?, place: SourcePosition?)] = []
        for definition in definitions {
            sources.append((definition.legal, definition.name.position))
            for clock in definition.clocks {
                let place = clock.limit.position ?? clock.name.position
                sources += [clock.limit.legal, clock.onExpiry?.legal, clock.extends?.legal]
                    .map { ($0, place) }
            }
            sources += definition.actions.map { ($0.legal, $0.name.position) }
        }
        sources += tables.map { ($0.legal, $0.name.position) }
        sources += tables.flatMap(\.rows).map { ($0.legal, $0.position) }
        for (text, place) in sources {
            for source in text.map(laws.unknownSources) ?? [] {
                let hint = Suggestion.phrase(for: source, among: cites)
                error("the source \"\(source)\" begins with no known law; \(hint)", at: place)
            }
        }
    }

    /// The links under `after`: known, and no permit of a family that waits for itself.
    mutating func checkLinks(of journeys: Journeys?) {
        let known = journeys?.links.map(\.name.text) ?? []
        for action in definitions.flatMap(\.actions) {
            for link in action.after.keys.sorted() where !known.contains(link) {
                if journeys == nil {
                    error(
                        "action \(action.name): \"after\" needs a file of journeys",
                        at: action.name.position
                    )
                } else {
                    unknown("link", link, among: known, at: action.name.position)
                }
            }
        }
        guard let journeys else { return }
        for family in regimes.flatMap(\.families) { checkCircles(in: family.name, journeys) }
    }

    private mutating func checkCircles(in family: Name, _ journeys: Journeys) {
        var waits: [String: Set<String>] = [:]
        var places: [String: SourcePosition] = [:]
        for rule in regimes.flatMap(\.rules) where rule.family == family {
            guard let definition = definitions.first(where: { $0.name == rule.workflow }),
                let link = journeys.links.first(where: { rule.canBe($0) })
            else { continue }
            waits[link.name.text, default: []].formUnion(definition.actions.flatMap(\.after.keys))
            places[link.name.text] = definition.name.position
        }
        for link in waits.keys.sorted() {
            guard let circle = Self.circle(from: link, waits) else { continue }
            let path = circle.joined(separator: " after ")
            error("family \(family): a circle among \"after\": \(path)", at: places[link])
            return
        }
    }

    /// The way from a link back to itself; nil when there is none.
    private static func circle(from start: String, _ waits: [String: Set<String>]) -> [String]? {
        var paths = [[start]]
        var seen: Set<String> = []
        while let path = paths.popLast() {
            for next in (waits[path[path.count - 1]] ?? []).sorted() {
                if next == start { return path + [start] }
                if seen.insert(next).inserted { paths.append(path + [next]) }
            }
        }
        return nil
    }
}
