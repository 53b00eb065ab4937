// Invariants of this file:
// - `slots` holds `mask + 1` slots, a power of two, of which at most three quarters are used, so a search always meets
//   an unused one;
// - `streams` holds one retained stream for each bucket; `take` and `deinit` release them;
// - a stream's record is the case's low hash, the order as UInt32 (0 in the record of a case's first tuple), the length
//   of the tuple as UInt32 and the tuple: for each column a UInt16 length and the value's bytes.

import Glibc

/// The facts that a worker met: for each case the first tuple of values, and every row's tuple that differs from it.
struct FactStreams: ~Copyable {
    private struct Slot {
        static let isUsed: UInt64 = 1
        static let hasFaults: UInt64 = 2
        static let flags: UInt64 = 3

        var caseHash: UInt64 = 0
        var tupleLow: UInt64 = 0
        /// The high half of the tuple's hash but its two lowest bits, which are flags.
        var tupleHigh: UInt64 = 0
    }

    /// What is known of a row's tuple.
    enum Finding {
        /// It is the first of its case, which had no fault.
        case same
        /// It is the first of its case, which had values that cannot be used.
        case sameWithFaults
        /// It differs from the first of its case.
        case different
        /// It is the first that was seen of its case.
        case new
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private var count = 0
    private let streams: UnsafeMutablePointer<Unmanaged<FactStream>>

    init() {
        mask = 1023
        slots = .allocate(capacity: 1024)
        slots.initialize(repeating: Slot(), count: 1024)
        streams = .allocate(capacity: RowBuckets.count)
        for bucket in 0..<RowBuckets.count {
            (streams + bucket).initialize(to: .passRetained(FactStream()))
        }
    }

    deinit {
        slots.deallocate()
        for bucket in 0..<RowBuckets.count { streams[bucket].release() }
        streams.deallocate()
    }

    /// Compares the raw values of a row, by their hash, with the first that were seen of its case.
    @inline(__always)
    func find(_ caseHash: UInt64, _ tuple: CaseHash) -> Finding {
        var index = Int(truncatingIfNeeded: caseHash) & mask
        while slots[index].tupleHigh & Slot.isUsed != 0 {
            let slot = slots[index]
            if slot.caseHash == caseHash {
                guard slot.tupleLow == tuple.low, (slot.tupleHigh ^ tuple.high) & ~Slot.flags == 0 else {
                    return .different
                }
                return slot.tupleHigh & Slot.hasFaults == 0 ? .same : .sameWithFaults
            }
            index = (index + 1) & mask
        }
        return .new
    }

    /// Keeps the first tuple of a case.
    mutating func addFirst(_ caseHash: UInt64, _ hash: CaseHash, _ tuple: borrowing ByteRun, hasFaults: Bool)
    {
        let flags = Slot.isUsed | (hasFaults ? Slot.hasFaults : 0)
        insert(Slot(caseHash: caseHash, tupleLow: hash.low, tupleHigh: hash.high & ~Slot.flags | flags))
        count += 1
        if count * 4 > mask * 3 { grow() }
        append(caseHash, 0, tuple)
    }

    /// Keeps the tuple of a row that differs from the first of its case.
    mutating func addOther(_ caseHash: UInt64, _ order: UInt32, _ tuple: borrowing ByteRun) {
        append(caseHash, order, tuple)
    }

    private func append(_ caseHash: UInt64, _ order: UInt32, _ tuple: borrowing ByteRun) {
        streams[Int(truncatingIfNeeded: caseHash >> 56)].takeUnretainedValue().append(caseHash, order, tuple)
    }

    private func insert(_ slot: Slot) {
        var index = Int(truncatingIfNeeded: slot.caseHash) & mask
        while slots[index].tupleHigh & Slot.isUsed != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        let oldCount = mask + 1
        mask = mask * 2 + 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: Slot(), count: mask + 1)
        for index in 0..<oldCount where old[index].tupleHigh & Slot.isUsed != 0 { insert(old[index]) }
        old.deallocate()
    }

    /// Gives the facts of a bucket away.
    mutating func take(_ bucket: Int) -> FactStream {
        let stream = streams[bucket].takeRetainedValue()
        streams[bucket] = .passRetained(FactStream())
        return stream
    }
}

/// The facts of one bucket of one worker.
final class FactStream {
    private var run = ByteRun(capacity: 0)

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

/// The hash of a row's raw values, one after the other.
struct TupleHash {
    private var low: UInt64 = 0x243F_6A88_85A3_08D3
    private var high: UInt64 = 0x1319_8A2E_0370_7344

    var hash: CaseHash { CaseHash(low: low, high: high) }

    @inline(__always)
    mutating func add(_ bytes: ByteAddress, _ length: Int) {
        let value = hash128(bytes, length)
        let left = (low ^ value.low).multipliedFullWidth(by: 0xA409_3822_299F_31D1)
        let right = (high ^ value.high).multipliedFullWidth(by: 0x082E_FA98_EC4E_6C89)
        low = left.high ^ left.low &+ value.high
        high = right.high ^ right.low &+ value.low
    }
}
