import PermitLog
import Testing

@testable import PermitInspection

@Suite("A look at columns")
struct ColumnSurveyTests {
    private func column(_ name: String, _ values: [String], profile: Profile? = nil) throws -> ColumnSummary {
        let table = InspectedTable([name], values.map { [$0] })
        return try #require(try ColumnSurvey(table, profile: profile).columns.first)
    }

    @Test(
        "tells what a column holds",
        arguments: [
            ("Kosong", ["", " ", ""], ColumnKind.empty),
            ("Nomor Permohonan", ["A-001", "A-002", "A-003"], .id),
            ("NIB", ["0220001234567", "0220001234568"], .id),
            ("Tanggal", ["2024-01-02", "2024-01-03", ""], .date),
            ("Tgl Izin", ["45443", "45444", "45445"], .date),
            ("KBLI", ["45443", "47111", "56101"], .number),
            ("Jenis Izin", ["IUI", "TDI", "IUI", "IUI"], .category),
            ("Online", ["1", "0", "1", "1"], .flag),
            ("Modal", ["1000", "250.5", "99", "7"], .number),
        ] as [(String, [String], ColumnKind)]
    )
    func kinds(name: String, values: [String], kind: ColumnKind) throws {
        #expect(try column(name, values).kind == kind)
    }

    @Test("counts what is filled and what is different, words for nothing left out")
    func counts() throws {
        let found = try column("Jenis", ["a", "b", "a", "-", "NULL", ""])
        #expect(found.filled == 3)
        #expect(found.rows == 6)
        #expect(found.distinct == ColumnSummary.Distinct(count: 2, isMore: false))
        #expect(found.samples == ["a", "b"])
    }

    @Test("stops counting different values at a hundred thousand")
    func manyDistinct() throws {
        let found = try column("Nomor", (0..<100_003).map { "N-\($0)" })
        #expect(found.distinct == ColumnSummary.Distinct(count: 100_000, isMore: true))
        #expect(found.filled == 100_003)
    }

    @Test("says in which forms dates may be written when no day is above 12")
    func ambiguous() throws {
        let found = try column("Tanggal", ["01/02/2024", "03/04/2024", "05/06/2024"])
        #expect(found.kind == .date)
        #expect(found.dateForm == nil)
        #expect(found.possibleForms == ["dd/mm/yyyy", "mm/dd/yyyy"])
        #expect(try column("Tanggal", ["01/02/2024", "13/04/2024"]).dateForm == "dd/mm/yyyy")
    }

    @Test("finds the column that numbers the rows")
    func runningNumber() throws {
        #expect(try column("No", ["1", "2", "3", "4", "5"]).isRunningNumber)
        #expect(try !column("No", ["4", "9", "2", "4", "5"]).isRunningNumber)
    }

    @Test("takes no billion bytes for ten thousand columns")
    func manyColumns() throws {
        let header = (0..<10_000).map { "c\($0)" }
        let survey = try ColumnSurvey(
            InspectedTable(header, [[String]](repeating: header, count: 3)),
            profile: nil
        )
        #expect(survey.columns.count == 10_000)
        #expect(survey.columns[9_999].filled == 3)
    }
}

@Suite("What an inspection shows of people")
struct ColumnPrivacyTests {
    private static let nik = "3578012345678901"

    @Test(
        "is masked by the names of columns",
        arguments: [
            "Nama Pemohon", "ALAMAT", "No. Telp", "no_hp", "E-mail", "NIK", "KTP", "NPWP Perusahaan",
            "applicant",
            "Contractor Name", "OWNER", "ContractorPhone", "Nama Perusahaan", "case:responsible",
        ]
    )
    func byName(name: String) throws {
        let survey = try ColumnSurvey(InspectedTable([name], [["Budi"], ["Sari"]]), profile: nil)
        #expect(survey.columns.first?.samples == ["***", "***"])
    }

    @Test(
        "is masked by the shape of values, whatever the column is called",
        arguments: [nik, "someone@example.org", "+62 812 3456 7890", "081234567890"]
    )
    func byShape(value: String) throws {
        let survey = try ColumnSurvey(InspectedTable(["Keterangan"], [[value], ["x"], ["y"]]), profile: nil)
        #expect(survey.columns.first?.isPersonal == true)
        #expect(survey.columns.first?.samples.allSatisfy { $0 == "***" } == true)
    }

    @Test("hides a single number of a resident among other texts")
    func single() throws {
        let rows = [[Self.nik]] + (0..<50).map { ["teks \($0)"] }
        let survey = try ColumnSurvey(InspectedTable(["Keterangan"], rows), profile: nil)
        #expect(survey.columns.first?.samples == ["***", "teks 0", "teks 1"])
    }

    @Test("is the last four digits of a NIB")
    func businessNumber() throws {
        let named = try ColumnSurvey(InspectedTable(["NIB"], [["0220001234567"]]), profile: nil)
        #expect(named.columns.first?.samples == ["***4567"])
        let shaped = try ColumnSurvey(InspectedTable(["Nomor"], [["0220001234567"]]), profile: nil)
        #expect(shaped.columns.first?.samples == ["***4567"])
    }

    @Test("follows a profile, which adds columns and takes none away")
    func byProfile() throws {
        var profile = Profile(name: "p")
        profile.personal = ["Kode_Rahasia"]
        profile.nib = ["Usaha"]
        let table = InspectedTable(["kode rahasia", "Usaha", "Nama"], [["x1", "0220001234567", "Budi"]])
        let columns = try ColumnSurvey(table, profile: profile).columns
        #expect(columns.map(\.samples) == [["***"], ["***4567"], ["***"]])
    }

    @Test("leaves dates and things readable")
    func dates() throws {
        let table = InspectedTable(
            ["Tgl", "Nama Dokumen", "Tanggal Terbit"],
            [["09-03-2016", "Izin Usaha", "1450000000000"], ["31-03-2016", "Izin Usaha", "1450000000000"]]
        )
        let columns = try ColumnSurvey(table, profile: nil).columns
        #expect(columns.map(\.samples) == [["09-03-2016", "31-03-2016"], ["Izin Usaha"], ["1450000000000"]])
    }
}
