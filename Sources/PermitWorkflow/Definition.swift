public import WorkingTime

/// A workflow as an official reads it: data, never closures.
///
/// Everything that a definition file can say and nothing more. It becomes a `Workflow` once `check` finds no error.
public struct Definition: Hashable, Sendable {
    /// The workflow's name, which permits and options use.
    public var name: Name
    /// The title by language code (`id`, `en`).
    public var title: [String: String]
    /// The regulation behind the workflow.
    public var legal: String
    /// How sure that source is.
    public var mark: SourceMark?
    /// When it governs.
    public var inForce: InForce?
    /// The workflow to which what happens after a grant belongs, such as supervision.
    public var succeededBy: Name?
    /// What a caller may set, for rules that the source leaves open.
    public var settings: [Setting]
    /// The facts that guards and table limits read.
    public var facts: [Fact]
    /// Who acts.
    public var roles: [Role]
    /// The states.
    public var states: [State]
    /// The moments that reports measure between.
    public var milestones: [Milestone]
    /// The time limits.
    public var clocks: [Clock]
    /// What may be done.
    public var actions: [Action]

    /// Creates a definition.
    public init(
        name: Name,
        title: [String: String] = [:],
        legal: String,
        mark: SourceMark? = nil,
        inForce: InForce? = nil,
        succeededBy: Name? = nil,
        settings: [Setting] = [],
        facts: [Fact] = [],
        roles: [Role],
        states: [State],
        milestones: [Milestone] = [],
        clocks: [Clock] = [],
        actions: [Action]
    ) {
        self.name = name
        self.title = title
        self.legal = legal
        self.mark = mark
        self.inForce = inForce
        self.succeededBy = succeededBy
        self.settings = settings
        self.facts = facts
        self.roles = roles
        self.states = states
        self.milestones = milestones
        self.clocks = clocks
        self.actions = actions
    }

    /// The dates between which a definition governs: from included, until excluded.
    public struct InForce: Hashable, Sendable {
        /// Which date of a permit is compared.
        public enum Basis: String, Hashable, Sendable, CaseIterable {
            /// The day of submission.
            case submission
            /// The day of decision.
            case decision
        }

        /// The first day.
        public var from: Day?
        /// The first day after.
        public var until: Day?
        /// Which date of a permit is compared.
        public var by: Basis

        /// Creates a range of dates.
        public init(from: Day?, until: Day?, by: Basis = .submission) {
            self.from = from
            self.until = until
            self.by = by
        }
    }

    /// A choice that the source leaves open, with the one taken by default.
    public struct Setting: Hashable, Sendable {
        /// The setting's name.
        public var name: Name
        /// The value when nobody sets it.
        public var standard: String
        /// The values that a caller may set; empty for a whole number.
        public var accepts: [String]
        /// How sure the default is.
        public var mark: SourceMark?
        /// Why it is a setting, by language code.
        public var note: [String: String]

        /// Creates a setting.
        public init(
            name: Name,
            standard: String,
            accepts: [String] = [],
            mark: SourceMark? = nil,
            note: [String: String] = [:]
        ) {
            self.name = name
            self.standard = standard
            self.accepts = accepts
            self.mark = mark
            self.note = note
        }
    }

    /// A declared fact.
    public struct Fact: Hashable, Sendable {
        /// The fact's name.
        public var name: Name
        /// What its values are.
        public var type: FactType

        /// Creates a fact.
        public init(name: Name, type: FactType) {
            self.name = name
            self.type = type
        }
    }

    /// Somebody who acts, and on whose desk he or she sits.
    public struct Role: Hashable, Sendable {
        /// The role's name.
        public var name: Name
        /// The desk.
        public var holder: Holder

        /// Creates a role.
        public init(name: Name, holder: Holder) {
            self.name = name
            self.holder = holder
        }
    }

    /// A place where a permit rests.
    public struct State: Hashable, Sendable {
        /// The state's name.
        public var name: Name
        /// The title by language code.
        public var title: [String: String]
        /// Whether permits begin here.
        public var isInitial: Bool
        /// Who must act; nil in an outcome.
        public var holder: Holder?
        /// The stage that reports group by.
        public var stage: String?
        /// How the permit ended, if it did.
        public var outcome: Outcome?
        /// Canonical terms that a log uses as the status of a permit here.
        public var statuses: [String]

        /// Creates a state.
        public init(
            name: Name,
            title: [String: String] = [:],
            isInitial: Bool = false,
            holder: Holder? = nil,
            stage: String? = nil,
            outcome: Outcome? = nil,
            statuses: [String] = []
        ) {
            self.name = name
            self.title = title
            self.isInitial = isInitial
            self.holder = holder
            self.stage = stage
            self.outcome = outcome
            self.statuses = statuses
        }
    }

    /// A moment that reports measure from or to: the first time that something happens.
    public struct Milestone: Hashable, Sendable {
        /// What happens.
        public enum Trigger: Hashable, Sendable {
            /// One of these actions is taken.
            case at([Name])
            /// One of these states is entered; a name that is no state means every state with that outcome.
            case enters([Name])
        }

        /// The milestone's name.
        public var name: Name
        /// What happens.
        public var trigger: Trigger

        /// Creates a milestone.
        public init(name: Name, trigger: Trigger) {
            self.name = name
            self.trigger = trigger
        }
    }
}
