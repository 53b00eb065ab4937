internal import PermitDocuments
internal import WorkingTime

/// Reads event logs: tables, workbooks, pages, XES, OCEL and JSON Lines, plain or compressed with gzip.
public enum LogReader {
    /// Reads the files of a request as one log.
    ///
    /// - Returns: The log, its rows scattered by case and not yet grouped; the same for any number of workers.
    /// - Throws: A `LogError` when a file cannot be read as a log, with what had been read before.
    public static func read(_ request: ReadRequest) throws(LogError) -> PartitionedLog {
        var reading = LogReading(request)
        do throws(LogError) {
            try reading.join()
            reading.surveyColumns()
            for name in request.sources { try reading.read(name) }
        } catch {
            throw reading.withReadSoFar(error)
        }
        return reading.finish()
    }
}

/// The reading of a log, file by file.
struct LogReading {
    /// A file's place in the order of rows.
    struct FileOrders: Sendable {
        var name: String
        var unit: LogPosition.Unit
        /// The orders before the file's first line or event.
        var before: Int
    }

    let request: ReadRequest
    private var plan: LogPlan?
    private var boxes: [WorkerBox] = []
    private var files: [FileOrders] = []
    private var ordersBefore = 0
    private var joined: [JoinedTable] = []
    private var dirt: [DirtFinding]
    private var fileIndex = -1
    /// The columns of all files, where all are kept.
    private var kept = KeptColumns()

    init(_ request: ReadRequest) {
        self.request = request
        dirt = request.leftOut
    }

    mutating func read(_ name: String) throws(LogError) {
        fileIndex += 1
        var start = try FileStart.open(name, encoding: try request.textEncoding())
        let format = try start.format()
        if format == .xes {
            try readXES(&start)
            return
        }
        let opening = FileOpening(request, profiles: candidates(), settled: plan?.profile)
        let tables = try opening.tables(&start, format)
        dirt += tables.findings
        for (index, table) in tables.tables.enumerated() { try readTable(table, index) }
    }

    // MARK: - Joined files

    /// Reads the files that widen the rows of the others.
    mutating func join() throws(LogError) {
        for name in request.joins {
            var start = try FileStart.open(name, encoding: try request.textEncoding())
            let format = try start.format()
            let opening = FileOpening(request, profiles: request.profiles, settled: nil)
            let tables = try opening.tables(&start, format)
            guard let table = tables.tables.first else { continue }
            let profiles = request.profiles + (request.profile.map { [$0] } ?? [])
            joined.append(try JoinedTable.read(table, profiles: profiles, place: joined.count))
        }
    }

    /// The profiles of which one is used: those that are known, widened by the profiles of the joined files.
    private func candidates() -> [Profile] {
        let known = request.profile.map { [$0] } ?? request.profiles
        return known.map { profile in joined.reduce(profile) { $0.widened(by: $1.profile) } }
    }

    // MARK: - Columns of all files

    /// Looks for the columns of every file, where all are kept; standard input shows its own when it is read.
    mutating func surveyColumns() {
        guard request.keepsAllColumns else { return }
        var settled: Profile?
        for name in request.sources where name != "-" {
            // What is wrong with a file is said when it is read for good.
            for columns in (try? self.columns(of: name, &settled)) ?? [] { kept.add(columns) }
        }
    }

    private func columns(of name: String, _ settled: inout Profile?) throws(LogError) -> [KeptColumns] {
        var start = try FileStart.open(name, encoding: try request.textEncoding())
        let format = try start.format()
        if format == .xes {
            var survey = XESSurvey()
            survey.read(start)
            let head = TableHead(request, profiles: request.profiles, isSheet: false)
            settled = settled ?? request.profile ?? head.profile(of: ColumnSet(survey.columns))
            let keys = ColumnChoice(request: request, profile: settled, file: name).chooseKeys()
            return [try KeptColumns(xes: start, keys, limit: request.recordBytes)]
        }
        let opening = FileOpening(request, profiles: candidates(), settled: settled)
        var found: [KeptColumns] = []
        for table in try opening.tables(&start, format).tables {
            settled = settled ?? table.profile
            let names = table.head.names + joined.flatMap(\.columns)
            let choice = ColumnChoice(request: request, profile: settled, file: table.name)
            found.append(KeptColumns(table: names, try choice.choose(among: ColumnSet(names).names)))
        }
        return found
    }

