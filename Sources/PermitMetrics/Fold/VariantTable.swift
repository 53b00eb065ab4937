/// Counts of activity sequences: an open-addressing table over one arena of activity numbers.
///
/// Sequences are compared in full, so two of them are never taken for one.
struct VariantTable: Sendable {
    private struct Entry: Sendable {
        var hash: UInt64
        var start: Int
        var length: Int32
        var cases: Int32
    }

    private var slots: [Int32]
    private var entries: [Entry] = []
    private var arena: [UInt32] = []

    init() { slots = [Int32](repeating: -1, count: 1 << 10) }

    /// The number of different sequences.
    var count: Int { entries.count }

    /// How many cases each sequence has.
    var caseCounts: [Int] { entries.map { Int($0.cases) } }

    /// How many cases have a sequence.
    func cases(of sequence: Span<UInt32>) -> Int {
        let hash = Self.hash(sequence)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, isEqual(entry, sequence) { return Int(entry.cases) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    @inline(__always)
    private static func hash(_ sequence: Span<UInt32>) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(sequence.count)
        for index in sequence.indices {
            hash = (hash ^ UInt64(sequence[index])) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        return hash
    }

    /// Counts one more case, or several, with this sequence.
    mutating func add(_ sequence: Span<UInt32>, cases: Int32 = 1) {
        let hash = Self.hash(sequence)
        if entries.count * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].hash == hash, isEqual(entries[index], sequence) {
                entries[index].cases += cases
                return
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(entries.count)
        entries.append(Entry(hash: hash, start: arena.count, length: Int32(sequence.count), cases: cases))
        for index in sequence.indices { arena.append(sequence[index]) }
    }

    /// Adds everything of another table.
    mutating func merge(_ other: borrowing VariantTable) {
        let arena = other.arena.span
        for entry in other.entries {
            add(arena.extracting(entry.start..<entry.start + Int(entry.length)), cases: entry.cases)
        }
    }

    /// The commonest sequences: at least `limit` of them where there are as many, ties in the order of activity numbers.
    func commonest(_ limit: Int) -> [(cases: Int, activities: [Int])] {
        // Only entries at or above the count of the last place need an order.
        var histogram: [Int32: Int] = [:]
        for entry in entries { histogram[entry.cases, default: 0] += 1 }
        var threshold: Int32 = 0
        var reached = 0
        for (cases, number) in histogram.sorted(by: { $0.key > $1.key }) {
            threshold = cases
            reached += number
            if reached >= limit { break }
        }
        var best: [(cases: Int, activities: [Int])] = []
        for entry in entries where entry.cases >= threshold {
            best.append(
                (Int(entry.cases), arena[entry.start..<entry.start + Int(entry.length)].map(Int.init))
            )
            // A log in which every case is a variant of its own would sort them all: keep a bounded front.
            if best.count >= 4096 + limit { best = Self.front(best, limit) }
        }
        return Self.front(best, limit)
    }

    private static func front(
        _ variants: [(cases: Int, activities: [Int])],
        _ limit: Int
    ) -> [(cases: Int, activities: [Int])] {
        let sorted = variants.sorted { left, right in
            left.cases != right.cases
                ? left.cases > right.cases : left.activities.lexicographicallyPrecedes(right.activities)
        }
        return Array(sorted.prefix(limit))
    }

    private func isEqual(_ entry: Entry, _ sequence: Span<UInt32>) -> Bool {
        guard Int(entry.length) == sequence.count else { return false }
        for index in sequence.indices where arena[entry.start + index] != sequence[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for index in entries.indices {
            var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }
}
