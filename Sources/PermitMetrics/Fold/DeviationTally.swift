/// Deviations counted by what and where, with the first place of each in the file.
struct DeviationTally: Sendable {
    /// What makes two deviations the same.
    struct Key: Hashable, Sendable {
        var workflow: Int
        var kind: DeviationKind
        /// The activity's number in the log; -1 where none is at fault.
        var activity: Int
        /// The state's number before the event; -1 where none matters.
        var state: Int
        /// What else it is about; -1 where nothing: the number of a fact, of a clock or of a link, as the kind says.
        var detail = -1

        /// The parts in one order, so that two of equal rank never change places.
        var order: [Int] { [workflow, activity, state, detail] }
    }

    /// How often, and where first.
    struct Value: Sendable {
        var count: Int
        var firstOrder: UInt32
    }

    private(set) var counts: [Key: Value] = [:]

    mutating func add(_ key: Key, order: UInt32) {
        if let found = counts[key] {
            counts[key] = Value(count: found.count + 1, firstOrder: min(found.firstOrder, order))
        } else {
            counts[key] = Value(count: 1, firstOrder: order)
        }
    }

    mutating func merge(_ other: DeviationTally) {
        counts.merge(other.counts) { left, right in
            Value(count: left.count + right.count, firstOrder: min(left.firstOrder, right.firstOrder))
        }
    }
}
