import PermitLog
import PermitWorkflow
import Testing
import WorkingTime

@testable import PermitInspection

extension InspectedTable {
    /// A table of rows in memory, its first row on line 2.
    init(_ header: [String], _ rows: [[String]]) {
        self.init(file: "memory.csv", header: header) {
            var index = 0
            return { row in
                guard index < rows.count else { return false }
                row.removeAll()
                row.number = index + 2
                for cell in rows[index] { row.append(cell) }
                index += 1
                return true
            }
        }
    }
}

extension Inspection {
    /// What is found in rows in memory.
    static func of(
        _ header: [String],
        _ rows: [[String]],
        profile: Profile? = nil,
        calendar: WorkCalendar? = nil
    ) throws -> Inspection {
        var request = Request()
        request.profile = profile
        request.library = try Library.embedded()
        request.calendar = calendar
        return try Inspection(InspectedTable(header, rows), request)
    }

    /// The findings of a kind.
    func findings(_ kind: DirtFinding.Kind) -> [DirtFinding] { dirt.filter { $0.kind == kind } }

    /// How far an indicator can be computed.
    func level(_ id: String) -> Readiness.Level? { readiness.first { $0.id == id }?.level }
}

/// A day of 2024 by its number, from 0 on, as ISO 8601.
func day(_ number: Int) -> String {
    (Day("2024-01-01") ?? Day(number: 0)).advanced(by: number).description
}
