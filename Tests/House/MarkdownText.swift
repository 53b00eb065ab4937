import Testing

/// The fenced blocks of a page.
struct MarkdownText {
    /// A fenced block.
    struct Block: Hashable, Sendable, CustomTestStringConvertible {
        /// The page.
        var file: String
        /// The line of the opening fence, from 1.
        var line: Int
        /// The word after the opening fence.
        var language: String
        /// The text between the fences, by lines.
        var lines: [String]

        var testDescription: String { "\(file):\(line)" }
    }

    /// The blocks in order; one that is not closed ends with the page.
    let blocks: [Block]

    init(_ text: String, file: String) {
        var blocks: [Block] = []
        var open: Block?
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("```") else {
                open?.lines.append(String(line))
                continue
            }
            if let block = open {
                blocks.append(block)
                open = nil
            } else {
                open = Block(file: file, line: offset + 1, language: String(line.dropFirst(3)), lines: [])
            }
        }
        self.blocks = blocks + (open.map { [$0] } ?? [])
    }
}

extension MarkdownText.Block {
    /// Whether all lines stand one after another in a text, whatever their indentation; empty lines do not count.
    func isPart(of text: String) -> Bool {
        let wanted = lines.map { $0.trimming() }.filter { !$0.isEmpty }
        let given = text.split(separator: "\n").map { String($0).trimming() }.filter { !$0.isEmpty }
        guard !wanted.isEmpty, wanted.count <= given.count else { return false }
        return (0...given.count - wanted.count).contains { given[$0...].starts(with: wanted) }
    }
}

extension MarkdownText {
    /// The long options that a text names, such as `--period`.
    static func options(in text: String) -> [String] {
        text.matches(of: /(?:^|[\s`(\[])(--[a-z][a-z-]*)/.anchorsMatchLineEndings()).map { String($0.1) }
    }
}
