extension JSONValue {
    /// The value in the canonical form of RFC 8785: no white space, members sorted by the UTF-16 units of their
    /// names, numbers as ECMAScript prints them.
    ///
    /// A whole number is written as it is, also past 2^53, where ECMAScript would round it.
    public var canonical: String {
        var text = ""
        write(into: &text, style: .canonical, depth: 0)
        return text
    }

    /// The value for people: two spaces of indentation, short lists of plain values on one line, members as given.
    public var pretty: String {
        var text = ""
        write(into: &text, style: .pretty, depth: 0)
        return text
    }

    /// The value on one line, members as given.
    public var compact: String {
        var text = ""
        write(into: &text, style: .compact, depth: 0)
        return text
    }

    private enum Style {
        case canonical
        case compact
        case pretty
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private func write(into text: inout String, style: Style, depth: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += JSONNumber.text(number)
        case .string(let string): Self.write(string, into: &text)
        case .array(let elements):
            let flat = style != .pretty || elements.allSatisfy(\.isPlain)
            write(elements.count, "[", "]", into: &text, flat: flat, style: style, depth: depth) {
                index,
                text in
                elements[index].write(into: &text, style: style, depth: depth + 1)
            }
        case .object(let members):
            let ordered =
                style == .canonical
                ? members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) } : members
            let flat = style != .pretty || (ordered.count <= 8 && ordered.allSatisfy(\.value.isPlain))
            write(ordered.count, "{", "}", into: &text, flat: flat, style: style, depth: depth) {
                index,
                text in
                Self.write(ordered[index].name, into: &text)
                text += style == .pretty ? ": " : ":"
                ordered[index].value.write(into: &text, style: style, depth: depth + 1)
            }
        }
    }

    private func write(
        _ count: Int,
        _ open: String,
        _ close: String,
        into text: inout String,
        flat: Bool,
        style: Style,
        depth: Int,
        element: (Int, inout String) -> Void
    ) {
        text += open
        for index in 0..<count {
            if index > 0 { text += flat && style == .pretty ? ", " : "," }
            if !flat { text += "\n" + String(repeating: "  ", count: depth + 1) }
            element(index, &text)
        }
        if !flat, count > 0 { text += "\n" + String(repeating: "  ", count: depth) }
        text += close
    }

    private static func write(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{08}": text += "\\b"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\u{0C}": text += "\\f"
            case "\r": text += "\\r"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
