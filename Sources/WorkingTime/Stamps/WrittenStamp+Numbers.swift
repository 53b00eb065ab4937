extension WrittenStamp {
    /// The serial numbers that are taken for dates: 1982-02-18 to 2064-04-08.
    static let serials = 30_000...60_000

    /// The days by which the serials that count from 1904 are behind those that count from 1900.
    static let daysTo1904 = 1462

    /// Reads the serial number of a spreadsheet: days since 1899-12-30, the fraction is the time of day.
    ///
    /// The time is rounded to the second, as spreadsheets show it; so rounded it may be midnight of the next day.
    static func serial(
        _ cell: Span<UInt8>,
        _ start: CellScanner,
        from1904: Bool = false
    ) throws(StampFault) -> WrittenStamp {
        var scanner = start
        let digits = scanner.digits(cell)
        guard (1...7).contains(digits) else { throw .malformed }
        var number = scanner.number(cell, digits: digits) + (from1904 ? daysTo1904 : 0)
        let isInRange = serials.contains(number)
        var written = WrittenStamp(.serial)
        if scanner.take(cell, ".") || scanner.take(cell, ",") {
            let fraction = scanner.digits(cell)
            guard (1...20).contains(fraction) else { throw .malformed }
            let part = scanner.fraction(cell, decimals: 12)
            if part > 0 {
                let seconds = (part * 86_400 + 500_000_000_000) / 1_000_000_000_000
                number += Int(seconds / 86_400)
                written.time = seconds % 86_400 * 1_000_000
            }
        }
        guard scanner.isAtEnd else { throw .malformed }
        guard isInRange else { throw .outOfRange }
        // Day 0 of the serials is 1899-12-30, 25,569 days before 1970.
        (written.year, written.month, written.day) = Day(number: Int32(number - 25_569)).components
        return written
    }

    /// Reads seconds or milliseconds since 1970 UTC, which may have decimals.
    static func epoch(
        _ cell: Span<UInt8>,
        _ start: CellScanner,
        milliseconds: Bool
    ) throws(StampFault) -> WrittenStamp {
        var scanner = start
        let isNegative = scanner.take(cell, "-")
        let digits = scanner.digits(cell)
        guard (1...(milliseconds ? 14 : 11)).contains(digits) else { throw .malformed }
        let scale: Int64 = milliseconds ? 1000 : 1_000_000
        var micros = Int64(scanner.number(cell, digits: digits)) * scale
        if scanner.take(cell, ".") {
            guard (1...20).contains(scanner.digits(cell)) else { throw .malformed }
            micros += scanner.fraction(cell, decimals: milliseconds ? 3 : 6)
        }
        guard scanner.isAtEnd else { throw .malformed }
        var written = WrittenStamp(milliseconds ? .epochMilliseconds : .epochSeconds)
        written.instant = isNegative ? -micros : micros
        return written
    }

    /// Reads `yyyymmdd`, `yyyymmddHHMM` and `yyyymmddHHMMSS`; a `T` or a blank may part date and time.
    static func compact(_ cell: Span<UInt8>, _ start: CellScanner) throws(StampFault) -> WrittenStamp {
        var scanner = start
        var written = WrittenStamp(.compact)
        var digits = scanner.digits(cell)
        guard digits == 8 || digits == 12 || digits == 14 else { throw .malformed }
        written.year = scanner.number(cell, digits: 4)
        written.month = scanner.number(cell, digits: 2)
        written.day = scanner.number(cell, digits: 2)
        if scanner.isAtEnd { return written }
        if digits == 8 {
            guard scanner.peek(cell) | 0x20 == UInt8(ascii: "t") || scanner.peek(cell) == 0x20 else {
                throw .malformed
            }
            scanner.skip()
            digits = 8 + scanner.digits(cell)
            // `20211217 17:09:15`
            if digits < 12 {
                try written.readPartedClock(cell, &scanner, from: start.index + 8)
                return written
            }
        }
        guard digits == 12 || digits == 14 else { throw .malformed }
        let hour = scanner.number(cell, digits: 2)
        let minute = scanner.number(cell, digits: 2)
        let second = digits == 14 ? scanner.number(cell, digits: 2) : 0
        var micros: Int64 = 0
        if digits == 14, scanner.take(cell, ".") {
            guard (1...9).contains(scanner.digits(cell)) else { throw .malformed }
            micros = scanner.fraction(cell, decimals: 6)
        }
        written.setTime(hour, minute, second, micros)
        try written.readOffset(cell, &scanner)
        guard scanner.isAtEnd else { throw .malformed }
        return written
    }

    private mutating func readPartedClock(
        _ cell: Span<UInt8>,
        _ scanner: inout CellScanner,
        from index: Int
    ) throws(StampFault) {
        scanner.back(to: index)
        try readTime(cell, &scanner)
    }
}
