/// Which way each edge leads down, and the layer of each node.
struct Layering: Sendable {
    /// The layer of each node, 0 at the top.
    let layers: [Int]
    /// Whether each edge leads from a lower layer to a higher one.
    let isUpward: [Bool]

    /// Breaks cycles depth first from the root, then gives every node a layer so that edges are short.
    init(_ graph: LayeredGraph) {
        let isUpward = Self.upward(graph)
        var edges = zip(graph.edges, isUpward)
            .map { edge, isUpward in
                NetworkSimplex.Edge(
                    tail: isUpward ? edge.to : edge.from,
                    head: isUpward ? edge.from : edge.to,
                    least: 1,
                    weight: edge.isMinor ? 0 : edge.bundle == nil ? 2 * edge.weight : 1
                )
            }
        // Nothing stands above the root, and what no edge reaches stands beside it.
        for node in graph.nodes.indices where node != graph.root {
            let isAlone = !edges.contains { $0.head == node || $0.tail == node }
            edges.append(.init(tail: graph.root, head: node, least: 0, weight: isAlone ? 1 : 0))
        }
        layers = NetworkSimplex.places(count: graph.nodes.count, edges: edges)
        self.isUpward = isUpward
    }

    /// The edges against the flow: those that close a cycle when the graph is walked depth first, in the order given.
    private static func upward(_ graph: LayeredGraph) -> [Bool] {
        var outgoing = [[Int]](repeating: [], count: graph.nodes.count)
        for (index, edge) in graph.edges.enumerated() where !edge.isMinor {
            outgoing[edge.from].append(index)
        }
        var finished: [Int] = []
        var isKnown = [Bool](repeating: false, count: graph.nodes.count)
        for start in [graph.root] + Array(graph.nodes.indices) where !isKnown[start] {
            var stack = [(node: start, next: 0)]
            isKnown[start] = true
            while let top = stack.last {
                guard top.next < outgoing[top.node].count else {
                    finished.append(top.node)
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let target = graph.edges[outgoing[top.node][top.next]].to
                if isKnown[target] { continue }
                isKnown[target] = true
                stack.append((target, 0))
            }
        }
        // An edge leads up exactly when its target was finished later; then no cycle is left. Nothing leads to the
        // root from below but upwards, because the root was begun first.
        var number = [Int](repeating: 0, count: graph.nodes.count)
        for (index, node) in finished.enumerated() { number[node] = index }
        return graph.edges.map { number[$0.to] > number[$0.from] || $0.to == graph.root }
    }
}
