import Foundation

/// A CSV file with quotes, read plainly; rows are found by their first field.
struct CSVTable {
    let columns: [String]
    let rows: [String: [String]]

    init(contentsOf path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var lines = text.split(separator: "\n").map { Self.fields($0) }
        columns = lines.removeFirst()
        rows = Dictionary(lines.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value of a column in a row; nil when there is no such column.
    func value(_ column: String, of row: [String]) -> String? {
        columns.firstIndex(of: column).map { row[$0] }
    }

    /// A row's values by column.
    func values(of row: [String]) -> [String: String] {
        Dictionary(zip(columns, row)) { first, _ in first }
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

/// Whether the tags of an XML text match each other.
struct XMLTreeCheck {
    let isWellFormed: Bool

    init(_ text: String) {
        var open: [Substring] = []
        var isGood = text.contains("<")
        var rest = text[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") || tag.hasPrefix("!") || tag.hasSuffix("/") { continue }
            if tag.hasPrefix("/") {
                isGood = isGood && open.popLast() == tag.dropFirst()
            } else {
                open.append(tag.prefix { $0 != " " })
            }
        }
        isWellFormed = isGood && open.isEmpty
    }
}
