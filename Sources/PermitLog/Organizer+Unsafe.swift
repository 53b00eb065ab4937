// Invariants of this file:
// - the addresses of names and facts lie in the streams of `workers`, which live as long as the organizer.

import Glibc
internal import WorkingTime

/// Groups the rows of one partition by case.
struct Organizer {
    private struct Text {
        var bytes: ByteAddress
        var length: Int
    }

    private let log: PartitionedLog
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
        if log.factColumns.isEmpty, !log.keepsResource {
            let rows = CaseRows<PlainCaseRow>(workers, &table)
            rows.sort(in: log.zone)
            fill(&result, rows)
            try attachNames(&result, table, rows.ranks)
        } else {
            let rows = CaseRows<WideCaseRow>(workers, &table)
            rows.sort(in: log.zone)
            fill(&result, rows)
            try attachNames(&result, table, rows.ranks)
            fillTexts(&result, rows)
            attachFacts(&result, rows, table)
        }
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
        var found = [Text?](repeating: nil, count: ranks.count)
        var collision: (String, String)?
        for worker in workers {
            worker.names.forEach { hash, bytes, length in
                guard let number = table.find(hash.low) else { return }
                let rank = Int(ranks[number])
                guard let known = found[rank] else {
                    found[rank] = Text(bytes: bytes, length: length)
                    result.cases[rank].hash.high = hash.high
                    return
                }
                if known.length != length || memcmp(known.bytes, bytes, length) != 0 {
                    collision = (text(known.bytes, known.length), text(bytes, length))
                }
            }
        }
        if let collision {
            throw LogError(
                .caseHashCollision,
                "the case ids \"\(collision.0)\" and \"\(collision.1)\" have the same hash and cannot be told apart;"
                    + " rename one of them"
            )
        }
        for (rank, name) in found.enumerated() {
            guard let name else { preconditionFailure("a case's name is noted before its first row") }
            let start = result.names.count
            result.names.append(contentsOf: UnsafeBufferPointer(start: name.bytes, count: name.length))
            result.cases[rank].name = start..<result.names.count
        }
    }

    // MARK: - Facts

    private func attachFacts(
        _ result: inout OrganizedPartition,
        _ rows: borrowing CaseRows<WideCaseRow>,
        _ table: borrowing CaseTable
    ) {
        guard !log.factColumns.isEmpty else { return }
        let ranks = rows.ranks
        var firsts = [Text?](repeating: nil, count: ranks.count * workers.count)
        var others: [UInt32: Text] = [:]
        var hasOthers = [Bool](repeating: false, count: ranks.count)
        for (index, worker) in workers.enumerated() {
            worker.facts.forEach { hash, order, bytes, length in
                guard let number = table.find(hash) else { return }
                let rank = Int(ranks[number])
                let tuple = Text(bytes: bytes, length: length)
                if order == 0 {
                    firsts[rank * workers.count + index] = tuple
                } else {
                    others[order] = tuple
                    hasOthers[rank] = true
                }
            }
        }
        for rank in ranks.indices {
            let start = result.facts.count
            let known = firsts[rank * workers.count..<(rank + 1) * workers.count].compactMap(\.self)
            let part = rows.rows(of: rank)
            if let first = known.first, !hasOthers[rank], known.allSatisfy({ Self.isSame($0, first) }) {
                append(first, part.reduce(UInt32.max) { min($0, $1.event.order) }, &result)
            } else {
                var last: Text?
                for row in part.sorted(by: { $0.event.order < $1.event.order }) {
                    let index = rank * workers.count + Int(row.worker)
                    let tuple = row.hasExplicitFacts ? others[row.event.order] : firsts[index]
                    guard let tuple, !(last.map { Self.isSame($0, tuple) } ?? false) else { continue }
                    append(tuple, row.event.order, &result)
                    last = tuple
                }
            }
            result.cases[rank].facts = start..<result.facts.count
        }
    }

    private static func isSame(_ left: Text, _ right: Text) -> Bool {
        left.length == right.length && memcmp(left.bytes, right.bytes, left.length) == 0
    }

    /// Adds a tuple: for each column a length and the value's bytes.
    private func append(_ tuple: Text, _ order: UInt32, _ result: inout OrganizedPartition) {
        result.facts.append(OrganizedPartition.FactRecord(order: order, firstValue: result.factEnds.count))
        var offset = 0
        while offset < tuple.length {
            let length = Int(
                UnsafeRawPointer(tuple.bytes).loadUnaligned(fromByteOffset: offset, as: UInt16.self)
            )
            let value = UnsafeBufferPointer(start: tuple.bytes + offset + 2, count: length)
            result.factBytes.append(contentsOf: value)
            result.factEnds.append(result.factBytes.count)
            offset += 2 + length
        }
    }
}
