import PermitDocuments

/// Rules about compiled definitions.
enum DefinitionRule {
    /// The parts of a workflow that need a legal source, by key.
    private static let sourced: Set = ["limit", "on_expiry"]

    /// Limits, and what happens when they run out, that name no legal source.
    static func withoutSource(_ node: DocumentNode, file: String) -> [Offence] {
        let inner =
            (node.mapping?.map(\.value) ?? node.sequence ?? [])
            .flatMap { withoutSource($0, file: file) }
        let here = (node.mapping ?? []).filter { sourced.contains($0.key) && !isSourced($0.value) }
            .map {
                Offence(file: file, line: $0.position.line, message: "a \($0.key) without its legal source")
            }
        return here + inner
    }

    private static func isSourced(_ node: DocumentNode) -> Bool {
        guard let legal = node["legal"]?.scalar else { return false }
        return legal.contains { !$0.isWhitespace }
    }

    /// How many parts of a document need a legal source.
    static func sourcedParts(_ node: DocumentNode) -> Int {
        let inner = (node.mapping?.map(\.value) ?? node.sequence ?? []).map(sourcedParts).reduce(0, +)
        return inner + (node.mapping ?? []).filter { sourced.contains($0.key) }.count
    }

    /// Whether the members of every mapping stand in the order of RFC 8785, none of them twice.
    static func isSorted(_ node: DocumentNode) -> Bool {
        let keys = (node.mapping ?? []).map { Array($0.key.utf16) }
        let isAscending = zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
        return isAscending && (node.mapping?.map(\.value) ?? node.sequence ?? []).allSatisfy(isSorted)
    }
}
