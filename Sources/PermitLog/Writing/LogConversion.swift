internal import WorkingTime

/// A log as it was read with all its columns, to be written again case by case.
///
/// Cases come in the order of their first row. A column whose value never changes within a case is an attribute of the
/// case; where the log states itself which attributes are of cases (XES, OCEL, columns named `case:...`), that holds,
/// as long as they do not change. An empty value is no attribute.
///
/// The partitions of a log come in the order of hashes, so a conversion holds the whole log.
public struct LogConversion {
    private struct Place {
        var firstOrder: UInt32
        var partition: Int
        var entry: Int
    }

    /// A column of the log as an attribute.
    public struct Column: Sendable, Equatable {
        /// Its place among the log's fact columns.
        var index: Int
        /// Its name in the log.
        public var name: String
        /// The attribute's key.
        public var key: String
        /// Whether it is an attribute of cases.
        public var isOfCase: Bool
        /// Whether its values are business numbers, of which the last four digits are shown.
        var isMasked = false
        /// What its values are.
        var kind = ColumnKind.text

        /// A value as it is written.
        func value(_ text: String, in zone: Zone) -> WrittenAttribute.Value {
            isMasked ? .text(LastFour.text(text)) : kind.value(text, in: zone)
        }
    }

    private static let prefix = "case:"

    private let log: PartitionedLog
    private let caseIDs: CaseIDs
    private let partitions: [OrganizedPartition]
    private let places: [Place]
    /// The columns that are attributes, in the order of the log.
    public let columns: [Column]
    /// Whether an event has a resource.
    public let hasResources: Bool

    /// Groups a log by case; it has to have been read with `ReadRequest.keepsAllColumns`.
    ///
    /// - Parameters:
    ///   - log: The log, whose rows are freed.
    ///   - caseIDs: How the ids of cases may be shown; where not as written, they become `permit 1`, `permit 2`, ...
    /// - Throws: A `LogError` when two case ids share a hash.
    public init(_ log: PartitionedLog, caseIDs: CaseIDs = .asWritten) throws(LogError) {
        self.log = log
        self.caseIDs = caseIDs
        var partitions: [OrganizedPartition] = []
        for index in 0..<log.partitionCount { partitions.append(try log.organize(index)) }
        self.partitions = partitions
        var places: [Place] = []
        for (index, partition) in partitions.enumerated() {
            for (number, entry) in partition.cases.enumerated() {
                let first = partition.events[entry.events].reduce(UInt32.max) { min($0, $1.order) }
                places.append(Place(firstOrder: first, partition: index, entry: number))
            }
        }
        self.places = places.sorted { $0.firstOrder < $1.firstOrder }
        columns = Self.columns(log, partitions)
        hasResources = partitions.contains { $0.resources.contains { log.resources[Int($0)] != "" } }
    }

    /// The number of cases.
    public var caseCount: Int { places.count }

    /// A case, by its place.
    public func entry(_ index: Int) -> WrittenCase {
        let place = places[index]
        let partition = partitions[place.partition]
        let entry = partition.cases[place.entry]
        let first = entry.facts.first.map { partition.facts[$0] }
        let ofCase = columns.filter(\.isOfCase)
        let ofEvents = columns.filter { !$0.isOfCase }
        return WrittenCase(
            id: caseIDs == .asWritten ? partition.name(of: entry) : "permit \(index + 1)",
            attributes: attributes(ofCase, partition, first),
            events: entry.events.map { event($0, partition, entry, ofEvents) }
        )
    }

    private func event(
        _ index: Int,
        _ partition: OrganizedPartition,
        _ entry: OrganizedPartition.CaseEntry,
        _ columns: [Column]
    ) -> WrittenEvent {
        let event = partition.events[index]
        let resource = partition.resources.isEmpty ? "" : log.resources[Int(partition.resources[index])]
        return WrittenEvent(
            activity: log.activities[event.activity],
            time: event.instant,
            isDateOnly: event.isDateOnly,
            resource: resource.isEmpty ? nil : resource,
            attributes: attributes(columns, partition, Self.record(partition, entry, event.order))
        )
    }

