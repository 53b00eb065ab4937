extension WrittenStamp {
    /// Reads a date with the year first: `2024-05-31`, `2024/5/31`, `2024-Mei-31`.
    static func yearFirst(_ cell: Span<UInt8>, _ start: CellScanner) throws(StampFault) -> WrittenStamp {
        var scanner = start
        guard scanner.digits(cell) == 4 else { throw .malformed }
        var written = WrittenStamp(.yearFirst)
        written.year = scanner.number(cell, digits: 4)
        let mark = try separator(cell, &scanner)
        if scanner.peek(cell) | 0x20 &- 0x61 < 26 {
            guard let entry = MonthWords.month(scanner.word(cell)) else { throw .malformed }
            written.kind = .words
            written.month = entry.month
            written.marks.formUnion(entry.marks)
            guard skipSeparators(cell, &scanner) else { throw .malformed }
        } else {
            guard let month = scanner.short(cell) else { throw .malformed }
            written.month = month
            guard try separator(cell, &scanner) == mark else { throw .malformed }
            if mark != UInt8(ascii: "-") { written.marks.insert(.looseSeparators) }
        }
        guard let day = scanner.short(cell) else { throw .malformed }
        written.day = day
        try written.readTime(cell, &scanner)
        return written
    }

    /// Reads a date in numbers with the year last: `31/05/2024`, `5-3-19`, `9.3.10 8:05`.
    static func numeric(_ cell: Span<UInt8>, _ start: CellScanner) throws(StampFault) -> WrittenStamp {
        var scanner = start
        var written = WrittenStamp(.numeric)
        guard let first = scanner.short(cell) else { throw .malformed }
        let mark = try separator(cell, &scanner)
        guard let second = scanner.short(cell), try separator(cell, &scanner) == mark else {
            throw .malformed
        }
        written.day = first
        written.month = second
        if mark == UInt8(ascii: ".") { written.marks.insert(.dots) }
        let digits = scanner.digits(cell)
        guard digits == 4 || digits == 2 else { throw .malformed }
        try written.setYear(scanner.number(cell, digits: digits), digits: digits)
        try written.readTime(cell, &scanner)
        return written
    }

    /// Reads a date with its month in words: `18 November 2025`, `Jumat, 5-Mei-17`, `Nov 18, 2025`.
    static func words(_ cell: Span<UInt8>, _ start: CellScanner) throws(StampFault) -> WrittenStamp {
        var scanner = start
        var written = WrittenStamp(.words)
        var word = try leadingWord(cell, &scanner)
        let hasDay = word == nil
        if hasDay {
            guard let day = scanner.short(cell) else { throw .malformed }
            written.day = day
            skipOrdinal(cell, &scanner)
            _ = skipSeparators(cell, &scanner)
            word = scanner.word(cell)
        }
        guard let entry = word.flatMap(MonthWords.month) else { throw .malformed }
        written.month = entry.month
        written.marks.formUnion(entry.marks)
        let hasGap = skipSeparators(cell, &scanner)
        if !hasDay {
            guard hasGap, let day = scanner.short(cell) else { throw .malformed }
            written.day = day
            skipOrdinal(cell, &scanner)
            guard skipSeparators(cell, &scanner) else { throw .malformed }
        }
        if scanner.peek(cell) == 0x27 { scanner.skip() }
        let digits = scanner.digits(cell)
        guard digits == 4 || digits == 2 else { throw .malformed }
        try written.setYear(scanner.number(cell, digits: digits), digits: digits)
        try written.readTime(cell, &scanner)
        return written
    }

    /// Skips weekdays and their like and reads the first other word; nil when a number comes first.
    private static func leadingWord(
        _ cell: Span<UInt8>,
        _ scanner: inout CellScanner
    ) throws(StampFault) -> LetterWord? {
        while scanner.peek(cell) | 0x20 &- 0x61 < 26 {
            let word = scanner.word(cell)
            guard MonthWords.leads(word) else { return word }
            guard skipSeparators(cell, &scanner) else { throw .malformed }
        }
        return nil
    }

    /// Skips the letters of 1st, 2nd, 3rd and 4th.
    private static func skipOrdinal(_ cell: Span<UInt8>, _ scanner: inout CellScanner) {
        var ahead = scanner
        let word = ahead.word(cell)
        if word.count == 2, ordinals.contains(word) { scanner = ahead }
    }

    private static let ordinals = Set(["st", "nd", "rd", "th"].map { LetterWord($0) })

    /// Reads one of `- / .` with blanks around it, or blanks alone.
    private static func separator(
        _ cell: Span<UInt8>,
        _ scanner: inout CellScanner
    ) throws(StampFault) -> UInt8 {
        let hasBlank = scanner.skipBlanks(cell)
        let byte = scanner.peek(cell)
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") {
            scanner.skip()
            scanner.skipBlanks(cell)
            return byte
        }
        guard hasBlank else { throw .malformed }
        return 0x20
    }

    /// Skips blanks and the marks `- / . ,`; false when there are none.
    private static func skipSeparators(_ cell: Span<UInt8>, _ scanner: inout CellScanner) -> Bool {
        let start = scanner.index
        var marks = 0
        while marks < 3 {
            scanner.skipBlanks(cell)
            let byte = scanner.peek(cell)
            guard byte == 0x2D || byte == 0x2F || byte == 0x2E || byte == 0x2C else { break }
            scanner.skip()
            marks += 1
        }
        return scanner.index > start
    }
}
