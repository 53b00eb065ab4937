internal import PermitLog
internal import PermitWorkflow
internal import WorkingTime

/// What is wrong with the permits of a log of steps: none that is open or refused, and permits that end as they begin.
struct EventDirt {
    private struct Course {
        var first: Int64
        var last: Int64
        var events = 1
        var isEnded = false
        var isGranted = false
        var row: Int
    }

    private let caseColumn: Int?
    private let activityColumn: Int?
    private let meanings: [UInt64: DateMeaning]
    private var courses: [UInt64: Course] = [:]

    init(_ roles: TableRoles, _ survey: ColumnSurvey, profile: Profile?, vocabulary: Vocabulary?) {
        caseColumn = roles.shape == .events ? roles.caseColumn : nil
        activityColumn = roles.activityColumn
        let words = roles.activityColumn.map { survey.tallies[$0].values.map(\.text) } ?? []
        let known = words.map { word in
            let term = profile?.vocabulary[word] ?? word
            let found = vocabulary?.term(word: term)
            let meaning = DateMeaning(term: found?.name.text ?? term, isReturn: found?.isReturn ?? false)
            return (ValueHash.of(ArraySlice(word.utf8)), meaning)
        }
        meanings = Dictionary(known) { first, _ in first }
    }

    mutating func note(_ row: TextRow, _ stamp: Stamp) {
        guard let caseColumn else { return }
        let id = ValueShape.trimmed(row[caseColumn])
        guard !id.isEmpty else { return }
        let time = stamp.instant.microseconds
        let meaning = activityColumn.flatMap { meanings[ValueHash.of(ValueShape.trimmed(row[$0]))] }
        let key = ValueHash.of(id)
        var course = courses[key] ?? Course(first: time, last: time, events: 0, row: row.number)
        course.first = min(course.first, time)
        course.last = max(course.last, time)
        course.events += 1
        if let meaning, meaning.isDecision || meaning == .withdrawn { course.isEnded = true }
        if meaning == .issued { course.isGranted = true }
        courses[key] = course
    }

    /// How many permits there are and how many are not decided; nil where no activity is known to decide.
    var permits: PermitCounts? {
        guard meanings.values.contains(where: \.isDecision) else { return nil }
        return PermitCounts(all: courses.count, undecided: courses.values.count { !$0.isEnded })
    }

    func findings(_ table: InspectedTable) -> [DirtFinding] {
        var found: [DirtFinding] = []
        let instant = courses.values.filter { $0.events > 1 && $0.first == $0.last }
        if !instant.isEmpty {
            found.append(
                DirtFinding(
                    .instantPermits,
                    file: table.file,
                    count: instant.count,
                    of: courses.count,
                    places: instant.map(\.row).sorted().prefix(5).map(table.place)
                )
            )
        }
        if let permits, permits.all >= 20, courses.values.allSatisfy(\.isGranted) {
            found.append(DirtFinding(.issuedOnly, file: table.file, count: permits.all, of: permits.all))
        }
        return found
    }
}
