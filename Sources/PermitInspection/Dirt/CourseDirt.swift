internal import PermitLog
internal import WorkingTime

/// What is wrong with the course of permits that stand one in a row: steps before earlier steps, steps left out, permits
/// that end as they begin, visits that are no applications.
struct CourseDirt {
    private let steps: [TableRoles.Dated]
    private let zone: Zone
    private var rows = 0
    private var both: [Int]
    private var negative: [Tally]
    private var skipped: [Tally]
    /// How many rows end with each step.
    private var lastSteps: [Int]
    private var instant = Tally()
    private var ended = 0
    private var visits = Tally()
    private var begins: [(Int64, isVisit: Bool)] = []

    init(_ roles: TableRoles, zone: Zone) {
        steps = roles.steps
        self.zone = zone
        let pairs = steps.count * steps.count
        both = [Int](repeating: 0, count: pairs)
        negative = [Tally](repeating: Tally(), count: pairs)
        skipped = negative
        lastSteps = [Int](repeating: 0, count: steps.count)
    }

    mutating func note(_ row: PermitRow) {
        rows += 1
        noteOrder(row)
        noteSkipped(row)
        noteInstant(row)
        guard steps.count > 2, let first = row.steps[0] else { return }
        let isVisit = row.steps.dropFirst().allSatisfy { $0 == nil }
        if isVisit { visits.note(row.number) }
        begins.append((first.instant.microseconds, isVisit))
    }

    /// Each step against the one before it that the row has.
    private mutating func noteOrder(_ row: PermitRow) {
        var before: Int?
        for (index, stamp) in row.steps.enumerated() {
            guard let stamp, isOrdered(index) else { continue }
            if let before, let earlier = row.steps[before] {
                let pair = before * steps.count + index
                both[pair] += 1
                if isBefore(stamp, earlier) { negative[pair].note(row.number) }
            }
            before = index
        }
    }

    /// Whether a step has its place in the order: what is returned or answered may come at any time, and so may what
    /// comes a second time.
    private func isOrdered(_ index: Int) -> Bool {
        let meaning = steps[index].meaning
        if [.returned, .answered, .withdrawn].contains(meaning) { return false }
        return meaning == .other || steps.firstIndex { $0.meaning == meaning } == index
    }

    /// Whether one date lies before another; where one has no time of day, by their days.
    private func isBefore(_ left: Stamp, _ right: Stamp) -> Bool {
        guard left.isDateOnly || right.isDateOnly else { return left.instant < right.instant }
        return zone.day(of: left.instant) < zone.day(of: right.instant)
    }

    private func isSame(_ left: Stamp, _ right: Stamp) -> Bool {
        !isBefore(left, right) && !isBefore(right, left)
    }

    private mutating func noteSkipped(_ row: PermitRow) {
        guard let last = row.steps.lastIndex(where: { $0 != nil }) else { return }
        lastSteps[last] += 1
        for index in 0..<last where row.steps[index] == nil {
            skipped[index * steps.count + last].note(row.number)
        }
    }

    private mutating func noteInstant(_ row: PermitRow) {
        guard let start = steps.firstIndex(where: { $0.meaning == .submitted }),
            let end = steps.indices.first(where: { steps[$0].meaning.isDecision && row.steps[$0] != nil }),
            let first = row.steps[start], let last = row.steps[end]
        else { return }
        ended += 1
        if isSame(first, last) { instant.note(row.number) }
    }

    func findings(_ table: InspectedTable) -> [DirtFinding] {
        negatives(table) + instants(table) + skips(table) + counterVisits(table)
    }

    private func negatives(_ table: InspectedTable) -> [DirtFinding] {
        each { first, second in
            let pair = first * steps.count + second
            guard negative[pair].count > 0 else { return nil }
            return finding(.negativeDurations, first, second, negative[pair], both[pair], " \u{2192} ", table)
        }
    }

    private func instants(_ table: InspectedTable) -> [DirtFinding] {
        guard instant.count > 0 else { return [] }
        return [
            DirtFinding(
                .instantPermits,
                file: table.file,
                count: instant.count,
                of: ended,
                places: instant.rows.map(table.place)
            )
        ]
    }

    /// A step counts as skipped where at least four in five of the permits that got as far have it.
    private func skips(_ table: InspectedTable) -> [DirtFinding] {
        each { first, second in
            guard isOrdered(first), isOrdered(second), steps[first].meaning != .other,
                !steps[first].meaning.isDecision
            else { return nil }
            let missing = skipped[first * steps.count + second].count
            guard missing > 0, missing * 5 <= lastSteps[second] else { return nil }
            return finding(
                .skippedMilestones,
                first,
                second,
                skipped[first * steps.count + second],
                lastSteps[second],
                " < ",
                table
            )
        }
    }

    private func each(_ make: (Int, Int) -> DirtFinding?) -> [DirtFinding] {
        steps.indices.flatMap { second in (0..<second).compactMap { make($0, second) } }
    }

    private func finding(
        _ kind: DirtFinding.Kind,
        _ first: Int,
        _ second: Int,
        _ tally: Tally,
        _ total: Int,
        _ sign: String,
        _ table: InspectedTable
    ) -> DirtFinding {
        let names = [first, second].map { table.header[steps[$0].column] }
        return DirtFinding(
            kind,
            file: table.file,
            column: names[1],
            count: tally.count,
            of: total,
            detail: names.joined(separator: sign),
            places: tally.rows.map(table.place)
        )
    }

    /// Rows with the first step alone are visits where they are as common among the older half as among all: open
    /// applications would be few there.
    private func counterVisits(_ table: InspectedTable) -> [DirtFinding] {
        let older = begins.sorted { $0.0 < $1.0 }.prefix(begins.count / 2)
        let inOlder = older.count { $0.isVisit }
        guard older.count >= 5, inOlder * 5 >= older.count, visits.count < begins.count else { return [] }
        return [
            DirtFinding(
                .counterVisits,
                file: table.file,
                column: table.header[steps[0].column],
                count: visits.count,
                of: rows,
                places: visits.rows.map(table.place)
            )
        ]
    }
}