    // MARK: - Tables

    private mutating func readTable(_ table: OpenedTable, _ index: Int) throws(LogError) {
        let before = ordersBefore
        files.append(FileOrders(name: table.name, unit: table.unit, before: before))
        let header = ColumnSet(table.head.names + joined.flatMap(\.columns))
        let profile = plan == nil ? table.profile : plan?.profile
        try refuseOtherKind(profile, header, table.name)
        try profile?.refuseWithoutEvents(table.name)
        let choice = ColumnChoice(request: request, profile: profile, file: table.name)
        let columns = try choice.choose(among: header.names)
        if table.name == "-" { kept.add(KeptColumns(table: header.names, columns)) }
        let forms = try dateForms(table, columns, profile, index)
        let log = self.plan(profile, present: header, hasAllKeys: false, forms: forms)
        let plan = TablePlan(table.head, columns: columns, plan: log, joins: joined, forms: forms)
        countHead(table.head, log)
        let source = table.takeSource(firstOrder: ordersBefore + table.head.lines + 1, request, fileIndex)
        let boxes = self.boxes
        let blockBytes = request.blockBytes
        for box in boxes {
            box.worker.stamps = FastStamp(zone: log.zone, isStrict: log.isStrict, form: plan.timeForm)
        }
        _ = parallelMap(count: boxes.count, workers: boxes.count) { index in
            let block = TableBlock(capacity: blockBytes + 1)
            var parser = TableParser(plan, log)
            while source.next(into: block) { parser.parse(block, &boxes[index].worker) }
        }
        let end = source.end
        ordersBefore = end.nextOrder - 1
        dirt += table.findings + forms.findings
        for fault in table.faults {
            boxes[0].worker.tally
                .rejectBlankLine(
                    UInt32(truncatingIfNeeded: before + fault.number),
                    fault.reason,
                    fault.detail
                )
        }
        if let failure = end.failure { throw failure }
    }

    /// How the dates of the columns are written that hold events, milestones and deadlines.
    private func dateForms(
        _ table: OpenedTable,
        _ columns: ChosenColumns,
        _ profile: Profile?,
        _ index: Int
    ) throws(LogError) -> DateForms {
        let own = ColumnSet(table.columns)
        let all = ColumnSet(table.columns + joined.flatMap(\.columns))
        var dated = columns.events.isEmpty ? [columns.time] : columns.events.map(\.column)
        for name in (profile?.dateColumns ?? []).joined() where all.contains(name) && !dated.contains(name) {
            dated.append(name)
        }
        let name = request.sources[fileIndex]
        var forms = try DateForms.find(
            dated.filter(own.contains),
            at: table.headerPlace,
            profile: profile,
            request: request
        ) { names throws(LogError) in
            let first = table.survey(names)
            guard name != "-", first.values.contains(where: \.isUndecided) else { return first }
            return try tables(of: name).tables[index].surveyAll(names)
        }
        for join in joined {
            let others = ColumnSet(join.columns)
            forms.merge(
                try DateForms.find(
                    dated.filter { !own.contains($0) && others.contains($0) },
                    at: LogPosition(file: join.name),
                    profile: profile,
                    request: request
                ) { names in join.survey(names) }
            )
        }
        return forms
    }

    /// The tables of a file that is no XES.
    private func tables(of name: String) throws(LogError) -> (tables: [OpenedTable], findings: [DirtFinding])
    {
        var start = try FileStart.open(name, encoding: try request.textEncoding())
        let format = try start.format()
        let opening = FileOpening(request, profiles: candidates(), settled: plan?.profile)
        return try opening.tables(&start, format)
    }

    private func countHead(_ head: TableHeader, _ log: LogPlan) {
        for _ in 0..<head.blankLines { boxes[0].worker.tally.countBlankLine() }
        boxes[0].worker.tally.ignore(.titleRow, count: head.titleRows)
        boxes[0].worker.tally.ignore(.columnNumbers, count: head.hasColumnNumbers ? 1 : 0)
    }

