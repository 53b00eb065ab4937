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
        let ports = Self.ports(cells, ordering)
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
            let port = ports[index]
            let tie = count + index
            edges.append(.init(tail: tie, head: link.upper, least: -port.upper, weight: link.weight))
            edges.append(.init(tail: tie, head: link.lower, least: -port.lower, weight: link.weight))
        }
        let places = NetworkSimplex.places(count: count + cells.links.count, edges: edges)
        middles = Array(places[..<count])
        self.ports = ports
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

    /// The least width of a box with so many links on one side.
    static func width(forLinks count: Int) -> Int { (count + 1) * portGap }
}
