import PermitLog
import Testing

@testable import PermitInspection

@Suite("A monthly sheet")
struct MonthlyCountsTests {
    private static let header = [
        "NO", "JENIS IZIN", "JUMLAH IZIN JANUARI", "JUMLAH IZIN FEBRUARY", "JUMLAH IZIN JUMLAH",
        "JUMLAH PENOLAKAN JANUARI",
        "JUMLAH BERKAS DICABUT Agt", "JUMLAH IZIN TERBIT JANUARI", "KETERANGAN",
    ]

    private func counts(_ rows: [[String]]) throws -> MonthlyCounts? {
        try MonthlyCounts(InspectedTable(Self.header, rows), kindColumns: ["JENIS IZIN"])
    }

    @Test("gives counts by block and month, without the row of sums, and checks its sums")
    func blocks() throws {
        let counts = try #require(
            try counts([
                ["1", "A", "10", "5", "15", "2", "1", "9", ""],
                ["2", "B", "1", "", "2", "", "", "1", ""],
                ["", "", "11", "5", "17", "2", "1", "10", ""],
                ["J U M L A H", "J U M L A H", "11", "5", "17", "2", "1", "10", ""],
            ])
        )
        #expect(counts.kinds == 2)
        #expect(counts.months[.incoming]?.prefix(3) == [11, 5, 0])
        #expect(counts.months[.withdrawn]?[7] == 1)
        #expect(counts.total(.issued) == 10)
        #expect(counts.wrongSums == 1)
        #expect(counts.clearanceRate == Double(13 * 100) / 16)
    }

    @Test("has no counts where no column is a month of a block")
    func none() throws {
        let table = InspectedTable(["NO", "JENIS IZIN", "KETERANGAN"], [["1", "A", "x"]])
        #expect(try MonthlyCounts(table, kindColumns: ["JENIS IZIN"]) == nil)
    }
}
