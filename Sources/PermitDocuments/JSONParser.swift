/// Reads JSON (RFC 8259) into document nodes with positions.
///
/// Definitions, profiles and calendars are compiled to JSON, so that an embedder reads them without a YAML library.
public struct JSONParser {
    private let bytes: [UInt8]
    private let file: String
    private var index = 0
    private var line = 1
    private var lineStart = 0
    /// Deeper nesting is refused: reading recurses, and no definition comes near it.
    private static let maximumDepth = 200

    private init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// Reads one JSON text.
    ///
    /// - Parameters:
    ///   - text: The JSON text.
    ///   - file: The name that positions carry.
    /// - Returns: The value, every scalar as text.
    /// - Throws: A diagnostic at the first character that is not JSON.
    public static func parse(_ text: String, file: String) throws(Diagnostic) -> DocumentNode {
        var parser = JSONParser(Array(text.utf8), file: file)
        parser.skipByteOrderMark()
        let node = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == parser.bytes.count else {
            throw parser.fault("text after the end of the JSON value")
        }
        return node
    }

    /// A byte order mark is not JSON, yet editors write it; RFC 8259 section 8.1 lets a reader pass over it.
    private mutating func skipByteOrderMark() {
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        index = 3
        lineStart = 3
    }

    private var position: SourcePosition {
        SourcePosition(file: file, line: line, column: index - lineStart + 1)
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func fault(_ message: String) -> Diagnostic { fault(message, at: index) }

    /// A fault at a byte of the present line.
    private func fault(_ message: String, at index: Int) -> Diagnostic {
        Diagnostic(
            .error,
            message,
            at: SourcePosition(file: file, line: line, column: index - lineStart + 1)
        )
    }

    /// What stands at `index`, in words for a message.
    private var found: String {
        guard let byte = current else { return "the end of the text" }
        if byte < 0x20 || byte == 0x7F { return "a control character" }
        var end = index + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return "\"\(String(decoding: bytes[index..<end], as: UTF8.self))\""
    }

    private mutating func skipSpace() {
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                lineStart = index + 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return
            }
            index += 1
        }
    }

    private mutating func expect(_ byte: UInt8, _ what: String) throws(Diagnostic) {
        skipSpace()
        guard current == byte else { throw fault("expected \(what), not \(found)") }
        index += 1
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> DocumentNode {
        skipSpace()
        guard depth < Self.maximumDepth else { throw fault("nested deeper than \(Self.maximumDepth) levels") }
        let start = position
        switch current {
        case UInt8(ascii: "{"): return DocumentNode(.mapping(try members(depth: depth)), at: start)
        case UInt8(ascii: "["): return DocumentNode(.sequence(try elements(depth: depth)), at: start)
        case UInt8(ascii: "\""): return DocumentNode(.scalar(try string()), at: start)
        default: return DocumentNode(.scalar(try word()), at: start)
        }
    }

    private mutating func members(depth: Int) throws(Diagnostic) -> [DocumentNode.Entry] {
        index += 1
        var members: [DocumentNode.Entry] = []
        skipSpace()
        if current == UInt8(ascii: "}") {
            index += 1
            return members
        }
        while true {
            skipSpace()
            let start = position
            guard current == UInt8(ascii: "\"") else {
                throw fault("expected a member's name in quotes, not \(found)")
            }
            let name = try string()
            try expect(UInt8(ascii: ":"), "a colon after the member's name")
            members.append(.init(key: name, position: start, value: try value(depth: depth + 1)))
            skipSpace()
            if current == UInt8(ascii: "}") { break }
            try expect(UInt8(ascii: ","), "a comma or a closing brace")
        }
        index += 1
        return members
    }

    private mutating func elements(depth: Int) throws(Diagnostic) -> [DocumentNode] {
        index += 1
        var elements: [DocumentNode] = []
        skipSpace()
        if current == UInt8(ascii: "]") {
            index += 1
            return elements
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if current == UInt8(ascii: "]") { break }
            try expect(UInt8(ascii: ","), "a comma or a closing bracket")
        }
        index += 1
        return elements
    }

    /// A number, `true`, `false` or `null`, as written.
    private mutating func word() throws(Diagnostic) -> String {
        let start = index
        while let byte = current, Self.isWordByte(byte) { index += 1 }
        let word = bytes[start..<index]
        let text = String(decoding: word, as: UTF8.self)
        if text == "true" || text == "false" || text == "null" || JSONNumber.isNumber(word) { return text }
        index = start
        if word.isEmpty { throw fault("expected a JSON value, not \(found)") }
        throw fault("expected a JSON value, not \"\(text.prefix(20))\"")
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        JSONNumber.isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    private mutating func string() throws(Diagnostic) -> String {
        let start = index
        index += 1
        var text: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw fault("a control character inside a text; write it as an escape")
            default:
                index += 1
                text.append(byte)
            }
        }
        throw fault("a text without its closing quote", at: start)
    }

    /// The character that an escape stands for; `index` is at the backslash.
    private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
        let start = index
        index += 2
        switch start + 1 < bytes.count ? bytes[start + 1] : nil {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "u"): return try scalar(escapeStart: start)
        default: throw fault("an escape that JSON does not know", at: start)
        }
    }

    private mutating func scalar(escapeStart start: Int) throws(Diagnostic) -> Unicode.Scalar {
        let first = try hexUnit(escapeStart: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { throw fault("half of a surrogate pair", at: start) }
        index += 2
        let second = try hexUnit(escapeStart: start)
        guard second >= 0xDC00, second < 0xE000,
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw fault("half of a surrogate pair", at: start) }
        return scalar
    }

    /// The next four hexadecimal digits as a UTF-16 unit.
    private mutating func hexUnit(escapeStart start: Int) throws(Diagnostic) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = current.flatMap(JSONNumber.hexValue) else {
                throw fault("an escape needs four hexadecimal digits", at: start)
            }
            unit = unit << 4 | UInt32(digit)
            index += 1
        }
        return unit
    }
}
