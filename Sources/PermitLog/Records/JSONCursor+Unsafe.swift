// Invariants of this file:
// - `at...end` is readable, with 8 readable bytes behind `end`; the owner of the bytes keeps them while a cursor lives;
// - `at` never passes `end`.

/// A JSON text or number where it stands in memory.
struct JSONSpan {
    var bytes: ByteAddress
    var length: Int
    /// Whether the bytes hold backslashes that stand for something else.
    var hasEscapes = false

    /// The text, with escapes resolved.
    var text: String {
        guard hasEscapes else { return PermitLog.text(bytes, length) }
        var run = ByteRun(capacity: length)
        _ = JSONEscapes.append(self, to: &run)
        return PermitLog.text(run.bytes, run.count)
    }
}

/// Walks through one JSON value in memory.
///
/// Every function that gives nil or false has noted a fault; the walk ends there.
struct JSONCursor {
    /// How many objects and lists may lie in one another.
    static let deepest = 64

    private(set) var at: ByteAddress
    let end: ByteAddress
    /// What is wrong, in words; nil while nothing is.
    private(set) var fault: String?

    init(_ bytes: ByteAddress, _ length: Int) {
        at = bytes
        end = bytes + length
    }

    /// Notes a fault.
    mutating func fail(_ words: String) { if fault == nil { fault = words } }

    /// The byte behind white space; 0 at the end.
    @inline(__always)
    mutating func peek() -> UInt8 {
        while at < end {
            let byte = at.pointee
            if byte > 0x20 { return byte }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            at += 1
        }
        return 0
    }

    /// Passes a byte if it is the next one behind white space.
    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte, at < end else { return false }
        at += 1
        return true
    }

    /// Whether nothing but white space is left.
    mutating func isAtEnd() -> Bool { peek() == 0 && at == end }

    // MARK: - Objects and lists

    /// Passes to the next member of an object and gives its name; nil behind the last one, and at a fault.
    @inline(__always)
    mutating func member(isFirst: inout Bool) -> JSONSpan? {
        let byte = peek()
        if byte == 0x7D {
            at += 1
            return nil
        }
        if isFirst {
            isFirst = false
        } else {
            guard take(0x2C) else {
                fail("a comma or } is missing")
                return nil
            }
        }
        guard peek() == 0x22 else {
            fail("a name in quotes is missing")
            return nil
        }
        guard let name = string() else { return nil }
        guard take(0x3A) else {
            fail("a colon is missing")
            return nil
        }
        return name
    }

    /// Passes to the next element of a list; false behind the last one, and at a fault.
    @inline(__always)
    mutating func element(isFirst: inout Bool) -> Bool {
        let byte = peek()
        if byte == 0x5D {
            at += 1
            return false
        }
        if isFirst {
            isFirst = false
            return true
        }
        if byte == 0x2C {
            at += 1
            return true
        }
        fail("a comma or ] is missing")
        return false
    }

    // MARK: - Plain values

    /// Passes a text, at its opening quote.
    @inline(__always)
    mutating func string() -> JSONSpan? {
        at += 1
        let start = at
        var hasEscapes = false
        while true {
            at += Self.plainLength(at, end)
            guard at < end else {
                fail("a text is not closed")
                return nil
            }
            let byte = at.pointee
            if byte == 0x22 {
                at += 1
                return JSONSpan(bytes: start, length: at - start - 1, hasEscapes: hasEscapes)
            }
            guard byte == 0x5C, at + 1 < end else {
                fail(byte == 0x5C ? "a text is not closed" : "a text holds a bare control character")
                return nil
            }
            hasEscapes = true
            guard passEscape() else { return nil }
        }
    }

    private mutating func passEscape() -> Bool {
        switch at[1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: at += 2
        case 0x75 where end - at >= 6 && (2..<6).allSatisfy({ JSONEscapes.digit(at[$0]) != nil }): at += 6
        default:
            fail("a text holds a wrong escape")
            return false
        }
        return true
    }

    /// How many bytes from an address on are neither quotes, backslashes nor control characters.
    @inline(__always)
    private static func plainLength(_ start: ByteAddress, _ end: ByteAddress) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var at = start
        while at < end {
            let word = load64(at, 0)
            let quotes = word ^ (ones &* 0x22)
            let slashes = word ^ (ones &* 0x5C)
            let special =
                ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
                | ((word &- ones &* 0x20) & ~word)
            let found = special & highs
            if found != 0 {
                at += found.trailingZeroBitCount >> 3
                break
            }
            at += 8
        }
        return min(at, end) - start
    }

    /// Passes a number and gives it as written.
    mutating func number() -> JSONSpan? {
        let start = at
        if at < end, at.pointee == 0x2D { at += 1 }
        let whole = digits()
        var isNumber = whole > 0 && (whole == 1 || (at - whole).pointee != 0x30)
        if at < end, at.pointee == 0x2E {
            at += 1
            isNumber = digits() > 0 && isNumber
        }
        if at < end, at.pointee | 0x20 == 0x65 {
            at += 1
            if at < end, at.pointee == 0x2B || at.pointee == 0x2D { at += 1 }
            isNumber = digits() > 0 && isNumber
        }
        guard isNumber else {
            fail("a value is neither a text, a number, true, false nor null")
            return nil
        }
        return JSONSpan(bytes: start, length: at - start)
    }

    private mutating func digits() -> Int {
        let start = at
        while at < end, at.pointee &- 0x30 < 10 { at += 1 }
        return at - start
    }

    /// Passes a text, a number, `true`, `false` or `null`, of which the last is empty.
    @inline(__always)
    mutating func plainValue() -> JSONSpan? {
        switch peek() {
        case 0x22: return string()
        case 0x74: return word("true")
        case 0x66: return word("false")
        case 0x6E: return word("null").map { JSONSpan(bytes: $0.bytes, length: 0) }
        default: return number()
        }
    }

    private mutating func word(_ word: StaticString) -> JSONSpan? {
        let length = word.utf8CodeUnitCount
        guard end - at >= length, sameBytes(at, word.utf8Start, length) else {
            fail("a value is neither a text, a number, true, false nor null")
            return nil
        }
        at += length
        return JSONSpan(bytes: at - length, length: length)
    }

    /// Passes any value.
    mutating func skipValue(depth: Int = 0) -> Bool {
        guard depth < Self.deepest else {
            fail("objects lie deeper than \(Self.deepest) in one another")
            return false
        }
        var isFirst = true
        switch peek() {
        case 0x7B:
            at += 1
            while member(isFirst: &isFirst) != nil {
                guard skipValue(depth: depth + 1) else { return false }
            }
        case 0x5B:
            at += 1
            while element(isFirst: &isFirst) {
                guard skipValue(depth: depth + 1) else { return false }
            }
        default: return plainValue() != nil
        }
        return fault == nil
    }
}

