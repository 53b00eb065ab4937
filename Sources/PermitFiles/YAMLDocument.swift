internal import PermitDocuments

#if YAML && canImport(Yams)
internal import Yams

/// YAML by way of libyaml, into document nodes with places.
enum YAMLDocument {
    /// Aliases may repeat what they name; beyond this many nodes a document is an attack, not a definition.
    private static let largestNodeCount = 500_000

    static func parse(_ text: String, file: String) throws(Diagnostic) -> DocumentNode {
        var places = Places(text, file: file)
        let root: Node?
        do {
            root = try compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw places.diagnostic(error)
        } catch {
            throw Diagnostic(.error, "not YAML: \(error)", at: places.start)
        }
        guard let root else { throw Diagnostic(.error, "the file holds no document", at: places.start) }
        var count = 0
        return try node(root, &places, &count)
    }

    private static func node(
        _ node: Node,
        _ places: inout Places,
        _ count: inout Int
    ) throws(Diagnostic) -> DocumentNode {
        let position = places.position(node.mark)
        count += 1
        guard count <= largestNodeCount else {
            throw Diagnostic(.error, "aliases repeat more than \(largestNodeCount) values", at: position)
        }
        switch node {
        case .scalar(let scalar): return DocumentNode(.scalar(scalar.string), at: position)
        case .sequence(let sequence):
            var elements: [DocumentNode] = []
            for element in sequence { elements.append(try Self.node(element, &places, &count)) }
            return DocumentNode(.sequence(elements), at: position)
        case .mapping(let mapping):
            var entries: [DocumentNode.Entry] = []
            for (key, value) in mapping {
                let place = places.position(key.mark)
                guard case .scalar(let name) = key else {
                    throw Diagnostic(.error, "a key is a single value, not a list or a mapping", at: place)
                }
                let value = try Self.node(value, &places, &count)
                entries.append(.init(key: name.string, position: place, value: value))
            }
            return DocumentNode(.mapping(entries), at: position)
        case .alias:
            throw Diagnostic(.error, "an alias that names nothing", at: position)
        }
    }

    /// Turns marks, which count Unicode scalars, into places, which count bytes.
    private struct Places {
        let file: String
        private let lines: [Substring.UTF8View]

        init(_ text: String, file: String) {
            self.file = file
            lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .map {
                    Substring($0).utf8
                }
        }

        var start: SourcePosition { SourcePosition(file: file, line: 1, column: 1) }

        func position(_ mark: Mark?) -> SourcePosition {
            guard let mark, lines.indices.contains(mark.line - 1) else { return start }
            let scalars = Substring(lines[mark.line - 1]).unicodeScalars.prefix(mark.column - 1)
            let bytes = scalars.reduce(0) { $0 + String($1).utf8.count }
            return SourcePosition(file: file, line: mark.line, column: bytes + 1)
        }

        func diagnostic(_ error: YamlError) -> Diagnostic {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                return Diagnostic(.error, "not YAML: \(problem)", at: position(mark))
            case .duplicatedKeysInMapping(let keys, let context):
                let words = keys.map { "\"\($0)\"" }.joined(separator: ", ")
                return Diagnostic(
                    .error,
                    "key \(words) stands twice in one mapping",
                    at: position(context.mark)
                )
            case .reader(let problem, _, _, _):
                return Diagnostic(.error, "not YAML: \(problem)", at: start)
            default:
                return Diagnostic(.error, "not YAML: \(error)", at: start)
            }
        }
    }
}
#else
/// Refuses YAML in a build without the trait.
enum YAMLDocument {
    static func parse(_ text: String, file: String) throws(Diagnostic) -> DocumentNode {
        throw Diagnostic(
            .error,
            "this build reads no YAML; build with the trait YAML, or give the compiled JSON",
            at: SourcePosition(file: file, line: 1, column: 1)
        )
    }
}
#endif
