internal import PermitLog
internal import PermitWorkflow
internal import WorkingTime

/// What is not as it should be in a table: the entries of the catalogue that need whole columns or whole permits.
struct DirtSurvey {
    /// What was found, in the order of the catalogue.
    private(set) var findings: [DirtFinding]
    /// How many permits there are and how many are not decided; nil where the table does not tell.
    private(set) var permits: PermitCounts?
    private var course: CourseDirt
    private var status: StatusDirt
    private var repeats: RepeatDirt
    private var reentry: ReentryDirt
    private var tests: TestRowDirt
    private var days: DayDirt
    private var events: EventDirt
    private var badIDs = Tally()
    private var momentIDs = 0
    private var ids = 0

    /// Looks at the rows of a table.
    ///
    /// - Parameters:
    ///   - table: The table; its rows are read once.
    ///   - survey: Its columns.
    ///   - roles: The parts of its columns.
    ///   - copies: How its columns of dates stand to each other.
    ///   - profile: The profile by which it is read.
    ///   - vocabulary: The canonical terms, by which words for states are understood.
    ///   - calendar: The calendar against whose days off the days of work are held; nil for none.
    ///   - zone: The zone of days and of times without offset.
    /// - Throws: A `LogError` when the file cannot be read to its end.
    init(
        _ table: InspectedTable,
        _ survey: ColumnSurvey,
        _ roles: TableRoles,
        copies: PairSurvey,
        profile: Profile?,
        vocabulary: Vocabulary?,
        calendar: WorkCalendar?,
        zone: Zone
    ) throws(LogError) {
        course = CourseDirt(roles, zone: zone)
        status = StatusDirt(roles, profile: profile, vocabulary: vocabulary)
        repeats = RepeatDirt(roles)
        reentry = ReentryDirt(roles)
        events = EventDirt(roles, survey, profile: profile, vocabulary: vocabulary)
        tests = TestRowDirt(zone: zone)
        days = DayDirt(zone: zone)
        findings = table.findings
        let named = Set(roles.dated.map(\.column) + [roles.caseColumn, roles.timeColumn].compactMap(\.self))
        findings += DateDirt(table, survey).findings
        findings += ColumnDirt(table, survey, named: named).findings
        switch roles.shape {
        case .permits: try readPermits(table, survey, roles, zone)
        case .events: try readEvents(table, survey, roles, zone)
        case .counts: break
        }
        findings +=
            copies.copies(table) + course.findings(table) + status.findings(table) + repeats.findings(table)
        findings += reentry.findings(table) + tests.findings(table) + malformedIDs(table, roles)
        findings += days.shift(table)
        if let calendar { findings += days.findings(table, calendar) }
        findings += events.findings(table)
        permits = roles.shape == .permits ? status.permits : events.permits
        findings = DirtFinding.inOrder(findings)
    }

    private mutating func readPermits(
        _ table: InspectedTable,
        _ survey: ColumnSurvey,
        _ roles: TableRoles,
        _ zone: Zone
    ) throws(LogError) {
        let reader = PermitRowReader(roles, survey, zone: zone)
        try table.forEachRow { row throws(LogError) in
            let permit = reader.row(row)
            course.note(permit)
            status.note(permit)
            repeats.note(permit)
            reentry.note(permit)
            if let first = permit.first { tests.note(first.instant, row: permit.number) }
            for step in permit.steps.compactMap(\.self) { days.note(step) }
            if let column = roles.caseColumn { noteID(row[column], permit.number) }
        }
    }

    private mutating func readEvents(
        _ table: InspectedTable,
        _ survey: ColumnSurvey,
        _ roles: TableRoles,
        _ zone: Zone
    ) throws(LogError) {
        guard let column = roles.timeColumn, let form = survey.columns[column].dateForm,
            let reader = DateReader(form: form, zone: zone)
        else { return }
        try table.forEachRow { row throws(LogError) in
            guard let stamp = reader.stamp(row[column]) else { return }
            tests.note(stamp.instant, row: row.number)
            days.note(stamp)
            events.note(row, stamp)
        }
    }

    private mutating func noteID(_ cell: ArraySlice<UInt8>, _ row: Int) {
        let id = ValueShape.trimmed(cell)
        if id.isEmpty { return }
        ids += 1
        switch IDMoment.reading(id) {
        case .none: break
        case .moment: momentIDs += 1
        case .impossible: badIDs.note(row)
        }
    }

    /// Ids of a file in which most carry a moment, and these do not.
    private func malformedIDs(_ table: InspectedTable, _ roles: TableRoles) -> [DirtFinding] {
        guard let column = roles.caseColumn, badIDs.count > 0, (momentIDs + badIDs.count) * 2 > ids else {
            return []
        }
        return [
            DirtFinding(
                .malformedIDs,
                file: table.file,
                column: table.header[column],
                count: badIDs.count,
                of: ids,
                places: badIDs.rows.map(table.place)
            )
        ]
    }
}