    /// The values that hold at a row: those of the last change up to it.
    private static func record(
        _ partition: OrganizedPartition,
        _ entry: OrganizedPartition.CaseEntry,
        _ order: UInt32
    ) -> OrganizedPartition.FactRecord? {
        var low = entry.facts.lowerBound
        var high = entry.facts.upperBound
        while low < high {
            let middle = (low + high) / 2
            if partition.facts[middle].order <= order { low = middle + 1 } else { high = middle }
        }
        return low > entry.facts.lowerBound ? partition.facts[low - 1] : nil
    }

    private func attributes(
        _ columns: [Column],
        _ partition: OrganizedPartition,
        _ record: OrganizedPartition.FactRecord?
    ) -> [WrittenAttribute] {
        guard let record else { return [] }
        return columns.compactMap { column in
            partition.fact(column.index, of: record)
                .map { WrittenAttribute(column.key, column.value($0, in: log.zone)) }
        }
    }

    // MARK: - Columns

    private static func columns(_ log: PartitionedLog, _ partitions: [OrganizedPartition]) -> [Column] {
        let changing = log.factColumns.indices.map { changes($0, partitions) }
        let kept = log.factColumns.indices.filter { index in
            log.factColumns[index] != FlattenedRows.eventColumn && hasValues(index, partitions)
        }
        var taken: [Bool: Set<String>] = [
            true: [ColumnChoice.xesActivity],
            false: [ColumnChoice.xesActivity, ColumnChoice.xesTime, ColumnChoice.xesResource],
        ]
        return kept.map { index in
            let column = log.factColumns[index]
            let name = log.columnKinds[column] == nil ? column : KeptColumns.decoded(column)
            let isNamedSo = name.hasPrefix(prefix)
            let isOfCase = !changing[index] && (log.statesLevels ? isNamedSo : !isOfEvents(name))
            var key = isNamedSo ? String(name.dropFirst(prefix.count)) : name
            if key.isEmpty { key = "column \(index + 1)" }
            while !taken[isOfCase, default: []].insert(key).inserted { key += "_" }
            let isMasked = log.profile.map { $0.isNIB(column: name) || $0.isNIB(column: key) } ?? false
            return Column(
                index: index,
                name: name,
                key: key,
                isOfCase: isOfCase,
                isMasked: isMasked,
                kind: log.columnKinds[column] ?? .text
            )
        }
    }

    /// Whether an attribute by this name is of events in XES whatever its values are.
    private static func isOfEvents(_ name: String) -> Bool {
        ["lifecycle:", "org:", "time:", "concept:", "cost:"].contains(where: name.hasPrefix)
    }

    private static func hasValues(_ column: Int, _ partitions: [OrganizedPartition]) -> Bool {
        partitions.contains { partition in
            partition.facts.contains { !partition.factRange(column, of: $0).isEmpty }
        }
    }

    /// Whether a case has several values of a column.
    private static func changes(_ column: Int, _ partitions: [OrganizedPartition]) -> Bool {
        partitions.contains { partition in
            partition.cases.contains { entry in
                guard entry.facts.count > 1 else { return false }
                let first = partition.factBytes[
                    partition.factRange(column, of: partition.facts[entry.facts.lowerBound])
                ]
                return entry.facts.dropFirst()
                    .contains {
                        partition.factBytes[partition.factRange(column, of: partition.facts[$0])] != first
                    }
            }
        }
    }

    // MARK: - Writing

    /// The columns of a table with the log's attributes.
    public var tableColumns: TableWriter.Columns {
        var table = TableWriter.Columns()
        if !hasResources { table.resource = nil }
        table.caseAttributes = columns.filter(\.isOfCase).map { ($0.key, Self.prefix + $0.key) }
        table.eventAttributes = columns.filter { !$0.isOfCase }.map { ($0.key, $0.key) }
        return table
    }

    /// Writes all cases and ends the log.
    public func write(to writer: inout some LogWriter) throws(LogError) {
        for index in places.indices { try writer.write(entry(index)) }
        try writer.finish()
    }
}
