/// The permits of a fold, each with its clocks, holders and departures in flat lists.
///
/// A row is copied in every pass over the figures. It names ranges of these lists, because a row with arrays of its own
/// would count their references each time: that took a third of a replay.
struct PermitRows: Sendable, RandomAccessCollection {
    private var rows: [PermitRow] = []
    /// The clocks; a row's stand together.
    private(set) var clocks = FlatList<PermitRow.Clock>()
    /// Microseconds by holder; a row's stand together, in the order of `Holder.allCases`.
    private(set) var holders = FlatList<Int64>()
    /// Departures and findings; a row's stand together.
    private(set) var deviations = FlatList<DeviationKind>()

    var startIndex: Int { 0 }
    var endIndex: Int { rows.count }

    subscript(index: Int) -> PermitRow { rows[index] }

    /// Adds a row whose lists are already here.
    mutating func append(_ row: PermitRow) { rows.append(row) }

    /// Adds a clock to a row that is being made.
    mutating func add(_ clock: PermitRow.Clock, to row: inout PermitRow) {
        clocks.append(clock, to: &row.clocks)
    }

    /// Adds a departure to a row that is being made.
    mutating func add(_ kind: DeviationKind, to row: inout PermitRow) {
        deviations.append(kind, to: &row.deviations)
    }

    /// Adds a departure to a row that stands here.
    mutating func add(_ kind: DeviationKind, toRow index: Int) {
        deviations.append(kind, to: &rows[index].deviations)
    }

    /// Gives a row its times by holder, all zero at first.
    mutating func addHolders(_ count: Int, to row: inout PermitRow) {
        for _ in 0..<count { holders.append(0, to: &row.holders) }
    }

    /// Adds time to one holder of a row.
    mutating func hold(_ time: Int64, holder: Int, of row: PermitRow) {
        holders[row.holders.lowerBound + holder] += time
    }

    /// Puts the rows in the order of the log.
    mutating func sort() { rows.sort { $0.order < $1.order } }

    /// The same lists with some of the rows.
    func having(_ chosen: [PermitRow]) -> PermitRows {
        var part = self
        part.rows = chosen
        return part
    }

    /// Adds the rows of another fold, each changed by `renumber`.
    mutating func append(_ other: consuming PermitRows, _ renumber: (inout PermitRow) -> Void) {
        if rows.isEmpty {
            self = other
            for index in rows.indices { renumber(&rows[index]) }
            return
        }
        let offsets = (clocks.count, holders.count, deviations.count)
        clocks.append(other.clocks)
        holders.append(other.holders)
        deviations.append(other.deviations)
        rows.reserveCapacity(rows.count + other.rows.count)
        for var row in other.rows {
            row.clocks = row.clocks.moved(by: offsets.0)
            row.holders = row.holders.moved(by: offsets.1)
            row.deviations = row.deviations.moved(by: offsets.2)
            renumber(&row)
            rows.append(row)
        }
    }
}

/// Lists of many owners in one array: an owner keeps the range of its list.
struct FlatList<Element: Sendable>: Sendable {
    private var elements: [Element] = []

    var count: Int { elements.count }

    subscript(index: Int) -> Element {
        get { elements[index] }
        set { elements[index] = newValue }
    }

    /// The elements of a list.
    subscript(range: Range<Int>) -> ArraySlice<Element> { elements[range] }

    /// Adds an element to a list; one that is not the last is moved behind the last.
    mutating func append(_ element: Element, to range: inout Range<Int>) {
        if range.isEmpty {
            range = elements.count..<elements.count
        } else if range.upperBound != elements.count {
            let start = elements.count
            elements.append(contentsOf: elements[range])
            range = start..<elements.count
        }
        elements.append(element)
        range = range.lowerBound..<elements.count
    }

    /// Adds all lists of another.
    mutating func append(_ other: FlatList) { elements.append(contentsOf: other.elements) }
}

extension Range<Int> {
    fileprivate func moved(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
