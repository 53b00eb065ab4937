/// The layered graph cut into cells, one for every node, label and bend, with links between neighbouring ranks only.
///
/// Each layer has three ranks: its nodes, then two for labels below them. A label is a cell like a box, so that neither
/// boxes nor labels nor lines can lie on one another.
struct Cells: Sendable {
    /// Something that takes room in a rank.
    struct Cell: Sendable {
        var rank: Int
        /// The room to the left of the middle.
        var left: Int
        /// The room to the right of the middle.
        var right: Int
        /// The height of the box or label itself.
        var boxHeight: Int
        /// The height that it takes, with what stands beside it.
        var height: Int
        /// The node's number; -1 for labels and bends.
        var node = -1
        var isLabel = false
    }

    /// A piece of a line from one rank to the next.
    struct Link: Sendable {
        var upper: Int
        var lower: Int
        var weight: Int
        /// Links of one net share their level piece.
        var net: Int
    }

    /// The links of an edge or trunk from top to bottom, and the cell that carries its label.
    struct Chain: Sendable {
        var links: [Int] = []
        var label: Int?
    }

    /// The trunk of a bundle in one direction.
    struct Trunk: Sendable {
        var bundle: Int
        var edges: [Int]
        var isUpward: Bool
        var chain: Chain
    }

    /// How many ranks a layer has.
    static let ranksOfLayer = 3

    private(set) var cells: [Cell] = []
    private(set) var links: [Link] = []
    private(set) var chains: [Chain] = []
    private(set) var trunks: [Trunk] = []
    private(set) var rankCount = 0
    private var widths: [Int] = []
    private var netCount = 0

    init(_ graph: LayeredGraph, _ layering: Layering) {
        rankCount = ((layering.layers.max() ?? 0) + 1) * Self.ranksOfLayer
        widths = Array(repeating: 0, count: rankCount)
        for (index, node) in graph.nodes.enumerated() {
            let half = (node.size.width + 1) / 2
            add(
                Cell(
                    rank: layering.layers[index] * Self.ranksOfLayer,
                    left: half,
                    right: half + node.roomRight.width,
                    boxHeight: node.size.height,
                    height: max(node.size.height, node.roomRight.height),
                    node: index
                )
            )
        }
        chains = Array(repeating: Chain(), count: graph.edges.count)
        for bundle in graph.bundleLabels.indices {
            for isUpward in [false, true] { addTrunk(bundle, isUpward, graph, layering) }
        }
        for index in graph.edges.indices where graph.edges[index].bundle == nil {
            addChain(index, graph.edges[index], layering)
        }
    }

    @discardableResult
    private mutating func add(_ cell: Cell) -> Int {
        cells.append(cell)
        widths[cell.rank] += cell.left + cell.right
        return cells.count - 1
    }

    private mutating func link(_ upper: Int, _ lower: Int, weight: Int, net: Int? = nil) -> Int {
        if net == nil { netCount += 1 }
        links.append(Link(upper: upper, lower: lower, weight: weight, net: net ?? netCount - 1))
        return links.count - 1
    }

    private static let bendRoom = 8

    private mutating func bend(_ rank: Int) -> Int {
        add(Cell(rank: rank, left: Self.bendRoom, right: Self.bendRoom, boxHeight: 0, height: 0))
    }

    private mutating func label(_ extent: LayeredGraph.Extent, _ rank: Int) -> Int {
        let half = (extent.width + 1) / 2
        let height = extent.height
        return add(
            Cell(rank: rank, left: half, right: half, boxHeight: height, height: height, isLabel: true)
        )
    }

    /// Cuts an edge that goes alone, its label in the emptiest rank near its start.
    private mutating func addChain(_ index: Int, _ edge: LayeredGraph.Edge, _ layering: Layering) {
        let isUpward = layering.isUpward[index]
        let upper = isUpward ? edge.to : edge.from
        let lower = isUpward ? edge.from : edge.to
        let between = cells[upper].rank + 1..<cells[lower].rank
        let labelRank = edge.label == nil ? -1 : emptiest(between, isUpward: isUpward)
        var here = upper
        for rank in between {
            let next: Int
            if rank == labelRank, let extent = edge.label {
                next = label(extent, rank)
                chains[index].label = next
            } else {
                next = bend(rank)
            }
            chains[index].links.append(link(here, next, weight: weight(here, next) * edge.weight))
            here = next
        }
        chains[index].links.append(link(here, lower, weight: weight(here, lower) * edge.weight))
    }

