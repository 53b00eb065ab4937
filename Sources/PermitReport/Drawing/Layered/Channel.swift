/// The level pieces of the lines between two ranks, each on a track so that no two lie on one another.
struct Channel: Sendable {
    /// Lines that share one level piece.
    private struct Net {
        var number: Int
        var tops: [Int]
        var bottoms: [Int]

        var left: Int { min(tops.min() ?? 0, bottoms.min() ?? 0) }
        var right: Int { max(tops.max() ?? 0, bottoms.max() ?? 0) }
        var isStraight: Bool { left == right }
    }

    /// The track of each net that has a level piece, 0 at the top.
    private(set) var tracks: [Int: Int] = [:]
    private(set) var trackCount = 0

    /// Lines nearer than this seem to be one.
    private static let tooNear = 10

    /// Chooses tracks so that few lines cross and none runs along another.
    init(_ ends: [(net: Int, top: Int, bottom: Int)]) {
        let nets = Self.nets(ends).filter { !$0.isStraight }
        var order = nets.indices.sorted {
            (nets[$0].left, nets[$0].number) < (nets[$1].left, nets[$1].number)
        }
        let costs = nets.map { upper in nets.map { lower in Self.cost(of: upper, above: lower) } }
        Self.improve(&order, costs)
        for (place, index) in order.enumerated() {
            let before = order[..<place].filter { Self.overlap(nets[$0], nets[index]) }
            let track = before.map { (tracks[nets[$0].number] ?? 0) + 1 }.max() ?? 0
            tracks[nets[index].number] = track
            trackCount = max(trackCount, track + 1)
        }
    }

    private static func nets(_ ends: [(net: Int, top: Int, bottom: Int)]) -> [Net] {
        var nets: [Net] = []
        var places: [Int: Int] = [:]
        for end in ends {
            if let place = places[end.net] {
                nets[place].tops.append(end.top)
                nets[place].bottoms.append(end.bottom)
            } else {
                places[end.net] = nets.count
                nets.append(Net(number: end.net, tops: [end.top], bottoms: [end.bottom]))
            }
        }
        return nets
    }

    private static func overlap(_ one: Net, _ other: Net) -> Bool {
        one.left <= other.right + tooNear && other.left <= one.right + tooNear
    }

    /// How bad it is that one net lies above another: a crossing counts 1, lines on one another far more.
    private static func cost(of upper: Net, above lower: Net) -> Int {
        guard overlap(upper, lower) else { return 0 }
        var cost = 0
        for bottom in upper.bottoms {
            if lower.left < bottom, bottom < lower.right { cost += 1 }
            for top in lower.tops where abs(top - bottom) < tooNear { cost += top == bottom ? 1000 : 100 }
        }
        for top in lower.tops where upper.left < top && top < upper.right { cost += 1 }
        return cost
    }

    /// Moves nets to a better place among the others until none has one.
    private static func improve(_ order: inout [Int], _ costs: [[Int]]) {
        var improved = true
        var rounds = 0
        while improved, rounds < 20 {
            improved = false
            rounds += 1
            for net in order.sorted() {
                guard let place = order.firstIndex(of: net) else { continue }
                let others = order.filter { $0 != net }
                var cost = others.reduce(0) { $0 + costs[net][$1] }
                var costAtPlace = [cost]
                for other in others {
                    cost += costs[other][net] - costs[net][other]
                    costAtPlace.append(cost)
                }
                guard let least = costAtPlace.min(), least < costAtPlace[place],
                    let better = costAtPlace.firstIndex(of: least)
                else { continue }
                order = others
                order.insert(net, at: better)
                improved = true
            }
        }
    }
}
