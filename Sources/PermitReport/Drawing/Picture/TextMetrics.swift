/// How wide a text is in a common sans-serif font.
///
/// A picture is laid out before anybody knows the font that will show it, so the widths are those of a wide one (Bitstream
/// Vera and its descendants); a narrower font leaves a little air.
enum TextMetrics {
    /// The width of a text, rounded up.
    ///
    /// - Parameters:
    ///   - text: One line.
    ///   - size: The font's size in pixels.
    ///   - isBold: Whether it is bold.
    /// - Returns: Pixels.
    static func width(of text: String, size: Int, isBold: Bool) -> Int {
        let thousandths = text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * (isBold ? 110 : 100) / 100
        return (thousandths * size + 999) / 1000
    }

    /// The text broken into lines between words, each as narrow as `width` where its words are.
    static func wrapped(_ text: String, width: Int, size: Int, isBold: Bool) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if !line.isEmpty, self.width(of: longer, size: size, isBold: isBold) > width {
                lines.append(line)
                line = String(word)
            } else {
                line = longer
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The width of a character in thousandths of the font's size.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        let code = Int(scalar.value)
        if printable.indices.contains(code - 32) { return printable[code - 32] }
        switch code {
        case 0..<0x300: return 640
        // Marks that sit on the letter before them.
        case 0x300..<0x370: return 0
        case 0x370..<0x2000: return 700
        case 0x2000..<0x2E80: return 840
        default: return 1000
        }
    }

    /// The characters from space to tilde.
    private static let printable = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636,
        636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775,
        752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390,
        337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ]
}
