/// A choice among values of which some are likelier than others.
public struct WeightedChoice<Value: Sendable>: Sendable {
    /// The values, in the order given.
    public let values: [Value]
    /// The sums of the weights through each value.
    private let sums: [Int]

    /// Creates a choice.
    ///
    /// - Parameter weighted: The values with their weights: whole numbers not below zero, at least one above it.
    public init(_ weighted: [(value: Value, weight: Int)]) {
        var total = 0
        var sums: [Int] = []
        sums.reserveCapacity(weighted.count)
        for entry in weighted {
            precondition(entry.weight >= 0, "a weight is a share and cannot be below zero")
            total += entry.weight
            sums.append(total)
        }
        precondition(total > 0, "something must be possible")
        values = weighted.map(\.value)
        self.sums = sums
    }

    /// The sum of all weights.
    public var total: Int { sums[sums.count - 1] }

    /// The choice among those of the values that pass a test; nil when none that can be drawn does.
    public func filter(_ isPossible: (Value) -> Bool) -> WeightedChoice? {
        let left = values.indices.compactMap { index -> (value: Value, weight: Int)? in
            let weight = sums[index] - (index > 0 ? sums[index - 1] : 0)
            return weight > 0 && isPossible(values[index]) ? (values[index], weight) : nil
        }
        return left.isEmpty ? nil : WeightedChoice(left)
    }

    /// Draws a value.
    public func draw(_ random: inout SplitMix64) -> Value {
        let ticket = random.below(total)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > ticket { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }
}
