internal import PermitLog
internal import WorkingTime

/// How the dates of every two columns stand to each other, row by row.
struct PairSurvey {
    /// What is counted of two columns, the first of which stands before the second in the file.
    struct Pair {
        var both = 0
        var equal = 0
        var before = 0
        var places: [Int] = []
    }

    /// The most columns that are compared; each with each.
    static let columnLimit = 24

    let columns: [Int]
    private var pairs: [Pair]

    /// Compares the dated columns of a table.
    init(_ table: InspectedTable, _ survey: ColumnSurvey, zone: Zone) throws(LogError) {
        let readers = survey.columns.indices
            .compactMap { column -> (Int, DateReader)? in
                guard let form = survey.columns[column].dateForm else { return nil }
                return DateReader(form: form, zone: zone).map { (column, $0) }
            }
            .prefix(Self.columnLimit)
        let columns = readers.map { $0.0 }
        var pairs = [Pair](repeating: Pair(), count: columns.count * columns.count)
        if columns.count > 1 {
            try table.forEachRow { row throws(LogError) in
                let stamps = readers.map { $0.1.stamp(row[$0.0]) }
                Self.note(stamps, row.number, &pairs)
            }
        }
        self.columns = columns
        self.pairs = pairs
    }

    private static func note(_ stamps: [Stamp?], _ row: Int, _ pairs: inout [Pair]) {
        for second in stamps.indices {
            guard let later = stamps[second]?.instant else { continue }
            for first in 0..<second {
                guard let earlier = stamps[first]?.instant else { continue }
                let index = first * stamps.count + second
                pairs[index].both += 1
                if earlier == later {
                    pairs[index].equal += 1
                    if pairs[index].places.count < 5 { pairs[index].places.append(row) }
                }
                if earlier < later { pairs[index].before += 1 }
            }
        }
    }

    /// The columns in the order in which their dates come in most rows; in doubt, in the order of the file.
    var order: [Int] {
        let count = columns.count
        var wins = [Int](repeating: 0, count: count)
        for second in 0..<count {
            for first in 0..<second {
                let pair = pairs[first * count + second]
                let after = pair.both - pair.equal - pair.before
                wins[after > pair.before ? second : first] += 1
            }
        }
        return columns.indices.sorted { (-wins[$0], $0) < (-wins[$1], $1) }.map { columns[$0] }
    }

    /// Columns of which one was copied from the other: the same in more than 95 % of the rows that have both, and 20
    /// such rows at least.
    func copies(_ table: InspectedTable) -> [DirtFinding] {
        var found: [DirtFinding] = []
        for first in columns.indices {
            for second in columns.indices where second > first {
                let pair = pairs[first * columns.count + second]
                guard pair.both >= 20, pair.equal * 20 > pair.both * 19 else { continue }
                found.append(
                    DirtFinding(
                        .copiedColumns,
                        file: table.file,
                        column: table.header[columns[second]],
                        count: pair.equal,
                        of: pair.both,
                        detail: "\(table.header[columns[first]]) = \(table.header[columns[second]])",
                        places: pair.places.map(table.place)
                    )
                )
            }
        }
        return found
    }
}
