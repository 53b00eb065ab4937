/// The order of cells in each rank, chosen so that few links cross.
struct Ordering: Sendable {
    /// The cells of each rank from left to right.
    private(set) var ranks: [[Int]]
    /// Each cell's place in its rank.
    private(set) var places: [Int]
    private let above: [[Int]]
    private let below: [[Int]]

    /// Starts from the orders in which several walks meet the cells and sweeps each down and up, keeping the best.
    init(_ cells: Cells, root: Int, sweeps: Int = 24) {
        var above = [[Int]](repeating: [], count: cells.cells.count)
        var below = above
        for link in cells.links {
            above[link.lower].append(link.upper)
            below[link.upper].append(link.lower)
        }
        self.above = above
        self.below = below
        ranks = Array(repeating: [], count: cells.rankCount)
        places = Array(repeating: 0, count: cells.cells.count)
        var best: (crossings: Int, ranks: [[Int]])?
        for walk in Walk.allCases {
            self.walk(cells, root: root, walk)
            for sweep in 0..<sweeps {
                let now = crossings
                if now < best?.crossings ?? .max { best = (now, ranks) }
                if now == 0 { break }
                sort(downwards: (sweep % 2 == 0) == walk.startsDownwards)
                exchangeNeighbours()
            }
        }
        ranks = best?.ranks ?? ranks
        number()
    }

    /// A way to meet the cells for the first time.
    private enum Walk: CaseIterable {
        case deep
        case deepReversed
        case wide
        case wideReversed

        var isReversed: Bool { self == .deepReversed || self == .wideReversed }
        var isDeep: Bool { self == .deep || self == .deepReversed }
        var startsDownwards: Bool { self != .deepReversed }
    }

    private mutating func walk(_ cells: Cells, root: Int, _ walk: Walk) {
        for rank in ranks.indices { ranks[rank].removeAll() }
        var isKnown = [Bool](repeating: false, count: cells.cells.count)
        for start in [root] + Array(cells.cells.indices) where !isKnown[start] {
            var waiting = [start]
            var taken = 0
            while taken < waiting.count {
                let cell = walk.isDeep ? waiting.removeLast() : waiting[taken]
                if !walk.isDeep { taken += 1 }
                if isKnown[cell] { continue }
                isKnown[cell] = true
                ranks[cells.cells[cell].rank].append(cell)
                let next = (above[cell] + below[cell]).filter { !isKnown[$0] }
                waiting.append(contentsOf: walk.isReversed == walk.isDeep ? next : next.reversed())
            }
        }
        number()
    }

    private mutating func number() {
        for rank in ranks { for (place, cell) in rank.enumerated() { places[cell] = place } }
    }

    /// How many pairs of links cross.
    var crossings: Int {
        var total = 0
        for rank in ranks {
            // Links in the order of their upper ends; each crosses those before it that end farther right.
            var ends: [Int] = []
            for cell in rank {
                let targets = below[cell].map { places[$0] }.sorted()
                for target in targets { total += ends.count { $0 > target } }
                ends.append(contentsOf: targets)
            }
        }
        return total
    }

    /// Orders every rank by the mean place of the neighbours in the rank before.
    private mutating func sort(downwards: Bool) {
        let order = downwards ? Array(ranks.indices) : ranks.indices.reversed()
        for rank in order {
            let neighbours = downwards ? above : below
            let keyed = ranks[rank].enumerated()
                .map { place, cell in
                    (key: mean(neighbours[cell]) ?? place << 16, place: place, cell: cell)
                }
            ranks[rank] = keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.cell)
            for (place, cell) in ranks[rank].enumerated() { places[cell] = place }
        }
    }

    private func mean(_ neighbours: [Int]) -> Int? {
        guard !neighbours.isEmpty else { return nil }
        return (neighbours.reduce(0) { $0 + places[$1] } << 16) / neighbours.count
    }

    /// Exchanges neighbours of a rank wherever fewer links cross then.
    private mutating func exchangeNeighbours() {
        var improved = true
        var rounds = 0
        while improved, rounds < 8 {
            improved = false
            rounds += 1
            for rank in ranks.indices where ranks[rank].count > 1 {
                for place in 0..<ranks[rank].count - 1 {
                    let (left, right) = (ranks[rank][place], ranks[rank][place + 1])
                    guard crossings(right, left) < crossings(left, right) else { continue }
                    ranks[rank].swapAt(place, place + 1)
                    places[left] = place + 1
                    places[right] = place
                    improved = true
                }
            }
        }
    }

    /// The crossings between the links of two cells when the first stands to the left.
    private func crossings(_ left: Int, _ right: Int) -> Int {
        crossings(above[left], above[right]) + crossings(below[left], below[right])
    }

    private func crossings(_ left: [Int], _ right: [Int]) -> Int {
        left.reduce(0) { sum, one in sum + right.count { places[$0] < places[one] } }
    }
}
