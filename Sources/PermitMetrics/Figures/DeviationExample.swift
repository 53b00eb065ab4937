/// A departure from the workflow that recurs, with one place in the file to look at.
public struct DeviationExample: Hashable, Sendable {
    /// The workflow's name.
    public var workflow: String
    /// The kind: `not_allowed`, `unknown_activity`, ...
    public var kind: String
    /// The activity as the log writes it.
    public var activity: String
    /// The fact, the clock or the link that it is about; nil where an activity says it all.
    public var subject: String?
    /// The state that the permit was in; nil where none matters.
    public var state: String?
    /// The state's title by language code.
    public var stateTitle: [String: String] = [:]
    /// Actions of the shortest legal path that was skipped; empty when there is none.
    public var skipped: [String]
    /// The titles of these actions by language code, in the same order.
    public var skippedTitles: [[String: String]] = []
    /// How often.
    public var count: Int
    /// The first place, such as `log.csv:17`.
    public var firstPosition: String
    /// Where the rule stands in the law, when the workflow says so.
    public var legal: String?
}
