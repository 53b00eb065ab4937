/// A word of ASCII letters without regard to case, as a number that can be compared.
struct LetterWord: Hashable, Sendable {
    /// The first eight letters.
    private var head: UInt64 = 0
    /// The next eight; no word that is looked for is longer.
    private var tail: UInt64 = 0
    private(set) var count = 0

    init() {}

    init(_ text: String) {
        for byte in text.utf8 { append(byte | 0x20) }
    }

    var isEmpty: Bool { count == 0 }

    mutating func append(_ letter: UInt8) {
        if count < 8 {
            head = head << 8 | UInt64(letter)
        } else {
            tail = tail << 8 | UInt64(letter)
        }
        count += 1
    }
}
