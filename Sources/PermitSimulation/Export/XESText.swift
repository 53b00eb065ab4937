/// Pieces of an XES file.
enum XESText {
    static let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <log xes.version="1.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
          <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
          <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
          <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
          <classifier name="Activity" keys="concept:name"/>

        """

    static let foot = "</log>\n"

    /// A text attribute on a line of its own.
    static func string(_ key: String, _ value: String, indent: Int) -> String {
        line("string", key, value, indent)
    }

    /// A date attribute on a line of its own.
    static func date(_ key: String, _ value: String, indent: Int) -> String {
        line("date", key, value, indent)
    }

    private static func line(_ tag: String, _ key: String, _ value: String, _ indent: Int) -> String {
        "\(String(repeating: " ", count: indent))<\(tag) key=\"\(escaped(key))\" value=\"\(escaped(value))\"/>\n"
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 < 0x20 })
        else { return text }
        return text.unicodeScalars
            .map { scalar in
                switch scalar {
                case "&": "&amp;"
                case "<": "&lt;"
                case ">": "&gt;"
                case "\"": "&quot;"
                case let other where other.value < 0x20: "&#\(other.value);"
                case let other: String(other)
                }
            }
            .joined()
    }
}
