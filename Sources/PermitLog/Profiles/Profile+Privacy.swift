extension Profile {
    /// The profile with its personal columns and business numbers kept and shown in full, and named in ``personalKept``.
    public func keepingPersonal() -> Profile {
        var copy = self
        copy.personalKept = personal + nib
        (copy.personal, copy.nib) = ([], [])
        return copy
    }

    /// Whether a column's values may never be kept or shown.
    public func isPersonal(column: String) -> Bool { personal.holds(column: column) }

    /// Whether a column holds business numbers, of which the last four digits may be shown.
    public func isNIB(column: String) -> Bool { nib.holds(column: column) }

    /// The columns of which no cell is shown as a sample.
    var unsampled: [String] { personal + nib }

    /// How the ids of permits may be shown, when they stand in a column.
    ///
    /// - Parameter column: The column where the user named one; nil for the profile's, all of which must then allow it.
    /// - Returns: The most that all of them allow.
    public func caseIDs(column: String? = nil) -> CaseIDs {
        let columns = column.map { [$0] } ?? columns.caseID
        if columns.contains(where: isPersonal) { return .personal }
        return columns.contains(where: isNIB) ? .lastFour : .asWritten
    }
}

/// How the ids of permits may be shown.
public enum CaseIDs: Hashable, Sendable {
    /// As the log writes them.
    case asWritten
    /// Their last four digits: they are business numbers.
    case lastFour
    /// Not at all: their column is personal.
    case personal

    /// An id as it may be shown.
    ///
    /// - Parameters:
    ///   - name: The id.
    ///   - place: What stands for an id that is personal, such as the place of the permit in the file.
    /// - Returns: The text to show.
    public func shown(_ name: String, place: @autoclosure () -> String) -> String {
        switch self {
        case .asWritten: name
        case .lastFour: LastFour.text(name)
        case .personal: place()
        }
    }
}

/// Numbers of which the last four digits are shown.
public enum LastFour {
    /// `*********1234`: every character but the last four a star; all of them where there are no more than four.
    public static func text(_ number: String) -> String {
        let hidden = number.count > 4 ? number.count - 4 : number.count
        return String(repeating: "*", count: hidden) + number.dropFirst(hidden)
    }
}

extension [String] {
    fileprivate func holds(column: String) -> Bool {
        contains { $0 == column || ColumnName.key($0) == ColumnName.key(column) }
    }
}
