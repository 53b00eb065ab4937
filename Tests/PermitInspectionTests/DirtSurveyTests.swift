import PermitLog
import PermitWorkflow
import Testing
import WorkingTime

@testable import PermitInspection

@Suite("The dirt of a table of permits")
struct DirtSurveyTests {
    private let sheet = ["Nomor Permohonan", "Tanggal Permohonan", "Tanggal Verifikasi", "Tanggal Terbit"]

    /// Permits of some days each, the first on line 2.
    private func rows(
        _ count: Int,
        days: (Int) -> [String] = { [day($0), day($0 + 3), day($0 + 5 + $0 % 4)] }
    ) -> [[String]] {
        (0..<count).map { ["P-\(1000 + $0)"] + days($0) }
    }

    @Test("is nothing in a clean one")
    func clean() throws {
        let found = try Inspection.of(sheet, rows(30) + [["P-9", day(40), "", ""]])
        #expect(found.dirt == [])
        #expect(found.roles.shape == .permits)
        #expect(found.roles.steps.map(\.meaning) == [.submitted, .verified, .issued])
    }

    @Test("has columns of which one was copied from the other")
    func copied() throws {
        let copied = try Inspection.of(sheet, rows(30) { [day($0), day($0 + 3), day($0 + 3)] })
        let finding = try #require(copied.findings(.copiedColumns).first)
        #expect(finding.count == 30)
        #expect(finding.total == 30)
        #expect(finding.detail == "Tanggal Verifikasi = Tanggal Terbit")
        let few = try Inspection.of(sheet, rows(19) { [day($0), day($0 + 3), day($0 + 3)] })
        #expect(few.findings(.copiedColumns).isEmpty)
        // Nineteen in twenty are not more than 95 %.
        let most = try Inspection.of(sheet, rows(20) { [day($0), day($0 + 3), day($0 + ($0 == 7 ? 4 : 3))] })
        #expect(most.findings(.copiedColumns).isEmpty)
    }

    @Test("has durations below nothing, counted for the two steps")
    func negative() throws {
        let found = try Inspection.of(
            sheet,
            rows(30) { [day($0), day($0 + 3), day($0 + ($0 % 10 == 4 ? 1 : 6))] }
        )
        let finding = try #require(found.findings(.negativeDurations).first)
        #expect(finding.count == 3)
        #expect(finding.total == 30)
        #expect(finding.detail == "Tanggal Verifikasi \u{2192} Tanggal Terbit")
        #expect(finding.places.map(\.line) == [6, 16, 26])
    }

    @Test("has permits that end on the day on which they begin")
    func instant() throws {
        let found = try Inspection.of(
            sheet,
            rows(30) { [day($0), day($0 + ($0 < 4 ? 0 : 2)), day($0 + ($0 < 4 ? 0 : 3))] }
        )
        #expect(found.findings(.instantPermits).first?.count == 4)
    }

    @Test("has permits that got ahead without an earlier step")
    func skipped() throws {
        let found = try Inspection.of(
            sheet,
            rows(30) { [day($0), $0 % 10 == 0 ? "" : day($0 + 2), day($0 + 3)] }
        )
        let finding = try #require(found.findings(.skippedMilestones).first)
        #expect(finding.count == 3)
        #expect(finding.total == 30)
        #expect(finding.detail == "Tanggal Verifikasi < Tanggal Terbit")
    }

    @Test("has visits to the counter, which open applications are not")
    func visits() throws {
        let header = ["No", "Penerimaan Berkas", "Tanggal Verifikasi", "Tanggal Terbit"]
        func row(_ index: Int, _ isVisit: Bool) -> [String] {
            [
                "\(index)", day(index), isVisit ? "" : day(index + 1),
                isVisit ? "" : day(index + 3 + index % 2),
            ]
        }
        let visits = try Inspection.of(header, (0..<40).map { row($0, $0 % 3 == 0) })
        #expect(visits.findings(.counterVisits).first?.count == 14)
        let open = try Inspection.of(header, (0..<40).map { row($0, $0 > 30) })
        #expect(open.findings(.counterVisits).isEmpty)
    }

    @Test("has ends without a date and states that dates contradict")
    func status() throws {
        let rows = (0..<30)
            .map { index -> [String] in
                let word = index < 5 ? "Ditolak" : index < 8 ? "Dalam proses" : "Terbit"
                return ["P-\(index)", day(index), index < 5 ? "" : day(index + 4), word]
            }
        let found = try Inspection.of(
            ["Nomor Permohonan", "Tanggal Permohonan", "Tanggal Terbit", "Status"],
            rows
        )
        #expect(found.findings(.undatedEnds).first?.count == 5)
        #expect(found.findings(.undatedEnds).first?.detail == "Ditolak: 5")
        #expect(found.findings(.statusAgainstDates).first?.count == 3)
    }

    @Test("tells rows that repeat each other from revisions")
    func repeated() throws {
        let header = ["No"] + sheet
        var table = rows(25).enumerated().map { ["\($0 + 1)"] + $1 }
        table.append(["26"] + table[3].dropFirst())
        table.append(["27", "P-1007", day(9), day(12), day(30)])
        let found = try Inspection.of(header, table).findings(.repeatedIDs)
        #expect(found.map(\.count) == [1, 1])
        #expect(found.map(\.detail) == ["identical rows", "revisions"])
        #expect(found.map { $0.places.map(\.line) } == [[27], [28]])
    }

