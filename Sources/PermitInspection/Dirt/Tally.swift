/// How many rows something is true of, and the first of them.
struct Tally {
    private(set) var count = 0
    private(set) var rows: [Int] = []

    /// Counts a row.
    mutating func note(_ row: Int) {
        count += 1
        if rows.count < 5 { rows.append(row) }
    }
}
