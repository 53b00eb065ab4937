public import PermitDocuments
public import WorkingTime

extension PermitLedger {
    /// The ages side by side, with the time of each holder that kept the permit.
    public var agesJSON: JSONValue {
        var members: [JSONValue.Member] = [
            .init("wall", wall.json), .init("agency", agency.json),
            .init(
                "holders",
                .object(
                    Holder.allCases.map { ($0, time(of: $0)) }.filter { $0.1 != .none }
                        .map { .init($0.0.rawValue, $0.1.json) }
                )
            ),
        ]
        if let uncoveredYear { members.append(.init("uncovered_year", .integer(uncoveredYear))) }
        return .object(members)
    }

    /// The stretches, with names for states and clocks.
    public func stretchesJSON(_ workflow: Workflow, in zone: Zone) -> JSONValue {
        .array(
            stretches.map { stretch in
                .object(
                    [
                        .init("from", .string(stretch.from.formatted(in: zone))),
                        .init("until", .string(stretch.until.formatted(in: zone))),
                        .init("state", .string(workflow.states[stretch.state].name)),
                        .init("holder", .optional(stretch.holder?.rawValue)),
                    ] + stretch.time.members + [
                        .init("clocks", .array(stretch.clocks.map { $0.json(workflow) }))
                    ]
                )
            }
        )
    }

    /// The clocks with their ledgers.
    public func clocksJSON(_ workflow: Workflow, in zone: Zone) -> JSONValue {
        .array(clocks.map { $0.json(workflow.clocks[$0.index], in: zone) })
    }
}

extension TimeSpent {
    /// The length in all measures.
    public var json: JSONValue { .object(members) }

    fileprivate var members: [JSONValue.Member] {
        [
            .init("microseconds", .integer(Int(microseconds))),
            .init("calendar_days", .integer(calendarDays)),
            .init("working_days", .integer(workingDays)),
            .init("office_seconds", .integer(Int(officeSeconds))),
        ]
    }
}

extension PermitLedger.Stretch.Running {
    fileprivate func json(_ workflow: Workflow) -> JSONValue {
        .object([
            "clock": .string(workflow.clocks[clock].name), "run": .integer(run), "days": .integer(days),
        ])
    }
}

extension PermitLedger.Clock {
    fileprivate func json(_ info: ClockInfo, in zone: Zone) -> JSONValue {
        .object([
            "clock": .string(info.name),
            "class": .string(result.class.rawValue),
            "limit": .optional(limit?.amount),
            "unit": .optional(limit?.unit.rawValue),
            "runs": .integer(result.runs),
            "pauses": .integer(result.holds),
            "restarts": .integer(result.resets),
            "paused": .bool(result.isPaused),
            "consumed": .integer(result.consumedDays),
            "first_deadline": .optional(ledger.firstDeadline?.description),
            "due": .optional(result.due?.formatted(in: zone)),
            "due_if_resumed": .optional(result.deadlineIfResumed?.formatted(in: zone)),
            "entries": .array(ledger.entries.map { $0.json(in: zone) }),
        ])
    }
}
