/// The code of a Swift file by lines: comments and the insides of text literals are blanked out.
///
/// Rules look for words of code, and a sentence about `Date()` is no call of it. What stands in an interpolation is
/// blanked with its literal.
struct CodeText {
    /// The lines of code; as many as the file has.
    let lines: [String]

    init(_ text: String) {
        var scanner = Scanner(Array(text.utf8))
        lines = scanner.code().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The lines that hold a match, from 1.
    func lines(matching pattern: Regex<Substring>) -> [(number: Int, text: String)] {
        // Unicode's own word boundaries would take `a.withUnsafeBytes` for one word.
        let pattern = pattern.wordBoundaryKind(.simple)
        return lines.enumerated()
            .filter { $0.element.contains(pattern) }
            .map { ($0.offset + 1, $0.element.trimming()) }
    }

    private struct Scanner {
        private let bytes: [UInt8]
        private var index = 0
        private var kept: [UInt8] = []

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func code() -> String {
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "/"), starts("//") {
                    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
                } else if bytes[index] == UInt8(ascii: "/"), starts("/*") {
                    blockComment()
                } else if Self.isMark(bytes[index]), let opening = literalOpening() {
                    literal(opening)
                } else {
                    kept.append(bytes[index])
                    index += 1
                }
            }
            return String(decoding: kept, as: UTF8.self)
        }

        private static func isMark(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#")
        }

        private func starts(_ text: String) -> Bool {
            bytes[index...].starts(with: text.utf8)
        }

        private mutating func drop(_ count: Int = 1) {
            for _ in 0..<count where index < bytes.count {
                if bytes[index] == UInt8(ascii: "\n") { kept.append(bytes[index]) }
                index += 1
            }
        }

        private mutating func blockComment() {
            var depth = 0
            repeat {
                if starts("/*") {
                    depth += 1
                    drop(2)
                } else if starts("*/") {
                    depth -= 1
                    drop(2)
                } else {
                    drop()
                }
            } while depth > 0 && index < bytes.count
        }

        /// The marks before a literal's text: `"`, `"""`, `#"` and so on; nil for a `#` that opens none.
        private func literalOpening() -> (hashes: Int, quotes: Int)? {
            let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
            let quotes = bytes[(index + hashes)...].prefix { $0 == UInt8(ascii: "\"") }.count
            guard quotes > 0 else { return nil }
            return (hashes, quotes >= 3 ? 3 : 1)
        }

        private mutating func literal(_ opening: (hashes: Int, quotes: Int)) {
            drop(opening.hashes + opening.quotes)
            let hashes = String(repeating: "#", count: opening.hashes)
            let end = String(repeating: "\"", count: opening.quotes) + hashes
            while index < bytes.count, !starts(end) {
                if starts("\\" + hashes + "(") {
                    interpolation(drop: 2 + opening.hashes)
                } else {
                    drop(starts("\\" + hashes) ? 2 + opening.hashes : 1)
                }
            }
            drop(end.utf8.count)
            kept.append(contentsOf: "\"\"".utf8)
        }

        /// Passes over `\( ... )`, in which literals and parentheses may nest.
        private mutating func interpolation(drop opening: Int) {
            drop(opening)
            var depth = 1
            while index < bytes.count, depth > 0 {
                if Self.isMark(bytes[index]), let inner = literalOpening() {
                    literal(inner)
                    kept.removeLast(2)
                    continue
                }
                if bytes[index] == UInt8(ascii: "(") { depth += 1 }
                if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
                drop()
            }
        }
    }
}

extension String {
    /// The text without white space at its ends.
    func trimming() -> String {
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex
        return String(self[..<end].drop(while: \.isWhitespace))
    }
}
