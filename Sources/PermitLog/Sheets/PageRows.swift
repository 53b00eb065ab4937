/// The rows of a table of a page.
final class PageRows: RowSource {
    /// A cell that reaches into rows below.
    private struct Falling {
        var value: [UInt8]
        var rows: Int
    }

    /// How many bytes may be repeated in a table.
    private static let mostRepeated = 1 << 28

    let columns: [String]? = nil
    let unit = LogPosition.Unit.row
    let bytesRead: Int

    private let file: String
    private let otherTables: Int
    private var scanner: PageScanner
    private var number = 0
    /// What reaches into this row, by its columns.
    private var falling: [Int: Falling] = [:]
    /// The tables inside this one that are open.
    private var inner = 0
    private var isInRow = false
    private var isInCell = false
    private var cell: [UInt8] = []
    private var needsBlank = false
    private var column = 0
    private var spans = (columns: 1, rows: 1)
    private var hasOwnCells = false
    private var repeated = 0
    private var isFinished = false
    private var failure: LogError?

    init(_ scanner: PageScanner, file: String, byteCount: Int, otherTables: Int) {
        self.scanner = scanner
        self.file = file
        bytesRead = byteCount
        self.otherTables = otherTables
    }

    var findings: [DirtFinding] {
        guard otherTables > 0 else { return [] }
        return [DirtFinding(.leftOut, file: file, count: otherTables, detail: "other tables of the page")]
    }

    func next(_ row: inout TextRow) throws(LogError) -> Bool {
        if let failure { throw failure }
        do throws(LogError) {
            while !isFinished {
                if try readRow(&row), hasOwnCells { return true }
            }
            return false
        } catch {
            failure = error
            throw error
        }
    }

    // MARK: - Rows

    /// Reads up to the end of a row; false when the table ended outside one.
    private func readRow(_ row: inout TextRow) throws(LogError) -> Bool {
        row.removeAll()
        hasOwnCells = false
        column = 0
        // The tag that ended the row before may have begun this one.
        if isInRow { number += 1 }
        while true {
            switch scanner.next() {
            case .open(.table): (inner, needsBlank) = (inner + 1, true)
            case .close(.table):
                guard inner > 0 else {
                    return try endTable(&row)
                }
                (inner, needsBlank) = (inner - 1, true)
            case .end: return try endTable(&row)
            case .open(let element) where inner == 0:
                if try open(element, &row) { return true }
            case .close(.row) where inner == 0 && isInRow:
                try endRow(&row)
                isInRow = false
                return true
            case .close(.cell) where inner == 0: try endCell(&row)
            case .open(let element), .close(let element): if element != .other { needsBlank = true }
            case .text(let range): if isInCell { take(range) }
            }
        }
    }

    /// Opens an element of the table itself; true when that ends the row before.
    private func open(_ element: PageScanner.Element, _ row: inout TextRow) throws(LogError) -> Bool {
        switch element {
        case .row:
            if isInRow {
                try endRow(&row)
                return true
            }
            isInRow = true
            number += 1
        case .cell:
            try endCell(&row)
            if !isInRow {
                isInRow = true
                number += 1
            }
            isInCell = true
            spans = (scanner.span("colspan"), scanner.span("rowspan"))
            cell.removeAll(keepingCapacity: true)
            needsBlank = false
        case .block: needsBlank = true
        case .table, .meta, .other: break
        }
        return false
    }

    private func endTable(_ row: inout TextRow) throws(LogError) -> Bool {
        isFinished = true
        guard isInRow else { return false }
        try endRow(&row)
        return true
    }

    private func endRow(_ row: inout TextRow) throws(LogError) {
        try endCell(&row)
        row.number = number
        for next in falling.keys.filter({ $0 >= column }).sorted() {
            column = next
            try fall(&row)
        }
    }

    // MARK: - Cells

    private func endCell(_ row: inout TextRow) throws(LogError) {
        guard isInCell else { return }
        isInCell = false
        while falling[column] != nil { try fall(&row) }
        if !cell.isEmpty { hasOwnCells = true }
        for offset in 0..<spans.columns where offset == 0 || falling[column] == nil {
            try give(cell, isRepeated: offset > 0, &row)
            if spans.rows > 1 { falling[column] = Falling(value: cell, rows: spans.rows - 1) }
            column += 1
        }
    }

    /// Repeats a cell from above in the next column.
    private func fall(_ row: inout TextRow) throws(LogError) {
        guard var above = falling[column] else { return }
        try give(above.value, isRepeated: true, &row)
        above.rows -= 1
        falling[column] = above.rows > 0 ? above : nil
        column += 1
    }

    /// Puts a value into the next column.
    private func give(_ value: [UInt8], isRepeated: Bool, _ row: inout TextRow) throws(LogError) {
        guard column < SheetSize.columns else {
            throw tooLarge("a row has \(SheetSize.columns) columns at most")
        }
        guard row.bytes.count + value.count <= SheetSize.rowBytes else {
            throw tooLarge("a row has \(SheetSize.rowBytes) bytes at most")
        }
        if isRepeated {
            repeated += value.count + 1
            if repeated > Self.mostRepeated {
                throw tooLarge("cells over several columns or rows repeat too much")
            }
        }
        guard !value.isEmpty else { return }
        row.pad(to: column)
        row.append(value)
    }

    private func tooLarge(_ cause: String) -> LogError {
        let position = LogPosition(file: file, .row, max(number, 1))
        return LogError(.tooLarge, "the table is too large to be read", cause: cause, position: position)
    }

    // MARK: - Text

    /// Adds text to the cell: entities become characters, white space becomes single blanks.
    private func take(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = scanner.bytes[index]
            index += 1
            if byte <= 0x20 {
                needsBlank = true
            } else if byte == 0x26,
                let (scalar, after) = PageEntities.scalar(
                    in: scanner.bytes,
                    at: index,
                    before: range.upperBound
                )
            {
                index = after
                append(scalar)
            } else if byte == 0xC2, index < range.upperBound, scanner.bytes[index] == 0xA0 {
                index += 1
                needsBlank = true
            } else {
                addBlank()
                cell.append(byte)
            }
        }
    }

    private func append(_ scalar: Unicode.Scalar) {
        if scalar.value <= 0x20 || scalar.value == 0xA0 {
            needsBlank = true
            return
        }
        addBlank()
        cell.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private func addBlank() {
        if needsBlank, !cell.isEmpty { cell.append(0x20) }
        needsBlank = false
    }
}
