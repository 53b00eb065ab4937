public import PermitDocuments

extension DeadlineShift {
    /// The entry as JSON, moments with the offset of a zone.
    ///
    /// Always `kind`, `date`, `run`, `deadline` and `shift`; the rest where it applies.
    public func json(in zone: Zone) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("kind", .string(kind.name)), .init("date", .string(day.description)),
            .init("run", .integer(run)), .init("deadline", .optional(deadline?.description)),
            .init("shift", .optional(shift)),
        ]
        if let at { members.append(.init("at", .string(at.formatted(in: zone)))) }
        if isAhead { members.append(.init("ahead", .bool(true))) }
        if let cause { members += cause.members(prefix: "") }
        return .object(members + details(in: zone))
    }

    private func details(in zone: Zone) -> [JSONValue.Member] {
        switch kind {
        case .started(let limit): limit?.members ?? []
        case .holiday(let holidays, let isLate):
            (isLate ? [.init("late", .bool(true))] : []) + Self.members(holidays)
        case .paused(let until, let ended, let holidays):
            [.init("until", .optional(until?.formatted(in: zone)))]
                + (ended?.members(prefix: "until_") ?? []) + Self.members(holidays)
        case .restarted(let lostDays): [.init("lost_days", .integer(lostDays))]
        case .extended(let units): [.init("by", .integer(units))]
        case .dueOnHoliday(let holidays): Self.members(holidays)
        case .breached: []
        case .stopped(let isOnTime, let consumed):
            [.init("on_time", isOnTime.map { .bool($0) } ?? .null), .init("consumed", .integer(consumed))]
        case .uncovered(let year): [.init("year", .integer(year))]
        }
    }

    private static func members(_ holidays: [Holiday]) -> [JSONValue.Member] {
        holidays.isEmpty ? [] : [.init("holidays", .array(holidays.map(\.json)))]
    }
}

extension ClockMove.Cause {
    fileprivate func members(prefix: String) -> [JSONValue.Member] {
        [
            .init(prefix + "action", .string(action)), .init(prefix + "state", .string(state)),
            .init(prefix + "holder", .optional(holder)),
        ]
    }
}

extension Limit {
    fileprivate var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("limit", .integer(amount)), .init("unit", .string(unit.rawValue)),
        ]
        if includesFirstDay { members.append(.init("first_day", .bool(true))) }
        if shiftsOffHolidays { members.append(.init("due_on_holiday", .string("shift"))) }
        return members
    }
}
