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
        /// The text is a date in numbers, and nothing says whether the day or the month comes first.
        case ambiguous
    }

    /// Why the text was refused.
    public let code: Code
    /// The text, at most its first 40 characters.
    public let text: String
    /// How dates were expected to be written.
    public let form: StampForm

    /// Creates the error for a text that should have been written in a form.
    public init(_ code: Code, text: String, form: StampForm = .iso) {
        self.code = code
        self.text = String(text.prefix(40))
        self.form = form
    }

    /// What happened and what would be accepted.
    public var description: String {
        switch code {
        case .empty: "no date; accepted: \(form.examples)"
        case .malformed: "\"\(text)\" is not a date; accepted: \(form.examples)"
        case .noSuchDate: "\"\(text)\" does not exist in the calendar or on the clock"
        case .outOfRange where form == .excelSerial || form == .excelSerial1904:
            "\"\(text)\" is not the serial number of a day from 1982-02-18 to 2064-04-08"
        case .outOfRange:
            "the year of \"\(text)\" is not from \(Stamp.years.lowerBound) to \(Stamp.years.upperBound)"
        case .ambiguous:
            "\"\(text)\" can be two dates; say whether the day or the month comes first: dd/mm/yyyy or mm/dd/yyyy"
        }
    }
}
