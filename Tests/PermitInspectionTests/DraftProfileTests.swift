import PermitDocuments
import PermitFiles
import PermitLog
import TestSupport
import Testing

@testable import PermitInspection

@Suite("A drafted profile", .enabled(if: Program.isComplete))
struct DraftProfileTests {
    private func profile(_ inspection: Inspection) throws -> Profile {
        let yaml = inspection.draft.yaml(\.english)
        let (profile, diagnostics) = Profile.read(try DocumentFiles.read(yaml, file: "draft.yaml"))
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.description)) in\n\(yaml)")
        return try #require(profile)
    }

    @Test("of a sheet of permits has its steps in the order of their dates")
    func permits() throws {
        let header = [
            "No", "Tanggal Terbit", "Nama \"X\" Pemohon", "NIB", "Jenis Izin", "Tanggal Permohonan",
            "Nomor Permohonan", "Tanggal Pencetakan",
        ]
        let rows = (0..<30)
            .map { index in
                [
                    "\(index + 1)", day(index + 5), "Orang \(index)", "02200012345\(10 + index)",
                    ["IUI", "TDI"][index % 2], day(index), "P-\(index * 7)", day(index + 6),
                ]
            }
        let drafted = try profile(try Inspection.of(header, rows))
        #expect(drafted.shape == .permits)
        #expect(drafted.columns.caseID == ["Nomor Permohonan"])
        #expect(drafted.events.map(\.activity) == ["submitted", "issued", "pencetakan"])
        #expect(drafted.milestones[.submitted] == ["Tanggal Permohonan"])
        #expect(drafted.milestones[.decided] == ["Tanggal Terbit"])
        #expect(drafted.personal == ["Nama \"X\" Pemohon"])
        #expect(drafted.nib == ["NIB"])
        #expect(drafted.facts.map(\.name) == ["permit_type"])
        #expect(drafted.matches(columns: Set(header)))
    }

    @Test("doubts the order of numbers that it cannot tell, and picks one")
    func ambiguous() throws {
        let rows = (1...12).map { ["P-\($0)", "0\($0 % 9 + 1)/02/2024", "0\($0 % 9 + 1)/03/2024"] }
        let found = try Inspection.of(["Nomor Permohonan", "Tanggal Permohonan", "Tanggal Terbit"], rows)
        #expect(
            found.draft.doubts.contains(Bilingual("may as well be mm/dd/yyyy", "mungkin juga mm/dd/yyyy"))
        )
        #expect(try profile(found).dates.columns["Tanggal Terbit"] == "dd/mm/yyyy")
    }

    @Test("of a log of steps maps the words that the vocabulary knows and doubts the others")
    func events() throws {
        let rows = (0..<30).map { ["A-\($0 / 3)", ["09", "Cuci mata", "50"][$0 % 3], "\(day($0)) 10:00"] }
        let found = try Inspection.of(["id_izin", "kd_status", "tgl_status"], rows)
        let drafted = try profile(found)
        #expect(drafted.shape == .events)
        #expect(drafted.columns.activity == ["kd_status"])
        #expect(drafted.vocabulary == ["09": "submitted", "50": "approved"])
        #expect(found.draft.doubts.contains { $0.english.contains("Cuci mata") })
    }

    @Test("of any table is one that is read", arguments: 0..<40)
    func any(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let names = [
            "No", "Tgl: \"a\"", "# x", "Status", "Nama", "- y", "Tanggal Terbit", "NIB", "Case ID", "",
            "Ket\\n",
        ]
        let values = [
            "", "-", "2024-01-02", "12/13/2024", "x: y", "\"", "Terbit", "17", "{", "3578012345678901",
        ]
        let width = Int.random(in: 1...8, using: &random)
        let header = (0..<width).map { _ in names[Int.random(in: 0..<names.count, using: &random)] }
        let rows = (0..<30)
            .map { _ in
                (0..<width).map { _ in values[Int.random(in: 0..<values.count, using: &random)] }
            }
        _ = try profile(try Inspection.of(header, rows))
    }
}
