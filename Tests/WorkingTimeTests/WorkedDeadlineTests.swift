import TestSupport
import Testing
import WorkingTime

@Suite("The page of worked deadlines") struct WorkedDeadlineTests {
    static let rows = (try? page()) ?? []

    static func page() throws -> [WorkedDeadline] {
        try WorkedDeadlinePage.rows(of: PackageFiles.text(WorkedDeadlinePage.path))
    }

    @Test("is read whole: sixty rows or more, numbered without a gap")
    func whole() throws {
        let rows = try Self.page()
        #expect(rows.count >= 60)
        #expect(rows.map(\.number) == Array(1..<rows.count + 1))
    }

    @Test("agrees with the clock in every row", arguments: rows)
    func agrees(row: WorkedDeadline) throws {
        #expect(row.disagreements(office: try row.office()) == [])
    }

    @Test("would show a wrong running number or last day in any row")
    func wrong() throws {
        for row in Self.rows {
            let office = try row.office()
            for index in row.steps.indices {
                var changed = row
                changed.steps[index].consumed += 1
                #expect(!changed.disagreements(office: office).isEmpty, "\(row)")
            }
            var later = row
            later.lastDay = row.lastDay.advanced(by: 1)
            #expect(!later.disagreements(office: office).isEmpty, "\(row)")
        }
    }

    @Test("tries every word that a row may use for its calendar and its pauses")
    func words() {
        let rows = Self.rows
        #expect(rows.contains { $0.variant.hasSixDays })
        #expect(rows.contains { $0.variant.isJointLeaveWorked })
        #expect(rows.contains { $0.variant.knownOn != nil })
        #expect(rows.contains { $0.limit.includesFirstDay })
        #expect(rows.contains { $0.limit.shiftsOffHolidays })
        #expect(rows.contains { $0.limit.unit == .calendarDays })
        #expect(rows.contains { $0.events.filter { $0.change == .pause }.count > 1 })
        #expect(rows.contains { $0.events.contains { $0.change == .restart } })
    }

    private static let good = """
        | No | Case | Start | Limit | Pauses | Calendar | Reckoning | Last day | Source |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | 1 | One | 2021-09-06 09:00 | 5wd | 2021-09-08/2021-09-13 09:00 | six days | Tue 7 Sep (1) | 2021-09-16 | PP |
        """

    @Test(
        "is refused with a row that cannot be read",
        arguments: [
            ("| 1 |", "| one |"), ("| One |", "| |"), ("2021-09-06 09:00", "6 September"), ("5wd", "5w"),
            ("2021-09-08/", ""), ("2021-09-13", "2021-09-07"), ("2021-09-08", "2021-02-30"),
            ("six days", "seven days"), ("six days", "shift"), ("six days", "as known yesterday"),
            ("(1)", ""), ("7 Sep", "31 Sep"), ("2021-09-16", "16 September"), ("| PP |", "| |"),
            ("| PP |", "|"), ("| Source |", "| Law |"),
        ]
    )
    func refused(part: String, other: String) throws {
        #expect(try WorkedDeadlinePage.rows(of: Self.good).count == 1)
        var text = Self.good
        text.replaceSubrange(try #require(text.firstRange(of: part)), with: other)
        #expect(throws: (any Error).self) { try WorkedDeadlinePage.rows(of: text) }
    }
}
