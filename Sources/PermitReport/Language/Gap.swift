internal import WorkingTime

/// A value that fills a gap of a sentence, printed as its kind asks and the language writes.
enum Gap: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Text as it is.
    case text(String)
    /// A name from the data, cut to a length that leaves room for the sentence.
    case name(String)
    /// A number of things.
    case count(Int)
    /// A length of time in days of 24 hours.
    case days(Double)
    /// A share in percent.
    case percent(Double)
    /// A date.
    case day(Day)

    /// The columns of a name in a sentence.
    private static let longestName = 44

    /// Text as it is.
    init(stringLiteral value: String) { self = .text(value) }

    /// The value as the language writes it.
    func text(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .name(let name): DisplayWidth.cut(DisplayWidth.printable(name), to: Self.longestName)
        case .count(let count): language.count(count)
        case .days(let days): language.duration(days: days)
        case .percent(let percent): language.percent(percent)
        case .day(let day): language.date(day)
        }
    }

    /// The whole number that stands in the gap, as a value or as digits; nil for anything else.
    var wholeNumber: Int? {
        switch self {
        case .count(let count): count
        case .text(let text): Int(text)
        default: nil
        }
    }
}
