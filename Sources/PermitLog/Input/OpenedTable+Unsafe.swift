// Invariants of this file:
// - `ahead` and `input` are of one file; they are given to the source that is taken, once.
// - `next` is called from one thread, and not before `survey`.

internal import WorkingTime

/// A table of a file whose header was found: its columns, and its rows one after the other.
public final class OpenedTable {
    /// The file's name, with the sheet's in brackets.
    public let name: String
    /// How the header was found.
    let head: TableHeader
    /// What the numbers of rows count.
    public let unit: LogPosition.Unit
    /// The format in a word, as `izin inspect` prints it.
    public let format: String
    /// The encoding of a text.
    public let encoding: String
    /// Whether the text begins with a byte order mark.
    public let hasByteOrderMark: Bool
    private let rows: (any RowSource)?
    private var input: any ByteStream
    private var ahead = ByteRun(capacity: 0)
    private var source: TableSource?
    private var block: TableBlock?
    private var cutter: RowCutter?

    init(
        _ start: inout FileStart,
        _ head: TableHeader,
        _ format: FileFormat,
        unit: LogPosition.Unit,
        rows: (any RowSource)?
    ) {
        name = start.name
        self.head = head
        self.unit = unit
        self.rows = rows
        self.format = format.word
        encoding = start.encoding.rawValue
        hasByteOrderMark = start.hasByteOrderMark
        input = start.input
        swap(&ahead, &start.ahead)
    }

    /// The names of the columns.
    public var columns: [String] { head.names }

    /// The line or row of the header.
    public var headerPlace: LogPosition { LogPosition(file: name, unit, head.place) }

    /// The profile whose columns the table has.
    public var profile: Profile? { head.profile }

    /// What stands between the cells of a text; nil for other formats.
    public var delimiter: Character? {
        rows == nil ? Character(Unicode.Scalar(head.shape.delimiter)) : nil
    }

    /// Whether the lines of a text end in a bare CR.
    public var hasBareCarriageReturns: Bool { head.shape.terminator == 0x0D }

    /// How many titles stand above the header, and whether numbers of columns stand under it.
    public var titleRows: Int { head.titleRows }

    /// Whether a row of numbers of columns stands under the header.
    public var hasColumnNumbers: Bool { head.hasColumnNumbers }

    /// What was found about the file so far.
    public var findings: [DirtFinding] {
        var found = rows?.findings ?? []
        if hasByteOrderMark { found.append(DirtFinding(.byteOrderMark, file: name, count: 1)) }
        if hasBareCarriageReturns { found.append(DirtFinding(.bareCarriageReturns, file: name, count: 1)) }
        if let delimiter, delimiter != "," {
            let word = delimiter == "\t" ? "tab" : String(delimiter)
            found.append(DirtFinding(.otherDelimiter, file: name, count: 1, detail: word))
        }
        let notRecords = head.titleRows + (head.hasColumnNumbers ? 1 : 0)
        if notRecords > 0 {
            found.append(DirtFinding(.notRecords, file: name, count: notRecords, places: [headerPlace]))
        }
        for column in ColumnSet(columns).repeated {
            found.append(
                DirtFinding(
                    .leftOut,
                    file: name,
                    column: column,
                    count: 1,
                    detail: "a second column of this name"
                )
            )
        }
        return found
    }

    /// The rows so far that could not be read as cells; each was handed on as a blank line.
    var faults: [RowStream.Fault] { (input as? RowStream)?.faults ?? [] }

    /// The rows behind the header, for several threads; the table is done with then.
    func takeSource(firstOrder: Int, _ request: ReadRequest, _ file: Int) -> TableSource {
        var taken = ByteRun(capacity: 0)
        swap(&taken, &ahead)
        return TableSource(
            input,
            ahead: taken,
            shape: head.shape,
            request: request,
            file: file,
            firstOrder: firstOrder
        )
    }

    /// Reads the next row that is not blank: its cells, as many as there are columns, and its number.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: A `LogError` when the file cannot be read further.
    public func next(_ row: inout TextRow) throws(LogError) -> Bool {
        if source == nil {
            source = takeSource(firstOrder: head.lines + 1, ReadRequest(sources: [name]), 0)
            block = TableBlock(capacity: (1 << 18) + 1)
            cutter = RowCutter(shape: head.shape, width: head.names.count, capacity: head.names.count)
        }
        while true {
            switch cutter?.next() ?? .end {
            case .blank: continue
            case .cells, .otherWidth:
                fill(&row)
                return true
            case .end:
                guard let source, let block else { return false }
                guard source.next(into: block) else {
                    if let failure = source.end.failure { throw failure }
                    return false
                }
                cutter?.begin(block)
            }
        }
    }

