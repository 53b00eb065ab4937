/// A place in a cell that is read from left to right, without the blanks around the text.
struct CellScanner {
    /// The next byte.
    private(set) var index: Int
    /// Where the text ends.
    let end: Int

    /// Stands at the first byte that is no blank.
    init(_ cell: Span<UInt8>) {
        var start = 0
        var end = cell.count
        while start < end {
            let length = CellScanner.blank(cell, at: start, end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = CellScanner.blank(cell, before: end, from: start)
            if length == 0 { break }
            end -= length
        }
        index = start
        self.end = end
    }

    var isAtEnd: Bool { index == end }
    var rest: Int { end - index }

    /// The byte a number of places ahead; 0 behind the end.
    func peek(_ cell: Span<UInt8>, _ ahead: Int = 0) -> UInt8 {
        index + ahead < end ? cell[index + ahead] : 0
    }

    /// How many digits come next.
    func digits(_ cell: Span<UInt8>) -> Int {
        var count = 0
        while index + count < end, cell[index + count] &- 0x30 < 10 { count += 1 }
        return count
    }

    /// Skips a number of bytes.
    mutating func skip(_ count: Int = 1) { index = min(index + count, end) }

    /// Goes back to a place that was passed.
    mutating func back(to place: Int) { index = min(place, index) }

    /// Skips a byte if it comes next.
    mutating func take(_ cell: Span<UInt8>, _ character: Unicode.Scalar) -> Bool {
        guard index < end, cell[index] == UInt8(truncatingIfNeeded: character.value) else { return false }
        index += 1
        return true
    }

    /// Skips blanks, spaces that do not break a line among them.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    mutating func skipBlanks(_ cell: Span<UInt8>) -> Bool {
        let start = index
        while index < end {
            let length = CellScanner.blank(cell, at: index, end)
            if length == 0 { break }
            index += length
        }
        return index > start
    }

    /// Reads a number of exactly so many digits, at most 18.
    mutating func number(_ cell: Span<UInt8>, digits: Int) -> Int {
        var value = 0
        for _ in 0..<digits {
            value = value * 10 + Int(cell[index] &- 0x30)
            index += 1
        }
        return value
    }

    /// Reads a number of one or two digits; nil when there are none or more.
    mutating func short(_ cell: Span<UInt8>) -> Int? {
        let count = digits(cell)
        return count == 1 || count == 2 ? number(cell, digits: count) : nil
    }

    /// Reads the digits behind a decimal mark as so many decimals, cutting what is more.
    mutating func fraction(_ cell: Span<UInt8>, decimals: Int) -> Int64 {
        var value: Int64 = 0
        var read = 0
        while index < end, cell[index] &- 0x30 < 10 {
            if read < decimals {
                value = value * 10 + Int64(cell[index] - 0x30)
                read += 1
            }
            index += 1
        }
        while read < decimals {
            value *= 10
            read += 1
        }
        return value
    }

    /// Reads the letters that come next; apostrophes inside a word do not count.
    mutating func word(_ cell: Span<UInt8>) -> LetterWord {
        var word = LetterWord()
        while index < end {
            let byte = cell[index]
            if byte | 0x20 &- 0x61 < 26 {
                word.append(byte | 0x20)
                index += 1
            } else if byte == 0x27 || byte == 0x60, !word.isEmpty {
                index += 1
            } else if byte == 0xE2, peek(cell, 1) == 0x80, peek(cell, 2) == 0x99, !word.isEmpty {
                index += 3
            } else {
                break
            }
        }
        return word
    }

    /// The length of the blank at a place; 0 when there is none.
    private static func blank(_ cell: Span<UInt8>, at index: Int, _ end: Int) -> Int {
        let byte = cell[index]
        if byte == 0x20 || byte &- 9 < 5 || byte == 0 { return 1 }
        if byte == 0xC2 { return index + 1 < end && cell[index + 1] == 0xA0 ? 2 : 0 }
        let isWide = byte == 0xE2 && index + 2 < end && cell[index + 1] == 0x80
        return isWide && isSpace(cell[index + 2]) ? 3 : 0
    }

    /// The length of the blank that ends at a place; 0 when there is none.
    private static func blank(_ cell: Span<UInt8>, before end: Int, from start: Int) -> Int {
        for length in 1...3 where end - length >= start {
            if blank(cell, at: end - length, end) == length { return length }
        }
        return 0
    }

    /// Whether E2 80 and a byte are one of the spaces U+2000 to U+200A or U+202F.
    private static func isSpace(_ byte: UInt8) -> Bool { byte &- 0x80 <= 0x0A || byte == 0xAF }
}
