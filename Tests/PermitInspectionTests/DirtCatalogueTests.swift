import PermitDocuments
import PermitFiles
import PermitLog
import PermitMetrics
import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

@testable import PermitInspection

/// What is expected of a file of `Fixtures/dirt`.
struct DirtEntry: Sendable, CustomTestStringConvertible {
    /// The file.
    var file: String
    /// The kind of dirt that it holds.
    var kind: DirtFinding.Kind
    /// In how many rows, cells or permits.
    var count: Int
    /// What is said of it besides.
    var detail: String
    /// What becomes of its rows: used, rejected, left out.
    var account: [Int]
    /// How many permits are open, measured, and decided before they were submitted; nil where that is not the point.
    var turnaround: [Int]?
    /// Whether the profile of the folder reads it; else its own columns.
    var hasSheet = true

    var testDescription: String { file }
}

@Suite("The catalogue of dirt", .enabled(if: Program.isComplete))
struct DirtCatalogueTests {
    static let entries: [DirtEntry] = [
        .init(
            file: "01-byte_order_mark.csv",
            kind: .byteOrderMark,
            count: 1,
            detail: "",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "02-bare_carriage_returns.csv",
            kind: .bareCarriageReturns,
            count: 1,
            detail: "",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "03-other_delimiter.csv",
            kind: .otherDelimiter,
            count: 1,
            detail: ";",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "04-numeric_dates.csv",
            kind: .numericDates,
            count: 24,
            detail: "dd/mm/yyyy; years of two digits: 24",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "05-month_words.csv",
            kind: .monthWords,
            count: 24,
            detail: "Indonesian: 13, English: 4, either: 7",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "06-serial_dates.csv",
            kind: .serialDates,
            count: 24,
            detail: "serial",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "07-epoch_times.csv",
            kind: .epochTimes,
            count: 24,
            detail: "epoch_ms",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "08-mixed_offsets.csv",
            kind: .mixedOffsets,
            count: 36,
            detail: "+01:00: 27, +02:00: 9",
            account: [36, 0, 0],
            hasSheet: false
        ),
        .init(
            file: "09-shifted_clock.csv",
            kind: .shiftedClock,
            count: 120,
            detail: "from 2024-01-30: hours 7-15 became 2-10, -5 h",
            account: [240, 0, 0],
            hasSheet: false
        ),
        .init(
            file: "10-loose_punctuation.csv",
            kind: .loosePunctuation,
            count: 24,
            detail: "",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "11-null_words.csv",
            kind: .nullWords,
            count: 5,
            detail: "-, 0000-00-00, 0000-00-00 00:00:00",
            account: [24, 0, 0],
            turnaround: [6, 18, 0]
        ),
        .init(
            file: "12-empty_column.csv",
            kind: .emptyColumn,
            count: 24,
            detail: "",
            account: [24, 0, 0],
            turnaround: [24, 0, 0]
        ),
        .init(
            file: "13-negative_durations.csv",
            kind: .negativeDurations,
            count: 2,
            detail: "Tanggal Verifikasi \u{2192} Tanggal Terbit",
            account: [24, 0, 0],
            turnaround: [3, 19, 2]
        ),
        .init(
            file: "14-copied_columns.csv",
            kind: .copiedColumns,
            count: 21,
            detail: "Tanggal Verifikasi = Tanggal Terbit",
            account: [24, 0, 0],
            turnaround: [3, 21, 0]
        ),
        .init(
            file: "15-instant_permits.csv",
            kind: .instantPermits,
            count: 8,
            detail: "",
            account: [24, 0, 0],
            turnaround: [2, 22, 0]
        ),
        .init(
            file: "16-undated_ends.csv",
            kind: .undatedEnds,
            count: 4,
            detail: "Ditolak: 3, Dicabut: 1",
            account: [24, 0, 0],
            turnaround: [3, 17, 0]
        ),
        .init(
            file: "17-status_against_dates.csv",
            kind: .statusAgainstDates,
            count: 4,
            detail: "Tanggal Terbit",
            account: [24, 0, 0]
        ),
        .init(
            file: "18-skipped_milestones.csv",
            kind: .skippedMilestones,
            count: 2,
            detail: "Tanggal Verifikasi < Tanggal Terbit",
            account: [24, 0, 0]
        ),
        .init(
            file: "19-counter_visits.csv",
            kind: .counterVisits,
            count: 10,
            detail: "",
            account: [30, 0, 0]
        ),
        .init(
            file: "20-repeated_ids.csv",
            kind: .repeatedIDs,
            count: 1,
            detail: "identical rows",
            account: [26, 0, 0]
        ),
        .init(
            file: "21-reentered_applicants.csv",
            kind: .reenteredApplicants,
            count: 1,
            detail: "within 10 minutes",
            account: [26, 0, 0]
        ),
        .init(
            file: "22-test_rows.csv",
            kind: .testRows,
            count: 2,
            detail: "before 2024-02-20, after a gap of 47 days",
            account: [48, 0, 0]
        ),
        .init(
            file: "23-spellings.csv",
            kind: .spellings,
            count: 8,
            detail: "\"Izin Mendirikan Dan Mengubah\" = \"Izin Mendirikan dan Mengubah\"",
            account: [24, 0, 0]
        ),
        .init(
            file: "24-not_records.csv",
            kind: .notRecords,
            count: 2,
            detail: "totals",
            account: [24, 0, 6]
        ),
        .init(
            file: "25-damaged_ids.csv",
            kind: .damagedIDs,
            count: 12,
            detail: "number",
            account: [24, 0, 0]
        ),
        .init(file: "26-issued_only.csv", kind: .issuedOnly, count: 24, detail: "", account: [24, 0, 0]),
        .init(
            file: "27-malformed_ids.csv",
            kind: .malformedIDs,
            count: 1,
            detail: "",
            account: [24, 0, 0],
            hasSheet: false
        ),
        .init(
            file: "28-calendar_doubts.csv",
            kind: .calendarDoubts,
            count: 1,
            detail: "working day without work: 2024-03-20",
            account: [204, 0, 0],
            hasSheet: false
        ),
    ]