    /// One log has one profile: a file that the profile of the files before it does not match is refused.
    private func refuseOtherKind(_ profile: Profile?, _ header: ColumnSet, _ file: String) throws(LogError) {
        guard request.profile == nil, let profile, !profile.matches(header) else { return }
        let lacking = profile.match.filter { !header.contains($0) }
        throw LogError(
            .noSuchColumns,
            "\(file) lacks \(Suggestion.list(lacking)) of the profile \"\(profile.name)\", by which the files before it are "
                + "read; read files of different kinds apart, join them, or name one profile for all of them"
        )
    }

    // MARK: - The plan

    /// The plan of the log, made at its first file.
    private mutating func plan(
        _ profile: Profile?,
        present: ColumnSet,
        hasAllKeys: Bool,
        forms: DateForms = DateForms()
    ) -> LogPlan {
        if let plan { return plan }
        let all = request.keepsAllColumns ? kept : nil
        let made = LogPlan(
            profile: profile,
            zone: request.zone ?? profile?.zone ?? request.fallbackZone(profile),
            isStrict: request.isStrict,
            keepsResource: (request.keepsResource || profile != nil || request.lifecycle == .pair)
                && all?.hidesResource(profile?.personal ?? []) != true,
            lifecycle: request.lifecycle,
            keepsLifecycle: profile?.shape != .permits
                && (request.lifecycle == .pair || profile?.columns.start.isEmpty == false),
            factColumns: all?.names(without: profile?.personal ?? [])
                ?? factColumns(profile, present: present, hasAllKeys: hasAllKeys),
            statesLevels: all?.statesLevels ?? false,
            columnKinds: all?.kinds ?? [:],
            listedRejects: request.listedRejects,
            forms: forms
        )
        plan = made
        boxes = (0..<max(1, request.workers)).map { _ in WorkerBox(made) }
        return made
    }

    private func factColumns(_ profile: Profile?, present: ColumnSet, hasAllKeys: Bool) -> [String] {
        var chosen: [String] = []
        let further = (profile?.furtherColumns ?? []) + request.extraColumns
        let wanted = (profile?.factColumns ?? []) + further.map { [$0] }
        let personal = Set((profile?.personal ?? []).map(ColumnName.key))
        for list in wanted {
            let found = list.first(where: present.contains) ?? (hasAllKeys ? list.first : nil)
            if let found, !chosen.contains(found), !personal.contains(ColumnName.key(found)) {
                chosen.append(found)
            }
        }
        return chosen
    }

    // MARK: - XES

    private mutating func readXES(_ start: inout FileStart) throws(LogError) {
        files.append(FileOrders(name: start.name, unit: .event, before: ordersBefore))
        var survey = XESSurvey()
        survey.read(start)
        let columns = ColumnSet(survey.columns)
        let head = TableHead(request, profiles: request.profiles, isSheet: false)
        let profile = plan?.profile ?? request.profile ?? head.profile(of: columns)
        let choice = ColumnChoice(request: request, profile: profile, file: start.name)
        let keys = choice.chooseKeys()
        if start.name == "-" { kept.add(try KeptColumns(xes: start, keys, limit: request.recordBytes)) }
        let plan = self.plan(profile, present: columns, hasAllKeys: true)
        var reader = XESReader(
            start: &start,
            plan: plan,
            columns: keys,
            request: request,
            file: fileIndex,
            ordersBefore: ordersBefore
        )
        defer { ordersBefore = reader.lastOrder }
        try reader.read(&boxes[0].worker)
    }

    // MARK: - The result

    mutating func finish() -> PartitionedLog {
        let plan = self.plan ?? self.plan(request.profile, present: ColumnSet([]), hasAllKeys: false)
        return PartitionedLog(
            plan: plan,
            files: files,
            boxes: boxes,
            request: request,
            joined: joined,
            dirt: dirt
        )
    }

    /// The error with counts of what was read before it.
    func withReadSoFar(_ error: LogError) -> LogError {
        guard error.readSoFar == nil, !boxes.isEmpty else { return error }
        var error = error
        let rows = boxes.reduce(0) { $0 + $1.worker.tally.rows }
        let events = boxes.reduce(0) { $0 + $1.worker.tally.used + $1.worker.tally.furtherEvents }
        let cases = (0..<RowBuckets.count)
            .reduce(0) { total, bucket in
                total + CaseNames.distinctCount(bucket, boxes.map { $0.worker.names.stream(bucket) })
            }
        error.readSoFar = LogError.ReadSoFar(rows: rows, events: events, cases: cases)
        return error
    }
}
