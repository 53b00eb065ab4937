import PermitLog
import WorkingTime

/// Everything that a reader said of a log, to compare it with another reading.
struct SeenLog: Equatable {
    var account: InputAccount
    var activities: [String]
    var resources: [String]
    var roles: [String]
    var factColumns: [String]
    var span: [Instant?]
    var partitions: [OrganizedPartition]

    /// Reads a log and groups all its partitions.
    init(_ request: ReadRequest) throws(LogError) {
        let log = try LogReader.read(request)
        account = log.account
        activities = log.activities
        resources = log.resources
        roles = log.roles
        factColumns = log.factColumns
        span = [log.firstTime, log.lastTime]
        partitions = []
        for index in 0..<log.partitionCount {
            let partition = try log.organize(index)
            if let wrong = partition.events.first(where: { log.position(ofOrder: $0.order).file.isEmpty }) {
                preconditionFailure("the event of order \(wrong.order) has no place in any file")
            }
            partitions.append(partition)
        }
    }

    /// The account's sums or the shape of the groups that are not as they must be; nil when all are.
    var fault: String? {
        let sums: [(String, Int, Int)] = [
            ("rows", account.rows, account.used + account.rejected + account.ignored),
            ("rejections", account.rejected, account.rejections.reduce(0) { $0 + $1.count }),
            ("ignored", account.ignored, account.ignoredReasons.reduce(0) { $0 + $1.count }),
            ("listed rejects", account.rejected, account.rejects.count + account.rejectsNotListed),
            ("events", account.events, partitions.reduce(0) { $0 + $1.events.count }),
        ]
        for (name, left, right) in sums where left != right { return "\(name): \(left) is not \(right)" }
        let times = partitions.flatMap { $0.events.map(\.time) }
        if span != [times.min(), times.max()].map({ $0.map(Instant.init(microseconds:)) }) {
            return "the log's span \(span) is not that of its events"
        }
        for texts in [activities, resources, roles] where !isSorted(texts) { return "not sorted: \(texts)" }
        return partitions.lazy.compactMap(fault).first
    }

    private func isSorted(_ texts: [String]) -> Bool {
        zip(texts, texts.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func fault(_ partition: OrganizedPartition) -> String? {
        var next = 0
        for entry in partition.cases {
            if entry.events.lowerBound != next || entry.events.isEmpty {
                return "a case without events of its own"
            }
            if entry.name.isEmpty { return "a case without a name" }
            if String(validating: partition.names[entry.name], as: UTF8.self) == nil {
                return "a name that is no text"
            }
            next = entry.events.upperBound
        }
        if next != partition.events.count { return "events without a case" }
        if partition.events.contains(where: { $0.activity >= activities.count }) {
            return "an unknown activity"
        }
        if partition.resources.contains(where: { $0 >= resources.count }) { return "an unknown resource" }
        return nil
    }

    /// The cases as a writer takes them, sorted by id.
    var cases: [WrittenCase] {
        partitions.flatMap { partition in
            partition.cases.map { entry in
                WrittenCase(
                    id: partition.name(of: entry),
                    events: entry.events.map { event($0, partition) }
                )
            }
        }
        .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    private func event(_ index: Int, _ partition: OrganizedPartition) -> WrittenEvent {
        let event = partition.events[index]
        let resource = partition.resources.isEmpty ? "" : resources[Int(partition.resources[index])]
        return WrittenEvent(
            activity: activities[event.activity],
            time: event.instant,
            isDateOnly: event.isDateOnly,
            resource: resource.isEmpty ? nil : resource
        )
    }
}
