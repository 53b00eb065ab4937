import PermitLog
import PermitWorkflow
import WorkingTime

/// What a fold knows before it begins; the same for all workers.
///
/// A reference, because every case looks into it: a copy for each would cost more than the case.
final class FoldPlan: Sendable {
    let facts: FactPlan
    let binding: Binding
    let office: OfficeTime
    /// The data cut in microseconds since 1970 UTC; later events are left out.
    let cut: Int64
    let activities: [String]
    let profile: Profile?
    /// How the ids of permits may be shown.
    let caseIDs: CaseIDs
    private let position: @Sendable (UInt32) -> LogPosition
    let keepsPermits: Bool
    let histories: PermitHistory.Choice
    let actors: ActorPlan
    /// Which permits are counted.
    let filters: FilterPlan
    /// What is made of the transitions of activities.
    let lifecycle: LifecycleReading
    /// Whether events know when their activity began.
    let keepsInstances: Bool
    /// Whether a row of the log may hold several events.
    let sharesRows: Bool
    /// The term that each activity of the log means: by the profile, else a canonical name, a code or a screen's label,
    /// else the word itself.
    let terms: [String]
    /// The activities that are codes which the table of codes does not have; empty when none is.
    let isOutsideTable: [Bool]
    /// The terms by which the law decides by silence.
    let deemedTerms: Set<String>
    /// Whether a canonical term of the vocabulary gives a permit back for corrections.
    let returns: [String: Bool]
    /// How permits are linked to projects; nil where nothing says so.
    let journeys: JourneyPlan?
    /// Whether anything but the flow of activities is measured.
    let measuresPermits: Bool

    init(_ log: PartitionedLog, _ request: ReplayRequest, facts: FactPlan, cut: Int64) {
        let binding = Binding(request, facts: facts, hasProfile: log.profile != nil)
        var facts = facts
        let journeys = JourneyPlan(request.journeys, facts)
        facts.need(binding.factNames.union(journeys?.journeys.factNames ?? []))
        self.journeys = journeys
        self.facts = facts
        self.binding = binding
        office = request.office
        self.cut = cut
        activities = log.activities
        profile = log.profile
        caseIDs = log.profile?.caseIDs(column: request.caseColumn) ?? .asWritten
        position = { [log] in log.position(ofOrder: $0) }
        keepsPermits = request.keepsPermits
        histories = request.histories
        actors = ActorPlan(log)
        let words = log.activities.map { ActivityWord($0, log.profile, request.vocabulary) }
        terms = words.map(\.term)
        filters = FilterPlan(request, log, facts: facts, terms: words.map(\.term))
        lifecycle = log.lifecycle
        keepsInstances = log.keepsInstances
        sharesRows = log.account.events > log.account.used
        isOutsideTable = words.contains(where: \.isOutsideTable) ? words.map(\.isOutsideTable) : []
        returns = Dictionary(
            request.vocabulary.terms.map { ($0.name.text, $0.isReturn) },
            uniquingKeysWith: { first, _ in first }
        )
        deemedTerms = Set(request.vocabulary.terms.filter(\.isDeemed).map(\.name.text))
        measuresPermits =
            binding.isPossible || facts.knowsTurnaround || facts.deadline != nil || facts.online != nil
            || !facts.by.isEmpty || request.keepsPermits || journeys != nil
            || request.histories != .none
    }
}

extension FoldPlan {
    /// The id of a permit as it may be shown; where it is personal, the place of its first row.
    func shown(_ name: String, order: UInt32) -> String {
        caseIDs.shown(name, place: position(order).description)
    }
}

/// How the permits of a log are linked to projects.
struct JourneyPlan: Sendable {
    let journeys: Journeys
    /// The number of the fact that the permits of one project share.
    let fact: Int

    /// Nil without journeys, and where the profile does not declare their fact.
    init?(_ journeys: Journeys?, _ facts: FactPlan) {
        guard let journeys,
            let fact = facts.facts.prefix(facts.declaredCount)
                .firstIndex(where: { $0.name == journeys.by.text })
        else { return nil }
        self.journeys = journeys
        self.fact = fact
    }
}

/// What a word of the log means.
private struct ActivityWord {
    let term: String
    let isOutsideTable: Bool

    init(_ activity: String, _ profile: Profile?, _ vocabulary: Vocabulary) {
        let mapped = profile?.vocabulary[activity]
        term = mapped ?? vocabulary.term(word: activity)?.name.text ?? activity
        isOutsideTable = mapped == nil && vocabulary.isOutsideTable(code: activity)
    }
}

/// A partition that the cases of it refer to while they are folded.
final class PartitionBox: Sendable {
    let partition: OrganizedPartition

    init(_ partition: OrganizedPartition) { self.partition = partition }
}
