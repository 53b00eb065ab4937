// Invariants of this file:
// - the addresses of names and facts lie in the streams of `workers`, which live as long as the organizer.

import Glibc
internal import WorkingTime

/// Groups the rows of one partition by case.
struct Organizer {
    let log: PartitionedLog
    private let workers: [WorkerRows]

    init(_ log: PartitionedLog, _ workers: [WorkerRows]) {
        self.log = log
        self.workers = workers
    }

    func organize() throws(LogError) -> OrganizedPartition {
        let capacity = workers.reduce(0) { $0 + $1.names.entryCount }
        var result = OrganizedPartition()
        guard capacity > 0 else { return result }
        var table = CaseTable(capacity: capacity)
        if log.factColumns.isEmpty, !log.keepsResource, !log.keepsInstances {
            let rows = CaseRows<PlainCaseRow>(workers, &table)
            rows.sort(in: log.zone)
            fill(&result, rows)
            try attachNames(&result, table, rows.ranks)
        } else {
            let rows = CaseRows<WideCaseRow>(workers, &table)
            rows.sort(in: log.zone)
            if log.keepsInstances { fillInstances(&result, rows) } else { fill(&result, rows) }
            try attachNames(&result, table, rows.ranks)
            if !log.keepsInstances { fillTexts(&result, rows) }
            if !log.factColumns.isEmpty {
                GatheredFacts(workers, table, rows.ranks).attach(to: &result, rows)
            }
        }
        if log.keepsInstances { result.removeEmptyCases() }
        return result
    }

    private func fill<Row: CaseRow>(
        _ result: inout OrganizedPartition,
        _ rows: borrowing CaseRows<Row>
    ) {
        let memory = rows.rows
        result.events = [LogEvent](unsafeUninitializedCapacity: rows.count) { buffer, count in
            count = rows.count
            for index in 0..<count { buffer.initializeElement(at: index, to: memory[index].event) }
        }
        result.cases.reserveCapacity(rows.hashes.count)
        for (rank, hash) in rows.hashes.enumerated() {
            result.cases.append(
                OrganizedPartition.CaseEntry(
                    hash: CaseHash(low: hash, high: 0),
                    name: 0..<0,
                    events: rows.starts[rank]..<rows.starts[rank + 1],
                    facts: 0..<0,
                    duplicates: rows.duplicates(of: rank)
                )
            )
        }
    }

    private func fillTexts(_ result: inout OrganizedPartition, _ rows: borrowing CaseRows<WideCaseRow>) {
        guard log.keepsResource else { return }
        let memory = rows.rows
        result.resources = (0..<rows.count).map { memory[$0].resource }
        result.roles = (0..<rows.count).map { memory[$0].role }
    }

    // MARK: - Names

    private func attachNames(
        _ result: inout OrganizedPartition,
        _ table: borrowing CaseTable,
        _ ranks: [UInt32]
    ) throws(LogError) {
        var found = [KeptBytes?](repeating: nil, count: ranks.count)
        var collision: (KeptBytes, KeptBytes)?
        for worker in workers {
            worker.names.forEach { hash, bytes, length in
                guard let number = table.find(hash.low) else { return }
                let rank = Int(ranks[number])
                let name = KeptBytes(bytes: bytes, length: length)
                if let known = found[rank] {
                    if !known.isSame(as: name) { collision = (known, name) }
                } else {
                    found[rank] = name
                    result.cases[rank].hash.high = hash.high
                }
            }
        }
        if let (left, right) = collision { throw LogError.collision(left.text, right.text) }
        for (rank, name) in found.enumerated() {
            guard let name else { preconditionFailure("a case's name is noted before its first row") }
            let start = result.names.count
            result.names.append(contentsOf: UnsafeBufferPointer(start: name.bytes, count: name.length))
            result.cases[rank].name = start..<result.names.count
        }
    }
}

extension LogError {
    fileprivate static func collision(_ left: String, _ right: String) -> LogError {
        LogError(
            .caseHashCollision,
            "the case ids \"\(left)\" and \"\(right)\" have the same hash and cannot be told apart; rename one of them"
        )
    }
}
