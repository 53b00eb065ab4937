/// A day on which offices are closed, with the decree that says so.
public struct Holiday: Hashable, Sendable {
    /// Who gave the day off.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A public holiday of the whole country.
        case national
        /// Joint leave (`cuti bersama`): leave for civil servants by yearly decree, before or after a feast.
        case jointLeave = "joint_leave"
        /// A holiday of one region or office.
        case local
    }

    /// The date.
    public var day: Day
    /// Who gave the day off.
    public var kind: Kind
    /// The name by language: `id`, `en`.
    public var names: [String: String]
    /// The decree's number and year; empty when it is not known.
    public var decree: String
    /// How well the source is known when it differs from the calendar's: `S2` secondary, `M` from memory, `U` not verified.
    public var mark: String?
    /// The day of the decree, where known.
    public var decreedOn: Day?
    /// The day on which a later decree took the holiday back; such a day is not in the final view.
    public var revokedOn: Day?

    /// Creates a holiday.
    public init(
        day: Day,
        kind: Kind,
        names: [String: String],
        decree: String = "",
        mark: String? = nil,
        decreedOn: Day? = nil,
        revokedOn: Day? = nil
    ) {
        self.day = day
        self.kind = kind
        self.names = names
        self.decree = decree
        self.mark = mark
        self.decreedOn = decreedOn
        self.revokedOn = revokedOn
    }

    /// The name in a language, else in Indonesian, else in any.
    public func name(in language: String) -> String {
        names[language] ?? names["id"] ?? names.min { $0.key < $1.key }?.value ?? day.description
    }
}
