/// Words for nothing, which stand in cells that have no value.
///
/// One table for all readers: blank cells, runs of dashes and dots, `NULL` and its like, "not available" in English
/// and Indonesian, and the dates that databases write for no date. Case and blanks around do not matter.
public enum NullWord {
    /// Whether a cell says that there is nothing.
    ///
    /// - Parameter cell: The cell as UTF-8, unquoted.
    /// - Returns: Whether it is blank or one of the words.
    public static func contains(_ cell: some Collection<UInt8>) -> Bool { contains(Array(cell).span) }

    /// Whether a cell says that there is nothing.
    ///
    /// - Parameter cell: The cell as UTF-8, unquoted.
    /// - Returns: Whether it is blank or one of the words.
    public static func contains(_ cell: Span<UInt8>) -> Bool {
        var scanner = CellScanner(cell)
        guard !scanner.isAtEnd else { return true }
        guard scanner.rest <= longest, mayBegin(cell, scanner) else { return false }
        var text: [UInt8] = []
        while !scanner.isAtEnd {
            let byte = scanner.peek(cell)
            text.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            scanner.skip()
        }
        return isRun(of: UInt8(ascii: "-"), text) || isRun(of: UInt8(ascii: "."), text)
            || words.contains(text)
    }

    private static func isRun(of byte: UInt8, _ text: [UInt8]) -> Bool { text.allSatisfy { $0 == byte } }

    /// Whether a word may begin so: nearly every cell is told apart by its first letters.
    private static func mayBegin(_ cell: Span<UInt8>, _ scanner: CellScanner) -> Bool {
        switch scanner.peek(cell) {
        case 0x30, 0x31:
            isMark(scanner.peek(cell, 1)) || isMark(scanner.peek(cell, 2)) || isMark(scanner.peek(cell, 4))
        case 0x23, 0x28, 0x2D, 0x2E, 0x3C, 0x3F, 0x5B, 0x5C, 0xE2: true
        case let byte: "nkbt".utf8.contains(byte | 0x20)
        }
    }

    /// Whether a byte parts the numbers of a date.
    private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D || byte == 0x2E }

    /// No word is longer than this, blanks around it left out.
    private static let longest = 32

    private static let words: Set<[UInt8]> = {
        let texts = [
            "?", "null", "(null)", "[null]", "<null>", "\\n", "none", "nil", "nan", "nat", "n/a", "#n/a",
            "n.a.",
            "n.a",
            "na", "not available", "not applicable", "nihil", "kosong", "(kosong)", "(blank)", "blank",
            "tidak ada",
            "belum ada", "tdk ada", "\u{2013}", "\u{2014}",
        ]
        let zeros = [
            "0000-00-00", "0000/00/00", "00/00/0000", "00-00-0000", "00/00/00", "00.00.0000",
            "00/01/1900", "0/1/1900", "1/0/1900", "01/00/1900",
        ]
        let times = ["", " 00:00", " 00:00:00", "t00:00:00", " 00:00:00.0", " 00:00:00.000"]
        return Set((texts + zeros.flatMap { date in times.map { date + $0 } }).map { Array($0.utf8) })
    }()
}
