public import PermitDocuments

extension CalendarDefinition {
    /// The definition in the form in which `read` takes it, complete: what it extends is written out.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [.init("calendar", .string(name))]
        if !title.isEmpty { members.append(.init("title", Self.texts(title))) }
        members += [
            .init(
                "years",
                .object(["first": .integer(years.lowerBound), "last": .integer(years.upperBound)])
            ),
            .init("zone", .string(zone)),
            .init("joint_leave", .string(jointLeaveWorked ? "worked" : "off")),
        ]
        if !mark.isEmpty { members.append(.init("mark", .string(mark))) }
        let periods = weeks.map { period in
            JSONValue.object([
                "from": .string(period.from.description), "days": .string(period.week.rawValue),
            ])
        }
        members += [
            .init("weeks", .array(periods)), .init("office_hours", officeHours.json),
            .init("holidays", .array(holidays.map(\.json))),
        ]
        return .object(members)
    }

    /// Texts by language, Indonesian first.
    static func texts(_ texts: [String: String]) -> JSONValue {
        let order = texts.keys.sorted { ($0 == "id" ? 0 : 1, $0) < ($1 == "id" ? 0 : 1, $1) }
        return .object(order.map { .init($0, .string(texts[$0] ?? "")) })
    }
}

extension Holiday {
    /// The holiday as an entry of a calendar file.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("date", .string(day.description)), .init("kind", .string(kind.rawValue)),
            .init("names", CalendarDefinition.texts(names)),
        ]
        if !decree.isEmpty { members.append(.init("decree", .string(decree))) }
        if let mark { members.append(.init("mark", .string(mark))) }
        if let decreedOn { members.append(.init("decreed_on", .string(decreedOn.description))) }
        if let revokedOn { members.append(.init("revoked_on", .string(revokedOn.description))) }
        return .object(members)
    }
}

extension OfficeHours {
    /// The hours in the form of a calendar file.
    public var json: JSONValue {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        return .object(
            WorkingWeek.allCases.map { week in
                let days = names.indices.filter { !spans(weekday: $0 + 1, in: week).isEmpty }
                let members = days.map { index in
                    let texts = spans(weekday: index + 1, in: week).map { JSONValue.string($0.text) }
                    return JSONValue.Member(names[index], .array(texts))
                }
                return .init(week.rawValue, .object(members))
            }
        )
    }
}
