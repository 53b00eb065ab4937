/// Texts in XML.
public enum XMLText {
    /// A text as the value of an attribute, or as content.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - replacement: What stands for a character that XML 1.0 cannot hold.
    /// - Returns: The text with the characters that XML reserves as entities, and line ends and tabs by their number,
    ///   because a reader would make blanks of them.
    public static func attribute(_ text: String, replacement: String = "\u{FFFD}") -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t": escaped += "&#9;"
            case "\n": escaped += "&#10;"
            case "\r": escaped += "&#13;"
            default: append(scalar, to: &escaped, replacement)
            }
        }
        return escaped
    }

    /// A text as the content of an element; characters that XML 1.0 cannot hold are left out.
    public static func content(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            default: append(scalar, to: &escaped, "")
            }
        }
        return escaped
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout String, _ replacement: String) {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
            text.unicodeScalars.append(scalar)
        default: text += replacement
        }
    }
}
