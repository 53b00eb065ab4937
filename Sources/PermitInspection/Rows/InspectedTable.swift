public import PermitLog

/// A table whose rows are looked at one after the other, whatever format it came in.
public struct InspectedTable {
    /// Reads the next row into a buffer; false when there is none.
    public typealias Rows = (_ row: inout TextRow) throws(LogError) -> Bool

    /// The file's name as the caller gave it.
    public var file: String
    /// The format's word: `csv`, `xlsx`, `html`, `xes`, `jsonl`, `ocel`.
    public var format: String
    /// The text's encoding; nil where the format settles it.
    public var encoding: String?
    /// What parts the cells; nil where the format settles it.
    public var delimiter: String?
    /// The columns' names.
    public var header: [String]
    /// The number of the header's line or row; nil where the format names the columns itself.
    public var headerPlace: Int?
    /// What the numbers of rows count.
    public var unit: LogPosition.Unit
    /// What was found about the format.
    public var findings: [DirtFinding]
    /// Opens the rows; called once for each pass over them.
    public var open: () throws(LogError) -> Rows

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - header: The columns' names.
    ///   - unit: What the numbers of rows count.
    ///   - open: Opens the rows from the first one on.
    public init(
        file: String,
        header: [String],
        unit: LogPosition.Unit = .line,
        open: @escaping () throws(LogError) -> Rows
    ) {
        self.file = file
        self.header = header
        self.unit = unit
        self.open = open
        format = "csv"
        findings = []
    }

    /// Calls a function with each row, its cells padded to the header's width.
    func forEachRow(_ body: (TextRow) throws(LogError) -> Void) throws(LogError) {
        let next = try open()
        var row = TextRow()
        while try next(&row) {
            row.pad(to: header.count)
            try body(row)
        }
    }

    /// The place of a row.
    func place(_ row: Int) -> LogPosition { LogPosition(file: file, unit, row) }
}
