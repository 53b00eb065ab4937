public import PermitDocuments

/// One day of a count: whether it counted, and if not, why.
public struct LedgerEntry: Hashable, Sendable {
    /// What a day did to the count.
    public enum Effect: String, Hashable, Sendable, CaseIterable {
        /// The day on which the count begins; it does not count.
        case start
        /// The day counted.
        case counted
        /// A weekend.
        case weekend
        /// A public or local holiday.
        case holiday
        /// Joint leave that is not worked.
        case jointLeave = "joint_leave"
        /// The clock was paused when the day began.
        case paused
    }

    /// The date.
    public var day: Day
    /// What the day did to the count.
    public var effect: Effect
    /// The holidays of the day, whatever the effect.
    public var holidays: [Holiday]
    /// The days counted through this day.
    public var consumed: Int

    /// The entry as JSON: `date`, `weekday`, `effect`, `consumed`, and `holidays` where there are any.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("date", .string(day.description)),
            .init("weekday", .string(Self.weekdays[day.weekday - 1])),
            .init("effect", .string(effect.rawValue)), .init("consumed", .integer(consumed)),
        ]
        if !holidays.isEmpty {
            let entries = holidays.map { holiday in
                JSONValue.object([
                    "kind": .string(holiday.kind.rawValue), "names": CalendarDefinition.texts(holiday.names),
                    "decree": .string(holiday.decree),
                ])
            }
            members.append(.init("holidays", .array(entries)))
        }
        return .object(members)
    }

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
