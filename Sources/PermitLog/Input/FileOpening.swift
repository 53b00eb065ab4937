internal import PermitDocuments

/// Finds the tables of a file and their headers.
struct FileOpening {
    private let request: ReadRequest
    private let profiles: [Profile]
    /// The profile of the files before, which this one is read by too.
    private let settled: Profile?

    init(_ request: ReadRequest, profiles: [Profile], settled: Profile?) {
        self.request = request
        self.profiles = profiles
        self.settled = settled
    }

    /// The tables of a file that is no XES: one of a text, those sheets of a workbook that fit.
    func tables(
        _ start: inout FileStart,
        _ format: FileFormat
    ) throws(LogError) -> (tables: [OpenedTable], findings: [DirtFinding]) {
        let name = start.name
        switch format {
        case .table, .xes: return ([try table(&start, .table, unit: .line)], [])
        case .workbook:
            let book = try Workbook(
                try start.takeAll(request.unpackedBytes),
                name: name,
                unpackedLimit: request.unpackedBytes
            )
            return try sheets(of: book, name)
        case .page:
            let page = try PageTables(try start.takeAll(request.unpackedBytes), name: name)
            return ([try table(page.rows(of: page.largest), name, .page)], [])
        case .jsonLines:
            let rows = try JSONLinesRows(start.takeStream(), name: name, lineLimit: request.recordBytes)
            return ([try table(rows, name, format)], [])
        case .objectCentricJSON:
            let rows = try ObjectCentricRows(
                json: start.takeStream(),
                name: name,
                objectType: request.objectType,
                limit: request.unpackedBytes
            )
            return ([try table(rows, name, format)], [])
        case .objectCentricXML:
            let rows = try ObjectCentricRows(
                xml: start.takeStream(),
                name: name,
                objectType: request.objectType,
                limit: request.unpackedBytes
            )
            return ([try table(rows, name, format)], [])
        case .database:
            for opener in request.openers {
                if let rows = try opener.open(name, start.firstBytes, request.objectType) {
                    return ([try table(rows, name, format)], [])
                }
            }
            throw LogError(
                .notALog,
                "this is a database of SQLite, which this build does not read; export it as OCEL 2.0 JSON",
                position: LogPosition(file: name)
            )
        }
    }

    /// The sheets that were asked for; else those whose header a profile knows; else the first that has rows.
    private func sheets(
        of book: Workbook,
        _ name: String
    ) throws(LogError) -> (tables: [OpenedTable], findings: [DirtFinding]) {
        let wanted = request.sheets.isEmpty ? (settled ?? request.profile)?.sheets ?? [] : request.sheets
        var known: [OpenedTable] = []
        var others: [(sheet: Int, table: OpenedTable)] = []
        for (index, sheet) in book.sheets.enumerated() {
            if !wanted.isEmpty {
                guard wanted.contains(where: { ColumnName.key($0) == ColumnName.key(sheet.name) }) else {
                    continue
                }
            }
            let rows = try book.rows(of: index)
            guard let table = try tableUnlessBlank(rows, "\(name)[\(sheet.name)]") else { continue }
            if table.profile != nil || !request.sheets.isEmpty {
                known.append(table)
            } else {
                others.append((index, table))
            }
        }
        if known.isEmpty, let first = others.first?.table { known = [first] }
        guard !known.isEmpty else {
            let names = book.sheets.map { "\"\($0.name)\"" }.joined(separator: ", ")
            throw LogError(
                .notALog,
                wanted.isEmpty
                    ? "every sheet of the workbook is blank"
                    : "the workbook has no sheet of that name with rows; its sheets are \(names)",
                position: LogPosition(file: name)
            )
        }
        let read = Set(known.map(\.name))
        let left = book.sheets.map(\.name).filter { !read.contains("\(name)[\($0)]") }
        guard !left.isEmpty else { return (known, []) }
        let detail = "sheets " + left.map { "\"\($0)\"" }.joined(separator: ", ")
        return (known, [DirtFinding(.leftOut, file: name, count: left.count, detail: detail)])
    }

    private func tableUnlessBlank(_ rows: any RowSource, _ name: String) throws(LogError) -> OpenedTable? {
        do throws(LogError) {
            return try table(rows, name, .workbook)
        } catch {
            if error.code == .notALog { return nil }
            throw error
        }
    }

