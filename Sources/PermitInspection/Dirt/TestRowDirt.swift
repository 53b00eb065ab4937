internal import PermitLog
internal import WorkingTime

/// Rows from before the work began: a few that a gap parts from all others, or that call themselves tests.
struct TestRowDirt {
    private let zone: Zone
    private var days: [Int32: Int] = [:]
    private var firstRows: [Int32: [Int]] = [:]
    private var rows = 0

    init(zone: Zone) { self.zone = zone }

    mutating func note(_ moment: Instant, row: Int) {
        rows += 1
        let day = zone.day(of: moment).number
        days[day, default: 0] += 1
        if firstRows[day, default: []].count < 5 { firstRows[day, default: []].append(row) }
    }

    /// The rows before a gap of at least seven days and ten times the usual one behind it, where the work
    /// then goes on: at most 20 and one in twenty.
    func findings(_ table: InspectedTable) -> [DirtFinding] {
        let sorted = days.keys.sorted()
        guard sorted.count >= 10, rows >= 40 else { return [] }
        let gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
        var before = 0
        for (index, gap) in gaps.enumerated() {
            before += days[sorted[index]] ?? 0
            guard before <= 20, before * 20 <= rows else { break }
            let next = gaps[(index + 1)...].prefix(20).sorted()
            guard gap >= 7, next.count >= 5, gap >= 10 * next[next.count / 2] else { continue }
            let after = sorted[(index + 1)...].prefix { $0 < sorted[index + 1] + 20 }
            guard after.reduce(0, { $0 + (days[$1] ?? 0) }) >= 10 else { continue }
            let places = sorted[...index].flatMap { firstRows[$0] ?? [] }.sorted()
            return [
                DirtFinding(
                    .testRows,
                    file: table.file,
                    count: before,
                    of: rows,
                    detail: "before \(Day(number: sorted[index + 1])), after a gap of \(gap) days",
                    places: places.prefix(5).map(table.place)
                )
            ]
        }
        return []
    }
}
