// Invariants of this file:
// - a table slot with `used` false is empty; at most half of the slots are used;
// - a stream's record is the case's low hash, the order as UInt32 (0 in the record of a case's first tuple), the
//   length of the tuple as UInt32 and the tuple: for each column a UInt32 length and the value's bytes.

import Glibc

/// The facts that a worker met: for each case the first tuple of values, and every row's tuple that differs from it.
struct FactStreams: ~Copyable {
    private struct Slot {
        var caseHash: UInt64 = 0
        var tuple = CaseHash(low: 0, high: 0)
        var used = false
    }

    private var slots: [Slot]
    private var mask: Int
    private var count = 0
    private var streams: [FactStream]

    init() {
        mask = 1023
        slots = Array(repeating: Slot(), count: 1024)
        streams = (0..<RowBuckets.count).map { _ in FactStream() }
    }

    /// Notes the tuple of a row; gives whether it differs from the first of its case.
    mutating func note(_ caseHash: UInt64, _ order: UInt32, _ tuple: borrowing ByteRun) -> Bool {
        let hash = hash128(tuple.bytes, tuple.count)
        var index = Int(truncatingIfNeeded: caseHash) & mask
        while slots[index].used {
            if slots[index].caseHash == caseHash {
                if slots[index].tuple == hash { return false }
                streams[Int(truncatingIfNeeded: caseHash >> 56)].append(caseHash, order, tuple)
                return true
            }
            index = (index + 1) & mask
        }
        slots[index] = Slot(caseHash: caseHash, tuple: hash, used: true)
        streams[Int(truncatingIfNeeded: caseHash >> 56)].append(caseHash, 0, tuple)
        count += 1
        if count * 2 > mask { grow() }
        return false
    }

    private mutating func grow() {
        let old = slots
        mask = mask * 2 + 1
        slots = Array(repeating: Slot(), count: mask + 1)
        for slot in old where slot.used {
            var index = Int(truncatingIfNeeded: slot.caseHash) & mask
            while slots[index].used { index = (index + 1) & mask }
            slots[index] = slot
        }
    }

    /// Gives the facts of a bucket away.
    mutating func take(_ bucket: Int) -> FactStream {
        let stream = streams[bucket]
        streams[bucket] = FactStream()
        return stream
    }
}

/// The facts of one bucket of one worker.
final class FactStream {
    private var run = ByteRun(capacity: 64)

    func append(_ caseHash: UInt64, _ order: UInt32, _ tuple: borrowing ByteRun) {
        run.append(word: caseHash)
        run.append(word: order)
        run.append(word: UInt32(tuple.count))
        run.append(tuple.bytes, tuple.count)
    }

    /// Calls `body` with case hash, order, address and length of every tuple.
    func forEach(_ body: (UInt64, UInt32, ByteAddress, Int) -> Void) {
        var offset = 0
        while offset < run.count {
            let length = Int(run.word(offset + 12, as: UInt32.self))
            let order = run.word(offset + 8, as: UInt32.self)
            body(run.word(offset, as: UInt64.self), order, run.bytes + offset + 16, length)
            offset += 16 + length
        }
    }
}
