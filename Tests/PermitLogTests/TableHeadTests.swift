import Testing

@testable import PermitLog

@Suite("The head of a table")
struct TableHeadTests {
    private func find(_ rows: [[String]], match: [String]) -> TableHead.Found? {
        var profile = Profile(name: "sheet")
        profile.match = match
        let head = TableHead(profiles: [profile], forced: nil, wanted: [], isSheet: true)
        return head.find(in: rows.map { TableHead.Row(cells: $0) })
    }

    @Test("is found under titles, with its second row and the numbers of its columns")
    func twoRows() throws {
        let found = try #require(
            find(
                [
                    ["REKAP 2025", "", "", "", ""], ["", "", "", "", ""],
                    ["NO", "JENIS IZIN", "JUMLAH IZIN", "JUMLAH IZIN", "KETERANGAN"],
                    ["NO", "JENIS IZIN", "JANUARI", "FEBRUARI", "KETERANGAN"],
                    ["1", "2", "3", "4", ""],
                    ["1", "IZIN A", "7", "8", ""],
                ],
                match: ["jenis_izin", "Jumlah Izin"]
            )
        )
        #expect(found.row == 2)
        #expect(found.height == 2)
        #expect(found.hasColumnNumbers)
        #expect(
            found.names == ["NO", "JENIS IZIN", "JUMLAH IZIN JANUARI", "JUMLAH IZIN FEBRUARI", "KETERANGAN"]
        )
    }

    @Test("has one row where the next one is a record")
    func oneRow() throws {
        let found = try #require(
            find(
                [["No", "Izin", "Ket", "Ket"], ["1", "IZIN A", "x", "y"], ["2", "IZIN B", "x", "y"]],
                match: ["Izin"]
            )
        )
        #expect(found.height == 1)
        #expect(!found.hasColumnNumbers)
    }
}
