/// Where the middle of each cell lies across, and where links meet the boxes.
struct Placement: Sendable {
    /// The middle of each cell.
    let middles: [Int]
    /// Where each link leaves its upper cell and enters its lower one, from the middle of the cell.
    private let ports: [(upper: Int, lower: Int)]

    /// The room between neighbours of a rank beyond their own.
    private static let gap = 12
    /// The room between two lines at a box.
    static let portGap = 14

    init(_ cells: Cells, _ ordering: Ordering) {
        let spread = Self.ports(cells, ordering)
        let count = cells.cells.count
        var edges: [NetworkSimplex.Edge] = []
        for rank in ordering.ranks {
            for (left, right) in zip(rank, rank.dropFirst()) {
                let room = cells.cells[left].right + cells.cells[right].left + Self.gap
                edges.append(.init(tail: left, head: right, least: room, weight: 0))
            }
        }
        // A link wants its two ends in one upright: what lies left of both ends is drawn towards both.
        for (index, link) in cells.links.enumerated() {
            let port = spread[index]
            let tie = count + index
            edges.append(.init(tail: tie, head: link.upper, least: -port.upper, weight: link.weight))
            edges.append(.init(tail: tie, head: link.lower, least: -port.lower, weight: link.weight))
        }
        let places = NetworkSimplex.places(count: count + cells.links.count, edges: edges)
        let middles = Array(places[..<count])
        self.middles = middles
        ports = Self.slid(spread, cells, middles)
    }

    /// Where a link leaves its upper cell.
    func upperEnd(_ index: Int, _ link: Cells.Link) -> Int { middles[link.upper] + ports[index].upper }

    /// Where a link enters its lower cell.
    func lowerEnd(_ index: Int, _ link: Cells.Link) -> Int { middles[link.lower] + ports[index].lower }

    /// Spreads the links of a box along its side, in the order of their other ends.
    private static func ports(_ cells: Cells, _ ordering: Ordering) -> [(upper: Int, lower: Int)] {
        var ports = Array(repeating: (upper: 0, lower: 0), count: cells.links.count)
        var out = [[Int]](repeating: [], count: cells.cells.count)
        var into = out
        for (index, link) in cells.links.enumerated() {
            out[link.upper].append(index)
            into[link.lower].append(index)
        }
        for (cell, info) in cells.cells.enumerated() where info.node >= 0 {
            let outgoing = out[cell]
                .sorted {
                    ordering.places[cells.links[$0].lower] < ordering.places[cells.links[$1].lower]
                }
            let incoming = into[cell]
                .sorted {
                    ordering.places[cells.links[$0].upper] < ordering.places[cells.links[$1].upper]
                }
            for (place, link) in outgoing.enumerated() {
                ports[link].upper = offset(place, of: outgoing.count, half: info.left)
            }
            for (place, link) in incoming.enumerated() {
                ports[link].lower = offset(place, of: incoming.count, half: info.left)
            }
        }
        return ports
    }

    private static func offset(_ place: Int, of count: Int, half: Int) -> Int {
        guard count > 1 else { return 0 }
        let gap = min(28, (2 * half - portGap) / (count - 1))
        return (2 * place - (count - 1)) * gap / 2
    }

    /// Slides ports along their box where a line becomes straight by it and no other port comes too near.
    private static func slid(
        _ spread: [(upper: Int, lower: Int)],
        _ cells: Cells,
        _ middles: [Int]
    ) -> [(upper: Int, lower: Int)] {
        var ports = spread
        for isUpper in [true, false] {
            var sides: [Int: [Int]] = [:]
            for (index, link) in cells.links.enumerated() {
                let box = isUpper ? link.upper : link.lower
                if cells.cells[box].node >= 0 { sides[box, default: []].append(index) }
            }
            for (box, links) in sides.sorted(by: { $0.key < $1.key }) {
                var offsets = links.map { isUpper ? spread[$0].upper : spread[$0].lower }
                let wanted = links.map { index in
                    let link = cells.links[index]
                    return middles[isUpper ? link.lower : link.upper] - middles[box]
                }
                let order = links.indices.sorted {
                    (-cells.links[links[$0]].weight, abs(wanted[$0] - offsets[$0]), $0)
                        < (-cells.links[links[$1]].weight, abs(wanted[$1] - offsets[$1]), $1)
                }
                slide(&offsets, to: wanted, order: order, half: cells.cells[box].left)
                for (place, index) in links.enumerated() {
                    if isUpper {
                        ports[index].upper = offsets[place]
                    } else {
                        ports[index].lower = offsets[place]
                    }
                }
            }
        }
        return ports
    }

    private static func slide(_ offsets: inout [Int], to wanted: [Int], order: [Int], half: Int) {
        for place in order + order {
            let target = wanted[place]
            let between = min(offsets[place], target)...max(offsets[place], target)
            let isFree = offsets.indices.allSatisfy { other in
                other == place
                    || abs(offsets[other] - target) >= portGap - 2 && !between.contains(offsets[other])
            }
            if abs(target) <= half - 10, isFree { offsets[place] = target }
        }
    }

    /// The least width of a box with so many links on one side.
    static func width(forLinks count: Int) -> Int { (count + 1) * portGap }
}
