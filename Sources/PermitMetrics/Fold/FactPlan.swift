import PermitLog
import PermitWorkflow
import WorkingTime

/// Where the facts, milestones and deadline of a log's permits come from.
struct FactPlan: Sendable {
    /// Where one fact comes from.
    enum Source: Sendable {
        /// The number of a column among `PartitionedLog.factColumns`, and what its words stand for.
        case column(Int, words: [String: String])
        /// The same for all permits.
        case value(String)
    }

    /// A fact with its type in the profile.
    struct Fact: Sendable {
        var name: String
        var source: Source
        var type: Profile.FactType
        /// Whether it is a business number, of which the last four digits are shown.
        var isNIB = false

        /// A value as it may be shown.
        func shown(_ value: String) -> String { isNIB ? LastFour.text(value) : value }
    }

    /// What one key of the grouping reads.
    enum GroupKey: Sendable {
        /// The number of a fact.
        case fact(Int)
        /// The family of the workflow that governs the permit.
        case regime
        /// The workflow that governs the permit.
        case workflow
        /// Nothing that this log knows.
        case absent
    }

    /// The keys that need no fact or column of their name, and what they read.
    static let builtInKeys: [String: GroupKey] = [
        "regime": .regime, "workflow": .workflow, "permit_type": .absent,
    ]

    /// The facts of the profile, then the columns that only `--by` or `--where` name.
    private(set) var facts: [Fact] = []
    /// How many of `facts` the profile declares; a change of the others is no finding.
    private(set) var declaredCount = 0
    /// The columns of the profile's milestones; a milestone that is here never comes from the workflow.
    private(set) var milestones = PerMilestone<Int>()
    /// How the dates of each column are written: as the profile says, else in any form that cannot be mistaken.
    private(set) var forms: [StampForm] = []
    /// The columns of milestones that are asked where the first has nothing.
    private(set) var furtherMilestones: [Profile.Milestone: [Int]] = [:]
    /// How a limit in days becomes a moment; nil where the deadline is one.
    private(set) var deadlineDays: Profile.Deadline.Days?
    /// The columns of outcomes that are asked where the first names none.
    private(set) var furtherOutcomes: [Int] = []
    /// The column of deadlines.
    private(set) var deadline: (column: Int, name: String)?
    /// The names of the columns, for messages.
    private(set) var columnNames: [String] = []
    /// The column of outcomes and what its words stand for.
    private(set) var outcome: (column: Int, words: [String: Outcome])?
    /// The fact that tells the channel, and its values that mean online.
    private(set) var online: (fact: Int, values: Set<String>)?
    /// What makes groups, in the order of the keys.
    private(set) var by: [GroupKey] = []
    /// The facts that filters look at, by key.
    private var filtered: [String: Int] = [:]
    /// Columns that the profile asks for and the log does not have; of alternatives the first.
    private(set) var absentColumns: [String] = []
    /// Keys that name neither a fact nor a column.
    private(set) var unknownKeys: [String] = []

    init(_ log: borrowing PartitionedLog, _ request: ReplayRequest) {
        let columns = log.factColumns
        columnNames = columns
        forms = columns.map { log.dateForm(ofColumn: $0) }
        func number(_ alternatives: [String]) -> Int? {
            alternatives.lazy.compactMap { columns.firstIndex(of: $0) }.first
        }
        if let profile = log.profile {
            absentColumns = profile.factColumns.filter { number($0) == nil }.compactMap(\.first)
            for fact in profile.facts {
                switch fact.source {
                case .value(let value):
                    facts.append(Fact(name: fact.name, source: .value(value), type: fact.type))
                case .columns(let names):
                    guard let column = number(names) else { continue }
                    facts.append(
                        Fact(name: fact.name, source: .column(column, words: fact.words), type: fact.type)
                    )
                }
            }
            for (milestone, names) in profile.milestones {
                let found = names.compactMap { number([$0]) }
                milestones[milestone] = found.first
                furtherMilestones[milestone] = Array(found.dropFirst())
            }
            if let found = profile.deadline, let column = number(found.columns) {
                deadline = (column, found.name)
                deadlineDays = found.days
            }
            if let found = profile.outcome, let column = number(found.columns) {
                outcome = (column, found.words.compactMapValues { Outcome(rawValue: $0) })
                furtherOutcomes = found.columns.compactMap { number([$0]) }.filter { $0 != column }
            }
            if let found = profile.online, let fact = facts.firstIndex(where: { $0.name == found.fact }) {
                online = (fact, Set(found.values))
            }
        }
        declaredCount = facts.count
        profile = log.profile
        by = request.by.compactMap { key in
            if let fact = fact(named: key, columns) { return .fact(fact) }
            if Self.builtInKeys[key] == nil { unknownKeys.append(key) }
            return Self.builtInKeys[key]
        }
        defer { markNIB() }
        for key in request.filters.compactMap(\.key) {
            filtered[key] = fact(named: key, columns)
            if filtered[key] == nil { unknownKeys.append(key) }
        }
    }

    private let profile: Profile?

    private mutating func markNIB() {
        guard let profile, !profile.nib.isEmpty else { return }
        for index in facts.indices {
            guard case .column(let column, _) = facts[index].source else { continue }
            facts[index].isNIB = profile.isNIB(column: columnNames[column])
        }
    }

    /// The number of the fact that a filter looks at, and whether any event may have the value; nil for an unknown key.
    ///
    /// A fact of the profile and a column of cases belong to the permit.
    func fact(of condition: PermitFilter.Condition) -> (number: Int, isOfEvents: Bool)? {
        guard let number = filtered[condition.key] else { return nil }
        guard case .column(let column, _) = facts[number].source else { return (number, false) }
        return (number, number >= declaredCount && !columnNames[column].hasPrefix("case:"))
    }

    /// The numbers of the facts that guards, clocks or regimes read.
    private(set) var needed: [Int] = []
    /// The needed facts where none of them comes from a column: the same for every permit.
    private(set) var constant: FactValues?

    /// Names the facts that workflows and regimes read; the others need no typed value.
    mutating func need(_ names: Set<String>) {
        needed = facts.indices.filter { names.contains(facts[$0].name) }
        var values = FactValues()
        for index in needed {
            guard case .value(let value) = facts[index].source else { return }
            values[facts[index].name] = facts[index].value(value)
        }
        constant = values
    }

    /// Whether submission and decision have columns.
    var knowsTurnaround: Bool { milestones[.submitted] != nil && milestones[.decided] != nil }

    private mutating func fact(named key: String, _ columns: [String]) -> Int? {
        if let found = facts.firstIndex(where: { $0.name == key }) { return found }
        guard let column = columns.firstIndex(of: key) ?? columns.firstIndex(of: "case:" + key) else {
            return nil
        }
        facts.append(Fact(name: key, source: .column(column, words: [:]), type: .text))
        return facts.count - 1
    }
}
