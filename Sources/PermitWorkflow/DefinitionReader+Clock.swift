internal import PermitDocuments

extension DefinitionReader {
    mutating func clock(_ name: Name, _ node: DocumentNode) -> Definition.Clock? {
        let what = "clock \(name)"
        let keys = [
            "title", "step", "binds", "limit", "includes_first_day", "if_due_on_holiday", "applies",
            "starts", "pauses", "restarts", "extends", "stops", "on_expiry",
        ]
        guard let fields = reading.fields(node, what, keys: keys),
            let limitNode = reading.required(fields, "limit", of: what, at: node),
            let startNode = reading.required(fields, "starts", of: what, at: node),
            let limit = limit(limitNode, what)
        else { return nil }
        let pauses = fields["pauses"].map { pausing($0, "\(what): pauses") }
        return Definition.Clock(
            name: name,
            title: fields["title"].map { texts(byLanguage: $0, "title") } ?? [:],
            step: fields["step"].flatMap { self.name($0, "step") },
            binds: fields["binds"].flatMap { reading.choice($0, "binds", as: Holder.self) } ?? .office,
            limit: limit,
            includesFirstDay: fields["includes_first_day"].flatMap { choice($0, "includes_first_day") }
                ?? .fixed("false"),
            ifDueOnHoliday: fields["if_due_on_holiday"].flatMap { choice($0, "if_due_on_holiday") }
                ?? .fixed("stay"),
            applies: fields["applies"].flatMap { condition($0) },
            starts: trigger(startNode, "\(what): starts"),
            pauses: pauses?.states,
            pausesIf: pauses?.condition ?? .fixed("true"),
            restarts: fields["restarts"].map { trigger($0, "\(what): restarts", keys: ["at"]).at } ?? [],
            extends: fields["extends"].flatMap { lengthening($0, what) },
            stops: fields["stops"].map { trigger($0, "\(what): stops") } ?? Definition.ClockTrigger(),
            onExpiry: fields["on_expiry"].flatMap { expiry($0, what) }
        )
    }

    private mutating func trigger(
        _ node: DocumentNode,
        _ what: String,
        keys: [String] = ["at", "in"]
    ) -> Definition.ClockTrigger {
        guard let fields = reading.fields(node, what, keys: keys) else { return Definition.ClockTrigger() }
        return Definition.ClockTrigger(
            at: fields["at"].map { names($0, "\(what) at") } ?? [],
            enters: fields["in"].map { names($0, "\(what) in") } ?? []
        )
    }

    /// The states in which a clock waits, and the setting that says whether it does.
    private mutating func pausing(
        _ node: DocumentNode,
        _ what: String
    ) -> (states: [Name], condition: Definition.Choice) {
        guard let fields = reading.fields(node, what, keys: ["in", "if"]) else { return ([], .fixed("true")) }
        let states = fields["in"].map { names($0, "\(what) in") } ?? []
        return (states, fields["if"].flatMap { choice($0, "\(what) if") } ?? .fixed("true"))
    }

    private mutating func lengthening(_ node: DocumentNode, _ clock: String) -> Definition.Extension? {
        let what = "\(clock): extends"
        guard let fields = reading.fields(node, what, keys: ["at", "by", "legal"]),
            let actions = reading.required(fields, "at", of: what, at: node),
            let amountNode = reading.required(fields, "by", of: what, at: node),
            let amount = choice(amountNode, "\(what) by")
        else { return nil }
        let legal = fields["legal"].flatMap { reading.text($0, "legal") }
        return Definition.Extension(at: names(actions, "\(what) at"), amount: amount, legal: legal)
    }

    private mutating func expiry(_ node: DocumentNode, _ clock: String) -> Definition.Expiry? {
        let what = "\(clock): on_expiry"
        guard let fields = reading.fields(node, what, keys: ["action", "as", "legal", "mark"]),
            let actionNode = reading.required(fields, "action", of: what, at: node),
            let roleNode = reading.required(fields, "as", of: what, at: node),
            let action = name(actionNode, "action"), let role = name(roleNode, "as")
        else { return nil }
        let legal = fields["legal"].flatMap { reading.text($0, "legal") }
        let mark = fields["mark"].flatMap { reading.choice($0, "mark", as: SourceMark.self) }
        return Definition.Expiry(action: action, role: role, legal: legal, mark: mark)
    }

    /// A value, or `{setting: name}`.
    private mutating func choice(_ node: DocumentNode, _ what: String) -> Definition.Choice? {
        if let text = node.scalar { return .fixed(text) }
        guard let fields = reading.fields(node, what, keys: ["setting"]),
            let setting = reading.required(fields, "setting", of: what, at: node)
        else { return nil }
        return name(setting, "setting").map { .setting($0) }
    }

    private mutating func limit(_ node: DocumentNode, _ clock: String) -> Definition.ClockLimit? {
        let what = "\(clock): limit"
        let units = Definition.ClockLimit.units
        let keys = units + ["amount", "unit", "missing", "legal", "mark"]
        guard let fields = reading.fields(node, what, keys: keys) else { return nil }
        let given = units.filter { fields[$0] != nil }
        let number: DocumentNode?
        let unit: Definition.Choice?
        if given.count == 1, fields["amount"] == nil, fields["unit"] == nil {
            (number, unit) = (fields[given[0]], .fixed(given[0]))
        } else if given.isEmpty {
            (number, unit) = (fields["amount"], fields["unit"].flatMap { choice($0, "unit") })
        } else {
            (number, unit) = (nil, nil)
        }
        guard let number, let unit else {
            reading.error(
                "\(what) is one of \(Suggestion.list(units)), or \"amount\" with \"unit\"",
                at: node.position
            )
            return nil
        }
        guard let amount = amount(number, missing: fields["missing"], what) else { return nil }
        return Definition.ClockLimit(
            amount: amount,
            unit: unit,
            legal: fields["legal"].flatMap { reading.text($0, "legal") },
            mark: fields["mark"].flatMap { reading.choice($0, "mark", as: SourceMark.self) },
            position: node.position
        )
    }

    private mutating func amount(
        _ node: DocumentNode,
        missing: DocumentNode?,
        _ what: String
    ) -> Definition.ClockLimit.Amount? {
        if node.scalar != nil {
            return reading.integer(node, what, in: 0...100_000).map { .number(.fixed(String($0))) }
        }
        guard let fields = reading.fields(node, what, keys: ["table", "by", "setting"]) else { return nil }
        if let setting = fields["setting"] {
            return name(setting, "setting").map { .number(.setting($0)) }
        }
        guard let tableNode = reading.required(fields, "table", of: what, at: node),
            let table = name(tableNode, "table"),
            let byNode = reading.required(fields, "by", of: what, at: node)
        else { return nil }
        guard missing?.scalar == "unmeasured" else {
            reading.error(
                "\(what): a table limit needs \"missing: unmeasured\" for permits that the table does not cover",
                at: missing?.position ?? node.position
            )
            return nil
        }
        return .table(name: table.text, by: names(byNode, "by"))
    }
}
