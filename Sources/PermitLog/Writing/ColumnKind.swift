internal import WorkingTime

/// What the values of a column are, where the file says so itself.
enum ColumnKind: Sendable, Equatable {
    case text
    case integer
    case decimal
    case moment
    case flag

    /// The kind that an element of XES stands for.
    init(element number: UInt64) {
        self = Self.elements[number] ?? .text
    }

    private static let elements: [UInt64: ColumnKind] = [
        elementNumber("int"): .integer, elementNumber("float"): .decimal, elementNumber("date"): .moment,
        elementNumber("boolean"): .flag,
    ]

    /// A value of the kind; one that is not what its kind says stays a text.
    func value(_ text: String, in zone: Zone) -> WrittenAttribute.Value {
        switch self {
        case .text: break
        case .integer:
            if let number = Int(text), String(number) == text { return .integer(number) }
        case .decimal:
            if let number = Double(text), number.isFinite { return .decimal(text) }
        case .moment:
            if let stamp = try? Stamp.parse(text, in: zone), stamp.hasZone { return .moment(stamp.instant) }
        case .flag:
            if text == "true" || text == "false" { return .flag(text == "true") }
        }
        return .text(text)
    }
}
