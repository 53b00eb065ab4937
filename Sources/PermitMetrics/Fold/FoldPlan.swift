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
    let histories: PermitHistory.Choice
    let actors: ActorPlan
    /// Canonical terms and the codes of OSS, for words that the profile does not map.
    let vocabulary: Vocabulary
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
        histories = request.histories
        actors = ActorPlan(log)
        vocabulary = request.vocabulary
        deemedTerms = Set(request.vocabulary.terms.filter(\.isDeemed).map(\.name.text))
        measuresPermits =
            binding.isPossible || facts.knowsTurnaround || facts.deadline != nil || facts.online != nil
            || !facts.by.isEmpty || request.keepsPermits || request.histories != .none
    }

    /// The term that an activity of the log means: by the profile, else a canonical name or a code, else the word itself.
    func term(ofActivity activity: String) -> String {
        profile?.vocabulary[activity] ?? vocabulary.term(word: activity)?.name.text ?? activity
    }
}

/// A partition that the cases of it refer to while they are folded.
final class PartitionBox: Sendable {
    let partition: OrganizedPartition

    init(_ partition: OrganizedPartition) { self.partition = partition }
}
