// Invariants of this file:
// - addresses of the scanner, of the strings and of `value` are used before the next call that could change them;
// - `column` is the place of the last cell of the row, `row.count` never beyond it.

/// Reads the rows of a sheet one after the other.
struct SheetParser: ~Copyable {
    /// Where a sheet comes from.
    struct Place {
        var file: String
        var part: String
        /// How many bytes the part may have; its cells, which repeat shared strings, may have eight times as many.
        var textLimit: Int
    }

    /// What the sheets of a workbook share.
    struct Book {
        var strings: SharedStrings
        var forms: [CellForm]
        var is1904: Bool
    }

    private let place: Place
    private let strings: SharedStrings
    private let forms: [CellForm]
    private let names = SheetNames()
    private var scanner: XMLScanner
    private var numbers: CellNumbers
    private var merging: Merging
    private var notes: SheetNotes
    private var value = ByteRun(capacity: 256)
    private var rowNumber = 0
    private var column = -1
    private var hasOwnCells = false
    private var isInData = false
    private var isFinished = false
    private var textCount = 0
    private var failure: LogError?

    init(
        _ source: any ByteStream,
        place: Place,
        book: Book,
        merged: MergedRanges
    ) throws(LogError) {
        self.place = place
        strings = book.strings
        forms = book.forms
        scanner = try XMLScanner(source, file: place.file, part: place.part)
        numbers = CellNumbers(is1904: book.is1904)
        merging = Merging(merged.ranges)
        notes = SheetNotes(file: place.file)
        if merged.leftOut > 0 { notes.mergesLeftOut = merged.leftOut }
    }

    /// What was met so far.
    var findings: [DirtFinding] {
        notes.findings(longNumbers: numbers.longNumbers, unrepeated: merging.unrepeated)
    }

    /// Reads the next row that is not blank; false behind the last.
    mutating func next(_ row: inout TextRow) throws(LogError) -> Bool {
        if let failure { throw failure }
        do throws(LogError) {
            while try nextRow(&row) {
                if hasOwnCells { return true }
            }
            return false
        } catch {
            failure = error
            throw error
        }
    }

    // MARK: - Rows

    /// Reads a row, which may be blank; false behind the last.
    private mutating func nextRow(_ row: inout TextRow) throws(LogError) -> Bool {
        row.removeAll()
        while !isFinished {
            switch try scanner.next() {
            case .open:
                if isInData, scanner.name == names.row {
                    try readRow(&row)
                    return true
                }
                if scanner.name == names.data {
                    isInData = true
                } else if scanner.depth > 1 {
                    try scanner.skipElement()
                }
            case .close: if scanner.name == names.data { isInData = false }
            case .text: break
            case .end: isFinished = true
            }
        }
        return false
    }

    private mutating func readRow(_ row: inout TextRow) throws(LogError) {
        try beginRow()
        row.number = rowNumber
        hasOwnCells = false
        column = -1
        while true {
            switch try scanner.next() {
            case .open:
                if scanner.name == names.cell { try readCell(&row) } else { try scanner.skipElement() }
            case .close:
                merging.finish(&row)
                try checkLength(row)
                return
            case .text, .end: break
            }
        }
    }

    private mutating func beginRow() throws(LogError) {
        var number = rowNumber + 1
        if let (start, count) = try scanner.value(names.run) {
            guard let said = Self.number(start, count) else { throw damaged("a row has no number") }
            number = said
        }
        guard number > rowNumber else {
            throw damaged("row \(number) stands behind row \(rowNumber); save the file anew")
        }
        guard number <= SheetSize.rows else { throw damaged("a sheet has \(SheetSize.rows) rows at most") }
        rowNumber = number
        if let (start, count) = try scanner.value(names.hidden), Self.isTrue(start, count) {
            notes.hiddenRows.note(.init(file: place.file, .row, number))
        }
        merging.begin(row: number - 1)
    }

    private mutating func checkLength(_ row: TextRow) throws(LogError) {
        textCount += row.bytes.count
        if row.bytes.count > SheetSize.rowBytes {
            throw tooLarge("a row has \(SheetSize.rowBytes) bytes at most")
        }
        let limit = place.textLimit.multipliedReportingOverflow(by: 8)
        if !limit.overflow, textCount > limit.partialValue {
            throw tooLarge("the cells of a sheet have \(limit.partialValue) bytes at most")
        }
    }

    // MARK: - Cells

    private mutating func readCell(_ row: inout TextRow) throws(LogError) {
        try beginCell()
        let kind = try scanner.value(names.text).map { CellKind($0, $1) } ?? CellKind.number
        let form = try scanner.value(names.style).map { self.form($0, $1) } ?? .number
        let parts = try readParts()
        switch kind {
        case .number: try giveNumber(form, parts, &row)
        case .shared: try giveShared(&row)
        case .text:
            CellText.unescape(&value, from: 0)
            if parts.isUncached { noteUncached() }
            try give(UnsafePointer(value.bytes), value.count, &row)
        case .boolean:
            let isTrue = Self.isTrue(UnsafePointer(value.bytes), value.count)
            if value.count > 0 { try give(isTrue ? "true" : "false", &row) } else { try give("", &row) }
        case .error:
            let error = "\(address) \(text(UnsafePointer(value.bytes), min(value.count, 20)))"
            notes.errors.note(error)
            try give("", &row)
        }
    }