/// What backslashes in JSON texts stand for.
enum JSONEscapes {
    /// Adds a text with its escapes resolved; gives how many halves of surrogate pairs stood alone and became the
    /// replacement character.
    static func append(_ span: JSONSpan, to run: inout ByteRun) -> Int {
        var index = 0
        var lonely = 0
        run.reserve(span.length)
        while index < span.length {
            let byte = span.bytes[index]
            guard byte == 0x5C, index + 1 < span.length else {
                run.append(byte)
                index += 1
                continue
            }
            let code = span.bytes[index + 1]
            index += 2
            if code == 0x75 {
                lonely += appendUnit(span, &index, &run)
            } else {
                run.append(plain(code))
            }
        }
        return lonely
    }

    private static func plain(_ code: UInt8) -> UInt8 {
        switch code {
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        default: code
        }
    }

    private static func appendUnit(_ span: JSONSpan, _ index: inout Int, _ run: inout ByteRun) -> Int {
        var value = unit(span.bytes + index)
        index += 4
        if value & 0xFC00 == 0xD800, span.length - index >= 6, span.bytes[index] == 0x5C,
            span.bytes[index + 1] == 0x75
        {
            let low = unit(span.bytes + index + 2)
            if low & 0xFC00 == 0xDC00 {
                value = 0x1_0000 + (value & 0x3FF) << 10 + (low & 0x3FF)
                index += 6
            }
        }
        let scalar = Unicode.Scalar(value)
        for byte in UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter { run.append(byte) }
        return scalar == nil ? 1 : 0
    }

    private static func unit(_ bytes: ByteAddress) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | UInt32(digit(bytes[$1]) ?? 0) }
    }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
