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

    /// Writes one row for each event, by time, as CSV (RFC 4180, lines end in LF, UTF-8 without a mark).
    ///
    /// Times are those of the city's clock without an offset, `yyyy-mm-dd HH:MM:SS`, as offices export them; on one
    /// second rows are in the order of the permits.
    ///
    /// - Parameter write: Takes the text, a line at a time.
    /// - Throws: What `write` throws.
    public func writeCSV(_ write: (String) throws -> Void) rethrows {
        let facts = city.permits.map { factFields($0) }
        let columns =
            [words.caseColumn] + words.factColumns.map(\.column)
            + [words.activityColumn, words.timeColumn, words.roleColumn, words.officerColumn]
        try write(CSVRow.text(columns))
        for place in places {
            let permit = city.permits[place.permit]
            let event = permit.events[place.event]
            try write(CSVRow.text([permit.name] + facts[place.permit] + fields(of: event)))
        }
    }

    /// Writes one trace for each permit, in the order of submission, as XES 1.0 (IEEE 1849).
    ///
    /// The columns of facts are attributes of the trace, the role is one of the event, and the rest are the standard
    /// attributes, so that the same profile reads both formats.
    ///
    /// - Parameter write: Takes the text, a trace at a time.
    /// - Throws: What `write` throws.
    public func writeXES(_ write: (String) throws -> Void) rethrows {
        try write(XESText.head)
        for permit in city.permits {
            var text = "  <trace>\n" + XESText.string("concept:name", permit.name, indent: 4)
            for (column, value) in zip(words.factColumns, factFields(permit)) where !value.isEmpty {
                text += XESText.string(column.column, value, indent: 4)
            }
            for event in permit.events {
                text += "    <event>\n" + XESText.string("concept:name", words.activity(event), indent: 6)
                text += XESText.date(
                    "time:timestamp",
                    event.moment.formatted(in: city.office.zone),
                    indent: 6
                )
                text += XESText.string("org:resource", officer(event), indent: 6)
                text += XESText.string(words.roleColumn, role(event), indent: 6) + "    </event>\n"
            }
            try write(text + "  </trace>\n")
        }
        try write(XESText.foot)
    }

    /// The name under which a simulated permit's role stands.
    private func role(_ event: SimulatedEvent) -> String { words.roles[event.role] ?? event.role }

    private func officer(_ event: SimulatedEvent) -> String { words.actors[event.actor] ?? event.actor }

    private func fields(of event: SimulatedEvent) -> [String] {
        [words.activity(event), wallTime(event.moment), role(event), officer(event)]
    }

    private func factFields(_ permit: SimulatedPermit) -> [String] {
        words.factColumns.map { column in
            let value = permit.facts[column.fact]?.description ?? ""
            return column.words[value] ?? value
        }
    }

    /// The time on the city's clock, on whole seconds.
    private func wallTime(_ moment: Instant) -> String {
        let local = moment.formatted(in: city.office.zone)
        return local.prefix(10) + " " + local.dropFirst(11).prefix(8)
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
