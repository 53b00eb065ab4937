/// Places nodes on a line so that the weighted lengths of edges are least (network simplex).
///
/// The method of Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs" (1993): a spanning tree of
/// tight edges is improved by exchanging an edge of negative cut value, until there is none.
struct NetworkSimplex {
    /// The head lies at least `least` behind the tail, and every further step costs `weight`.
    struct Edge {
        var tail: Int
        var head: Int
        var least: Int
        var weight: Int
    }

    private let edges: [Edge]
    private let adjacent: [[Int]]
    private let supply: [Int]
    private var places: [Int]
    private var isInTree: [Bool]
    private var parentEdge: [Int]
    private var order: [Int] = []

    /// The places of `count` nodes, the first at 0.
    ///
    /// The edges have no cycle and join all nodes. Exchanges end after a number that drawings stay far below: the
    /// places keep every distance all the same.
    static func places(count: Int, edges: [Edge]) -> [Int] {
        guard count > 0 else { return [] }
        var simplex = NetworkSimplex(count: count, edges: edges)
        simplex.buildTree()
        simplex.improve(exchanges: 4000)
        let first = simplex.places.min() ?? 0
        return simplex.places.map { $0 - first }
    }

    private init(count: Int, edges: [Edge]) {
        self.edges = edges
        var adjacent = [[Int]](repeating: [], count: count)
        var supply = [Int](repeating: 0, count: count)
        for (index, edge) in edges.enumerated() {
            adjacent[edge.tail].append(index)
            adjacent[edge.head].append(index)
            supply[edge.tail] += edge.weight
            supply[edge.head] -= edge.weight
        }
        self.adjacent = adjacent
        self.supply = supply
        places = Self.earliest(count: count, edges: edges, adjacent: adjacent)
        isInTree = Array(repeating: false, count: edges.count)
        parentEdge = Array(repeating: -1, count: count)
    }

    private static func earliest(count: Int, edges: [Edge], adjacent: [[Int]]) -> [Int] {
        var places = [Int](repeating: 0, count: count)
        var waiting = [Int](repeating: 0, count: count)
        for edge in edges { waiting[edge.head] += 1 }
        var ready = waiting.indices.filter { waiting[$0] == 0 }
        var done = 0
        while done < ready.count {
            let node = ready[done]
            done += 1
            for index in adjacent[node] where edges[index].tail == node {
                let edge = edges[index]
                places[edge.head] = max(places[edge.head], places[node] + edge.least)
                waiting[edge.head] -= 1
                if waiting[edge.head] == 0 { ready.append(edge.head) }
            }
        }
        precondition(done == count, "the caller gives edges without a cycle")
        return places
    }

    private func slack(_ edge: Edge) -> Int { places[edge.head] - places[edge.tail] - edge.least }

    /// Grows a tree of tight edges from node 0, shifting what is in it by the least slack where it ends.
    private mutating func buildTree() {
        var isReached = [Bool](repeating: false, count: places.count)
        var reached = [0]
        isReached[0] = true
        var looked = 0
        while reached.count < places.count {
            while looked < reached.count {
                let node = reached[looked]
                looked += 1
                for index in adjacent[node] where slack(edges[index]) == 0 {
                    let other = edges[index].tail == node ? edges[index].head : edges[index].tail
                    if isReached[other] { continue }
                    isReached[other] = true
                    isInTree[index] = true
                    reached.append(other)
                }
            }
            guard reached.count < places.count else { break }
            let leaving = edges.indices.filter { isReached[edges[$0].tail] != isReached[edges[$0].head] }
            guard let next = leaving.min(by: { slack(edges[$0]) < slack(edges[$1]) }) else {
                preconditionFailure("the caller gives edges that join all nodes")
            }
            let shift = isReached[edges[next].tail] ? slack(edges[next]) : -slack(edges[next])
            for node in reached { places[node] += shift }
            looked = 0
        }
    }

    private mutating func improve(exchanges: Int) {
        var start = 0
        for _ in 0..<exchanges {
            hangTree()
            guard let leaving = leavingNode(from: &start) else { return }
            exchange(at: leaving)
        }
    }

    /// Finds for every node the tree's edge towards node 0, and an order in which parents come first.
    private mutating func hangTree() {
        order.removeAll(keepingCapacity: true)
        for index in parentEdge.indices { parentEdge[index] = -2 }
        order.append(0)
        parentEdge[0] = -1
        var looked = 0
        while looked < order.count {
            let node = order[looked]
            looked += 1
            for index in adjacent[node] where isInTree[index] {
                let other = edges[index].tail == node ? edges[index].head : edges[index].tail
                if parentEdge[other] != -2 { continue }
                parentEdge[other] = index
                order.append(other)
            }
        }
    }

    /// A node whose edge to its parent has a negative cut value, searched from where the last search ended.
    ///
    /// What a subtree gives less what it takes is the weight that crosses its edge: within it everything cancels.
    private func leavingNode(from start: inout Int) -> Int? {
        var sums = supply
        for node in order.reversed() where parentEdge[node] >= 0 {
            let edge = edges[parentEdge[node]]
            sums[edge.tail == node ? edge.head : edge.tail] += sums[node]
        }
        for step in sums.indices {
            let node = (start + step) % sums.count
            guard parentEdge[node] >= 0 else { continue }
            let cut = edges[parentEdge[node]].tail == node ? sums[node] : -sums[node]
            if cut < 0 {
                start = node
                return node
            }
        }
        return nil
    }

    /// Takes the edge above a node out of the tree and puts in the tightest that leads the other way.
    private mutating func exchange(at node: Int) {
        let leaving = parentEdge[node]
        var isBelow = [Bool](repeating: false, count: places.count)
        isBelow[node] = true
        for other in order where parentEdge[other] >= 0 && !isBelow[other] {
            let edge = edges[parentEdge[other]]
            if isBelow[edge.tail == other ? edge.head : edge.tail] { isBelow[other] = true }
        }
        let tailIsBelow = edges[leaving].tail == node
        var entering: (index: Int, slack: Int)?
        for (index, edge) in edges.enumerated()
        where isBelow[edge.tail] != isBelow[edge.head] && isBelow[edge.tail] != tailIsBelow {
            let slack = slack(edge)
            if entering == nil || slack < entering?.slack ?? 0 { entering = (index, slack) }
        }
        guard let entering else { preconditionFailure("a negative cut value has weight that leads back") }
        let shift = tailIsBelow ? -entering.slack : entering.slack
        for other in places.indices where isBelow[other] { places[other] += shift }
        isInTree[leaving] = false
        isInTree[entering.index] = true
    }
}