    @Test("has applicants entered again within ten minutes, whose names do not show")
    func reentered() throws {
        let header = ["Nomor Permohonan", "Nama Pemohon", "Waktu Permohonan", "Tanggal Terbit"]
        var table = (0..<20).map { ["P-\($0)", "Orang \($0)", "\(day($0))T09:00", "\(day($0 + 2))T09:00"] }
        table.append(["P-90", "Orang 4", "\(day(4))T09:08", ""])
        table.append(["P-91", "Orang 5", "\(day(5))T09:11", ""])
        let found = try Inspection.of(header, table)
        let finding = try #require(found.findings(.reenteredApplicants).first)
        #expect(finding.count == 1)
        #expect(finding.places.map(\.line) == [22])
        #expect(found.dirt.allSatisfy { !$0.detail.contains("Orang") })
    }

    @Test("has test rows before a gap, and rows that say so")
    func tests() throws {
        var table = rows(60) { [day($0 + 40), day($0 + 43), day($0 + 45)] }
        table[0] = ["P-1", day(2), day(2), day(3)]
        let gap = try Inspection.of(sheet, table)
        #expect(gap.findings(.testRows).first?.count == 1)
        #expect(gap.findings(.testRows).first?.detail == "before \(day(41)), after a gap of 39 days")
        table[0] = ["coba coba", day(40), day(42), day(43)]
        let word = try Inspection.of(sheet, table)
        #expect(word.findings(.testRows).map(\.detail) == ["word"])
        #expect(word.findings(.testRows).first?.places.map(\.line) == [2])
    }

    @Test("has spellings of a word that differ in case and blanks alone")
    func spellings() throws {
        let table = rows(20).enumerated()
            .map { $1 + [["Kesehatan Dan Gizi", "Kesehatan dan  Gizi", "Industri"][$0 % 3]] }
        let finding = try #require(try Inspection.of(sheet + ["Bidang"], table).findings(.spellings).first)
        #expect(finding.count == 7)
        #expect(finding.detail == "\"Kesehatan Dan Gizi\" = \"Kesehatan dan  Gizi\"")
    }

    @Test("has ids that a spreadsheet made numbers of, or that carry blanks")
    func damagedIDs() throws {
        var table = rows(20)
        table[2][0] = "220070946.0"
        table[3][0] = "1.23E+12"
        table[4][0] = "P-55  "
        let found = try Inspection.of(sheet, table).findings(.damagedIDs)
        #expect(found.map(\.count) == [2, 1])
        #expect(found.map(\.detail) == ["number", "blanks"])
        #expect(found.first?.places.map(\.line) == [4, 5])
    }

    @Test("has permits that are all granted")
    func issuedOnly() throws {
        #expect(try Inspection.of(sheet, rows(30)).findings(.issuedOnly).first?.count == 30)
        #expect(try Inspection.of(sheet, rows(29) + [["P-9", day(2), "", ""]]).findings(.issuedOnly).isEmpty)
    }

    @Test("has ids whose moment does not exist")
    func malformed() throws {
        let table =
            (10..<30).map { ["I-202401\($0)102312123456", day($0 + 5)] } + [["I-20222131239123321", day(3)]]
        let finding = try #require(
            try Inspection.of(["Id Permohonan Izin", "Day of Tgl Izin"], table).findings(.malformedIDs).first
        )
        #expect(finding.count == 1)
        #expect(finding.places.map(\.line) == [22])
    }

    @Test("has working days without work and days off with it")
    func calendar() throws {
        let weekdays = WorkCalendar.weekdays
        let days = (0..<60).map { (Day("2024-01-01") ?? Day(number: 0)).advanced(by: $0) }
            .filter(weekdays.isWorkingDay)
        let quiet = days[20]
        let sunday = Day("2024-01-14") ?? quiet
        let worked = days.filter { $0 != quiet } + [sunday]
        let table = worked.flatMap { day in (0..<8).map { ["P-\(day)-\($0)", day.description, ""] } }
        let header = ["Nomor Permohonan", "Tanggal Permohonan", "Tanggal Terbit"]
        let found = try Inspection.of(header, table, calendar: weekdays).findings(.calendarDoubts)
        #expect(
            found.map(\.detail) == ["working day without work: \(quiet)", "day off with work: \(sunday)"]
        )
    }

    @Test("has a clock that was changed in mid-file")
    func clock() throws {
        let header = ["case", "activity", "time"]
        let table = (0..<1200)
            .map { index -> [String] in
                let hour = (index < 600 ? 7 : 2) + index % 6
                return ["c\(index % 400)", "step", "\(day(index / 10))T\(hour < 10 ? "0" : "")\(hour):30"]
            }
        let finding = try #require(try Inspection.of(header, table).findings(.shiftedClock).first)
        #expect(finding.detail.contains("-5 h"))
    }

    @Test("has words for nothing and columns that are empty")
    func nothing() throws {
        let table = rows(20).enumerated()
            .map { index, row in [row[0], row[1], index % 2 == 0 ? "-" : "NULL", ""] }
        let found = try Inspection.of(sheet, table)
        #expect(found.findings(.nullWords).first?.count == 20)
        #expect(found.findings(.nullWords).first?.detail == "-, NULL")
        #expect(found.findings(.emptyColumn).map(\.column) == ["Tanggal Verifikasi", "Tanggal Terbit"])
    }
}
