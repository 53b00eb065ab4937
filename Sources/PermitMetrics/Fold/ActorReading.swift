import PermitLog

/// How the log's words for people and roles become the workflow's roles.
struct ActorPlan: Sendable {
    /// The workflow's role of each role or resource number; nil for words that no profile maps.
    private let roles: [String?]
    private let hasRoleColumn: Bool

    /// Where no profile binds roles, nobody's role is known; who acted may be known all the same.
    init(_ log: borrowing PartitionedLog) {
        hasRoleColumn = log.profile?.roleColumns.isEmpty == false
        let words = log.profile?.roles ?? [:]
        roles = (hasRoleColumn ? log.roles : log.resources).map { words[$0] }
    }

    func actor(resource: UInt32, role: UInt32) -> CaseReplay.Actor {
        CaseReplay.Actor(resource: resource, role: roles[Int(hasRoleColumn ? role : resource)])
    }
}

/// Who acted in the events of one case.
struct ActorReading {
    private let box: PartitionBox
    private let first: Int
    private let plan: FoldPlan

    /// The actors of the events of a case from the partition's event `first` on.
    init(_ box: PartitionBox, first: Int, _ plan: FoldPlan) {
        self.box = box
        self.first = first
        self.plan = plan
    }

    /// The actor of an event by its number from the first on; nil where resources were not kept.
    subscript(index: Int) -> CaseReplay.Actor? {
        guard !box.partition.resources.isEmpty else { return nil }
        return plan.actors.actor(
            resource: box.partition.resources[first + index],
            role: box.partition.roles[first + index]
        )
    }
}
