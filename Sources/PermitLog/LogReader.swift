internal import PermitDocuments
internal import WorkingTime

/// Reads event logs: CSV and XES, plain or compressed with gzip.
public enum LogReader {
    /// Reads the files of a request as one log.
    ///
    /// - Returns: The log, its rows scattered by case and not yet grouped; the same for any number of workers.
    /// - Throws: A `LogError` when a file cannot be read as a log, with what had been read before.
    public static func read(_ request: ReadRequest) throws(LogError) -> PartitionedLog {
        var reading = LogReading(request)
        for file in request.sources.indices {
            do throws(LogError) {
                try reading.read(file)
            } catch {
                throw reading.withReadSoFar(error)
            }
        }
        return reading.finish()
    }
}

/// The reading of a log, file by file.
struct LogReading {
    /// A file's place in the order of rows.
    struct FileOrders: Sendable {
        var name: String
        var isXES: Bool
        /// The orders before the file's first line or event.
        var before: Int
    }

    let request: ReadRequest
    private var plan: LogPlan?
    private var boxes: [WorkerBox] = []
    private var files: [FileOrders] = []
    private var ordersBefore = 0

    init(_ request: ReadRequest) { self.request = request }

    mutating func read(_ file: Int) throws(LogError) {
        var start = try FileStart.open(request.sources[file])
        let isXES = start.format == .xes
        files.append(FileOrders(name: request.sources[file], isXES: isXES, before: ordersBefore))
        if isXES {
            try readXES(&start, file)
        } else {
            try readTable(&start, file)
        }
    }

    // MARK: - Tables

    private mutating func readTable(_ start: inout FileStart, _ file: Int) throws(LogError) {
        let head = try start.takeHeader(limit: request.recordBytes)
        let header = head.names
        let profile = self.profile(Set(header))
        try refuseOtherKind(profile, header, start.name)
        let choice = ColumnChoice(request: request, profile: profile, file: start.name)
        let columns = try choice.choose(among: header)
        let plan = self.plan(
            profile,
            present: Set(header),
            hasAllKeys: false,
            all: request.keepsAllColumns ? KeptColumns(table: header, columns) : nil
        )
        let table = TablePlan(header: header, shape: head.shape, columns: columns, plan: plan)
        for _ in 0..<head.blankLinesBefore { boxes[0].worker.tally.countBlankLine() }
        var ahead = ByteRun(capacity: 0)
        swap(&ahead, &start.ahead)
        let source = TableSource(
            start.input,
            ahead: ahead,
            shape: head.shape,
            request: request,
            file: file,
            firstOrder: ordersBefore + head.blankLinesBefore + head.lines + 1
        )
        let boxes = self.boxes
        let blockBytes = request.blockBytes
        _ = parallelMap(count: boxes.count, workers: boxes.count) { index in
            let block = TableBlock(capacity: blockBytes + 1)
            let parser = TableParser(table)
            while source.next(into: block) { parser.parse(block, &boxes[index].worker) }
        }
        let end = source.end
        ordersBefore = end.nextOrder - 1
        if let failure = end.failure { throw failure }
    }

    /// One log has one profile: a file that the profile of the files before it does not match is refused.
    private func refuseOtherKind(_ profile: Profile?, _ header: [String], _ file: String) throws(LogError) {
        guard request.profile == nil, let profile, !profile.matches(columns: Set(header)) else { return }
        let lacking = profile.match.filter { !header.contains($0) }
        throw LogError(
            .noSuchColumns,
            "\(file) lacks \(Suggestion.list(lacking)) of the profile \"\(profile.name)\", by which the files before it are "
                + "read; read files of different kinds apart, or name one profile for all of them"
        )
    }

    // MARK: - The plan

    /// The forced profile, or the first that the first file matches.
    private func profile(_ present: Set<String>) -> Profile? {
        if let plan { return plan.profile }
        return request.profile ?? request.profiles.first { $0.matches(columns: present) }
    }

    /// The plan of the log, made at its first file.
    private mutating func plan(
        _ profile: Profile?,
        present: Set<String>,
        hasAllKeys: Bool,
        all: KeptColumns? = nil
    ) -> LogPlan {
        if let plan { return plan }
        let made = LogPlan(
            profile: profile,
            zone: request.zone ?? profile?.zone ?? request.fallbackZone(profile),
            isStrict: request.isStrict,
            keepsResource: (request.keepsResource || profile != nil)
                && all?.hidesResource(profile?.personal ?? []) != true,
            factColumns: all?.names(without: profile?.personal ?? [])
                ?? factColumns(profile, present: present, hasAllKeys: hasAllKeys),
            statesLevels: all?.statesLevels ?? false,
            listedRejects: request.listedRejects
        )
        plan = made
        boxes = (0..<max(1, request.workers)).map { _ in WorkerBox(made) }
        return made
    }

    private func factColumns(_ profile: Profile?, present: Set<String>, hasAllKeys: Bool) -> [String] {
        var chosen: [String] = []
        let wanted = (profile?.factColumns ?? []) + request.extraColumns.map { [$0] }
        let personal = Set(profile?.personal ?? [])
        for list in wanted {
            let found = list.first(where: present.contains) ?? (hasAllKeys ? list.first : nil)
            if let found, !chosen.contains(found), !personal.contains(found) { chosen.append(found) }
        }
        return chosen
    }

    // MARK: - XES

    private mutating func readXES(_ start: inout FileStart, _ file: Int) throws(LogError) {
        var survey = XESSurvey()
        survey.read(start)
        let profile = self.profile(survey.columns)
        let choice = ColumnChoice(request: request, profile: profile, file: start.name)
        let columns = choice.chooseKeys()
        let all = request.keepsAllColumns ? try KeptColumns(xes: start, columns, limit: request.recordBytes) : nil
        let plan = self.plan(profile, present: survey.columns, hasAllKeys: true, all: all)
        var reader = XESReader(
            start: &start,
            plan: plan,
            columns: columns,
            request: request,
            file: file,
            ordersBefore: ordersBefore
        )
        defer { ordersBefore = reader.lastOrder }
        try reader.read(&boxes[0].worker)
    }

    // MARK: - The result

    mutating func finish() -> PartitionedLog {
        let plan = self.plan ?? self.plan(request.profile, present: [], hasAllKeys: false)
        return PartitionedLog(plan: plan, files: files, boxes: boxes, request: request)
    }

    /// The error with counts of what was read before it.
    func withReadSoFar(_ error: LogError) -> LogError {
        guard error.readSoFar == nil, !boxes.isEmpty else { return error }
        var error = error
        let rows = boxes.reduce(0) { $0 + $1.worker.tally.rows }
        let events = boxes.reduce(0) { $0 + $1.worker.tally.used }
        let cases = (0..<RowBuckets.count)
            .reduce(0) { total, bucket in
                total + CaseNames.distinctCount(bucket, boxes.map { $0.worker.names.stream(bucket) })
            }
        error.readSoFar = LogError.ReadSoFar(rows: rows, events: events, cases: cases)
        return error
    }
}
