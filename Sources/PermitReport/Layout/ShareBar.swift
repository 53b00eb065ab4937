/// A bar whose length is a share of the whole.
enum ShareBar {
    /// A bar of `width` columns, filled from the left to half a column; anything above nothing shows.
    static func text(_ share: Double, width: Int = 30) -> String {
        let share = share.isFinite ? min(max(share, 0), 1) : 0
        var halves = Int((share * Double(2 * width)).rounded())
        if share > 0, halves == 0 { halves = 1 }
        let full = String(repeating: "\u{2588}", count: halves / 2)
        let half = halves % 2 == 1 ? "\u{258C}" : ""
        return full + half + String(repeating: " ", count: width - halves / 2 - halves % 2)
    }
}
