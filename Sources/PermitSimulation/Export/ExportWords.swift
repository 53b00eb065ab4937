/// The words of an office's export: columns, activities, roles and values, as the profile of the same name reads them.
public struct ExportWords: Hashable, Sendable {
    /// The column of permit numbers.
    public var caseColumn: String
    /// The columns of facts, with the fact that each holds, in the order of writing.
    public var factColumns: [FactColumn]
    /// The column of activities.
    public var activityColumn: String
    /// The column of times.
    public var timeColumn: String
    /// The column of roles.
    public var roleColumn: String
    /// The column of officers' codes.
    public var officerColumn: String
    /// The words for actions that have another word than their term, by the action's name.
    public var actions: [String: String]
    /// The words for activities, by canonical term; a term without a word is written as it is.
    public var terms: [String: String]
    /// The words for roles, by the role's name; a role without a word is written as it is.
    public var roles: [String: String]
    /// What stands in the officers' column for those who are none, by actor.
    public var actors: [String: String]

    /// A column that holds a fact.
    public struct FactColumn: Hashable, Sendable {
        /// The column's name.
        public var column: String
        /// The fact's name.
        public var fact: String
        /// The words for values; a value without a word is written as it is.
        public var words: [String: String]

        /// Creates a column.
        public init(_ column: String, fact: String, words: [String: String] = [:]) {
            self.column = column
            self.fact = fact
            self.words = words
        }
    }

    /// The word for what was done.
    public func activity(_ event: SimulatedEvent) -> String {
        actions[event.action] ?? terms[event.term] ?? event.term
    }
}