    /// Long lines want to be straight: a piece between two bends counts most.
    private func weight(_ upper: Int, _ lower: Int) -> Int {
        switch (cells[upper].node < 0, cells[lower].node < 0) {
        case (true, true): 8
        case (false, false): 1
        default: 2
        }
    }

    /// The rank for a label: where least stands, a little the worse the farther it is from the start of the arrow.
    private func emptiest(_ ranks: Range<Int>, isUpward: Bool) -> Int {
        let candidates = ranks.filter { $0 % Self.ranksOfLayer != 0 }
        func cost(_ rank: Int) -> Int {
            let distance = isUpward ? ranks.upperBound - rank : rank - ranks.lowerBound
            return widths[rank] + 60 * distance
        }
        return candidates.min { cost($0) < cost($1) } ?? ranks.lowerBound
    }

    /// Cuts the edges of a bundle that lead one way: each has a cell next to its start and joins the trunk after it.
    private mutating func addTrunk(
        _ bundle: Int,
        _ isUpward: Bool,
        _ graph: LayeredGraph,
        _ layering: Layering
    ) {
        let members = graph.edges.indices
            .filter { graph.edges[$0].bundle == bundle && layering.isUpward[$0] == isUpward }
        guard let first = members.first else { return }
        let target = graph.edges[first].to
        let towards = isUpward ? -1 : 1
        let starts = members.map { cells[graph.edges[$0].from].rank }
        guard let far = isUpward ? starts.max() : starts.min() else { return }
        let labelRank = cells[target].rank - towards
        var trunk: [Int: Int] = [:]
        for rank in stride(from: far + 2 * towards, through: labelRank, by: towards) {
            trunk[rank] = rank == labelRank ? label(graph.bundleLabels[bundle], rank) : bend(rank)
        }
        var nets: [Int: Int] = [:]
        for member in members {
            let edge = graph.edges[member]
            let start = cells[edge.from].rank
            let cell = edge.label.map { label($0, start + towards) } ?? bend(start + towards)
            if edge.label != nil { chains[member].label = cell }
            guard let entry = trunk[start + 2 * towards] else { continue }
            let out = directed(edge.from, cell, isUpward, weight: 2)
            let into = directed(cell, entry, isUpward, weight: 1, net: nets[start + 2 * towards])
            nets[start + 2 * towards] = links[into].net
            chains[member].links = isUpward ? [into, out] : [out, into]
        }
        addTrunkChain(
            Trunk(bundle: bundle, edges: members, isUpward: isUpward, chain: Chain(label: trunk[labelRank])),
            ranks: Array(stride(from: far + 2 * towards, through: labelRank, by: towards))
                .compactMap { rank in
                    trunk[rank].map { (cell: $0, net: nets[rank]) }
                },
            target: target
        )
    }

    private mutating func addTrunkChain(_ trunk: Trunk, ranks: [(cell: Int, net: Int?)], target: Int) {
        var trunk = trunk
        for (before, here) in zip(ranks, ranks.dropFirst()) {
            let link = directed(before.cell, here.cell, trunk.isUpward, weight: 8, net: here.net)
            trunk.chain.links.append(link)
        }
        if let last = ranks.last {
            trunk.chain.links.append(directed(last.cell, target, trunk.isUpward, weight: 2))
        }
        if trunk.isUpward { trunk.chain.links.reverse() }
        trunks.append(trunk)
    }

    private mutating func directed(
        _ from: Int,
        _ to: Int,
        _ isUpward: Bool,
        weight: Int,
        net: Int? = nil
    ) -> Int {
        isUpward ? link(to, from, weight: weight, net: net) : link(from, to, weight: weight, net: net)
    }
}
