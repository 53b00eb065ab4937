/// Reads JSON (RFC 8259) into document nodes with positions.
///
/// Definitions, profiles and calendars are compiled to JSON, so that an embedder reads them without a YAML library.
public struct JSONParser {
    private let bytes: [UInt8]
    private let file: String
    private var index = 0
    private var line = 1
    private var lineStart = 0
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
    /// - Returns: The value with the places of its parts.
    /// - Throws: A diagnostic at the first character that is not JSON.
    public static func parse(_ text: String, file: String) throws(Diagnostic) -> DocumentNode {
        var parser = JSONParser(Array(text.utf8), file: file)
        let node = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == parser.bytes.count else {
            throw parser.fault("text after the end of the JSON value")
        }
        return node
    }

    private var position: SourcePosition {
        SourcePosition(file: file, line: line, column: index - lineStart + 1)
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func fault(_ message: String) -> Diagnostic { Diagnostic(.error, message, at: position) }

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
        guard current == byte else { throw fault("expected \(what)") }
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
        case nil: throw fault("the text ends where a JSON value should begin")
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
            guard current == UInt8(ascii: "\"") else { throw fault("expected a member's name in quotes") }
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
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if text == "true" || text == "false" || text == "null" { return text }
        if let first = text.utf8.first, first == UInt8(ascii: "-") || Self.isDigit(first), Double(text) != nil
        {
            return text
        }
        index = start
        throw fault("expected a JSON value, not \"\(text.prefix(20))\"")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    private mutating func string() throws(Diagnostic) -> String {
        index += 1
        var text: [UInt8] = []
        while let byte = current {
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw fault("a text that is not UTF-8")
                }
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw fault("a control character inside a text; write it as an escape")
            default: text.append(byte)
            }
        }
        throw fault("a text without its closing quote")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Diagnostic) {
        guard let byte = current else { throw fault("a text without its closing quote") }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try scalar()).utf8))
        default: throw fault("an escape that JSON does not know")
        }
    }

    private mutating func scalar() throws(Diagnostic) -> Character {
        let first = try hexUnit()
        var code = UInt32(first)
        if first >= 0xD800, first < 0xDC00 {
            guard current == UInt8(ascii: "\\") else { throw fault("half of a surrogate pair") }
            index += 1
            guard current == UInt8(ascii: "u") else { throw fault("half of a surrogate pair") }
            index += 1
            let second = try hexUnit()
            guard second >= 0xDC00, second < 0xE000 else { throw fault("half of a surrogate pair") }
            code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("half of a surrogate pair") }
        return Character(scalar)
    }

    private mutating func hexUnit() throws(Diagnostic) -> UInt16 {
        guard index + 4 <= bytes.count,
            let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw fault("an escape needs four hexadecimal digits") }
        index += 4
        return unit
    }
}
