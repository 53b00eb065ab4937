/// Rules about a file as a whole: its length, its words, the reasons that unsafe code gives.
enum FileRule {
    static let longest = 500

    /// A file past 500 lines holds two ideas.
    static func length(_ text: String, file: String) -> [Offence] {
        let count = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        guard count > longest else { return [] }
        return [Offence(file: file, line: longest + 1, message: "\(count) lines, \(longest) at most")]
    }

    /// Words of unfinished work and paths of one machine, spelled here in halves so that this file has none.
    static let forbiddenWords = [
        "TO" + "DO", "FIX" + "ME", "X" + "XX", "not impl" + "emented", "place" + "holder", "st" + "ub",
        "/t" + "mp/", "/w" + "ork/", "/ro" + "ot/", "/ho" + "me/",
    ]

    /// The lines that hold a forbidden word; a word of letters counts only as a word of its own.
    static func words(_ text: String, file: String) -> [Offence] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .flatMap { offset, line in
                forbiddenWords.filter { holds(line, $0) }
                    .map { Offence(file: file, line: offset + 1, message: "holds \"\($0)\"") }
            }
    }

    private static func holds(_ line: Substring, _ word: String) -> Bool {
        let isName = word.allSatisfy(\.isLetter) && word.allSatisfy(\.isUppercase)
        let text = isName ? String(line) : line.lowercased()
        return text.ranges(of: word)
            .contains { range in
                guard word.first?.isLetter == true else { return true }
                let before =
                    range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
                let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
                return before?.isLetter != true && after?.isLetter != true
            }
    }

    /// A file of unsafe code says above it what makes it right.
    static func reasons(_ text: String, file: String) -> [Offence] {
        guard file.hasSuffix("+Unsafe.swift") else { return [] }
        let top = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(40)
        let comment = top.filter { $0.contains("//") }.joined(separator: " ").lowercased()
        if comment.contains("invariant") || comment.contains("unsafe because") { return [] }
        return [Offence(file: file, line: 1, message: "says no invariants above its unsafe code")]
    }
}
