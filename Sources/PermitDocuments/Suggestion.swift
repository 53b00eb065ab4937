/// Guesses which known word a mistyped one meant.
public enum Suggestion {
    /// The nearest known word within two edits (one for words of up to four letters); nil when none is near.
    public static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        let limit = word.utf8.count <= 4 ? 1 : 2
        var best: (distance: Int, word: String)?
        let written = Array(word.lowercased().utf8)
        for candidate in known {
            let wanted = Array(candidate.lowercased().utf8)
            guard abs(wanted.count - written.count) <= limit else { continue }
            let distance = editDistance(written, wanted)
            guard distance <= limit else { continue }
            if let found = best, (found.distance, found.word) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.word
    }

    /// `did you mean "x"?` when a word is near, else what would be accepted.
    public static func phrase(for word: String, among known: [String]) -> String {
        if let near = nearest(to: word, among: known) { return "did you mean \"\(near)\"?" }
        return known.isEmpty ? "none is known here" : "accepted: \(list(known))"
    }

    /// `a, b or c`, at most twelve of them.
    public static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
        if words.count > 12 {
            return words.prefix(12).joined(separator: ", ") + " (and \(words.count - 12) more)"
        }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    /// The edit distance with transpositions of neighbours (optimal string alignment).
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for i in 1...left.count {
            current[0] = i
            for j in 1...right.count {
                let same = left[i - 1] == right[j - 1]
                current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    current[j] = min(current[j], before[j - 2] + 1)
                }
            }
            (before, previous, current) = (previous, current, before)
        }
        return previous[right.count]
    }
}
