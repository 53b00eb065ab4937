// Invariants of this file:
// - addresses lie in the streams of the workers whose facts were gathered, which their owner keeps alive.

import Glibc

/// Bytes in a stream that outlives this value.
struct KeptBytes {
    var bytes: ByteAddress
    var length: Int

    /// Whether the bytes are the same.
    func isSame(as other: KeptBytes) -> Bool {
        length == other.length && memcmp(bytes, other.bytes, length) == 0
    }

    /// The bytes as text.
    var text: String { PermitLog.text(bytes, length) }
}

/// The facts of a partition's cases, from all workers.
struct GatheredFacts {
    private let workerCount: Int
    /// For each case and worker the first tuple that the worker saw of the case.
    private var firsts: [KeptBytes?]
    /// The tuples of rows that differ from the first of their worker, by order.
    private var others: [UInt32: KeptBytes] = [:]
    /// The cases that have such rows, by rank.
    private var hasOthers: [Bool]

    init(_ workers: [WorkerRows], _ table: borrowing CaseTable, _ ranks: [UInt32]) {
        workerCount = workers.count
        var firsts = [KeptBytes?](repeating: nil, count: ranks.count * workers.count)
        var others: [UInt32: KeptBytes] = [:]
        var hasOthers = [Bool](repeating: false, count: ranks.count)
        for (index, worker) in workers.enumerated() {
            worker.facts.forEach { hash, order, bytes, length in
                guard let number = table.find(hash) else { return }
                let rank = Int(ranks[number])
                let tuple = KeptBytes(bytes: bytes, length: length)
                if order == 0 {
                    firsts[rank * workers.count + index] = tuple
                } else {
                    others[order] = tuple
                    hasOthers[rank] = true
                }
            }
        }
        self.firsts = firsts
        self.others = others
        self.hasOthers = hasOthers
    }

    /// Writes the changes of facts of every case.
    func attach(to result: inout OrganizedPartition, _ rows: borrowing CaseRows<WideCaseRow>) {
        for rank in hasOthers.indices {
            let start = result.facts.count
            let part = rows.rows(of: rank)
            if let only = onlyTuple(rank) {
                Self.append(only, part.reduce(UInt32.max) { min($0, $1.event.order) }, &result)
            } else {
                appendChanges(part, rank, &result)
            }
            result.cases[rank].facts = start..<result.facts.count
        }
    }

    /// The tuple that all rows of a case have; nil when there are several.
    private func onlyTuple(_ rank: Int) -> KeptBytes? {
        guard !hasOthers[rank] else { return nil }
        let known = firsts[rank * workerCount..<(rank + 1) * workerCount].lazy.compactMap(\.self)
        guard let first = known.first, known.allSatisfy(first.isSame) else { return nil }
        return first
    }

    private func appendChanges(
        _ part: UnsafeMutableBufferPointer<WideCaseRow>,
        _ rank: Int,
        _ result: inout OrganizedPartition
    ) {
        var last: KeptBytes?
        for row in part.sorted(by: { $0.event.order < $1.event.order }) {
            let first = firsts[rank * workerCount + Int(row.worker)]
            guard let tuple = row.hasExplicitFacts ? others[row.event.order] : first else { continue }
            if let last, last.isSame(as: tuple) { continue }
            Self.append(tuple, row.event.order, &result)
            last = tuple
        }
    }

    /// Adds a tuple: for each column a length and the value's bytes.
    private static func append(_ tuple: KeptBytes, _ order: UInt32, _ result: inout OrganizedPartition) {
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