    private func fill(_ row: inout TextRow) {
        row.removeAll()
        cutter?.copy(to: &row)
    }
}

extension OpenedTable {
    /// How many rows are looked at where all of them are written in the usual form.
    private static let enoughRows = 4000

    /// How the cells of some columns are written, by the rows that were read ahead.
    func survey(_ names: [String]) -> [String: StampSurvey] {
        let places = self.places(names)
        let block = TableBlock(copying: ahead, head.shape)
        var cutter = RowCutter(shape: head.shape, width: head.names.count, capacity: head.names.count)
        var surveys = [StampSurvey](repeating: StampSurvey(), count: places.count)
        var rows = 0
        cutter.begin(block)
        reading: while rows < Self.enoughRows || !surveys.allSatisfy({ $0.verdict == .form(.iso) }) {
            switch cutter.next() {
            case .end: break reading
            case .blank: continue
            case .cells, .otherWidth: break
            }
            rows += 1
            for (index, place) in places.enumerated() {
                let (start, end) = (cutter.starts[place.column], cutter.ends[place.column])
                surveys[index].note(UnsafeBufferPointer(start: cutter.bytes + start, count: end - start))
            }
        }
        return Dictionary(zip(places.map(\.name), surveys), uniquingKeysWith: { first, _ in first })
    }

    /// How the cells of some columns are written, by all rows; the table is done with then.
    func surveyAll(_ names: [String]) throws(LogError) -> [String: StampSurvey] {
        let places = self.places(names)
        var surveys = [StampSurvey](repeating: StampSurvey(), count: places.count)
        var row = TextRow()
        while try next(&row) {
            for (index, place) in places.enumerated() { surveys[index].note(row[place.column]) }
        }
        return Dictionary(zip(places.map(\.name), surveys), uniquingKeysWith: { first, _ in first })
    }

    private func places(_ names: [String]) -> [(name: String, column: Int)] {
        let columns = ColumnSet(head.names)
        return names.compactMap { name in columns.index(name).map { (name, $0) } }
    }
}

extension LogReader {
    /// Opens the tables of all files of a request, each with its header and the profile that it has.
    ///
    /// - Returns: The tables, sheet by sheet; XES files are none.
    /// - Throws: A `LogError` when a file cannot be read.
    public static func tables(_ request: ReadRequest) throws(LogError) -> [OpenedTable] {
        var tables: [OpenedTable] = []
        for name in request.sources {
            var start = try FileStart.open(name, encoding: try request.textEncoding())
            let format = try start.format()
            if format == .xes { continue }
            let profiles = request.profile.map { [$0] } ?? request.profiles
            tables += try FileOpening(request, profiles: profiles, settled: nil).tables(&start, format).tables
        }
        return tables
    }
}

extension FileFormat {
    /// The format in a word.
    var word: String {
        switch self {
        case .table: "text table"
        case .xes: "XES"
        case .workbook: "XLSX workbook"
        case .page: "HTML table"
        case .jsonLines: "JSON Lines"
        case .objectCentricJSON: "OCEL 2.0 JSON"
        case .objectCentricXML: "OCEL 2.0 XML"
        case .database: "OCEL 2.0 SQLite"
        }
    }
}

extension JoinedTable {
    /// Reads a file that widens the rows of another, by the rule of the profile that joins it.
    static func read(
        _ table: OpenedTable,
        profiles: [Profile],
        place number: Int
    ) throws(LogError) -> JoinedTable {
        let place = LogPosition(file: table.name)
        guard let profile = table.profile else {
            throw LogError(
                .noSuchColumns,
                "no profile knows this file, so nothing says how to join it",
                position: place
            )
        }
        guard let rule = profiles.lazy.flatMap(\.joins).first(where: { $0.profile == profile.name }) else {
            throw LogError(
                .noSuchColumns,
                "no profile joins a file of the kind \"\(profile.name)\"",
                position: place
            )
        }
        let columns = ColumnSet(table.columns)
        guard let key = rule.otherColumn.lazy.compactMap(columns.index).first else {
            throw LogError(
                .noSuchColumns,
                "the file has none of the columns by which it is joined: "
                    + rule.otherColumn.map { "\"\($0)\"" }.joined(separator: ", "),
                position: place
            )
        }
        let joined = JoinedTable(
            table.columns,
            key: key,
            name: table.name,
            profile: profile,
            rule: rule,
            place: number
        )
        var row = TextRow()
        while try table.next(&row) { joined.add(row) }
        joined.close()
        return joined
    }
}
