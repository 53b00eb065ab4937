public import PermitLog
internal import PermitWorkflow
internal import WorkingTime

/// Writes what happened in a simulated city, as its office would export it.
public struct CityExport: Sendable {
    /// The city.
    public let city: SimulatedCity
    /// The words.
    public let words: ExportWords

    /// Prepares an export.
    public init(_ city: SimulatedCity, words: ExportWords = .kotaContoh) {
        self.city = city
        self.words = words
    }

    /// Writes one row for each event, by time, as CSV; on one second rows are in the order of the permits.
    ///
    /// Times are those of the city's clock without an offset, as offices export them.
    ///
    /// - Parameter name: The file, compressed when it ends in `.gz`; `-` is standard output.
    /// - Throws: What the file system says.
    public func writeCSV(to name: String) throws(LogError) {
        var writer = try TableWriter(name, columns: columns, zone: city.office.zone, writesOffset: false)
        let attributes = city.permits.map { factAttributes($0) }
        for place in places {
            let permit = city.permits[place.permit]
            let event = written(permit.events[place.event])
            try writer.write(
                WrittenCase(id: permit.name, attributes: attributes[place.permit], events: [event])
            )
        }
        try writer.finish()
    }

    /// Writes one trace for each permit, in the order of submission, as XES.
    ///
    /// The columns of facts are attributes of the trace, the role is one of the event, and the rest are the standard
    /// attributes, so that the same profile reads both formats.
    ///
    /// - Parameter name: The file, compressed when it ends in `.gz`; `-` is standard output.
    /// - Throws: What the file system says.
    public func writeXES(to name: String) throws(LogError) {
        let keys = words.factColumns.map(\.column)
        var writer = try XESWriter(name, traceKeys: keys, zone: city.office.zone)
        for permit in city.permits {
            let events = permit.events.map { written($0) }
            try writer.write(WrittenCase(id: permit.name, attributes: factAttributes(permit), events: events))
        }
        try writer.finish()
    }

    private var columns: TableWriter.Columns {
        var columns = TableWriter.Columns()
        columns.caseID = words.caseColumn
        columns.activity = words.activityColumn
        columns.time = words.timeColumn
        columns.resource = words.officerColumn
        columns.caseAttributes = words.factColumns.map { ($0.column, $0.column) }
        columns.eventAttributes = [(words.roleColumn, words.roleColumn)]
        return columns
    }

    private func written(_ event: SimulatedEvent) -> WrittenEvent {
        WrittenEvent(
            activity: words.activity(event),
            time: event.moment,
            resource: words.actors[event.actor] ?? event.actor,
            attributes: [WrittenAttribute(words.roleColumn, .text(words.roles[event.role] ?? event.role))]
        )
    }

    private func factAttributes(_ permit: SimulatedPermit) -> [WrittenAttribute] {
        words.factColumns.compactMap { column in
            permit.facts[column.fact]
                .map { value in
                    let text = value.description
                    return WrittenAttribute(column.column, .text(column.words[text] ?? text))
                }
        }
    }

    /// An event by the index of its permit and its own.
    private struct Place {
        var moment: Instant
        var permit: Int
        var event: Int
    }

    private var places: [Place] {
        let all = city.permits.indices.flatMap { permit in
            city.permits[permit].events.indices
                .map { event in
                    Place(moment: city.permits[permit].events[event].moment, permit: permit, event: event)
                }
        }
        return all.sorted { ($0.moment, $0.permit, $0.event) < ($1.moment, $1.permit, $1.event) }
    }
}
