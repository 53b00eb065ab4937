public import PermitDocuments
internal import PermitMetrics
internal import PermitWorkflow
internal import WorkingTime

extension PermitLetter {
    /// What the letter says, as JSON: ids beside titles, moments with the offset of the zone.
    public var json: JSONValue {
        .object(
            [
                .init("case", .string(history.name)), .init("workflow", .optional(history.workflow?.name)),
                .init("title", .optional(history.workflow.map { title($0.title, or: $0.name) })),
                .init("legal", .optional(history.workflow.map { legal($0.legal) })),
                .init("regime", regime), .init("outcome", .string(history.outcome)),
                .init("submitted", stamp(history.submitted)), .init("ended", stamp(history.ended)),
                .init("as_of", stamp(content.asOf)), .init("from", stamp(ledger.from)),
                .init("until", stamp(ledger.until)), .init("zone", .string(zone.name)),
                .init("calendar", .string(content.office.calendar.name)),
                .init("facts", .object(knownFacts.map { .init($0.name, .string($0.value)) })),
                .init("events", .array(history.events.map(json))),
                .init("findings", .array(history.findings.map { .string($0) })),
                .init("ages", ledger.agesJSON),
            ] + measured
        )
    }

    private var measured: [JSONValue.Member] {
        guard let workflow = history.workflow else { return [] }
        return [
            .init("rules", .array(ledger.clocks.map { rule(workflow.clocks[$0.index], workflow) })),
            .init("stretches", ledger.stretchesJSON(workflow, in: zone)),
            .init("clocks", ledger.clocksJSON(workflow, in: zone)),
        ]
    }

    private var regime: JSONValue {
        if case .regime(let name?) = history.binding { return .string(name) }
        return .null
    }

    private func json(_ event: PermitHistory.Event) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("at", stamp(event.at)), .init("date_only", .bool(event.isDateOnly)),
            .init("activity", .string(event.activity)), .init("role", .optional(event.role)),
            .init("position", .string(event.position)), .init("after_grant", .bool(event.isAfterGrant)),
        ]
        if let workflow = history.workflow, let index = event.step {
            let step = history.steps[index]
            let action = step.action.map { workflow.actions[$0] }
            members += [
                .init("action", .optional(action?.name)),
                .init("from", .string(workflow.states[step.from].name)),
                .init("to", .string(workflow.states[step.to].name)),
                .init("holder", .optional(workflow.states[step.to].holder?.rawValue)),
                .init("legal", .optional(action?.legal.map(legal))),
            ]
        }
        members.append(.init("departures", .array(event.departures.map(json))))
        return .object(members)
    }

    private func json(_ departure: PermitHistory.Departure) -> JSONValue {
        .object([
            "kind": .string(departure.kind),
            "skipped": .array(departure.skipped.map { .string($0) }),
        ])
    }

    private func rule(_ info: ClockInfo, _ workflow: Workflow) -> JSONValue {
        .object([
            "clock": .string(info.name),
            "title": .string(title(info.title, or: info.name)),
            "step": .string(info.step),
            "binds": .string(info.binds.rawValue),
            "legal": .optional(info.legal.map(legal)),
            "mark": .optional(info.mark?.rawValue),
            "table": .optional(info.table?.name),
            "on_expiry": .optional(info.expiry.map { workflow.actions[$0.action].name }),
        ])
    }

    private func stamp(_ moment: Instant?) -> JSONValue { .optional(moment?.formatted(in: zone)) }
}
