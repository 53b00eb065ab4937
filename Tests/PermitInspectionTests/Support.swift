import PermitLog
import Testing

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
