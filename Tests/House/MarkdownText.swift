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

    /// The first command of the page that begins with some words, and the block after its own: what it prints.
    func firstCommand(beginningWith words: String) -> (command: String, output: Block)? {
        for (block, next) in zip(blocks, blocks.dropFirst()) {
            if let command = block.lines.first(where: { $0.hasPrefix(words) }) { return (command, next) }
        }
        return nil
    }
}

extension MarkdownText.Block {
    /// The commands of a `console` block, each with the lines that it prints.
    var session: [(arguments: [String], output: [String])] {
        var session: [(arguments: [String], output: [String])] = []
        for line in lines {
            if line.hasPrefix("$ ") {
                session.append((Self.words(of: line.dropFirst(2)), []))
            } else if !session.isEmpty {
                session[session.count - 1].output.append(line)
            }
        }
        return session
    }

    /// The words of a command line; single or double quotes keep words together.
    static func words(of line: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            switch character {
            case quote: quote = nil
            case "\"" where quote == nil, "'" where quote == nil:
                quote = character
                word = word ?? ""
            case " " where quote == nil:
                words += word.map { [$0] } ?? []
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }

    /// Whether all lines stand one after another in a text, whatever their indentation; empty lines do not count.
    func isPart(of text: String) -> Bool {
        let wanted = lines.map { $0.trimming() }.filter { !$0.isEmpty }
        let given = text.split(separator: "\n").map { String($0).trimming() }.filter { !$0.isEmpty }
        guard !wanted.isEmpty, wanted.count <= given.count else { return false }
        return (0...given.count - wanted.count).contains { given[$0...].starts(with: wanted) }
    }
}
