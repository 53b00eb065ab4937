// Invariants of this file:
// - all hashes share their top byte; a hash's home slot is made of the bits below, so slots ascend with hashes;
// - probing goes up and never wraps: behind the last home slot there is one slot for each possible case and one more,
//   which stays empty.

/// The cases of a partition, numbered by their hash's rank.
struct CaseTable: ~Copyable {
    private struct Slot {
        var hash: UInt64
        /// The case's number plus one; 0 for an empty slot.
        var number: UInt32
    }

    private let slots: UnsafeMutablePointer<Slot>
    private let slotCount: Int
    private let shift: UInt64
    private(set) var count = 0

    /// Creates a table for at most `capacity` different cases.
    init(capacity: Int) {
        var bits: UInt64 = 4
        while (1 << bits) < capacity * 2 { bits += 1 }
        shift = 64 - bits
        slotCount = (1 << Int(bits)) + capacity + 1
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Slot(hash: 0, number: 0), count: slotCount)
    }

    deinit { slots.deallocate() }

    /// The number of a case in the order of first appearance.
    @inline(__always)
    mutating func insert(_ hash: UInt64) -> UInt32 {
        var slot = slots + Int(truncatingIfNeeded: (hash << 8) >> shift)
        while slot.pointee.number != 0 {
            if slot.pointee.hash == hash { return slot.pointee.number - 1 }
            slot += 1
        }
        count += 1
        slot.pointee = Slot(hash: hash, number: UInt32(count))
        return UInt32(count - 1)
    }

    /// The number of a case; nil for one that was never inserted.
    func find(_ hash: UInt64) -> Int? {
        var slot = slots + Int(truncatingIfNeeded: (hash << 8) >> shift)
        while slot.pointee.number != 0 {
            if slot.pointee.hash == hash { return Int(slot.pointee.number - 1) }
            slot += 1
        }
        return nil
    }

    /// The cases' hashes in ascending order, and for each number its rank.
    func ranked() -> (hashes: [UInt64], ranks: [UInt32]) {
        var sorted: [(hash: UInt64, number: UInt32)] = []
        sorted.reserveCapacity(count)
        for index in 0..<slotCount where slots[index].number != 0 {
            let entry = (hash: slots[index].hash, number: slots[index].number - 1)
            var place = sorted.count
            sorted.append(entry)
            while place > 0, sorted[place - 1].hash > entry.hash {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = entry
        }
        var ranks = [UInt32](repeating: 0, count: count)
        for (rank, entry) in sorted.enumerated() { ranks[Int(entry.number)] = UInt32(rank) }
        return (sorted.map(\.hash), ranks)
    }
}
