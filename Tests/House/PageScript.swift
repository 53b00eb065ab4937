/// A page whose commands are run: what it would say if every output in it were of today.
///
/// Three forms are known. In a block marked `console` a line `$ izin ...` is a command, and the lines below it are its
/// output. The first line of any other block that begins with `swift run ` is a command, and the whole next block is its
/// output; so is the next block after a comment `<!-- $ izin ... -->`. A line `...` stands for lines left out: what follows it is
/// found again by its first line, and as many lines are compared as the page shows.
struct PageScript {
    /// Runs `izin` with some arguments and gives what it prints.
    typealias Runner = (_ arguments: [String]) throws -> String

    private static let cut = "..."
    private static let comment = "<!-- $ izin "
    private let lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The page with the outputs that the commands have now.
    func rewritten(run: Runner) throws -> String {
        var result: [String] = []
        var index = 0
        var pending: [String]?
        var hasRun = false
        while index < lines.count {
            let line = lines[index]
            result.append(line)
            index += 1
            if line.hasPrefix(Self.comment) { pending = Self.arguments(of: String(line.dropLast(3))) }
            guard line.hasPrefix("```") else { continue }
            let block = Array(lines[index...].prefix { !$0.hasPrefix("```") })
            index += block.count
            if line == "```console" {
                result += try session(block, run: run)
            } else if let arguments = pending {
                result += output(try run(arguments), like: block)
                pending = nil
            } else {
                result += block
                if !hasRun, let command = block.first(where: { $0.hasPrefix("swift run ") }) {
                    pending = Self.arguments(of: command)
                    hasRun = true
                }
            }
            if index < lines.count {
                result.append(lines[index])
                index += 1
            }
        }
        return result.joined(separator: "\n")
    }

    private func session(_ block: [String], run: Runner) throws -> [String] {
        var result = Array(block.prefix { !$0.hasPrefix("$ ") })
        var rest = block[result.count...]
        while let command = rest.popFirst() {
            let given = rest.prefix { !$0.hasPrefix("$ ") }
            rest = rest.dropFirst(given.count)
            result.append(command)
            result += output(try run(Self.arguments(of: command)), like: Array(given))
        }
        return result
    }

    /// The lines of an output, with what the page leaves out left out.
    private func output(_ text: String, like given: [String]) -> [String] {
        var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        if rest.last == "" { rest.removeLast() }
        guard given.contains(Self.cut) else { return Array(rest) }
        var result: [String] = []
        for (number, part) in given.split(separator: Self.cut, omittingEmptySubsequences: false).enumerated()
        {
            if number > 0 {
                result.append(Self.cut)
                guard let first = part.first else { break }
                rest = rest.drop { $0 != first }
                if rest.isEmpty { result.append("(the output has no such line: \(first))") }
            }
            result += rest.prefix(part.count)
            rest = rest.dropFirst(part.count)
        }
        return result
    }

    /// What stands after `izin` on a command line, split as a shell would; single or double quotes keep words together.
    static func arguments(of command: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in command {
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
        words += word.map { [$0] } ?? []
        return Array(words.drop { $0 != "izin" }.dropFirst())
    }
}
