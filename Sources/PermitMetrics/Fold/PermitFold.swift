import PermitLog
import PermitWorkflow
import WorkingTime

/// Sums and rows over cases; two folds over different cases add up to the fold over all of them.
struct PermitFold: Sendable {
    /// A cell of a used row that could not be read.
    struct BadCell: Hashable, Sendable {
        var column: String
        var reason: String
    }

    /// What is kept of a permit for its record.
    struct Kept: Sendable {
        var name: String
        var facts: [String?]
        var events: Int
        /// Microseconds from the first event to the last; by dates where one of them has no time.
        var span: Int64
    }

    /// A key that a limit table has no row for.
    struct MissingLimit: Hashable, Sendable {
        /// The clock's number in `Binding.clockKinds`.
        var clock: Int
        /// The values of the facts that key the table.
        var values: [String?]
    }

    /// A permit's place in a journey.
    struct Link: Sendable {
        /// The project's number in `projects`; -1 where the permit has none.
        var project: Int
        /// The number of the link that the permit is; -1 where it is none.
        var link: Int
        /// The case.
        var name = ""
        /// The actions taken that linked permits must come before.
        var actions: [CaseReplay.LinkedAction]
    }

    /// A limit table that gave limits, by how sure they are.
    struct TableLimit: Hashable, Sendable {
        var table: String
        var legal: String
        var mark: SourceMark?
        var isExample: Bool
    }

    var flow: FlowFold
    var rows = PermitRows()
    var kept: [Kept] = []
    var histories: [HistoryRow] = []
    /// Names near the one that was asked for, one of each partition.
    var nearNames: [String] = []
    var tally = DeviationTally()
    var groups = NumberedTexts()
    var projects = NumberedTexts()
    var links: [Link] = []
    var badCells: [BadCell: Int] = [:]
    /// Permits that have a date in a milestone's column; nil where none has.
    var dates = PerMilestone<Int>()
    var unmeasuredYears: [Int: Int] = [:]
    /// Permits by the key that a limit table has no row for.
    var missingLimits: [MissingLimit: Int] = [:]
    /// Limits that came from tables.
    var tableLimits: [TableLimit: Int] = [:]
    var duplicates = 0
    var eventsAfterCut = 0
    var decisionsAfterCut = 0
    /// Rows of the events after the cut.
    var rowsAfterCut = 0
    /// What each filter left out, in the order of the plan's.
    var filters: [FilterCount]
    /// The variants that were kept; nil for all.
    var variants: VariantChoice?
    /// Rows of the events that filters left out.
    var rowsFilteredOut = 0
    /// The times of activities and cases; nil where events do not know when their activity began.
    var instances: InstanceFold?

    /// Creates the fold of no permit of a plan.
    init(_ plan: FoldPlan) {
        flow = FlowFold(activityCount: plan.activities.count)
        filters = Array(repeating: FilterCount(), count: plan.filters.tests.count)
        if plan.keepsInstances { instances = InstanceFold(activityCount: plan.activities.count) }
    }

    /// Adds everything of another fold of the same plan.
    mutating func merge(_ other: consuming PermitFold) {
        let renumbered = groups.add(other.groups)
        let renumberedProjects = projects.add(other.projects)
        let (firstKept, firstLink) = (kept.count, links.count)
        for var link in other.links {
            if link.project >= 0 { link.project = renumberedProjects[link.project] }
            links.append(link)
        }
        rows.append(other.rows) { row in
            if !renumbered.isEmpty { row.group = renumbered[row.group] }
            if row.record >= 0 { row.record += firstKept }
            if row.link >= 0 { row.link += firstLink }
        }
        kept.append(contentsOf: other.kept)
        histories.append(contentsOf: other.histories)
        nearNames.append(contentsOf: other.nearNames)
        tally.merge(other.tally)
        badCells.merge(other.badCells, uniquingKeysWith: +)
        unmeasuredYears.merge(other.unmeasuredYears, uniquingKeysWith: +)
        missingLimits.merge(other.missingLimits, uniquingKeysWith: +)
        tableLimits.merge(other.tableLimits, uniquingKeysWith: +)
        for milestone in Profile.Milestone.allCases {
            guard let count = other.dates[milestone] else { continue }
            dates[milestone] = (dates[milestone] ?? 0) + count
        }
        duplicates += other.duplicates
        eventsAfterCut += other.eventsAfterCut
        decisionsAfterCut += other.decisionsAfterCut
        rowsAfterCut += other.rowsAfterCut
        rowsFilteredOut += other.rowsFilteredOut
        for index in filters.indices {
            filters[index].cases += other.filters[index].cases
            filters[index].events += other.filters[index].events
        }
        if let times = other.instances { instances?.merge(times) }
        flow.merge(other.flow)
    }
}

/// Texts with the numbers in which they were met.
struct NumberedTexts: Sendable {
    /// The texts as they may be shown.
    private(set) var texts: [String] = []
    private var keys: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of a text, given when it is new.
    ///
    /// - Parameters:
    ///   - key: The text: two that differ in it are two, also where they are shown alike.
    ///   - shown: What may be shown of it.
    /// - Returns: The number.
    mutating func number(of key: String, shown: String) -> Int {
        if let number = numbers[key] { return number }
        texts.append(shown)
        keys.append(key)
        numbers[key] = texts.count - 1
        return texts.count - 1
    }

    /// Adds all texts of another; gives the new number of each.
    mutating func add(_ other: NumberedTexts) -> [Int] {
        zip(other.keys, other.texts).map { number(of: $0, shown: $1) }
    }
}
