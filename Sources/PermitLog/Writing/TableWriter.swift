public import WorkingTime

/// Writes a log as CSV (RFC 4180), one row an event, attributes of the case repeated on every row.
///
/// A case may be written in several calls, so that rows of different cases can alternate.
public struct TableWriter: LogWriter {
    /// The names of the columns and their order.
    public struct Columns: Sendable, Equatable {
        /// The column of case ids.
        public var caseID = ColumnChoice.xesCase
        /// The column of activities.
        public var activity = ColumnChoice.xesActivity
        /// The column of times.
        public var time = ColumnChoice.xesTime
        /// The column of resources; nil for none.
        public var resource: String? = ColumnChoice.xesResource
        /// The columns of attributes of cases, by key.
        public var caseAttributes: [(key: String, column: String)] = []
        /// The columns of attributes of events, by key.
        public var eventAttributes: [(key: String, column: String)] = []

        /// Creates the columns that XES tools use, without attributes.
        public init() {}

        /// Whether names and order are the same.
        public static func == (left: Columns, right: Columns) -> Bool {
            left.names == right.names
                && left.caseAttributes.map(\.key) == right.caseAttributes.map(\.key)
                && left.eventAttributes.map(\.key) == right.eventAttributes.map(\.key)
        }

        /// The header.
        public var names: [String] {
            [caseID, activity, time] + (resource.map { [$0] } ?? []) + caseAttributes.map(\.column)
                + eventAttributes.map(\.column)
        }
    }

    private let output: ByteOutput
    private let columns: Columns
    private let zone: Zone
    private let delimiter: Character
    private let writesOffset: Bool

    /// Creates a file and writes the header.
    ///
    /// - Parameters:
    ///   - name: The file, compressed when it ends in `.gz`; `-` is standard output.
    ///   - columns: The columns' names and order.
    ///   - zone: The zone whose offset stamps carry.
    ///   - delimiter: What stands between cells: `,`, `;` or a tab.
    ///   - writesOffset: Whether stamps carry the zone's offset; without it they are the zone's clock, as
    ///     `yyyy-mm-dd HH:MM:SS`, and a reader has to be told the zone.
    /// - Throws: A `LogError` when the file cannot be written.
    public init(
        _ name: String,
        columns: Columns,
        zone: Zone,
        delimiter: Character = ",",
        writesOffset: Bool = true
    ) throws(LogError) {
        output = try ByteOutput(name)
        self.columns = columns
        self.zone = zone
        self.delimiter = delimiter
        self.writesOffset = writesOffset
        try writeRow(columns.names)
    }

    /// Writes one row for each event.
    public mutating func write(_ entry: WrittenCase) throws(LogError) {
        let ofCase = columns.caseAttributes.map { value($0.key, entry.attributes) }
        for event in entry.events {
            let time = writesOffset ? event.timeText(in: zone) : event.wallTimeText(in: zone)
            var cells = [entry.id, event.activity, time]
            if columns.resource != nil { cells.append(event.resource ?? "") }
            cells += ofCase
            cells += columns.eventAttributes.map { value($0.key, event.attributes) }
            try writeRow(cells)
        }
    }

    /// Closes the file.
    public mutating func finish() throws(LogError) { try output.close() }

    private func value(_ key: String, _ attributes: [WrittenAttribute]) -> String {
        attributes.first { $0.key == key }?.value.text(in: zone) ?? ""
    }

    private func writeRow(_ cells: [String]) throws(LogError) {
        try output.write(cells.map(quoted).joined(separator: String(delimiter)) + "\n")
    }

    /// The cell, in quotes when it holds a delimiter, a quote or a line end.
    private func quoted(_ cell: String) -> String {
        let special = cell.unicodeScalars.contains { scalar in
            scalar == "\"" || scalar == "\n" || scalar == "\r" || delimiter.unicodeScalars.contains(scalar)
        }
        guard special else { return cell }
        var text = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { text += "\"\"" } else { text.unicodeScalars.append(scalar) }
        }
        return text + "\""
    }
}
