/// Which columns play which part in a table of permits or of their steps.
public struct TableRoles: Hashable, Sendable {
    /// What a row is.
    public enum Shape: String, Hashable, Sendable {
        /// A step of a permit.
        case events
        /// A permit, its steps in columns of dates.
        case permits
        /// A count, such as of a month; there are no permits.
        case counts
    }

    /// A column of dates and what they mean.
    public struct Dated: Hashable, Sendable {
        /// The column's place.
        public var column: Int
        /// What its dates mean.
        public var meaning: DateMeaning
        /// The form in which they are written; nil when it is unknown or in doubt.
        public var form: String?
        /// The canonical term or the profile's word for the step.
        public var activity: String
        /// Whether what they mean is confirmed by nobody.
        public var isUnconfirmed = false

        /// Creates a dated column.
        public init(column: Int, meaning: DateMeaning, form: String?, activity: String) {
            self.column = column
            self.meaning = meaning
            self.form = form
            self.activity = activity
        }
    }

    /// What a row is.
    public var shape: Shape
    /// The column of permits' ids.
    public var caseColumn: Int?
    /// The column of steps.
    public var activityColumn: Int?
    /// The column of the steps' times.
    public var timeColumn: Int?
    /// The columns of dates: the steps in their order, then the others.
    public var dated: [Dated] = []
    /// The column of permits' states.
    public var statusColumn: Int?
    /// The column that tells the applicant.
    public var applicantColumn: Int?
    /// The column with limits in days.
    public var limitColumn: Int?
    /// The column of the channel, office or online.
    public var channelColumn: Int?
    /// The column of kinds of permits.
    public var typeColumn: Int?

    /// Creates roles that nothing plays.
    public init(shape: Shape) { self.shape = shape }

    /// The dated columns that are steps, in their order.
    public var steps: [Dated] { dated.filter(\.meaning.isStep) }

    /// The first dated column of a meaning.
    public func dated(_ meaning: DateMeaning) -> Dated? { dated.first { $0.meaning == meaning } }
}
