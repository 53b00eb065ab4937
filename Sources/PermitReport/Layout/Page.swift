/// A page of text for a terminal of 80 columns: nothing on it is wider.
struct Page {
    /// The columns of a page.
    static let width = 80

    private(set) var lines: [String] = []

    /// The page, every line ended.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// A heading with a rule to the right margin, a blank line above it.
    mutating func heading(_ title: String) {
        if !lines.isEmpty { lines.append("") }
        let title = DisplayWidth.cut(DisplayWidth.printable(title), to: Self.width - 4)
        let rule = String(repeating: "\u{2500}", count: Self.width - DisplayWidth.of(title) - 1)
        lines.append(title + " " + rule)
    }

    /// A line that is cut at the right margin.
    mutating func line(_ text: String = "") {
        var line = DisplayWidth.cut(DisplayWidth.printable(text), to: Self.width)
        while line.last == " " { line.removeLast() }
        lines.append(line)
    }

    /// A text that is wrapped at spaces.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - indent: Columns left free on the left.
    ///   - lead: What stands before the first line, such as a bullet; later lines are indented as far.
    mutating func paragraph(_ text: String, indent: Int = 2, lead: String = "") {
        let margin = String(repeating: " ", count: indent)
        let hang = String(repeating: " ", count: DisplayWidth.of(lead))
        let width = Self.width - indent - hang.count
        for (index, piece) in Self.wrap(DisplayWidth.printable(text), to: width).enumerated() {
            line(margin + (index == 0 ? lead : hang) + piece)
        }
    }

    /// A label and its text, texts aligned below each other.
    mutating func field(_ label: String, _ text: String, labelWidth: Int = 13) {
        let label = DisplayWidth.cut(label, to: labelWidth - 1)
        let gap = String(repeating: " ", count: labelWidth - DisplayWidth.of(label))
        paragraph(text, lead: label + gap)
    }

    /// A table that is fitted to the page.
    mutating func table(_ table: TextTable, indent: Int = 2) {
        for row in table.rendered(width: Self.width - indent) {
            line(String(repeating: " ", count: indent) + row)
        }
    }

    /// Lines of at most `width` columns; a word that is longer is broken.
    static func wrap(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words(of: text).flatMap({ pieces(of: $0, width) }) {
            if line.isEmpty {
                line = word
            } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= width {
                line += " " + word
            } else {
                lines.append(line)
                line = word
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The words of a text, a percent sign kept with its number.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        for word in text.split(separator: " ") {
            if word.hasPrefix("%"), let number = words.popLast() {
                words.append(number + " " + word)
            } else {
                words.append(String(word))
            }
        }
        return words
    }

    private static func pieces(of word: String, _ width: Int) -> [String] {
        guard DisplayWidth.of(word) > width else { return [word] }
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if DisplayWidth.of(piece + String(character)) > width {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }
}
