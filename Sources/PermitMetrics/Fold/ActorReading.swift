import PermitLog

/// How the log's words for people and roles become the workflow's roles.
struct ActorPlan: Sendable {
    /// The workflow's role of each role or resource number; nil for words that the profile does not map.
    private let roles: [String?]
    private let hasRoleColumn: Bool

    /// Nil where the profile binds no roles.
    init?(_ log: borrowing PartitionedLog) {
        guard let profile = log.profile, !profile.roles.isEmpty else { return nil }
        hasRoleColumn = !profile.roleColumns.isEmpty
        roles = (hasRoleColumn ? log.roles : log.resources).map { profile.roles[$0] }
    }

    func actor(resource: UInt32, role: UInt32) -> CaseReplay.Actor {
        CaseReplay.Actor(resource: resource, role: roles[Int(hasRoleColumn ? role : resource)])
    }
}

/// Who acted in the events of one case.
struct ActorReading {
    private let partition: OrganizedPartition
    private let first: Int
    private let plan: ActorPlan?

    init(_ partition: borrowing OrganizedPartition, _ index: Int, _ plan: ActorPlan?) {
        self.partition = copy partition
        first = partition.cases[index].events.lowerBound
        self.plan = partition.resources.isEmpty ? nil : plan
    }

    /// The actor of an event by its number in the case; nil where the profile binds no roles.
    subscript(index: Int) -> CaseReplay.Actor? {
        guard let plan else { return nil }
        return plan.actor(resource: partition.resources[first + index], role: partition.roles[first + index])
    }
}
