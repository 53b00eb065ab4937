/// The cases of one partition, each with its events in order.
///
/// Cases are sorted by their hash. The events of a case are sorted by time, and at one time by their place in the log;
/// on a local day on which a case has an event with a date only, all its events keep their place in the log.
public struct OrganizedPartition: Sendable, Equatable {
    /// A case: where its name, events and facts are.
    @frozen
    public struct CaseEntry: Sendable, Hashable {
        /// The hash of the case id.
        public var hash: CaseHash
        /// The case id's bytes in ``OrganizedPartition/names``.
        public var name: Range<Int>
        /// The events in ``OrganizedPartition/events``; never empty.
        public var events: Range<Int>
        /// The changes of facts in ``OrganizedPartition/facts``, in the order of the log; empty without fact columns.
        public var facts: Range<Int>
        /// How many events repeat activity and time of an earlier event of the case.
        public var duplicates: Int32
    }

    /// The values of the fact columns from a row of the case on.
    @frozen
    public struct FactRecord: Sendable, Hashable {
        /// The order of the first row of the case with these values.
        public var order: UInt32
        /// The index in ``OrganizedPartition/factEnds`` of the first column's value.
        @usableFromInline var firstValue: Int
    }

    /// The cases, sorted by hash.
    public internal(set) var cases: [CaseEntry] = []
    /// The events of all cases.
    public internal(set) var events: [LogEvent] = []
    /// For each event its resource's index in ``PartitionedLog/resources``; empty when resources are not kept.
    public internal(set) var resources: [UInt32] = []
    /// For each event its role's index in ``PartitionedLog/roles``; empty when resources are not kept.
    public internal(set) var roles: [UInt32] = []
    /// For each event its activity from beginning to end; empty when the log's events do not know it.
    public internal(set) var instances: [ActivityInstance] = []
    /// The activities without an end; they are no events.
    public internal(set) var unended: [UnendedActivity] = []
    /// Rows that belong to no event: of activities that were given up before they began, or without a beginning.
    public internal(set) var leftRows = 0
    /// Cases of which nothing ended; they are not among ``cases``.
    public internal(set) var casesWithoutEnd = 0
    /// The case ids in UTF-8.
    public internal(set) var names: [UInt8] = []
    /// The changes of facts of all cases.
    public internal(set) var facts: [FactRecord] = []
    /// The ends of values in ``factBytes``; a value begins where the one before it ends.
    @usableFromInline var factEnds: [Int] = []
    /// The values of facts in UTF-8.
    public internal(set) var factBytes: [UInt8] = []

    /// The case id.
    public func name(of entry: CaseEntry) -> String { String(decoding: names[entry.name], as: UTF8.self) }

    /// The bytes in ``factBytes`` of a column's value; empty where the log gives none.
    @inlinable
    public func factRange(_ column: Int, of record: FactRecord) -> Range<Int> {
        let index = record.firstValue + column
        return (index == 0 ? 0 : factEnds[index - 1])..<factEnds[index]
    }

    /// A column's value; nil where the log gives none.
    public func fact(_ column: Int, of record: FactRecord) -> String? {
        let range = factRange(column, of: record)
        return range.isEmpty ? nil : String(decoding: factBytes[range], as: UTF8.self)
    }

    /// The first value of a column that a case has, in the order of the log; nil when it has none.
    public func fact(_ column: Int, of entry: CaseEntry) -> String? {
        for index in entry.facts {
            if let value = fact(column, of: facts[index]) { return value }
        }
        return nil
    }
}
