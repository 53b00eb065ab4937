extension LayeredLayout {
    /// Lays a graph out: layers, order, places across, tracks, then the lines.
    ///
    /// After Sugiyama, Tagawa and Toda (1981). The same graph gives the same picture everywhere: all numbers are whole.
    init(_ graph: LayeredGraph) {
        guard !graph.nodes.isEmpty else { return }
        let layering = Layering(graph)
        let cells = Cells(graph, layering)
        let ordering = Ordering(cells, root: graph.root)
        let placement = Placement(cells, ordering)
        let levels = Levels(cells, ordering, placement)
        let drafting = Drafting(cells: cells, placement: placement, levels: levels)
        boxes = graph.nodes.indices.map { drafting.box(ofCell: $0, width: graph.nodes[$0].size.width) }
        routes = graph.edges.indices.map { index in
            drafting.route(cells.chains[index], isUpward: layering.isUpward[index])
        }
        trunks = cells.trunks.map { trunk in
            let route = drafting.route(trunk.chain, isUpward: trunk.isUpward)
            return Trunk(bundle: trunk.bundle, edges: trunk.edges, route: route)
        }
        joins = drafting.joins
        width = zip(placement.middles, cells.cells).map { $0 + $1.right }.max() ?? 0
        height = levels.bottom
        let left = zip(placement.middles, cells.cells).map { $0 - $1.left }.min() ?? 0
        move(by: -left)
    }

    private mutating func move(by distance: Int) {
        guard distance != 0 else { return }
        width += distance
        for index in boxes.indices { boxes[index].x += distance }
        for index in joins.indices { joins[index].x += distance }
        for index in routes.indices { routes[index].move(by: distance) }
        for index in trunks.indices { trunks[index].route.move(by: distance) }
    }
}

extension LayeredLayout.Route {
    fileprivate mutating func move(by distance: Int) {
        for index in points.indices { points[index].x += distance }
        label?.x += distance
    }
}

/// Where each rank and each track between ranks lies, from the top.
struct Levels: Sendable {
    private(set) var tops: [Int] = []
    private(set) var heights: [Int] = []
    private(set) var channels: [Channel] = []
    private var firstTracks: [Int] = []
    private(set) var bottom = 0

    /// The room between two tracks.
    private static let trackGap = 10
    /// The room that an arrow head wants at a box, before the first track.
    private static let headRoom = 16
    private static let labelRoom = 8

    init(_ cells: Cells, _ ordering: Ordering, _ placement: Placement) {
        heights = ordering.ranks.map { rank in rank.map { cells.cells[$0].height }.max() ?? 0 }
        var ends = [[(net: Int, top: Int, bottom: Int)]](repeating: [], count: cells.rankCount)
        for (index, link) in cells.links.enumerated() {
            ends[cells.cells[link.upper].rank]
                .append(
                    (link.net, placement.upperEnd(index, link), placement.lowerEnd(index, link))
                )
        }
        channels = ends.map(Channel.init)
        var y = 0
        for rank in heights.indices {
            tops.append(y)
            let tracks = channels[rank].trackCount
            let above = Self.margin(rank, heights[rank])
            let below = rank + 1 < heights.count ? Self.margin(rank + 1, heights[rank + 1]) : 0
            firstTracks.append(y + heights[rank] + above)
            y += heights[rank] + above + below + max(0, tracks - 1) * Self.trackGap
        }
        bottom = (zip(tops, heights).map(+).max() ?? 0)
    }

    private static func margin(_ rank: Int, _ height: Int) -> Int {
        if rank % Cells.ranksOfLayer == 0 { return headRoom }
        return height == 0 ? 3 : labelRoom
    }

    /// The level of a net's track below a rank; nil where it runs straight.
    func level(ofNet net: Int, belowRank rank: Int) -> Int? {
        channels[rank].tracks[net].map { firstTracks[rank] + $0 * Self.trackGap }
    }
}

