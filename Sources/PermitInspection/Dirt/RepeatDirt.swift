internal import PermitLog

/// Ids that stand in several rows: rows that repeat each other, and revisions of one permit.
struct RepeatDirt {
    private struct Seen {
        var contents: [UInt64]
    }

    private let column: Int?
    private var seen: [UInt64: Seen] = [:]
    private var ids = 0
    private var duplicates = Tally()
    private var revisions = Tally()

    init(_ roles: TableRoles) { column = roles.caseColumn }

    mutating func note(_ row: PermitRow) {
        guard let id = row.id else { return }
        ids += 1
        guard var known = seen[id] else {
            seen[id] = Seen(contents: [row.content])
            return
        }
        if known.contents.contains(row.content) {
            duplicates.note(row.number)
        } else {
            revisions.note(row.number)
            // What was not kept counts as a revision once more; 16 versions of a permit are enough.
            if known.contents.count < 16 { known.contents.append(row.content) }
            seen[id] = known
        }
    }

    func findings(_ table: InspectedTable) -> [DirtFinding] {
        [("identical rows", duplicates), ("revisions", revisions)]
            .compactMap { detail, tally in
                guard tally.count > 0 else { return nil }
                return DirtFinding(
                    .repeatedIDs,
                    file: table.file,
                    column: column.map { table.header[$0] },
                    count: tally.count,
                    of: ids,
                    detail: detail,
                    places: tally.rows.map(table.place)
                )
            }
    }
}
