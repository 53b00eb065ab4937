import Glibc
import PermitDocuments
import WorkingTime

/// Reads the shipped calendar with a reader of its small part of YAML: mappings by indentation, flow values, lists.
enum CalendarFile {
    /// The calendar of Indonesia as shipped, or a message that says what is wrong with the file.
    static let indonesia: Result<CalendarDefinition, Fault> = Result { () throws(Fault) in try read() }

    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    /// The text of a file below the package's root.
    static func text(_ path: String) -> String? {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return bytes("/\(root)/\(path)").map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of a file; nil when it cannot be opened.
    static func bytes(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return bytes
    }

    private static func read() throws(Fault) -> CalendarDefinition {
        guard let text = text("Workflows/Calendars/id.yaml") else {
            throw Fault(description: "no calendar file")
        }
        var lines = text.split(separator: "\n").map(String.init)
            .filter { line in
                !(line.drop { $0 == " " }.isEmpty || line.drop { $0 == " " }.hasPrefix("#"))
            }
        lines.reverse()
        let node = block(&lines, indentation: 0)
        let (definition, diagnostics) = CalendarDefinition.read(node) { _ in nil }
        guard let definition, diagnostics.isEmpty else {
            throw Fault(description: diagnostics.map(\.description).joined(separator: "\n"))
        }
        return definition
    }

    private static let place = SourcePosition(file: "id.yaml", line: 1, column: 1)

    private static func block(_ lines: inout [String], indentation: Int) -> DocumentNode {
        var entries: [DocumentNode.Entry] = []
        var elements: [DocumentNode] = []
        while let line = lines.last, line.prefix(while: { $0 == " " }).count >= indentation {
            lines.removeLast()
            let content = line.drop { $0 == " " }
            if content.hasPrefix("- ") {
                elements.append(flow(content.dropFirst(2)))
                continue
            }
            let key = content.prefix { $0 != ":" }
            let rest = content.dropFirst(key.count + 1).drop { $0 == " " }
            let value = rest.isEmpty ? block(&lines, indentation: indentation + 2) : flow(rest)
            entries.append(.init(key: String(key), position: place, value: value))
        }
        return DocumentNode(elements.isEmpty ? .mapping(entries) : .sequence(elements), at: place)
    }

    private static func flow(_ text: Substring) -> DocumentNode {
        var rest = text
        if text.first != "{", text.first != "[", text.first != "\"" {
            return DocumentNode(.scalar(String(text)), at: place)
        }
        return value(&rest)
    }

    private static func value(_ rest: inout Substring) -> DocumentNode {
        rest = rest.drop { $0 == " " }
        switch rest.first {
        case "{":
            rest.removeFirst()
            var entries: [DocumentNode.Entry] = []
            while let first = rest.first, first != "}" {
                let key = rest.prefix { $0 != ":" }.drop { $0 == " " || $0 == "," }
                rest = rest.drop { $0 != ":" }.dropFirst()
                entries.append(.init(key: String(key), position: place, value: value(&rest)))
            }
            rest = rest.dropFirst()
            return DocumentNode(.mapping(entries), at: place)
        case "[":
            rest.removeFirst()
            var elements: [DocumentNode] = []
            while let first = rest.first, first != "]" {
                rest = rest.drop { $0 == "," || $0 == " " }
                elements.append(value(&rest))
            }
            rest = rest.dropFirst()
            return DocumentNode(.sequence(elements), at: place)
        case "\"":
            let content = rest.dropFirst().prefix { $0 != "\"" }
            rest = rest.dropFirst(content.count + 2)
            return DocumentNode(.scalar(String(content)), at: place)
        default:
            let content = rest.prefix { !",}]".contains($0) }
            rest = rest.dropFirst(content.count)
            return DocumentNode(.scalar(String(content)), at: place)
        }
    }
}
