internal import PermitLog

/// Which columns tell who somebody is, and what is shown of their values.
struct ColumnPrivacy {
    private let personal: Set<String>
    private let businessNumbers: Set<String>

    /// The privacy of a profile; without one, names of columns and shapes of values tell.
    init(profile: Profile?) {
        personal = Set((profile?.personal ?? []).map(ColumnName.key))
        businessNumbers = Set((profile?.nib ?? []).map(ColumnName.key))
    }

    /// Whether the values of a column tell who somebody is.
    ///
    /// A profile adds to what names and values say; it takes nothing away.
    func isPersonal(_ name: String, _ tally: ColumnTally) -> Bool {
        if personal.contains(ColumnName.key(name)) { return true }
        if isBusinessNumber(name, tally) { return false }
        return tally.header.isPersonal || Self.hasMany([.residentNumber, .mail, .phone], tally)
    }

    /// Whether the values of a column are business identification numbers.
    func isBusinessNumber(_ name: String, _ tally: ColumnTally) -> Bool {
        if personal.contains(ColumnName.key(name)) { return false }
        return businessNumbers.contains(ColumnName.key(name)) || tally.header.isBusinessNumber
            || Self.hasMany([.businessNumber], tally)
    }

    /// One cell in five is enough: what must not be shown does not wait for a majority.
    private static func hasMany(_ shapes: [ValueShape], _ tally: ColumnTally) -> Bool {
        let count = shapes.reduce(0) { $0 + (tally.shapes[$1] ?? 0) }
        return count > 0 && count * 5 >= tally.filled && !tally.dates.areDates
    }

    /// What is shown of a value of a column.
    func shown(_ text: String, of name: String, _ tally: ColumnTally) -> String {
        if isPersonal(name, tally) { return "***" }
        if isBusinessNumber(name, tally) { return Self.lastFour(text) }
        if tally.dates.areDates { return Self.short(text) }
        switch ValueShape(ArraySlice(text.utf8)) {
        case .residentNumber, .mail: return "***"
        case .businessNumber: return Self.lastFour(text)
        default: return Self.short(text)
        }
    }

    /// `***1234`; nothing of a value that is not longer than that.
    static func lastFour(_ text: String) -> String {
        text.count > 8 ? "***" + text.suffix(4) : "***"
    }

    private static func short(_ text: String) -> String {
        text.count <= 40 ? text : text.prefix(39) + "\u{2026}"
    }
}
