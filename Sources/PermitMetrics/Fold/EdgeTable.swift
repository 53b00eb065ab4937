/// Durations between directly following activities, by pair.
///
/// Pairs are dense for up to 1,024 activities; beyond, a dictionary finds them.
struct EdgeTable: Sendable {
    /// One pair of activities.
    struct Edge: Sendable {
        var from: Int32
        var to: Int32
        var sum: Int128 = 0
        var durations: [Int64] = []
    }

    private let activityCount: Int
    private var dense: [Int32]
    private var sparse: [UInt64: Int32] = [:]
    /// The pairs in the order in which they were met; the order never shows in a report.
    private(set) var edges: [Edge] = []

    init(activityCount: Int) {
        self.activityCount = activityCount
        dense = activityCount <= 1024 ? [Int32](repeating: -1, count: activityCount * activityCount) : []
    }

    /// Adds one step between two activities.
    @inline(__always)
    mutating func add(from: Int, to: Int, microseconds: Int64) {
        let slot = slot(from, to)
        edges[slot].sum += Int128(microseconds)
        edges[slot].durations.append(microseconds)
    }

    /// Adds everything of another table over the same activities.
    mutating func merge(_ other: consuming EdgeTable) {
        for edge in other.edges {
            let slot = slot(Int(edge.from), Int(edge.to))
            edges[slot].sum += edge.sum
            if edges[slot].durations.isEmpty {
                edges[slot].durations = edge.durations
            } else {
                edges[slot].durations.append(contentsOf: edge.durations)
            }
        }
    }

    @inline(__always)
    private mutating func slot(_ from: Int, _ to: Int) -> Int {
        if !dense.isEmpty {
            let index = from * activityCount + to
            if dense[index] >= 0 { return Int(dense[index]) }
            dense[index] = Int32(edges.count)
        } else {
            let key = UInt64(from) << 32 | UInt64(to)
            if let found = sparse[key] { return Int(found) }
            sparse[key] = Int32(edges.count)
        }
        edges.append(Edge(from: Int32(from), to: Int32(to)))
        return edges.count - 1
    }
}
