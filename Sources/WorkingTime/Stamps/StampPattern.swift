/// Dates inside a text of fixed make, such as an id: literal letters, numbers of a date, and anything behind them.
struct StampPattern: Hashable, Sendable, CustomStringConvertible {
    /// A number of a date.
    enum Field: Hashable, Sendable {
        case year, month, day, hour, minute, second
    }

    enum Element: Hashable, Sendable {
        case literal([UInt8])
        /// A number of exactly `width` digits; of one or two where the width is 1.
        case field(Field, width: Int)
        /// A month as a word; patterns of other form only, see ``StampForm/named(_:)``.
        case monthWord
        /// Whatever follows, up to the end.
        case anything
    }

    var elements: [Element]

    func read(_ cell: Span<UInt8>, _ start: CellScanner) throws(StampFault) -> WrittenStamp {
        var scanner = start
        var written = WrittenStamp(.compact)
        var clock: (hour: Int, minute: Int, second: Int)?
        for element in elements {
            switch element {
            case .literal(let bytes):
                for byte in bytes {
                    guard scanner.peek(cell) == byte, !scanner.isAtEnd else { throw .malformed }
                    scanner.skip()
                }
            case .field(let field, let width):
                let number = try StampPattern.number(cell, &scanner, width)
                switch field {
                case .year: try written.setYear(number, digits: width)
                case .month: written.month = number
                case .day: written.day = number
                case .hour: clock = (number, clock?.minute ?? 0, clock?.second ?? 0)
                case .minute: clock?.minute = number
                case .second: clock?.second = number
                }
            case .anything: scanner.skip(scanner.rest)
            case .monthWord: throw .malformed
            }
        }
        guard scanner.isAtEnd else { throw .malformed }
        if let clock { written.setTime(clock.hour, clock.minute, clock.second, 0) }
        return written
    }

    private static func number(
        _ cell: Span<UInt8>,
        _ scanner: inout CellScanner,
        _ width: Int
    ) throws(StampFault) -> Int {
        let digits = scanner.digits(cell)
        let wanted = width == 1 ? min(digits, 2) : width
        guard digits >= wanted, wanted > 0 else { throw .malformed }
        return scanner.number(cell, digits: wanted)
    }

    /// The pattern as ``StampForm/named(_:)`` reads it.
    var description: String {
        elements.enumerated()
            .map { index, element in
                switch element {
                // Blanks at the ends of a name are no part of it.
                case .literal(let bytes) where index == 0 || index == elements.count - 1:
                    StampPattern.quoted(bytes, keepsBlanks: true)
                case .literal(let bytes): StampPattern.quoted(bytes)
                case .field(let field, let width): String(repeating: StampPattern.letter(field), count: width)
                case .monthWord: "mmmm"
                case .anything: "*"
                }
            }
            .joined()
    }

    private static func letter(_ field: Field) -> String {
        switch field {
        case .year: "y"
        case .month: "m"
        case .day: "d"
        case .hour: "H"
        case .minute: "M"
        case .second: "S"
        }
    }

    private static func quoted(_ bytes: [UInt8], keepsBlanks: Bool = false) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let plain = keepsBlanks ? "-/.:,_" : " -/.:,_"
        if bytes.allSatisfy({ plain.utf8.contains($0) }) { return text }
        return "'" + text.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
    }
}
