import TestSupport
import Testing

@testable import PermitDocuments

@Suite("A suggestion")
struct SuggestionTests {
    private let states = ["draft", "submitted", "verification", "verified", "issued"]

    @Test(
        "is the nearest known word",
        arguments: [
            ("verifikas", nil), ("verificaton", "verification"), ("isued", "issued"), ("ISSUED", "issued"),
            ("darft", "draft"), ("draf", "draft"), ("dra", nil), ("verifeid", "verified"), ("", nil),
            ("submit", nil), ("submited", "submitted"), ("permit", nil),
        ] as [(String, String?)]
    )
    func nearest(word: String, wanted: String?) {
        #expect(Suggestion.nearest(to: word, among: states) == wanted)
    }

    @Test("does not depend on the order of the known words")
    func ties() {
        #expect(Suggestion.nearest(to: "cat", among: ["hat", "bat"]) == "bat")
        #expect(Suggestion.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
    }

    @Test("asks when a word is near and lists what is accepted when none is")
    func phrase() {
        #expect(Suggestion.phrase(for: "isued", among: states) == "did you mean \"issued\"?")
        #expect(Suggestion.phrase(for: "x", among: ["a", "bcd", "e f"]) == "did you mean \"a\"?")
        #expect(Suggestion.phrase(for: "unlike", among: ["a", "b", "c"]) == "accepted: a, b or c")
        #expect(Suggestion.phrase(for: "unlike", among: []) == "none is known here")
    }

    @Test("lists at most twelve words")
    func list() {
        #expect(Suggestion.list([]) == "nothing")
        #expect(Suggestion.list(["a"]) == "a")
        #expect(Suggestion.list(["a", "b"]) == "a or b")
        let letters = "abcdefghijklmn".map(String.init)
        #expect(Suggestion.list(letters) == "a, b, c, d, e, f, g, h, i, j, k, l (and 2 more)")
    }

    @Test(
        "counts edits, a swap of neighbours as one",
        arguments: [("", "", 0), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("ca", "abc", 3)]
    )
    func distance(left: String, right: String, edits: Int) {
        #expect(Suggestion.editDistance(Array(left.utf8), Array(right.utf8)) == edits)
        #expect(Suggestion.editDistance(Array(right.utf8), Array(left.utf8)) == edits)
    }

    @Test("is the same distance both ways and never below the difference in length", arguments: 0..<50)
    func symmetry(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func word() -> [UInt8] {
            (0..<Int.random(in: 0...7, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
        }
        let (left, right) = (word(), word())
        let distance = Suggestion.editDistance(left, right)
        #expect(distance == Suggestion.editDistance(right, left), "seed \(seed)")
        #expect(distance >= abs(left.count - right.count), "seed \(seed)")
        #expect((distance == 0) == (left == right), "seed \(seed)")
    }
}
