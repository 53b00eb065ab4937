/// Finds the tags and the text of a page in HTML, as forgiving as pages need it.
///
/// Names are read in any case; comments, declarations, scripts and styles are passed over; a `<` that begins no tag is
/// text.
struct PageScanner {
    /// The elements that matter to tables; all others are inline or blocks.
    enum Element {
        case table
        case row
        case cell
        /// A line break, a paragraph, a list: words before and behind it are apart.
        case block
        case meta
        case other
    }

    /// A piece of a page.
    enum Token {
        case open(Element)
        case close(Element)
        /// The bytes from the first offset to before the second.
        case text(Range<Int>)
        case end
    }

    private static let elements: [String: Element] = [
        "table": .table, "tr": .row, "td": .cell, "th": .cell, "meta": .meta, "br": .block, "p": .block,
        "div": .block, "li": .block, "hr": .block, "ul": .block, "ol": .block, "h1": .block, "h2": .block,
        "h3": .block, "h4": .block, "caption": .block, "option": .block,
    ]
    private static let hidden: Set<String> = ["script", "style", "title", "template"]

    let bytes: [UInt8]
    private(set) var position: Int
    /// Where the attributes of the last tag that was opened stand.
    private(set) var attributes = 0..<0

    init(_ bytes: [UInt8], from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// The next piece.
    mutating func next() -> Token {
        while position < bytes.count {
            let start = position
            if bytes[start] != 0x3C || !beginsTag(start) { return text() }
            let next = bytes[start + 1]
            if next == 0x21 || next == 0x3F {
                skipDeclaration()
            } else if next == 0x2F {
                let name = tagName(from: start + 2)
                skipAttributes()
                return .close(Self.elements[name] ?? .other)
            } else {
                let name = tagName(from: start + 1)
                skipAttributes()
                guard Self.hidden.contains(name) else { return .open(Self.elements[name] ?? .other) }
                skipHidden(name)
            }
        }
        return .end
    }

    // MARK: - Pieces

    private func beginsTag(_ start: Int) -> Bool {
        guard start + 1 < bytes.count else { return false }
        let next = bytes[start + 1]
        if next == 0x21 || next == 0x3F { return true }
        guard next == 0x2F else { return Self.isLetter(next) }
        return start + 2 < bytes.count && Self.isLetter(bytes[start + 2])
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private mutating func text() -> Token {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != 0x3C { position += 1 }
        return .text(start..<position)
    }

    /// Reads a tag's name in lower case, without the prefix that some programs give it.
    private mutating func tagName(from start: Int) -> String {
        position = start
        while position < bytes.count, bytes[position] > 0x20, bytes[position] != 0x2F, bytes[position] != 0x3E
        {
            position += 1
        }
        guard position - start <= 16 else { return "" }
        return String(
            decoding: bytes[start..<position].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 },
            as: UTF8.self
        )
    }

    /// Passes over the attributes; a `>` in quotes is one of them.
    private mutating func skipAttributes() {
        let start = position
        var quote: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                // A quote opens a value only behind an equals sign.
                if bytes[start..<position].last(where: { $0 > 0x20 }) == 0x3D { quote = byte }
            } else if byte == 0x3E {
                break
            }
            position += 1
        }
        attributes = start..<position
        position = min(position + 1, bytes.count)
    }

    private mutating func skipDeclaration() {
        if has("<!--", at: position) {
            position = place(of: "-->", from: position + 4) ?? bytes.count
        } else {
            position = place(of: ">", from: position) ?? bytes.count
        }
    }

    /// Passes over all up to the end tag of an element whose inside is no text of the page.
    private mutating func skipHidden(_ name: String) {
        while position < bytes.count {
            if bytes[position] == 0x3C, has("</\(name)", at: position) {
                position = place(of: ">", from: position) ?? bytes.count
                return
            }
            position += 1
        }
    }

    /// Whether some lower-case text stands at an offset, in any case.
    private func has(_ mark: String, at offset: Int) -> Bool {
        guard offset + mark.utf8.count <= bytes.count else { return false }
        return zip(mark.utf8, bytes[offset...])
            .allSatisfy { wanted, byte in
                wanted == byte || Self.isLetter(byte) && wanted == byte | 0x20
            }
    }

    /// The offset behind the next mark.
    private func place(of mark: String, from start: Int) -> Int? {
        guard let first = mark.utf8.first else { return nil }
        var offset = start
        while offset < bytes.count {
            if bytes[offset] == first, has(mark, at: offset) { return offset + mark.utf8.count }
            offset += 1
        }
        return nil
    }

    // MARK: - Attributes

    /// The value of an attribute of the last tag, in lower case.
    func attribute(_ name: String) -> String? {
        var rest = String(decoding: bytes[attributes].prefix(4096), as: UTF8.self).lowercased()[...]
        while !rest.isEmpty {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let found = rest.prefix { !$0.isWhitespace && $0 != "=" }
            rest = rest.dropFirst(found.count).drop { $0.isWhitespace }
            guard rest.first == "=" else {
                if found.isEmpty { return nil }
                continue
            }
            rest = rest.dropFirst().drop { $0.isWhitespace }
            let value = Self.value(&rest)
            if found == name { return String(value) }
        }
        return nil
    }

    /// Takes a value, with or without quotes, from the front of a text.
    private static func value(_ rest: inout Substring) -> Substring {
        var value = rest.prefix { !$0.isWhitespace }
        if let quote = rest.first, quote == "\"" || quote == "'" {
            value = rest.dropFirst().prefix { $0 != quote }
            rest = rest.dropFirst(2)
        }
        rest = rest.dropFirst(value.count)
        return value
    }

    /// How many columns or rows the last cell takes, at most 1,000.
    func span(_ name: String) -> Int {
        // Most cells have styles and no spans: the letters are looked for first.
        guard attributes.contains(where: { has("span", at: $0) }) else { return 1 }
        guard let value = attribute(name) else { return 1 }
        let digits = value.drop { $0.isWhitespace }.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? 1 : min(max(Int(digits) ?? 1000, 1), 1000)
    }
}