    private mutating func beginCell() throws(LogError) {
        var next = column + 1
        if let (start, count) = try scanner.value(names.run) {
            guard let said = Self.column(start, count) else { throw damaged("a cell has no address") }
            next = said
        }
        guard next > column else { throw damaged("the cells of row \(rowNumber) are not in order") }
        guard next < SheetSize.columns else {
            throw damaged("a sheet has \(SheetSize.columns) columns at most")
        }
        column = next
    }

    private struct Parts {
        var hasFormula = false
        var hasValue = false

        var isUncached: Bool { hasFormula && !hasValue }
    }

    /// Reads what is inside a cell up to its end; its text lies in `value`.
    private mutating func readParts() throws(LogError) -> Parts {
        let outside = scanner.depth - 1
        var parts = Parts()
        var isText = false
        value.truncate(to: 0)
        while true {
            switch try scanner.next() {
            case .open:
                let name = scanner.name
                isText = name == names.value || name == names.text
                parts.hasValue = parts.hasValue || isText
                if isText || name == names.inline || name == names.run { continue }
                parts.hasFormula = parts.hasFormula || name == names.formula
                try scanner.skipElement()
            case .text:
                if isText { value.append(scanner.textStart, scanner.textCount) }
            case .close:
                isText = false
                if scanner.depth == outside { return parts }
            case .end: return parts
            }
        }
    }

    private func form(_ start: ByteAddress, _ count: Int) -> CellForm {
        guard let style = Self.number(start, count), style < forms.count else { return .number }
        return forms[style]
    }

    // MARK: - Giving cells

    private mutating func giveNumber(_ form: CellForm, _ parts: Parts, _ row: inout TextRow) throws(LogError)
    {
        if parts.isUncached { noteUncached() }
        let count = value.count
        guard count > 0 else { return try give("", &row) }
        if form == .number, CellNumbers.isPlain(UnsafePointer(value.bytes), count) {
            return try give(UnsafePointer(value.bytes), count, &row)
        }
        // The number is written behind its own raw text, which must not move meanwhile.
        value.reserve(count + 128)
        numbers.write(UnsafePointer(value.bytes), count, as: form, to: &value)
        try give(UnsafePointer(value.bytes + count), value.count - count, &row)
    }

    private mutating func giveShared(_ row: inout TextRow) throws(LogError) {
        guard let index = Self.number(UnsafePointer(value.bytes), value.count), index < strings.count else {
            throw damaged("the cell \(address) names a string that the workbook does not have")
        }
        let (start, count) = strings[index]
        try give(start, count, &row)
    }

    private mutating func give(_ text: StaticString, _ row: inout TextRow) throws(LogError) {
        try give(text.utf8Start, text.utf8CodeUnitCount, &row)
    }

    /// Puts a cell into its place in the row.
    private mutating func give(_ start: ByteAddress, _ count: Int, _ row: inout TextRow) throws(LogError) {
        if count > 0, row.bytes.count + count > SheetSize.rowBytes { try checkLength(row) }
        let cell = UnsafeBufferPointer(start: start, count: count)
        if !merging.isIdle {
            guard merging.admit(cell, at: column, &row) else {
                if count > 0 { noteCovered() }
                return
            }
        }
        guard count > 0 else { return }
        hasOwnCells = true
        row.pad(to: column)
        row.append(cell)
    }

    private mutating func noteUncached() {
        let place = address
        notes.uncached.note(place)
    }

    private mutating func noteCovered() {
        let place = address
        notes.covered.note(place)
    }

    // MARK: - Addresses and numbers

    /// The address of the cell that is being read, such as `BC12`.
    private var address: String { Self.letters(column) + String(rowNumber) }

    /// The letters of a column that is counted from 0.
    static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// The column, from 0, of an address.
    @inline(__always)
    private static func column(_ start: ByteAddress, _ count: Int) -> Int? {
        var column = 0
        var index = 0
        while index < count, index < 4 {
            let letter = (start[index] & 0xDF) &- 0x41
            guard letter < 26 else { break }
            column = column * 26 + Int(letter) + 1
            index += 1
        }
        return index == 0 ? nil : column - 1
    }

    /// A number of at most nine digits.
    @inline(__always)
    private static func number(_ start: ByteAddress, _ count: Int) -> Int? {
        guard count > 0, count <= 9 else { return nil }
        var number = 0
        for index in 0..<count {
            let digit = start[index] &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    private static func isTrue(_ start: ByteAddress, _ count: Int) -> Bool {
        count == 1 && start[0] == 0x31 || count == 4 && start[0] | 0x20 == 0x74
    }

    // MARK: - Faults

    private func damaged(_ cause: String) -> LogError {
        let position = LogPosition(file: place.file, .row, max(rowNumber, 1))
        return LogError(.damaged, "the sheet \(place.part) is damaged", cause: cause, position: position)
    }

    private func tooLarge(_ cause: String) -> LogError {
        let position = LogPosition(file: place.file, .row, max(rowNumber, 1))
        return LogError(.tooLarge, "the sheet is too large to be read", cause: cause, position: position)
    }
}

/// What the type of a cell says about its value.
private enum CellKind {
    case number
    case shared
    case text
    case boolean
    case error

    /// The kind of the attribute `t`: `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`.
    @inline(__always)
    init(_ start: ByteAddress, _ count: Int) {
        switch count == 0 ? 0 : start[0] {
        case 0x73: self = count == 1 ? .shared : .text
        case 0x69, 0x64: self = .text
        case 0x62: self = .boolean
        case 0x65: self = .error
        default: self = .number
        }
    }
}
