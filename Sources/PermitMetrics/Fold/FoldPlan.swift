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
    let keepsPermits: Bool
    let actors: ActorPlan
    /// The term that each activity of the log means: by the profile, else a canonical name, a code or a screen's label,
    /// else the word itself.
    let terms: [String]
    /// The activities that are codes which the table of codes does not have; empty when none is.
    let isOutsideTable: [Bool]
    /// The terms by which the law decides by silence.
    let deemedTerms: Set<String>
    /// Whether anything but the flow of activities is measured.
    let measuresPermits: Bool

    init(_ log: PartitionedLog, _ request: ReplayRequest, facts: FactPlan, cut: Int64) {
        let binding = Binding(request, facts: facts, hasProfile: log.profile != nil)
        var facts = facts
        facts.need(binding.factNames)
        self.facts = facts
        self.binding = binding
        office = request.office
        self.cut = cut
        activities = log.activities
        profile = log.profile
        keepsPermits = request.keepsPermits
        actors = ActorPlan(log)
        let words = log.activities.map { ActivityWord($0, log.profile, request.vocabulary) }
        terms = words.map(\.term)
        isOutsideTable = words.contains(where: \.isOutsideTable) ? words.map(\.isOutsideTable) : []
        deemedTerms = Set(request.vocabulary.terms.filter(\.isDeemed).map(\.name.text))
        measuresPermits =
            binding.isPossible || facts.knowsTurnaround || facts.deadline != nil || facts.online != nil
            || !facts.by.isEmpty || request.keepsPermits
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