/// Draws chains of cells as lines.
private struct Drafting {
    typealias Point = LayeredLayout.Point
    typealias Box = LayeredLayout.Box

    let cells: Cells
    let placement: Placement
    let levels: Levels

    func box(ofCell cell: Int, width: Int) -> Box {
        let info = cells.cells[cell]
        return Box(
            x: placement.middles[cell] - width / 2,
            y: levels.tops[info.rank] + (levels.heights[info.rank] - info.boxHeight) / 2,
            width: width,
            height: info.boxHeight
        )
    }

    private func labelBox(_ cell: Int) -> Box {
        let info = cells.cells[cell]
        var box = box(ofCell: cell, width: info.left + info.right)
        box.x = placement.middles[cell] - info.left
        return box
    }

    func route(_ chain: Cells.Chain, isUpward: Bool) -> LayeredLayout.Route {
        var points: [Point] = []
        for index in chain.links { points += corners(ofLink: index) }
        points = Self.straightened(points)
        return LayeredLayout.Route(
            points: isUpward ? points.reversed() : points,
            label: chain.label.map(labelBox),
            isUpward: isUpward
        )
    }

    /// The corners of a link from the lower side of its upper cell to the upper side of its lower one.
    private func corners(ofLink index: Int) -> [Point] {
        let link = cells.links[index]
        let rank = cells.cells[link.upper].rank
        let x = (upper: placement.upperEnd(index, link), lower: placement.lowerEnd(index, link))
        let start = Point(x: x.upper, y: bottom(ofCell: link.upper))
        let end = Point(x: x.lower, y: top(ofCell: link.lower))
        guard x.upper != x.lower, let level = levels.level(ofNet: link.net, belowRank: rank) else {
            return [start, end]
        }
        return [start, Point(x: x.upper, y: level), Point(x: x.lower, y: level), end]
    }

    /// The lower side of a box; of a label the side above which its line ends, of a bend the level of its rank.
    private func bottom(ofCell cell: Int) -> Int {
        let info = cells.cells[cell]
        return levels.tops[info.rank] + (levels.heights[info.rank] - info.boxHeight) / 2 + info.boxHeight
    }

    private func top(ofCell cell: Int) -> Int {
        let info = cells.cells[cell]
        return levels.tops[info.rank] + (levels.heights[info.rank] - info.boxHeight) / 2
    }

    /// Leaves out points between two that lie in one line with it.
    private static func straightened(_ points: [Point]) -> [Point] {
        var kept: [Point] = []
        for point in points {
            if kept.last == point { continue }
            if kept.count > 1 {
                let (one, two) = (kept[kept.count - 2], kept[kept.count - 1])
                if one.x == two.x && two.x == point.x || one.y == two.y && two.y == point.y {
                    kept.removeLast()
                }
            }
            kept.append(point)
        }
        return kept
    }

    /// Where three or four pieces of one net meet.
    var joins: [Point] {
        var ends: [Int: [(rank: Int, upper: Int, lower: Int)]] = [:]
        for (index, link) in cells.links.enumerated() {
            ends[link.net, default: []]
                .append(
                    (
                        cells.cells[link.upper].rank, placement.upperEnd(index, link),
                        placement.lowerEnd(index, link)
                    )
                )
        }
        var joins: [Point] = []
        for net in ends.keys.sorted() {
            guard let ends = ends[net], ends.count > 1,
                let level = levels.level(ofNet: net, belowRank: ends[0].rank)
            else { continue }
            let all = ends.flatMap { [$0.upper, $0.lower] }
            let (left, right) = (all.min() ?? 0, all.max() ?? 0)
            for x in Set(all).sorted() {
                let sides = (x > left ? 1 : 0) + (x < right ? 1 : 0)
                let uprights =
                    (ends.contains { $0.upper == x } ? 1 : 0) + (ends.contains { $0.lower == x } ? 1 : 0)
                if sides + uprights > 2 { joins.append(Point(x: x, y: level)) }
            }
        }
        return joins
    }
}
