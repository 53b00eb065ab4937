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
        /// The setting that gives the first day, where one does.
        public var fromSetting: Name?
        /// The setting that gives the first day after, where one does.
        public var untilSetting: Name?
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
    /// Days that a caller may set, such as the cut-over from one system to the next.
    public let settings: [Definition.Setting]

    /// Creates regimes.
    public init(families: [Family], rules: [Rule], settings: [Definition.Setting] = []) {
        self.families = families.sorted { $0.name.text < $1.name.text }
        self.rules = rules
        self.settings = settings
    }

    /// The workflow that governs a permit.
    ///
    /// - Parameters:
    ///   - submitted: The local day of submission; nil when it is not known.
    ///   - facts: What is known of the permit.
    ///   - family: The family to which the choice is confined. A missing fact does not stand in the way then; a fact
    ///     that says otherwise does.
    ///   - ignoringDays: Whether the day of submission does not matter, for a comparison of two families on the same
    ///     permits.
    /// - Returns: The workflow's name, or why there is none.
    public func selection(
        submitted: Day?,
        facts: FactValues,
        family: String? = nil,
        ignoringDays: Bool = false
    ) -> Selection {
        var isUnknown = false
        for rule in rules where family == nil || rule.family.text == family {
            var truth = rule.when?.truth(of: facts) ?? .yes
            if truth == .unknown, family != nil { truth = .yes }
            if truth == .no { continue }
            switch ignoringDays ? .yes : covers(rule, submitted) {
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
        let keys = ["regimes", "title", "settings", "families", "rules"]
        guard let fields = reader.reading.fields(node, "regimes", keys: keys) else {
            return (nil, reader.reading.diagnostics)
        }
        let families = reader.named(fields["families"], "families").compactMap { reader.family($0, $1) }
        let ruleNodes = reader.reading.required(fields, "rules", of: "regimes", at: node)?.sequence ?? []
        let settings = reader.named(fields["settings"], "settings").compactMap { reader.setting($0, $1) }
        let days = reader.days(of: settings)
        let rules = ruleNodes.compactMap { reader.rule($0, families: families, settings: days) }
        let regimes = Regimes(families: families, rules: rules, settings: settings)
        if !reader.reading.hasErrors { reader.checkClaims(of: rules) }
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

    fileprivate mutating func rule(
        _ node: DocumentNode,
        families: [Regimes.Family],
        settings: [String: Day]
    ) -> Regimes.Rule? {
        let keys = ["family", "workflow", "submitted", "when"]
        guard let fields = reading.fields(node, "a rule", keys: keys),
            let familyNode = reading.required(fields, "family", of: "a rule", at: node),
            let workflowNode = reading.required(fields, "workflow", of: "a rule", at: node),
            let family = name(familyNode, "family"), let workflow = name(workflowNode, "workflow")
        else { return nil }
        let names = families.map(\.name.text)
        if !names.contains(family.text) {
            let hint = Suggestion.phrase(for: family.text, among: names)
            reading.error("unknown family \"\(family)\"; \(hint)", at: familyNode.position)
        }
        let range = fields["submitted"].flatMap { reading.fields($0, "submitted", keys: ["from", "until"]) }
        let from = range?["from"].map { bound($0, "from", settings) }
        let until = range?["until"].map { bound($0, "until", settings) }
        return Regimes.Rule(
            family: family,
            workflow: workflow,
            from: from?.day,
            until: until?.day,
            fromSetting: from?.setting,
            untilSetting: until?.setting,
            when: fields["when"].flatMap { condition($0) }
        )
    }

    /// The days that settings stand for by default.
    fileprivate mutating func days(of settings: [Definition.Setting]) -> [String: Day] {
        var days: [String: Day] = [:]
        for setting in settings {
            if let day = Day(setting.standard) {
                days[setting.name.text] = day
            } else if let position = setting.name.position {
                reading.error(
                    "setting \(setting.name) is a date such as 2018-07-09, not \"\(setting.standard)\"",
                    at: position
                )
            }
        }
        return days
    }

    /// A day, or `{setting: name}`.
    private mutating func bound(
        _ node: DocumentNode,
        _ what: String,
        _ settings: [String: Day]
    ) -> (day: Day?, setting: Name?) {
        guard node.scalar == nil else { return (day(node, what), nil) }
        guard let fields = reading.fields(node, what, keys: ["setting"]),
            let name = reading.required(fields, "setting", of: what, at: node)
                .flatMap({ name($0, "setting") })
        else { return (nil, nil) }
        if settings[name.text] == nil {
            let hint = Suggestion.phrase(for: name.text, among: settings.keys.sorted())
            reading.error("unknown setting \"\(name)\"; \(hint)", at: node.position)
        }
        return (settings[name.text], name)
    }

    /// No two rules claim one permit.
    fileprivate mutating func checkClaims(of rules: [Regimes.Rule]) {
        for (index, first) in rules.enumerated() {
            for second in rules[(index + 1)...] where first.overlaps(second) {
                let both = GuardExclusion(facts: [])
                    .bothHold(first.when ?? .all([]), second.when ?? .all([]))
                guard both != .never, let position = second.workflow.position else { continue }
                let example = if case .when(let facts) = both { " when \(facts)" } else { "" }
                reading.error(
                    "two rules claim one permit: \(first.workflow) (line \(first.workflow.position?.line ?? 0)) and "
                        + "\(second.workflow)\(example); give them days or conditions that exclude each other",
                    at: position
                )
            }
        }
    }
}

extension Regimes.Rule {
    /// Whether there is a day that both rules are for.
    fileprivate func overlaps(_ other: Regimes.Rule) -> Bool {
        let start = [from, other.from].compactMap(\.self).max()
        let end = [until, other.until].compactMap(\.self).min()
        guard let start, let end else { return true }
        return start < end
    }
}

extension Regimes {
    /// The regimes with other days for some settings.
    ///
    /// - Throws: An unknown setting, or a value that is no date.
    public func applying(_ values: [String: String]) throws(Diagnostics) -> Regimes {
        var days: [String: Day] = [:]
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            guard settings.contains(where: { $0.name.text == name }) else {
                let hint = Suggestion.phrase(for: name, among: settings.map(\.name.text))
                throw Diagnostics([Diagnostic(.error, "unknown setting \"\(name)\" of the regimes; \(hint)")])
            }
            guard let day = Day(value) else {
                let message = "setting \(name) of the regimes is a date such as 2018-07-09, not \"\(value)\""
                throw Diagnostics([Diagnostic(.error, message)])
            }
            days[name] = day
        }
        let moved = rules.map { rule in
            var rule = rule
            rule.from = rule.fromSetting.flatMap { days[$0.text] } ?? rule.from
            rule.until = rule.untilSetting.flatMap { days[$0.text] } ?? rule.until
            return rule
        }
        return Regimes(families: families, rules: moved, settings: settings)
    }
}

extension Regimes.Rule {
    /// Whether the rule can be for a permit that a link of journeys stands for.
    public func canBe(_ link: Journeys.Link) -> Bool {
        GuardExclusion(facts: []).bothHold(when ?? .all([]), link.when) != .never
    }
}
