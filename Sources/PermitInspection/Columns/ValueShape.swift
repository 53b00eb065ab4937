internal import WorkingTime

/// What the text of a cell looks like, whatever column it stands in.
enum ValueShape: Hashable, Sendable {
    /// Nothing, or a word for nothing.
    case nothing(isWord: Bool)
    /// Yes or no.
    case flag
    /// A whole number.
    case integer
    /// A number with a fraction.
    case decimal
    /// A number that a spreadsheet made of an id: `220070946.0`, `1.23E+12`.
    case damagedID
    /// A resident's number (NIK): sixteen digits.
    case residentNumber
    /// A business identification number (NIB): thirteen digits.
    case businessNumber
    /// An address of electronic mail.
    case mail
    /// A telephone number.
    case phone
    /// One word with digits or capitals, as ids are.
    case code
    /// Any other text.
    case text

    /// The shape of a cell, blanks around it left out.
    init(_ cell: ArraySlice<UInt8>) {
        let cell = ValueShape.trimmed(cell)
        guard !cell.isEmpty else {
            self = .nothing(isWord: false)
            return
        }
        if NullWord.contains(cell) {
            self = .nothing(isWord: true)
            return
        }
        let counts = ByteCounts(cell)
        self = Self.number(cell, counts) ?? Self.word(cell, counts)
    }

    private static func number(_ cell: ArraySlice<UInt8>, _ counts: ByteCounts) -> ValueShape? {
        if counts.digits == cell.count {
            switch cell.count {
            case 1 where cell.first == 0x30 || cell.first == 0x31: return .flag
            case 16: return .residentNumber
            case 13: return .businessNumber
            case 10...14 where cell.first == 0x30: return .phone
            default: return .integer
            }
        }
        guard counts.digits > 0 else { return nil }
        if Self.isDamagedID(cell, counts) { return .damagedID }
        if Self.isPhone(cell, counts) { return .phone }
        let signs = counts.dots + counts.commas + (cell.first == 0x2D || cell.first == 0x2B ? 1 : 0)
        guard counts.digits + signs == cell.count else { return nil }
        return counts.dots + counts.commas == 0 ? .integer : .decimal
    }

    /// `220070946.0` with at least six digits before the point, `1.23E+12`.
    private static func isDamagedID(_ cell: ArraySlice<UInt8>, _ counts: ByteCounts) -> Bool {
        if counts.dots == 1, counts.digits == cell.count - 1, counts.digits >= 7,
            cell.suffix(2).elementsEqual([0x2E, 0x30])
        {
            return true
        }
        guard counts.exponents == 1, counts.digits + counts.dots + counts.commas + 2 == cell.count,
            let mark = cell.firstIndex(where: { $0 | 0x20 == 0x65 }), mark > cell.startIndex,
            cell.index(after: mark) < cell.endIndex
        else { return false }
        return cell[cell.index(after: mark)] == 0x2B
    }

    /// `0812-3456-7890`, `+62 812 3456 7890`, `(0274) 512345`.
    private static func isPhone(_ cell: ArraySlice<UInt8>, _ counts: ByteCounts) -> Bool {
        guard (8...15).contains(counts.digits), counts.digits + counts.phoneMarks == cell.count else {
            return false
        }
        if cell.first == 0x2B || cell.first == 0x28 { return true }
        // Eight digits that begin with a zero may be a date: `09-03-2016`.
        return cell.first == 0x30 && counts.dots + counts.commas == 0 && counts.digits > 8
    }

    private static func word(_ cell: ArraySlice<UInt8>, _ counts: ByteCounts) -> ValueShape {
        if counts.ats == 1, counts.blanks == 0, counts.dots > 0, cell.first != 0x40, cell.last != 0x40 {
            return .mail
        }
        if cell.count <= 8, Self.flags.contains(Self.lowercased(cell)) { return .flag }
        return counts.blanks == 0 && counts.digits >= 2 ? .code : .text
    }

    private static let flags: Set<[UInt8]> = Set(
        ["true", "false", "yes", "no", "ya", "tidak", "y", "n", "t", "f", "ada"].map { Array($0.utf8) }
    )

    /// The bytes without blanks around them.
    static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var cell = cell
        while let first = cell.first, first <= 0x20 { cell = cell.dropFirst() }
        while let last = cell.last, last <= 0x20 { cell = cell.dropLast() }
        return cell
    }

    private static func lowercased(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        cell.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}

/// How many bytes of a cell are of each kind.
private struct ByteCounts {
    var digits = 0
    var dots = 0
    var commas = 0
    var blanks = 0
    var ats = 0
    var exponents = 0
    var phoneMarks = 0

    init(_ cell: ArraySlice<UInt8>) {
        for byte in cell {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x2E:
                dots += 1
                phoneMarks += 1
            case 0x2C: commas += 1
            case 0x20, 0x09:
                blanks += 1
                phoneMarks += 1
            case 0x28, 0x29, 0x2B, 0x2D: phoneMarks += 1
            case 0x40: ats += 1
            case 0x45, 0x65: exponents += 1
            default: break
            }
        }
    }
}
