/// A text that is no point in time, with the reason.
public struct StampError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why the text was refused.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// There is no text.
        case empty
        /// The text has another form than those accepted.
        case malformed
        /// The form is right, but no such date, hour or offset exists, such as 2024-02-30 or 25:00.
        case noSuchDate = "no_such_date"
        /// The year lies outside 1900-2199.
        case outOfRange = "out_of_range"
    }

    /// Why the text was refused.
    public let code: Code
    /// The text, at most its first 40 characters.
    public let text: String

    /// Creates the error for a text.
    public init(_ code: Code, text: String) {
        self.code = code
        self.text = String(text.prefix(40))
    }

    /// What happened and what would be accepted.
    public var description: String {
        switch code {
        case .empty: "no date; accepted: 2024-05-31 or 2024-05-31T09:30:00+07:00"
        case .malformed: "\"\(text)\" is not a date; accepted: 2024-05-31 or 2024-05-31T09:30:00+07:00"
        case .noSuchDate: "\"\(text)\" does not exist in the calendar or on the clock"
        case .outOfRange:
            "the year of \"\(text)\" is not from \(Stamp.years.lowerBound) to \(Stamp.years.upperBound)"
        }
    }
}
