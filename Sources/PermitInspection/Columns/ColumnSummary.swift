/// What a column holds, in all its rows.
public struct ColumnSummary: Hashable, Sendable {
    /// The column's name.
    public var name: String
    /// What it holds.
    public var kind: ColumnKind
    /// The form of its dates, as a profile names it; nil for other columns.
    public var dateForm: String?
    /// The forms that its dates could have when they cannot be told apart: day or month first.
    public var possibleForms: [String] = []
    /// The rows.
    public var rows: Int
    /// The rows with a value.
    public var filled: Int
    /// How many different values there are, or that there are more than can be counted.
    public var distinct: Distinct
    /// Up to three values, the first different ones; a personal value is masked.
    public var samples: [String]
    /// Whether its values tell who somebody is.
    public var isPersonal: Bool
    /// Whether its values are business identification numbers (NIB), of which the last four digits are shown.
    public var isBusinessNumber: Bool
    /// Whether it numbers the rows one by one.
    public var isRunningNumber: Bool

    /// A number of different values.
    public struct Distinct: Hashable, Sendable {
        /// The number, or the limit of counting.
        public var count: Int
        /// Whether counting stopped there.
        public var isMore: Bool

        /// Creates a number.
        public init(count: Int, isMore: Bool) {
            self.count = count
            self.isMore = isMore
        }
    }

    /// The share of rows with a value, from 0 to 1.
    public var filledShare: Double { rows == 0 ? 0 : Double(filled) / Double(rows) }
}
