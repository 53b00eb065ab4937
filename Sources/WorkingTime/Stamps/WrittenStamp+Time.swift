extension WrittenStamp {
    /// Reads what may stand behind a date: nothing, or a time of day with an offset.
    ///
    /// Between date and time stand blanks, a comma, a `T`, or a word such as "pukul". The time is `H:MM[:SS[.fraction]]`
    /// or the same with dots, which Indonesian writes, and may have AM or PM. The offset is `Z`, `+hh`, `+hhmm`,
    /// `+hh:mm`, or one of the words WIB, WITA, WIT, UTC and GMT.
    mutating func readTime(_ cell: Span<UInt8>, _ scanner: inout CellScanner) throws(StampFault) {
        if scanner.isAtEnd { return }
        guard WrittenStamp.skipConnector(cell, &scanner) else { throw .malformed }
        try readClock(cell, &scanner)
        try readOffset(cell, &scanner)
        guard scanner.isAtEnd else { throw .malformed }
    }

    /// Skips what stands between a date and its time; false when nothing does.
    private static func skipConnector(_ cell: Span<UInt8>, _ scanner: inout CellScanner) -> Bool {
        let start = scanner.index
        let hasBlank = scanner.skipBlanks(cell)
        if hasBlank, scanner.peek(cell) == UInt8(ascii: "-"), scanner.peek(cell, 1) == 0x20 {
            scanner.skip(2)
        }
        if scanner.take(cell, ",") || scanner.take(cell, ";") { scanner.skipBlanks(cell) }
        let byte = scanner.peek(cell) | 0x20
        if byte == UInt8(ascii: "t"), scanner.peek(cell, 1) &- 0x30 < 10 {
            scanner.skip()
        } else if byte &- 0x61 < 26 {
            guard hasBlank || scanner.index > start, MonthWords.connects(scanner.word(cell)) else {
                return false
            }
            if !scanner.take(cell, ".") { _ = scanner.take(cell, ":") }
            scanner.skipBlanks(cell)
        }
        return scanner.index > start
    }

    private mutating func readClock(_ cell: Span<UInt8>, _ scanner: inout CellScanner) throws(StampFault) {
        guard var hour = scanner.short(cell) else { throw .malformed }
        let mark = scanner.peek(cell)
        guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: ".") else { throw .malformed }
        let minute = try WrittenStamp.sixtieth(cell, &scanner)
        var second = 0
        var micros: Int64 = 0
        if scanner.peek(cell) == mark {
            second = try WrittenStamp.sixtieth(cell, &scanner)
            if scanner.take(cell, ".") || scanner.take(cell, ",") {
                guard (1...9).contains(scanner.digits(cell)) else { throw .malformed }
                micros = scanner.fraction(cell, decimals: 6)
            }
        }
        if let isAfternoon = WrittenStamp.halfDay(cell, &scanner) {
            guard (1...12).contains(hour) else { throw .noSuchDate }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        setTime(hour, minute, second, micros)
    }

    /// Takes the numbers of a clock.
    mutating func setTime(_ hour: Int, _ minute: Int, _ second: Int, _ micros: Int64) {
        let exists = hour < 24 && minute < 60 && second < 60
        time =
            exists ? Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + micros : WrittenStamp.noSuchTime
    }

    /// A time of day that no clock shows; found out when the whole text has proved to be well formed.
    static let noSuchTime = Int64.max

    /// Reads a separator and the minutes or seconds behind it: two digits, or behind a colon one.
    private static func sixtieth(_ cell: Span<UInt8>, _ scanner: inout CellScanner) throws(StampFault) -> Int
    {
        let isDot = scanner.peek(cell) == UInt8(ascii: ".")
        scanner.skip()
        guard let number = scanner.digits(cell) == 1 && isDot ? nil : scanner.short(cell) else {
            throw .malformed
        }
        return number
    }

    /// Reads AM or PM; nil when neither comes next.
    private static func halfDay(_ cell: Span<UInt8>, _ scanner: inout CellScanner) -> Bool? {
        var ahead = scanner
        ahead.skipBlanks(cell)
        let first = ahead.peek(cell) | 0x20
        guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p") else { return nil }
        ahead.skip()
        let hasDot = ahead.take(cell, ".")
        guard ahead.peek(cell) | 0x20 == UInt8(ascii: "m") else { return nil }
        ahead.skip()
        if hasDot { _ = ahead.take(cell, ".") }
        guard ahead.peek(cell) | 0x20 &- 0x61 >= 26 else { return nil }
        scanner = ahead
        return first == UInt8(ascii: "p")
    }

    /// Reads the offset, if there is one.
    mutating func readOffset(_ cell: Span<UInt8>, _ scanner: inout CellScanner) throws(StampFault) {
        scanner.skipBlanks(cell)
        let first = scanner.peek(cell)
        if first | 0x20 &- 0x61 < 26 {
            guard let seconds = WrittenStamp.zone(cell, &scanner) else { throw .malformed }
            offset = seconds
            guard seconds == 0, first | 0x20 != UInt8(ascii: "z") else { return skipRemark(cell, &scanner) }
        }
        let sign = scanner.peek(cell)
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return skipRemark(cell, &scanner)
        }
        scanner.skip()
        let (hours, minutes) = try WrittenStamp.offsetParts(cell, &scanner)
        if minutes == nil { marks.insert(.hourOnlyOffset) }
        let seconds = (hours * 3600 + (minutes ?? 0) * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
        if hours >= 24 || (minutes ?? 0) >= 60 { time = WrittenStamp.noSuchTime }
        offset = seconds
        skipRemark(cell, &scanner)
    }

    /// The seconds east of UTC of a zone in words: WIB, "Waktu Indonesia Barat", "Western Indonesia Time".
    private static func zone(_ cell: Span<UInt8>, _ scanner: inout CellScanner) -> Int? {
        let first = scanner.word(cell)
        if let seconds = MonthWords.offset(first) { return seconds }
        var words = [first]
        while scanner.skipBlanks(cell) {
            let word = scanner.word(cell)
            if word.isEmpty { break }
            words.append(word)
        }
        return MonthWords.offset(words)
    }

    private static func offsetParts(
        _ cell: Span<UInt8>,
        _ scanner: inout CellScanner
    ) throws(StampFault) -> (hours: Int, minutes: Int?) {
        switch scanner.digits(cell) {
        case 4: return (scanner.number(cell, digits: 2), scanner.number(cell, digits: 2))
        case let count where count == 1 || count == 2:
            let hours = scanner.number(cell, digits: count)
            guard scanner.take(cell, ":") else { return (hours, nil) }
            guard scanner.digits(cell) == 2 else { throw .malformed }
            return (hours, scanner.number(cell, digits: 2))
        default: throw .malformed
        }
    }

    /// Skips the name of a zone in brackets, which says what the offset has said.
    private func skipRemark(_ cell: Span<UInt8>, _ scanner: inout CellScanner) {
        guard offset != nil else { return }
        scanner.skipBlanks(cell)
        guard scanner.peek(cell) == UInt8(ascii: "("),
            scanner.peek(cell, scanner.rest - 1) == UInt8(ascii: ")")
        else { return }
        scanner.skip(scanner.rest)
    }
}