    /// The rows of another format as a table.
    private func table(
        _ rows: any RowSource,
        _ name: String,
        _ format: FileFormat
    ) throws(LogError) -> OpenedTable {
        var start = try FileStart.rows(rows, name)
        return try table(&start, format, unit: rows.unit, rows: rows)
    }

    private func table(
        _ start: inout FileStart,
        _ format: FileFormat,
        unit: LogPosition.Unit,
        rows: (any RowSource)? = nil
    ) throws(LogError) -> OpenedTable {
        let search = TableHead(request, profiles: settled.map { [$0] } ?? profiles, isSheet: unit == .row)
        var head: TableHeader
        if let columns = rows?.columns {
            head = TableHeader(names: columns, shape: .rows, lines: 0, place: 0)
            head.profile = search.forced ?? search.profile(of: ColumnSet(columns))
        } else {
            head = try start.takeHeader(
                search,
                delimiter: request.delimiter?.asciiValue,
                quote: request.quote?.asciiValue ?? TableShape.noQuote,
                limit: request.recordBytes
            )
        }
        return OpenedTable(&start, head, format, unit: unit, rows: rows)
    }
}

extension TableHead {
    init(_ request: ReadRequest, profiles: [Profile], isSheet: Bool) {
        let wanted = [request.caseColumn, request.activityColumn, request.timeColumn].compactMap(\.self)
        self.init(
            profiles: profiles,
            forced: request.profile == nil ? nil : profiles.first ?? request.profile,
            wanted: wanted,
            isSheet: isSheet
        )
    }
}

extension ReadRequest {
    /// The encoding that was asked for.
    func textEncoding() throws(LogError) -> TextEncoding? {
        guard let encoding else { return nil }
        switch encoding.lowercased().filter({ $0 != "-" && $0 != "_" }) {
        case "utf8": return .utf8
        case "utf16le", "utf16": return .utf16LittleEndian
        case "utf16be": return .utf16BigEndian
        case "windows1252", "cp1252", "iso88591", "latin1": return .windows1252
        default:
            throw LogError(
                .encoding,
                "the encoding \"\(encoding)\" is not read; utf-8, utf-16le, utf-16be and windows-1252 are"
            )
        }
    }
}

extension Profile {
    /// Refuses a file whose rows are neither events nor permits.
    func refuseWithoutEvents(_ file: String) throws(LogError) {
        switch shape {
        case .events, .permits: return
        case .counts:
            throw LogError(
                .noEvents,
                "this is a sheet of counts by month (profile \"\(name)\"): it has no permits and no moments, so no time can "
                    + "be measured; izin inspect shows its counts",
                position: LogPosition(file: file)
            )
        case .words:
            throw LogError(
                .noEvents,
                "this is a list of words with their meanings (profile \"\(name)\"), not a log: it has no permits",
                position: LogPosition(file: file)
            )
        }
    }

    /// The profile of rows that a joined file widens.
    ///
    /// A file that tells permits' lives, such as a tracking sheet, says steps, milestones and outcome better than the
    /// list that it is joined to: on rows that have a partner its events stand in for the list's, and its columns are
    /// asked first. Any other file brings facts alone: what is dated in it is no step of the permit.
    func widened(by other: Profile) -> Profile {
        guard joins.contains(where: { $0.profile == other.name }) else { return self }
        var wide = self
        if shape == .permits, other.tellsLives {
            wide.events =
                other.events
                + events.map { event in
                    var own = event
                    own.givesWay = true
                    return own
                }
            wide.milestones.merge(other.milestones) { own, others in others + own }
            wide.deadline = deadline ?? other.deadline
            if let form = other.dates.form {
                let dated = other.events.flatMap(\.columns) + other.milestones.values.joined()
                for column in dated { wide.dates.columns[column] = wide.dates.columns[column] ?? form }
            }
            if let told = other.outcome {
                let words = told.words.merging(outcome?.words ?? [:]) { first, _ in first }
                wide.outcome = Outcome(columns: told.columns + (outcome?.columns ?? []), words: words)
            }
        }
        let names = Set(facts.map(\.name))
        wide.facts += other.facts.filter { !names.contains($0.name) }
        wide.vocabulary.merge(other.vocabulary) { first, _ in first }
        wide.roles.merge(other.roles) { first, _ in first }
        wide.dates.columns.merge(other.dates.columns) { first, _ in first }
        wide.online = online ?? other.online
        wide.personal += other.personal
        wide.nib += other.nib
        return wide
    }
}
