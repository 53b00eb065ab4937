// Invariants of this file:
// - string `i` lies in `pool` from the end of string `i - 1` to `ends[i]`;
// - an address is valid until the pool is changed, which only `init` does.

/// The table of strings that the cells of a workbook share.
final class SharedStrings {
    private var pool = ByteRun(capacity: 4096)
    private var ends: [Int] = []

    /// An empty table, for a workbook that has none.
    init() {}

    /// Reads the table: the runs of a rich text are joined, phonetic guides are left out.
    init(_ source: any ByteStream, file: String, part: String) throws(LogError) {
        var scanner = try XMLScanner(source, file: file, part: part)
        let names = SheetNames()
        var isText = false
        var start = 0
        while true {
            switch try scanner.next() {
            case .open:
                if scanner.name == names.phoneticRun {
                    try scanner.skipElement()
                } else {
                    isText = scanner.name == names.text
                    if scanner.name == names.item { start = pool.count }
                }
            case .text: if isText { pool.append(scanner.textStart, scanner.textCount) }
            case .close:
                isText = false
                guard scanner.name == names.item else { continue }
                CellText.unescape(&pool, from: start)
                ends.append(pool.count)
            case .end: return
            }
        }
    }

    /// The number of strings.
    var count: Int { ends.count }

    /// A string's bytes.
    @inline(__always)
    subscript(index: Int) -> (start: ByteAddress, count: Int) {
        let start = index == 0 ? 0 : ends[index - 1]
        return (UnsafePointer(pool.bytes + start), ends[index] - start)
    }
}

/// The text of a cell.
enum CellText {
    /// Replaces `_x000D_` and its like by the characters they stand for (ECMA-376 part 1, 22.9.2.19).
    ///
    /// A control character that no text may hold becomes a blank.
    static func unescape(_ run: inout ByteRun, from start: Int) {
        guard var source = firstEscape(run, from: start) else { return }
        var target = source
        while source < run.count {
            guard let unit = escape(run, source) else {
                run.bytes[target] = run.bytes[source]
                (source, target) = (source + 1, target + 1)
                continue
            }
            source += 7
            var scalar = Unicode.Scalar(unit)
            if unit & 0xFC00 == 0xD800, let low = escape(run, source), low & 0xFC00 == 0xDC00 {
                scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
                source += 7
            }
            for byte in UTF8.encode(legible(scalar)) ?? UTF8.encodedReplacementCharacter {
                run.bytes[target] = byte
                target += 1
            }
        }
        run.truncate(to: target)
    }

    private static func legible(_ scalar: Unicode.Scalar?) -> Unicode.Scalar {
        guard let scalar else { return "\u{FFFD}" }
        return scalar.value < 0x20 && ![9, 10, 13].contains(scalar.value) ? " " : scalar
    }

    private static func firstEscape(_ run: borrowing ByteRun, from start: Int) -> Int? {
        var index = start
        while index + 7 <= run.count {
            if run.bytes[index] == 0x5F, escape(run, index) != nil { return index }
            index += 1
        }
        return nil
    }

    /// The code unit that `_xHHHH_` at an offset stands for.
    private static func escape(_ run: borrowing ByteRun, _ offset: Int) -> UInt32? {
        guard
            offset + 7 <= run.count, run.bytes[offset] == 0x5F, run.bytes[offset + 1] == 0x78,
            run.bytes[offset + 6] == 0x5F
        else { return nil }
        var unit: UInt32 = 0
        for index in offset + 2..<offset + 6 {
            guard let digit = Character(Unicode.Scalar(run.bytes[index])).hexDigitValue else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
