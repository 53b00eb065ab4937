/// What was met in a sheet that its reader should know of.
struct SheetNotes {
    /// Things of a kind: how many, and the first five.
    struct Tally<Thing: Sendable>: Sendable {
        private(set) var count = 0
        private(set) var first: [Thing] = []

        mutating func note(_ thing: @autoclosure () -> Thing) {
            count += 1
            if first.count < 5 { first.append(thing()) }
        }
    }

    let file: String
    /// Cells with a formula error: address and error.
    var errors = Tally<String>()
    /// Cells whose formula has no stored result.
    var uncached = Tally<String>()
    /// Cells with a value under a merged range, where no one sees it.
    var covered = Tally<String>()
    /// Rows that the sheet hides.
    var hiddenRows = Tally<LogPosition>()
    /// Merged ranges beyond those that are looked at.
    var mergesLeftOut = 0

    init(file: String) { self.file = file }

    /// The findings, in a fixed order.
    func findings(longNumbers: Int, unrepeated: Int) -> [DirtFinding] {
        var all: [DirtFinding] = []
        func add(_ kind: DirtFinding.Kind, _ count: Int, _ detail: String, _ places: [LogPosition] = []) {
            if count > 0 {
                all.append(DirtFinding(kind, file: file, count: count, detail: detail, places: places))
            }
        }
        add(.leftOut, errors.count, "formula errors, read as empty cells: \(list(errors))")
        add(
            .leftOut,
            uncached.count,
            "formulas without a stored result, read as empty cells: \(list(uncached))"
        )
        add(.leftOut, covered.count, "values hidden under merged cells: \(list(covered))")
        add(.leftOut, hiddenRows.count, "rows that the sheet hides, which are read", hiddenRows.first)
        add(.leftOut, mergesLeftOut + unrepeated, "merged ranges whose value is not repeated")
        add(
            .damagedIDs,
            longNumbers,
            "numbers of more than 15 digits, whose last digits a spreadsheet replaces by 0"
        )
        return all
    }

    private func list(_ tally: Tally<String>) -> String {
        tally.first.joined(separator: ", ") + (tally.count > tally.first.count ? ", ..." : "")
    }
}
