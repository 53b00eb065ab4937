public import WorkingTime

/// A log that was read: its rows lie in partitions by case and are grouped by ``organize(_:)``.
///
/// Whoever folds a log takes one partition after the other, on as many threads as it likes, so that the whole log never
/// stands in memory twice.
public struct PartitionedLog: Sendable {
    /// The activities, sorted by their UTF-8 bytes; an event's activity is an index of this list.
    public let activities: [String]
    /// The resources, sorted by their UTF-8 bytes; the first is the empty text of events without one.
    public let resources: [String]
    /// The roles of the profile's role column, sorted by their UTF-8 bytes; the first is the empty text.
    public let roles: [String]
    /// The names of the columns that are kept as facts.
    public let factColumns: [String]
    /// Whether the columns' names say which attributes are of cases; known when all columns were kept.
    let statesLevels: Bool
    /// What the values of columns are, where the file says so; known when all columns were kept.
    let columnKinds: [String: ColumnKind]
    /// What became of every row.
    public var account: InputAccount
    /// The profile by which the log was read.
    public let profile: Profile?
    /// The zone of days and of stamps without offset.
    public let zone: Zone
    /// The first event's moment; nil for a log without events.
    public let firstTime: Instant?
    /// The last event's moment; nil for a log without events.
    public let lastTime: Instant?
    private let forms: DateForms
    let files: [LogReading.FileOrders]
    let partitions: [Partition]
    let keepsResource: Bool
    /// What is made of the transitions of activities.
    public let lifecycle: LifecycleReading
    /// Whether events know when their activity began.
    public let keepsInstances: Bool

    init(
        plan: LogPlan,
        files: [LogReading.FileOrders],
        boxes: [WorkerBox],
        request: ReadRequest,
        joined: [JoinedTable],
        dirt: [DirtFinding]
    ) {
        let tallies = boxes.map { $0.worker.tally }
        account = InputAccount(files: files.map(\.name), tallies: tallies, listed: request.listedRejects)
        account.dirt = dirt + DirtFinding.ofRows(tallies)
        account.joins = joined.map { JoinAccount($0, tallies) }
        profile = plan.profile
        zone = plan.zone
        factColumns = plan.factColumns
        statesLevels = plan.statesLevels
        columnKinds = plan.columnKinds
        keepsResource = plan.keepsResource
        forms = plan.forms
        lifecycle = plan.lifecycle
        keepsInstances = plan.keepsLifecycle
        account.countTransitions(boxes.map { $0.worker.transitions.counted() })
        self.files = files
        let activity = MergedTexts(boxes.map { $0.worker.activities.strings() })
        let resource = MergedTexts(boxes.map { $0.worker.resources.strings() })
        let role = MergedTexts(boxes.map { $0.worker.roles.strings() })
        activities = activity.texts
        resources = resource.texts
        roles = role.texts
        let first = tallies.map(\.firstTime).min() ?? .max
        let last = tallies.map(\.lastTime).max() ?? .min
        firstTime = account.used > 0 ? Instant(microseconds: first) : nil
        lastTime = account.used > 0 ? Instant(microseconds: last) : nil
        partitions = (0..<RowBuckets.count)
            .map { bucket in
                Partition(
                    boxes.indices.map { worker in
                        WorkerRows(
                            segments: boxes[worker].worker.rows.take(bucket),
                            names: boxes[worker].worker.names.take(bucket),
                            facts: boxes[worker].worker.facts.take(bucket),
                            activities: activity.numbers[worker],
                            resources: resource.numbers[worker],
                            roles: role.numbers[worker]
                        )
                    }
                )
            }
    }

    /// The number of partitions: the same for every log.
    public var partitionCount: Int { partitions.count }

    /// Groups a partition's rows by case and frees the rows.
    ///
    /// May be called from several threads at the same time for different partitions, and once for each.
    ///
    /// - Throws: A `LogError` when two case ids share a 64-bit hash: they would be taken for one.
    public func organize(_ index: Int) throws(LogError) -> OrganizedPartition {
        let rows = partitions[index].take()
        return try Organizer(self, rows).organize()
    }

    /// The place in the files of a row's order.
    public func position(ofOrder order: UInt32) -> LogPosition {
        guard let file = files.last(where: { $0.before < Int(order) }) else { return LogPosition(file: "") }
        let number = Int(order) - file.before
        return LogPosition(file: file.name, file.unit, number)
    }

    /// How the dates of a column are written: as the caller or the profile says, or as its cells show; where nothing is
    /// known, every form that can be read in one way alone.
    public func dateForm(ofColumn column: String) -> StampForm {
        forms.known(column) ?? profile?.dates.stampForm(ofColumn: column) ?? .auto
    }

    /// The index in ``factColumns`` of the first of some alternative columns that the log has.
    public func factIndex(_ alternatives: [String]) -> Int? {
        for column in alternatives {
            if let index = factColumns.firstIndex(of: column) { return index }
        }
        return nil
    }
}

/// The texts of all workers with their final numbers.
struct MergedTexts {
    /// The different texts, sorted by their UTF-8 bytes.
    var texts: [String]
    /// For each worker the final number of each of its texts.
    var numbers: [[UInt32]]

    init(_ lists: [[String]]) {
        let sorted = Set(lists.joined()).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var index: [String: UInt32] = [:]
        for (number, text) in sorted.enumerated() { index[text] = UInt32(number) }
        texts = sorted
        numbers = lists.map { list in list.map { index[$0] ?? 0 } }
    }
}
