public import PermitLog
public import WorkingTime

/// The same permits counted under two rules, step by step.
///
/// A step is compared where a clock of each rule limits it and both clocks start at the same canonical terms. The shares
/// are paired: of the permits that both clocks could judge to the end.
public struct Comparison: Sendable {
    /// One of the two rules.
    public struct Rule: Hashable, Sendable {
        /// The family or the workflow.
        public var name: String
        /// Whether it is a family, whose workflow depends on the facts of each permit.
        public var isFamily: Bool
    }

    /// How many permits each rule has a workflow for.
    public struct Coverage: Hashable, Sendable {
        /// Permits with a workflow under both rules.
        public var both = 0
        /// Permits with a workflow under the first rule only.
        public var onlyFirst = 0
        /// Permits with a workflow under the second rule only.
        public var onlySecond = 0
        /// Permits without any.
        public var neither = 0
    }

    /// One rule's clock of a step.
    public struct Clock: Hashable, Sendable {
        /// The workflow.
        public var workflow: String
        /// The clock in it.
        public var name: String
        /// How long; nil where a table says so.
        public var amount: Int?
        /// `working_days`, `calendar_days` or `elapsed`.
        public var unit: String?
        /// The table that says how long; nil where the workflow does.
        public var table: String?
        /// The article that sets the limit.
        public var legal: String?
        /// How sure that article is.
        public var mark: String?
        /// The canonical terms at which it starts, sorted.
        public var starts: [String]
        /// The canonical terms at which it pauses, sorted.
        public var pauses: [String]
        /// The canonical terms at which it starts again from zero, sorted.
        public var restarts: [String] = []
        /// Of the judged permits, those on time.
        public var onTime = 0
        /// Median of the days consumed by the judged permits; nil without any.
        public var medianConsumedDays: Double?
        /// Permits of the step in which the deadline passed and the law decides by silence.
        public var wouldBeDeemed = 0
    }

    /// How many permits have one class under each rule.
    public struct Cell: Hashable, Sendable {
        /// The class under the first rule.
        public var first: String
        /// The class under the second rule.
        public var second: String
        /// The number of permits.
        public var permits: Int
    }

    /// A permit whose class is not the same.
    public struct Example: Hashable, Sendable {
        /// The case.
        public var name: String
        /// The class under the first rule.
        public var first: String
        /// The class under the second rule.
        public var second: String
    }

    /// A step under two workflows.
    public struct Step: Hashable, Sendable {
        /// The step.
        public var name: String
        /// The clock of the first rule.
        public var first: Clock
        /// The clock of the second rule.
        public var second: Clock
        /// Permits that both clocks are for.
        public var permits: Int
        /// Of these, permits that both clocks judged to the end: on time, late, overdue or deemed.
        public var judged: Int
        /// Permits by class, in the order of the classes; pairs that no permit has are left out.
        public var cells: [Cell]
        /// Permits whose class is not the same.
        public var changed: Int
        /// The first of these in the order of the log, at most 20.
        public var examples: [Example]

        /// Whether the clocks wait at different events.
        public var pausesDiffer: Bool { first.pauses != second.pauses }
    }

    /// A step that cannot be compared.
    public struct Refusal: Hashable, Sendable {
        /// Why.
        public enum Reason: String, Hashable, Sendable {
            /// The clocks start at different events.
            case differentStart = "different_start"
            /// Facts give the permits a workflow under one rule only.
            case oneRuleOnly = "one_rule_only"
        }

        /// The step.
        public var step: String
        /// Why.
        public var reason: Reason
        /// The workflow of the first rule.
        public var firstWorkflow: String
        /// The workflow of the second rule.
        public var secondWorkflow: String
        /// The canonical terms at which the clock of the first rule starts, sorted.
        public var firstStarts: [String]
        /// The canonical terms at which the clock of the second rule starts, sorted.
        public var secondStarts: [String]
        /// The number of permits.
        public var permits: Int
    }

    /// How far permits follow a workflow of one rule.
    public struct Fit: Hashable, Sendable {
        /// The rule's name.
        public var rule: String
        /// The workflow.
        public var workflow: String
        /// Permits that it governs here.
        public var permits: Int
        /// Permits without an unexpected event.
        public var fitting: Int
    }

    /// What was read.
    public var input: InputAccount
    /// What was assumed for either rule.
    public var assumptions: [Assumption]
    /// The data cut.
    public var asOf: Instant
    /// The zone whose days are counted.
    public var zone: Zone
    /// The first rule.
    public var first: Rule
    /// The second rule.
    public var second: Rule
    /// How many permits each rule has a workflow for.
    public var coverage: Coverage
    /// The steps that are compared, by name and workflows.
    public var steps: [Step]
    /// The steps that are not, with the reason, by name and workflows.
    public var refused: [Refusal]
    /// How far permits follow each workflow.
    public var fits: [Fit]
    /// What filters left out, in the order in which they were applied.
    public var filters: [FilterAccount] = []
}
