public import PermitDocuments
public import WorkingTime

/// Examples of a workflow, each with what must come of it: the form in which a regulation's cases are tested.
public struct ScenarioFile: Hashable, Sendable {
    /// The workflow that the examples are of.
    public var workflow: Name
    /// The calendar of working days, by the library's name.
    public var calendar: Name
    /// The zone of days, and of moments without an offset.
    public var zone: Zone
    /// The examples, independent of each other.
    public var scenarios: [Scenario]

    /// The zone and calendar in which the scenarios run.
    ///
    /// - Parameter calendars: The calendars that are known by name; `weekdays` is known without them.
    /// - Returns: The office.
    /// - Throws: A diagnostic at the calendar's name when it is not known.
    public func office(calendars: [CalendarDefinition]) throws(Diagnostic) -> OfficeTime {
        if let definition = calendars.first(where: { $0.name == calendar.text }) {
            return OfficeTime(zone: zone, calendar: WorkCalendar(definition))
        }
        if calendar.text == WorkCalendar.weekdays.name { return OfficeTime(zone: zone, calendar: .weekdays) }
        let known = Set(calendars.map(\.name) + [WorkCalendar.weekdays.name]).sorted()
        let hint = Suggestion.phrase(for: calendar.text, among: known)
        throw Diagnostic(.error, "unknown calendar \"\(calendar)\"; \(hint)", at: calendar.position)
    }
}

/// One example: what happens to a permit, and what it is afterwards.
public struct Scenario: Hashable, Sendable {
    /// What the example shows, in words.
    public var name: Name
    /// Values of the workflow's settings.
    public var settings: [Name: String]
    /// What is known of the permit from the beginning.
    public var facts: [Name: String]
    /// How linked permits ended.
    public var links: [String: Outcome]
    /// What happens, in the order of the file.
    public var steps: [Step]
    /// The state at the end, where one is stated.
    public var state: Name?
    /// How the permit ended, where that is stated; `none` for one that is open.
    public var outcome: Statement?
    /// What is stated of clocks at the end.
    public var clocks: [ClockExpectation]
    /// The day as of whose end clocks are judged; without one it is the moment of the last step.
    public var asOf: Day?

    /// Something that happens at a moment, and what must come of it.
    public struct Step: Hashable, Sendable {
        /// When.
        public var at: Instant
        /// What somebody wants; nil where only time passes.
        public var act: Act?
        /// The actions that the law takes by itself until then, in order.
        public var due: [Name]
        /// The codes of the refusal that the act must meet; empty where it must succeed.
        public var refused: [String]
        /// The state afterwards, where one is stated.
        public var then: Name?
        /// Linked permits that have ended by now.
        public var links: [String: Outcome]
        /// Where the step stands.
        public var position: SourcePosition
    }

    /// What somebody wants in a step.
    public struct Act: Hashable, Sendable {
        /// The action.
        public var action: Name
        /// The role in which it is taken.
        public var role: Name
        /// Who takes it; the role's name where the file names nobody.
        public var actor: String
        /// Documents and notes that come with it.
        public var documents: [String]
        /// Facts that it states.
        public var facts: [Name: String]
    }

    /// A value that a file states, as text, with its place.
    public typealias Statement = Name

    /// What is stated of one clock: any of class, due, consumed, runs, pauses and paused.
    public struct ClockExpectation: Hashable, Sendable {
        /// The clock.
        public var clock: Name
        /// The values by their key.
        public var fields: [Field: Statement]

        /// What can be stated of a clock.
        public enum Field: String, Hashable, Sendable, CaseIterable {
            /// How the permit stands by the limit.
            case `class`
            /// The last local day in time, a moment for an elapsed limit, or `none`.
            case due
            /// The days that the last run consumed.
            case consumed
            /// The number of runs.
            case runs
            /// How often it was paused, over all runs.
            case pauses
            /// Whether it waits.
            case paused
        }
    }
}
