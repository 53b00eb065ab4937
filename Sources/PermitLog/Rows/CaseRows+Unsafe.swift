// Invariants of this file:
// - `rows[starts[rank]..<starts[rank + 1]]` are the rows of the case with that rank, all of them initialized;
// - `Row` is trivial, so the memory is freed without deinitializing.

internal import WorkingTime

/// The rows of a partition, grouped by case and sorted.
struct CaseRows<Row: CaseRow>: ~Copyable {
    let rows: UnsafeMutablePointer<Row>
    private(set) var starts: [Int]
    /// The cases' hashes in ascending order.
    let hashes: [UInt64]
    /// For each number of the table the rank of its case.
    let ranks: [UInt32]

    /// Groups the rows of all workers and frees them where they lay.
    init(_ workers: [WorkerRows], _ table: inout CaseTable) {
        let total = workers.reduce(0) { $0 + $1.segments.reduce(0) { $0 + $1.count } }
        let numbers = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, total))
        defer { numbers.deallocate() }
        Self.number(workers, &table, numbers)
        (hashes, ranks) = table.ranked()
        for index in 0..<total { numbers[index] = ranks[Int(numbers[index])] }
        starts = [Int](repeating: 0, count: table.count + 1)
        for index in 0..<total { starts[Int(numbers[index]) + 1] += 1 }
        for rank in 0..<table.count { starts[rank + 1] += starts[rank] }
        rows = .allocate(capacity: max(1, total))
        Self.scatter(workers, ranks: numbers, starts, to: rows)
    }

    /// Writes the number of each row's case.
    private static func number(
        _ workers: [WorkerRows],
        _ table: inout CaseTable,
        _ numbers: UnsafeMutablePointer<UInt32>
    ) {
        var next = numbers
        for worker in workers {
            for segment in worker.segments {
                for row in 0..<segment.count { next[row] = table.insert(segment.rows[row].caseHash) }
                next += segment.count
            }
        }
    }

    /// Moves every row to its case.
    private static func scatter(
        _ workers: [WorkerRows],
        ranks: UnsafeMutablePointer<UInt32>,
        _ starts: [Int],
        to rows: UnsafeMutablePointer<Row>
    ) {
        var next = starts
        var index = 0
        for (number, worker) in workers.enumerated() {
            for segment in worker.segments {
                for row in 0..<segment.count {
                    let rank = Int(ranks[index])
                    let extra = segment.extra(row)
                    (rows + next[rank]).initialize(to: Row(segment.rows[row], extra, number, worker))
                    next[rank] += 1
                    index += 1
                }
                segment.free()
            }
        }
    }

    deinit { rows.deallocate() }

    /// The number of rows.
    var count: Int { starts.last ?? 0 }

    /// The rows of a case.
    func rows(of rank: Int) -> UnsafeMutableBufferPointer<Row> {
        UnsafeMutableBufferPointer(start: rows + starts[rank], count: starts[rank + 1] - starts[rank])
    }

    /// Sorts the events of every case.
    func sort(in zone: Zone) {
        for rank in 0..<(starts.count - 1) {
            let part = rows(of: rank)
            sortByTime(part)
            if part.contains(where: { $0.event.isDateOnly }) { restoreOrder(part, zone) }
        }
    }

    @inline(__always)
    private func sortByTime(_ part: UnsafeMutableBufferPointer<Row>) {
        if part.count > 64 {
            var part = part
            part.sort { $0.event.precedes($1.event) }
            return
        }
        guard part.count > 1 else { return }
        for index in 1..<part.count {
            let row = part[index]
            var place = index
            while place > 0, row.event.precedes(part[place - 1].event) {
                part[place] = part[place - 1]
                place -= 1
            }
            part[place] = row
        }
    }

    /// Puts the events of every day with a date-only stamp in the order of the log.
    private func restoreOrder(_ part: UnsafeMutableBufferPointer<Row>, _ zone: Zone) {
        var start = 0
        while start < part.count {
            let day = zone.day(of: part[start].event.instant)
            var end = start + 1
            while end < part.count, zone.day(of: part[end].event.instant) == day { end += 1 }
            var run = UnsafeMutableBufferPointer(rebasing: part[start..<end])
            if run.count > 1, run.contains(where: { $0.event.isDateOnly }) {
                run.sort { $0.event.isBefore($1.event) }
            }
            start = end
        }
    }

    /// How many events of a case repeat activity and time of another that comes before.
    func duplicates(of rank: Int) -> Int32 {
        let part = rows(of: rank)
        var found: Int32 = 0
        var start = 0
        var isAscending = true
        while start < part.count {
            var end = start + 1
            while end < part.count, part[end].event.time == part[start].event.time { end += 1 }
            if end < part.count, part[end].event.time < part[start].event.time { isAscending = false }
            if end - start > 1 { found += Self.repetitions(part[start..<end]) }
            start = end
        }
        return isAscending ? found : Self.repetitions(part[...])
    }

    private static func repetitions(_ part: Slice<UnsafeMutableBufferPointer<Row>>) -> Int32 {
        if part.count == 2, let first = part.first?.event, let last = part.last?.event {
            return first.activity == last.activity && first.time == last.time ? 1 : 0
        }
        let keys = part.map { ($0.event.time, $0.event.activity) }.sorted { $0 < $1 }
        return zip(keys, keys.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
    }
}
