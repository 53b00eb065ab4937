/// A row of blocks, as high as its numbers: the shape of a year in the space of a word.
enum Sparkline {
    private static let blocks = [
        "\u{2581}", "\u{2582}", "\u{2583}", "\u{2584}", "\u{2585}", "\u{2586}", "\u{2587}", "\u{2588}",
    ]

    /// One block for each number, the largest full; a dot where there is none.
    static func text(_ values: [Double?]) -> String {
        let largest = values.compactMap(\.self).filter(\.isFinite).max() ?? 0
        return
            values.map { value in
                guard let value, value.isFinite, value >= 0 else { return "\u{00B7}" }
                guard largest > 0 else { return blocks[0] }
                let height = Int((value / largest * Double(blocks.count - 1)).rounded())
                return blocks[min(max(height, 0), blocks.count - 1)]
            }
            .joined()
    }
}
