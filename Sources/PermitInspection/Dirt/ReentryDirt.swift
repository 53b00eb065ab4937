internal import PermitLog
internal import WorkingTime

/// The same applicant entered again within minutes under another id.
struct ReentryDirt {
    /// How soon, in minutes.
    static let minutes = 10
    private static let rowLimit = 4_000_000

    private struct Entry {
        var applicant: UInt64
        var microseconds: Int64
        var id: UInt64
        var row: Int
    }

    private let column: Int?
    private var entries: [Entry] = []
    private var filled = 0

    init(_ roles: TableRoles) {
        column = roles.applicantColumn == roles.caseColumn ? nil : roles.applicantColumn
    }

    mutating func note(_ row: PermitRow) {
        guard column != nil, let applicant = row.applicant, let id = row.id, let first = row.first else {
            return
        }
        filled += 1
        guard !first.isDateOnly, entries.count < Self.rowLimit else { return }
        entries.append(
            Entry(applicant: applicant, microseconds: first.instant.microseconds, id: id, row: row.number)
        )
    }

    func findings(_ table: InspectedTable) -> [DirtFinding] {
        let sorted = entries.sorted {
            ($0.applicant, $0.microseconds, $0.row) < ($1.applicant, $1.microseconds, $1.row)
        }
        let within = Int64(Self.minutes) * 60_000_000
        let again = zip(sorted, sorted.dropFirst())
            .filter {
                $0.applicant == $1.applicant && $0.id != $1.id && $1.microseconds - $0.microseconds <= within
            }
            .map { $1.row }
            .sorted()
        guard !again.isEmpty, let column else { return [] }
        return [
            DirtFinding(
                .reenteredApplicants,
                file: table.file,
                column: table.header[column],
                count: again.count,
                of: filled,
                detail: "within \(Self.minutes) minutes",
                places: again.prefix(5).map(table.place)
            )
        ]
    }
}