    @Test("has twenty-eight entries, each with a file")
    func complete() {
        #expect(Self.entries.count == 28)
        #expect(
            Self.entries.enumerated().allSatisfy { $1.file.hasPrefix($0 < 9 ? "0\($0 + 1)-" : "\($0 + 1)-") }
        )
    }

    @Test("is found, entry by entry", arguments: entries)
    func found(entry: DirtEntry) throws {
        let inspection = try Self.inspection(entry.file, entry.hasSheet ? try Self.sheet() : nil)
        let all = inspection.findings(entry.kind)
        let finding = all.first { $0.count == entry.count && $0.detail == entry.detail }
        #expect(
            finding != nil,
            "\(inspection.dirt.map { "\($0.kind) \($0.column ?? "") \($0.count) \($0.detail)" })"
        )
    }

    @Test("loses no row, entry by entry", arguments: entries)
    func accounted(entry: DirtEntry) throws {
        let account = try Self.log(entry).account
        #expect([account.used, account.rejected, account.ignored] == entry.account)
        #expect(account.rows == account.used + account.rejected + account.ignored)
    }

    @Test("does to figures what it says, entry by entry", arguments: entries.filter { $0.turnaround != nil })
    func figures(entry: DirtEntry) throws {
        let log = try Self.log(entry)
        let library = try Library.embedded()
        let calendar = try #require(library.calendar(named: "id"))
        let office = OfficeTime(zone: log.zone, calendar: WorkCalendar(calendar))
        let report = try measure(log, try ReplayRequest(library: library, office: office)).report
        let turnaround = try #require(report.permits.turnaround)
        #expect([turnaround.open, turnaround.n, turnaround.negative] == entry.turnaround)
    }

    @Test("leaves visits to the counter out by the milestone that makes an application")
    func keptByMilestone() throws {
        var profile = try Self.sheet()
        profile.keep = ["Tanggal Permohonan"]
        let account = try LogReader.read(Self.request("19-counter_visits.csv", profile)).account
        #expect([account.used, account.rejected, account.ignored] == [20, 0, 10])
        #expect(account.ignoredReasons == [ReasonCount(reason: "counter_visit", count: 10)])
    }

    @Test("leaves trials out from the first day on that a profile names")
    func firstDay() throws {
        var profile = try Self.sheet()
        profile.firstDay = Day("2024-02-20")
        let account = try LogReader.read(Self.request("22-test_rows.csv", profile)).account
        #expect([account.used, account.rejected, account.ignored] == [46, 0, 2])
    }

    @Test("refuses dates that can be read in two ways until one is told")
    func ambiguous() throws {
        var request = Self.request("04-ambiguous.csv", try Self.sheet())
        let error = #expect(throws: LogError.self) { _ = try LogReader.read(request) }
        #expect(error?.code == .ambiguousDates)
        request.dateForms = [(nil, "dd/mm/yyyy")]
        #expect(try LogReader.read(request).account.used == 24)
        let inspection = try Self.inspection("04-ambiguous.csv", try Self.sheet())
        let finding = try #require(inspection.findings(.numericDates).first)
        #expect(finding.detail == "dd/mm/yyyy or mm/dd/yyyy")
    }

    @Test("tells revisions of a permit from rows that repeat one")
    func revisions() throws {
        let found = try Self.inspection("20-repeated_ids.csv", try Self.sheet()).findings(.repeatedIDs)
        #expect(found.map(\.detail) == ["identical rows", "revisions"])
        #expect(found.map(\.count) == [1, 1])
    }

    @Test("does not find one entry in the file of another", arguments: entries.prefix(6))
    func others(entry: DirtEntry) throws {
        let inspection = try Self.inspection(entry.file, try Self.sheet())
        #expect(Set(inspection.dirt.map(\.kind)) == [entry.kind])
    }

    static func path(_ file: String) -> String { PackageFiles.path("Fixtures/dirt/\(file)") }

    /// The profile of the folder.
    static func sheet() throws -> Profile {
        try #require(Profile.read(try DocumentFiles.read(path: path("sheet.yaml"))).profile)
    }

    static func request(_ file: String, _ profile: Profile?) -> ReadRequest {
        var request = ReadRequest(sources: [path(file)])
        request.profile = profile
        return request
    }

    static func inspection(_ file: String, _ profile: Profile?) throws -> Inspection {
        let request = request(file, profile)
        let table = try #require(try LogReader.tables(request).first)
        var inspected = InspectedTable(file: file, header: table.columns, unit: table.unit) {
            () throws(LogError) in
            let table = try LogReader.tables(request).first
            return { row throws(LogError) in try table?.next(&row) ?? false }
        }
        inspected.findings = table.findings
        var asked = Inspection.Request()
        asked.profile = profile
        asked.library = try Library.embedded()
        asked.calendar = asked.library?.calendar(named: "id").map { WorkCalendar($0) }
        var inspection = try Inspection(inspected, asked)
        if let log = try? LogReader.read(request) { inspection.add(log.account) }
        return inspection
    }

    /// The log of an entry, by the profile of the folder, its own columns, or what was drafted.
    static func log(_ entry: DirtEntry) throws -> PartitionedLog {
        if entry.hasSheet { return try LogReader.read(request(entry.file, try sheet())) }
        let drafted = try inspection(entry.file, nil).draft.yaml(\.english)
        let profile = try #require(Profile.read(try DocumentFiles.read(drafted, file: "draft.yaml")).profile)
        return try LogReader.read(request(entry.file, profile))
    }
}
