internal import PermitWorkflow
internal import WorkingTime

/// How the other permits of a project ended, by the name of the link that each stands for.
struct LinkedEnds {
    /// How one permit ended.
    struct End {
        var outcome: Outcome
        var moment: Instant
        /// Whether the export lacks the permit.
        var isLost: Bool
    }

    private var ends: [String: End] = [:]

    /// Notes how a permit ended.
    mutating func note(_ end: End, as link: String) { ends[link] = end }

    /// The moment at which all permits that an action needs have ended as it must.
    ///
    /// - Returns: Nil when one of them has not; nil within when the action needs none.
    func ready(for after: [String: [Outcome]]) -> Instant?? {
        var ready: Instant?
        for (link, outcomes) in after {
            guard let end = ends[link], outcomes.contains(end.outcome) else { return .none }
            ready = max(ready ?? end.moment, end.moment)
        }
        return .some(ready)
    }

    /// The outcomes that are known at a moment.
    func outcomes(at moment: Instant) -> [String: Outcome] {
        ends.filter { $0.value.moment <= moment }.mapValues(\.outcome)
    }

    /// Those of some links whose permits the export lacks.
    func lost(among links: some Sequence<String>) -> [String] {
        links.filter { ends[$0]?.isLost ?? false }.sorted()
    }
}
