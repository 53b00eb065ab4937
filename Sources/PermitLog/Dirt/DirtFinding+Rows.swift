extension DirtFinding {
    /// What was found while rows were read.
    static func ofRows(_ tallies: [ReadTally]) -> [DirtFinding] {
        var trimmed: [String: Int] = [:]
        for tally in tallies { trimmed.merge(tally.trimmed, uniquingKeysWith: +) }
        var found = trimmed.sorted { $0.key < $1.key }
            .map { column, count in
                DirtFinding(.damagedIDs, column: column, count: count, detail: "blanks around it")
            }
        let surplus = tallies.reduce(0) { $0 + $1.surplusRows }
        if surplus > 0 {
            found.append(DirtFinding(.leftOut, count: surplus, detail: "cells behind the last column"))
        }
        let totals = tallies.reduce(0) { $0 + ($1.ignored[.totalsRow] ?? 0) }
        if totals > 0 { found.append(DirtFinding(.notRecords, count: totals, detail: "totals")) }
        let visits = tallies.reduce(0) { $0 + ($1.ignored[.counterVisit] ?? 0) }
        if visits > 0 { found.append(DirtFinding(.counterVisits, count: visits)) }
        let trials = tallies.reduce(0) { $0 + ($1.ignored[.beforeFirstDay] ?? 0) }
        if trials > 0 { found.append(DirtFinding(.testRows, count: trials)) }
        return found
    }
}

extension JoinAccount {
    init(_ table: JoinedTable, _ tallies: [ReadTally]) {
        let place = table.place
        let counts = tallies.compactMap { $0.joins[place] }
        self.init(
            file: table.name,
            profile: table.profile.name,
            rows: table.rows,
            keyless: table.keyless,
            matched: counts.reduce(0) { $0 + $1.matched },
            unmatched: counts.reduce(0) { $0 + $1.unmatched },
            ambiguous: counts.reduce(0) { $0 + $1.ambiguous },
            unused: table.keyCount - counts.reduce(into: Set<Int>()) { $0.formUnion($1.rows) }.count
        )
    }
}
