public import PermitLog
internal import WorkingTime

extension InspectedTable {
    /// The events of a log as rows of a table: for formats that have events and no rows.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - read: Reads the log; called once for the columns and once for each pass, since a pass uses a log up. The
    ///     events come permit by permit, in an order that is the same in every run.
    /// - Throws: A `LogError` when the file cannot be read.
    public init(file: String, events read: @escaping () throws(LogError) -> PartitionedLog) throws(LogError) {
        let header = LogRows(try read()).header
        self.init(file: file, header: header, unit: .event) { () throws(LogError) in
            let rows = LogRows(try read())
            var place = LogRows.Place()
            return { row throws(LogError) in try rows.next(&row, &place) }
        }
        format = "XES"
    }
}

/// The events of a log, one after the other.
private struct LogRows {
    /// Where the next event stands.
    struct Place {
        var index = 0
        var partition: OrganizedPartition?
        var entry = 0
        var event = 0
    }

    private let log: PartitionedLog
    private let hasResources: Bool

    init(_ log: PartitionedLog) {
        self.log = log
        hasResources = log.resources.contains { !$0.isEmpty }
    }

    var header: [String] {
        ["case:concept:name", "concept:name", "time:timestamp"] + (hasResources ? ["org:resource"] : [])
            + log.factColumns
    }

    func next(_ row: inout TextRow, _ place: inout Place) throws(LogError) -> Bool {
        while true {
            guard let partition = place.partition else {
                guard place.index < log.partitionCount else { return false }
                place.partition = try log.organize(place.index)
                place.index += 1
                (place.entry, place.event) = (0, 0)
                continue
            }
            guard place.entry < partition.cases.count else {
                place.partition = nil
                continue
            }
            let entry = partition.cases[place.entry]
            guard place.event < entry.events.count else {
                place.entry += 1
                place.event = 0
                continue
            }
            fill(&row, partition, entry, entry.events.lowerBound + place.event)
            place.event += 1
            return true
        }
    }

    private func fill(
        _ row: inout TextRow,
        _ partition: OrganizedPartition,
        _ entry: OrganizedPartition.CaseEntry,
        _ index: Int
    ) {
        let event = partition.events[index]
        let position = log.position(ofOrder: event.order)
        row.removeAll()
        row.number = position.event ?? position.line ?? position.row ?? 0
        row.append(partition.name(of: entry))
        row.append(log.activities[event.activity])
        row.append(
            event.isDateOnly
                ? log.zone.day(of: event.instant).description : event.instant.formatted(in: log.zone)
        )
        if hasResources {
            row.append(
                index < partition.resources.count ? log.resources[Int(partition.resources[index])] : ""
            )
        }
        for column in log.factColumns.indices { row.append(partition.fact(column, of: entry) ?? "") }
    }
}
