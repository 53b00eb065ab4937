/// A checked definition on dense integers: states, actions and terms are indices into arrays.
///
/// The live engine and a replay run the same value. Stepping is one lookup in a table of states and terms; guards are
/// evaluated only where a definition has them.
public struct Workflow: Sendable {
    /// The definition that it was made from.
    public let definition: Definition
    /// The digest of the definition's canonical JSON, when the caller supplied one.
    public let digest: String?
    /// The states, in the order of the definition.
    public let states: [StateInfo]
    /// The actions, in the order of the definition.
    public let actions: [ActionInfo]
    /// The canonical terms that the actions are known by, in the order of their first action.
    public let terms: [String]
    /// The time limits, in the order of the definition.
    public let clocks: [ClockInfo]
    /// The milestones, in the order of the definition, at most 64.
    public let milestones: [MilestoneInfo]
    /// The settings with the values in force.
    public let settings: [SettingInfo]
    /// The state in which permits begin.
    public let initialState: Int

    /// One cell for each state and term.
    @usableFromInline let cells: [StepCell]
    /// The number of terms, which is the width of a row of cells.
    @usableFromInline let termCount: Int
    /// For each state and state: the first action on a shortest way, and how many steps it is; -1 where there is none.
    let ways: [Way]
    /// Milestones that an action reaches, as bits.
    @usableFromInline let milestonesAtAction: [UInt64]
    /// Milestones that entering a state reaches, as bits.
    @usableFromInline let milestonesInState: [UInt64]
    /// What transitions do to the clocks.
    public let clockTables: ClockTables
    private let termIndices: [String: Int]
    private let actionIndices: [String: Int]
    private let stateIndices: [String: Int]

    init(definition: Definition, digest: String?, parts: WorkflowCompiler) {
        self.definition = definition
        self.digest = digest
        states = parts.states
        actions = parts.actions
        terms = parts.terms
        clocks = parts.clocks
        milestones = parts.milestones
        settings = parts.settings
        initialState = parts.initialState
        cells = parts.cells()
        termCount = parts.terms.count
        ways = parts.ways()
        milestonesAtAction = parts.milestonesAtAction
        milestonesInState = parts.milestonesInState
        clockTables = ClockTables(clocks: parts.clocks, outcomes: parts.states.map(\.outcome))
        termIndices = parts.termIndices
        actionIndices = parts.actionIndices
        stateIndices = parts.stateIndices
    }

    /// The workflow's name.
    public var name: String { definition.name.text }
    /// The title by language code.
    public var title: [String: String] { definition.title }
    /// The regulation behind the workflow.
    public var legal: String { definition.legal }
    /// The workflow to which what happens after a grant belongs.
    public var succeededBy: String? { definition.succeededBy?.text }

    /// The index of a canonical term; nil when no action is known by it.
    public func term(named name: String) -> Int? { termIndices[name] }
    /// The index of an action.
    public func action(named name: String) -> Int? { actionIndices[name] }
    /// The index of a state.
    public func state(named name: String) -> Int? { stateIndices[name] }
    /// The index of a clock.
    public func clock(named name: String) -> Int? { clocks.firstIndex { $0.name == name } }
    /// The index of a milestone.
    public func milestone(named name: String) -> Int? { milestones.firstIndex { $0.name == name } }

    /// The milestones that a transition reaches, as bits by their index.
    ///
    /// A milestone is the first time that its bit appears; the caller keeps the bits seen.
    @inlinable
    public func milestones(action: Int, from: Int, to: Int) -> UInt64 {
        let atAction = action >= 0 ? milestonesAtAction[action] : 0
        return from == to ? atAction : atAction | milestonesInState[to]
    }
}

extension Workflow {
    /// A state.
    public struct StateInfo: Hashable, Sendable {
        /// The state's name.
        public var name: String
        /// The title by language code.
        public var title: [String: String]
        /// Who must act; nil in an outcome.
        public var holder: Holder?
        /// The stage that reports group by.
        public var stage: String?
        /// How the permit ended, if it did.
        public var outcome: Outcome?
        /// Whether permits begin here.
        public var isInitial: Bool
    }

    /// An action.
    public struct ActionInfo: Hashable, Sendable {
        /// The action's name.
        public var name: String
        /// The title by language code.
        public var title: [String: String]
        /// The canonical term that logs use.
        public var term: String
        /// The index of that term.
        public var termIndex: Int
        /// The roles that may act.
        public var roles: [String]
        /// Documents and notes that must come with it.
        public var needs: [String]
        /// Actions, by index, whose last actor must be somebody else.
        public var notSameActorAs: [Int]
        /// Linked permits that must have ended in one of these ways, by the link's name.
        public var after: [String: [Outcome]]
        /// The article behind the action.
        public var legal: String?
        /// Whether it gives the permit back to the applicant for corrections.
        public var isReturn: Bool
        /// Whether only the system takes it.
        public var isAutomatic: Bool
        /// The ways of the action.
        public var cases: [CaseInfo]
        /// Whether all its cases lead to one state.
        public var hasOneTarget: Bool
    }

    /// One way of an action.
    public struct CaseInfo: Hashable, Sendable {
        /// The states from which it leads.
        public var from: [Int]
        /// The state to which it leads.
        public var to: Int
        /// The guard; nil when it is always open.
        public var when: Condition?
    }

    /// A milestone.
    public struct MilestoneInfo: Hashable, Sendable {
        /// The milestone's name.
        public var name: String
        /// Actions, by index, that reach it.
        public var actions: [Int]
        /// States, by index, that reach it on entering.
        public var states: [Int]
    }

    /// A setting with the value in force.
    public struct SettingInfo: Hashable, Sendable {
        /// The setting's name.
        public var name: String
        /// The value in force.
        public var value: String
        /// Whether nobody set another one.
        public var isDefault: Bool
        /// How sure the default is.
        public var mark: SourceMark?
        /// Why it is a setting, by language code.
        public var note: [String: String]
    }

    /// The first step of a shortest way between two states.
    struct Way: Sendable {
        var action: Int16
        var next: Int16
    }
}
