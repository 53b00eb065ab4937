extension WrittenStamp {
    /// Whether a text begins as a date with its year first does.
    static func hasYearFirst(_ cell: Span<UInt8>, _ scanner: CellScanner) -> Bool {
        guard scanner.digits(cell) == 4, scanner.rest > 4 else { return false }
        var behind = scanner
        behind.skip(4)
        let next = behind.peek(cell)
        return next == UInt8(ascii: "-") || next == UInt8(ascii: "/") || next == UInt8(ascii: ".")
            || behind.skipBlanks(cell)
    }

    /// Reads a text in whatever form it has.
    static func recognized(_ cell: Span<UInt8>, _ scanner: CellScanner) throws(StampFault) -> WrittenStamp {
        let digits = scanner.digits(cell)
        switch digits {
        case 0: return try words(cell, scanner)
        case 1, 2:
            return hasWordBehindDay(cell, scanner, digits)
                ? try words(cell, scanner) : try numeric(cell, scanner)
        case 4: return try yearFirst(cell, scanner)
        default: return try number(cell, scanner, digits)
        }
    }

    /// Reads a bare number; one that is no plausible date is malformed, whatever is wrong with it.
    private static func number(
        _ cell: Span<UInt8>,
        _ scanner: CellScanner,
        _ digits: Int
    ) throws(StampFault) -> WrittenStamp {
        do throws(StampFault) {
            switch digits {
            case 5: return try serial(cell, scanner)
            case 8, 12, 14:
                let written = try compact(cell, scanner)
                _ = try written.stamp(nil, in: .utc)
                return written
            case 10, 13:
                guard scanner.peek(cell) != UInt8(ascii: "0") else { throw .malformed }
                let written = try epoch(cell, scanner, milliseconds: digits == 13)
                _ = try written.stamp(nil, in: .utc)
                return written
            default: throw .malformed
            }
        } catch {
            throw .malformed
        }
    }

    /// Whether letters stand behind the first number of a text: `18 Nov`, `5-Mei`, `3rd March`.
    private static func hasWordBehindDay(_ cell: Span<UInt8>, _ start: CellScanner, _ digits: Int) -> Bool {
        var scanner = start
        scanner.skip(digits)
        while !scanner.isAtEnd {
            let byte = scanner.peek(cell)
            if byte | 0x20 &- 0x61 < 26 { return true }
            if byte &- 0x30 < 10 { return false }
            scanner.skip()
        }
        return false
    }
}
