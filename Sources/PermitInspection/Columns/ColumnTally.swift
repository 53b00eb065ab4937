internal import PermitLog

/// What is counted of one column while its rows go by.
struct ColumnTally {
    /// How many different values are counted exactly.
    static let distinctLimit = 100_000
    /// How many different values are kept as text.
    static let keptTexts = 2_000

    let header: HeaderWords
    private(set) var rows = 0
    private(set) var filled = 0
    private(set) var isMore = false
    /// Cells by shape, those that hold nothing left out.
    private(set) var shapes: [ValueShape: Int] = [:]
    /// Words for nothing and how many cells hold each.
    private(set) var nullWords: [String: Int] = [:]
    private(set) var nullPlaces: [Int] = []
    /// Cells with blanks around their value.
    private(set) var padded = 0
    private(set) var paddedPlaces: [Int] = []
    private(set) var damagedPlaces: [Int] = []
    /// Cells that hold `test` or one of its kin as a word.
    private(set) var testWordRows: [Int] = []
    private(set) var dates: DateColumn
    private var slots: [UInt64: Int] = [:]
    private var counts: [Int] = []
    private var slotShapes: [ValueShape] = []
    private var texts: [String] = []
    private var lastNumber: Int?
    private var steps = 0
    private var strides = 0

    /// An empty tally of the column of a name.
    init(_ name: String) {
        header = HeaderWords(name)
        dates = DateColumn(header)
    }

    /// How many different values there are.
    var distinct: ColumnSummary.Distinct { ColumnSummary.Distinct(count: counts.count, isMore: isMore) }

    /// The first different values and how many cells hold each; all of them unless there are very many.
    var values: [(text: String, count: Int)] { texts.indices.map { (texts[$0], counts[$0]) } }

    /// Whether ``values`` is all there is.
    var hasAllValues: Bool { texts.count == counts.count && !isMore }

    /// Whether the values go up by one from row to row.
    var isRunningNumber: Bool { steps >= 3 && strides * 20 >= steps * 19 && filled * 20 >= rows * 19 }

    /// Counts a cell.
    mutating func note(_ cell: ArraySlice<UInt8>, row: Int) {
        rows += 1
        let value = ValueShape.trimmed(cell)
        if value.isEmpty { return }
        let hash = ValueHash.of(value)
        let slot = slots[hash]
        let shape = slot.map { slotShapes[$0] } ?? ValueShape(value)
        if case .nothing = shape {
            if slot == nil { remember(value, hash, shape) }
            return noteNothing(value, row)
        }
        filled += 1
        shapes[shape, default: 0] += 1
        if value.count < cell.count, header.isIdentifier { note(row, &padded, &paddedPlaces) }
        if shape == .damagedID, damagedPlaces.count < 5 { damagedPlaces.append(row) }
        noteSequence(value, shape)
        dates.note(value)
        if let slot { counts[slot] += 1 } else { remember(value, hash, shape) }
        if shape == .text || shape == .code, testWordRows.count < 1000, TestWords.isIn(value) {
            testWordRows.append(row)
        }
    }

    private mutating func noteNothing(_ value: ArraySlice<UInt8>, _ row: Int) {
        nullWords[String(decoding: value, as: UTF8.self), default: 0] += 1
        if nullPlaces.count < 5 { nullPlaces.append(row) }
    }

    private func note(_ row: Int, _ count: inout Int, _ places: inout [Int]) {
        count += 1
        if places.count < 5 { places.append(row) }
    }

    /// Remembers a new value; words for nothing are remembered by their shape alone.
    private mutating func remember(_ value: ArraySlice<UInt8>, _ hash: UInt64, _ shape: ValueShape) {
        if case .nothing = shape { return }
        guard counts.count < Self.distinctLimit else {
            isMore = true
            return
        }
        slots[hash] = counts.count
        slotShapes.append(shape)
        counts.append(1)
        if texts.count < Self.keptTexts, texts.count == counts.count - 1 {
            texts.append(String(decoding: value, as: UTF8.self))
        }
    }

    private mutating func noteSequence(_ value: ArraySlice<UInt8>, _ shape: ValueShape) {
        guard shape == .integer || shape == .flag, value.count < 10 else { return }
        let number = value.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        if let lastNumber {
            steps += 1
            if number == lastNumber + 1 { strides += 1 }
        }
        lastNumber = number
    }
}

/// Words that mark a row as a trial.
enum TestWords {
    private static let words: Set<[UInt8]> = Set(
        ["test", "tes", "testing", "coba", "dummy", "percobaan", "ujicoba", "trial"].map { Array($0.utf8) }
    )

    /// Whether one of the words stands in a text by itself.
    static func isIn(_ text: ArraySlice<UInt8>) -> Bool {
        var word: [UInt8] = []
        for byte in text {
            let lower = byte | 0x20
            if (0x61...0x7A).contains(lower) || byte >= 0x80 {
                word.append(lower)
            } else {
                if word.count >= 3, words.contains(word) { return true }
                word.removeAll(keepingCapacity: true)
            }
        }
        return word.count >= 3 && words.contains(word)
    }
}
