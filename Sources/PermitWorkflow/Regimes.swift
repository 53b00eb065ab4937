public import PermitDocuments
public import WorkingTime

/// Which workflow governs a permit: rules by day of submission and facts, the first that fits.
public struct Regimes: Hashable, Sendable {
    /// One rule.
    public struct Rule: Hashable, Sendable {
        /// The family that the rule belongs to.
        public var family: Name
        /// The workflow that governs.
        public var workflow: Name
        /// The first day of submission.
        public var from: Day?
        /// The first day of submission after.
        public var until: Day?
        /// What the permit's facts must say; nil for any.
        public var when: Condition?
    }

    /// A group of rules that a report may be confined to.
    public struct Family: Hashable, Sendable {
        /// The family's name.
        public var name: Name
        /// The title by language code.
        public var title: [String: String]
    }

    /// What the rules say of a permit.
    public enum Selection: Hashable, Sendable {
        /// A workflow governs, by a rule of a family.
        case workflow(String, family: String)
        /// No rule is for permits with these facts, or none for this day.
        case none
        /// A fact or the day of submission is missing, without which no rule can be chosen.
        case unknown
    }

    /// The families in the order of their names.
    public let families: [Family]
    /// The rules in the order of choice.
    public let rules: [Rule]

    /// Creates regimes.
    public init(families: [Family], rules: [Rule]) {
        self.families = families.sorted { $0.name.text < $1.name.text }
        self.rules = rules
    }

    /// The workflow that governs a permit.
    ///
    /// - Parameters:
    ///   - submitted: The local day of submission; nil when it is not known.
    ///   - facts: What is known of the permit.
    ///   - family: The family to which the choice is confined. A missing fact does not stand in the way then; a fact
    ///     that says otherwise does.
    /// - Returns: The workflow's name, or why there is none.
    public func selection(submitted: Day?, facts: FactValues, family: String? = nil) -> Selection {
        var isUnknown = false
        for rule in rules where family == nil || rule.family.text == family {
            var truth = rule.when?.truth(of: facts) ?? .yes
            if truth == .unknown, family != nil { truth = .yes }
            if truth == .no { continue }
            switch covers(rule, submitted) {
            case .yes where truth == .yes: return .workflow(rule.workflow.text, family: rule.family.text)
            case .no: continue
            default: isUnknown = true
            }
        }
        return isUnknown ? .unknown : .none
    }

    /// The facts that the rules read, sorted: a log without them cannot be bound by rules.
    public var factNames: [String] { Set(rules.flatMap { $0.when?.facts ?? [] }.map(\.text)).sorted() }

    private func covers(_ rule: Rule, _ day: Day?) -> Condition.Truth {
        if rule.from == nil, rule.until == nil { return .yes }
        guard let day else { return .unknown }
        return (rule.from ?? day) <= day && rule.until.map { day < $0 } ?? true ? .yes : .no
    }

    /// Reads regimes from a document.
    ///
    /// - Parameter node: The document, from YAML or from compiled JSON.
    /// - Returns: The regimes, nil when any diagnostic is an error, and all that was found.
    public static func read(_ node: DocumentNode) -> (regimes: Regimes?, diagnostics: [Diagnostic]) {
        var reader = DefinitionReader()
        let keys = ["regimes", "title", "families", "rules"]
        guard let fields = reader.reading.fields(node, "regimes", keys: keys) else {
            return (nil, reader.reading.diagnostics)
        }
        let families = reader.named(fields["families"], "families").compactMap { reader.family($0, $1) }
        let ruleNodes = reader.required(fields, "rules", of: "regimes", at: node)?.sequence ?? []
        let rules = ruleNodes.compactMap { reader.rule($0, families: families) }
        let regimes = Regimes(families: families, rules: rules)
        return (reader.reading.hasErrors ? nil : regimes, reader.reading.diagnostics)
    }
}

extension DefinitionReader {
    fileprivate mutating func family(_ name: Name, _ node: DocumentNode) -> Regimes.Family? {
        guard let fields = reading.fields(node, "family \(name)", keys: ["title"]) else { return nil }
        return Regimes.Family(
            name: name,
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:]
        )
    }

    fileprivate mutating func rule(_ node: DocumentNode, families: [Regimes.Family]) -> Regimes.Rule? {
        let keys = ["family", "workflow", "submitted", "when"]
        guard let fields = reading.fields(node, "a rule", keys: keys),
            let familyNode = required(fields, "family", of: "a rule", at: node),
            let workflowNode = required(fields, "workflow", of: "a rule", at: node),
            let family = name(familyNode, "family"), let workflow = name(workflowNode, "workflow")
        else { return nil }
        let names = families.map(\.name.text)
        if !names.contains(family.text) {
            let hint = Suggestion.phrase(for: family.text, among: names)
            reading.error("unknown family \"\(family)\"; \(hint)", at: familyNode.position)
        }
        let range = fields["submitted"].flatMap { reading.fields($0, "submitted", keys: ["from", "until"]) }
        return Regimes.Rule(
            family: family,
            workflow: workflow,
            from: range?["from"].flatMap { day($0, "from") },
            until: range?["until"].flatMap { day($0, "until") },
            when: fields["when"].flatMap { condition($0) }
        )
    }
}
