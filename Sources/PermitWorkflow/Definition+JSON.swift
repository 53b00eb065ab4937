public import PermitDocuments
internal import WorkingTime

extension Definition {
    /// The definition as a document: what compiled files hold, and what the digest is taken of in canonical form.
    ///
    /// Members of JSON objects have no order, so everything whose order counts stands in lists with names. Reading it
    /// gives an equal definition.
    public var json: JSONValue {
        .fields([
            ("workflow", .string(name.text)),
            ("title", .texts(title)),
            ("legal", .string(legal)),
            ("mark", .text(mark?.rawValue)),
            ("in_force", inForce.map(\.json)),
            ("succeeded_by", .text(succeededBy?.text)),
            ("settings", .list(settings.map(\.json))),
            (
                "facts",
                .list(
                    facts.map { .object(["name": .string($0.name.text), "type": .string($0.type.rawValue)]) }
                )
            ),
            (
                "roles",
                .list(
                    roles.map {
                        .object(["name": .string($0.name.text), "holder": .string($0.holder.rawValue)])
                    }
                )
            ),
            ("states", .list(states.map(\.json))),
            ("milestones", .list(milestones.map(\.json))),
            ("clocks", .list(clocks.map(\.json))),
            ("actions", .list(actions.map(\.json))),
        ])
    }
}

extension JSONValue {
    /// An object of the members that have a value.
    static func fields(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    /// A list, or nothing for an empty one.
    static func list(_ elements: [JSONValue]) -> JSONValue? { elements.isEmpty ? nil : .array(elements) }

    /// A list of names, or nothing for an empty one.
    static func names(_ names: [Name]) -> JSONValue? { list(names.map { .string($0.text) }) }

    /// A list of texts, or nothing for an empty one.
    static func words(_ words: [String]) -> JSONValue? { list(words.map { .string($0) }) }

    /// A text, or nothing.
    static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }

    /// Texts by language, or nothing where there are none.
    static func texts(_ texts: [String: String]) -> JSONValue? {
        texts.isEmpty
            ? nil : .object(texts.sorted { $0.key < $1.key }.map { Member($0.key, .string($0.value)) })
    }
}

extension Definition.InForce {
    fileprivate var json: JSONValue {
        .fields([
            ("from", .text(from?.description)), ("until", .text(until?.description)),
            ("by", .string(by.rawValue)),
        ])
    }
}

extension Definition.Setting {
    fileprivate var json: JSONValue {
        .fields([
            ("name", .string(name.text)), ("default", .string(standard)), ("accepts", .words(accepts)),
            ("mark", .text(mark?.rawValue)), ("note", .texts(note)),
        ])
    }
}

extension Definition.State {
    fileprivate var json: JSONValue {
        .fields([
            ("name", .string(name.text)), ("title", .texts(title)),
            ("initial", isInitial ? .bool(true) : nil),
            ("holder", .text(holder?.rawValue)), ("stage", .text(stage)),
            ("outcome", .text(outcome?.rawValue)),
            ("status", .words(statuses)),
        ])
    }
}

extension Definition.Milestone {
    fileprivate var json: JSONValue {
        switch trigger {
        case .at(let names): .fields([("name", .string(name.text)), ("at", .names(names) ?? .array([]))])
        case .enters(let names):
            .fields([("name", .string(name.text)), ("enters", .names(names) ?? .array([]))])
        }
    }
}

extension Definition.Choice {
    fileprivate var json: JSONValue {
        switch self {
        case .fixed(let value): Int(value).map { .integer($0) } ?? .string(value)
        case .setting(let name): .object(["setting": .string(name.text)])
        }
    }
}

extension Definition.ClockLimit {
    fileprivate var json: JSONValue {
        var missing: JSONValue?
        let number: JSONValue
        switch amount {
        case .number(let choice): number = choice.json
        case .table(let name, let by):
            number = .object(["table": .string(name), "by": .names(by) ?? .array([])])
            missing = .string("unmeasured")
        }
        return .fields([
            ("amount", number), ("unit", unit.json), ("missing", missing), ("legal", .text(legal)),
            ("mark", .text(mark?.rawValue)),
        ])
    }
}

extension Definition.ClockTrigger {
    fileprivate var json: JSONValue? {
        at.isEmpty && enters.isEmpty ? nil : .fields([("at", .names(at)), ("in", .names(enters))])
    }
}

extension Definition.Clock {
    fileprivate var json: JSONValue {
        .fields([
            ("name", .string(name.text)), ("title", .texts(title)),
            ("step", step == name ? nil : .string(step.text)),
            ("binds", binds == .office ? nil : .string(binds.rawValue)), ("limit", limit.json),
            ("includes_first_day", includesFirstDay == .fixed("false") ? nil : includesFirstDay.json),
            ("if_due_on_holiday", ifDueOnHoliday == .fixed("stay") ? nil : ifDueOnHoliday.json),
            ("applies", applies?.json), ("starts", starts.json ?? .object([:])),
            ("pauses", pausesJSON),
            ("restarts", JSONValue.names(restarts).map { .object(["at": $0]) }),
            ("extends", extends?.json), ("stops", stops.json), ("on_expiry", onExpiry?.json),
        ])
    }

    private var pausesJSON: JSONValue? {
        guard let pauses else { return nil }
        let condition = pausesIf == .fixed("true") ? nil : pausesIf.json
        return .fields([("in", .names(pauses) ?? .array([])), ("if", condition)])
    }
}

extension Definition.Extension {
    fileprivate var json: JSONValue {
        .fields([("at", .names(at) ?? .array([])), ("by", amount.json), ("legal", .text(legal))])
    }
}

extension Definition.Expiry {
    fileprivate var json: JSONValue {
        .fields([
            ("action", .string(action.text)), ("as", .string(role.text)), ("legal", .text(legal)),
            ("mark", .text(mark?.rawValue)),
        ])
    }
}

extension Definition.Action {
    fileprivate var json: JSONValue {
        let links = after.sorted { $0.key < $1.key }
            .map { link, outcomes in JSONValue.Member(link, Self.json(outcomes)) }
        return .fields([
            ("name", .string(name.text)), ("title", .texts(title)), ("by", .names(roles) ?? .array([])),
            ("term", .text(term)), ("needs", .words(needs)), ("not_same_actor_as", .names(notSameActorAs)),
            ("after", links.isEmpty ? nil : .object(links)), ("legal", .text(legal)),
            ("cases", .array(cases.map(\.json))),
        ])
    }

    private static func json(_ outcomes: [Outcome]) -> JSONValue {
        outcomes.count == 1 ? .string(outcomes[0].rawValue) : .array(outcomes.map { .string($0.rawValue) })
    }
}

extension Definition.Case {
    fileprivate var json: JSONValue {
        .fields([("from", .names(from) ?? .array([])), ("to", .string(to.text)), ("when", when?.json)])
    }
}

extension Condition {
    /// The condition as a document.
    var json: JSONValue {
        switch self {
        case .all(let parts): .object(["all": .array(parts.map(\.json))])
        case .any(let parts): .object(["any": .array(parts.map(\.json))])
        case .not(let part): .object(["not": part.json])
        case .equals(let fact, let value): .object(["fact": .string(fact.text), "equals": .string(value)])
        case .isIn(let fact, let values):
            .object(["fact": .string(fact.text), "in": .words(values) ?? .array([])])
        case .isAtLeast(let fact, let value):
            .object(["fact": .string(fact.text), "at_least": .integer(value)])
        }
    }
}
