import Foundation
import PermitLog
import Testing

/// The folder of workbooks that `Tests/Oracles/compare_workbook.py` made.
private let workbooks = ProcessInfo.processInfo.environment["IZIN_WORKBOOKS"]

@Suite("A folder of workbooks", .enabled(if: workbooks != nil))
struct WorkbookFolderTests {
    @Test("is written as rows, for the oracle to compare")
    func write() throws {
        let folder = URL(filePath: workbooks ?? "")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".xlsx") {
            let file = folder.appending(path: name)
            var all = Data()
            do {
                let book = try Workbook(Array(Data(contentsOf: file)), name: name, unpackedLimit: 1 << 32)
                for index in book.sheets.indices { try append(book.rows(of: index), of: index, to: &all) }
            } catch let error as LogError {
                all = Data("error: \(error)".utf8)
            }
            try all.write(to: folder.appending(path: name + ".rows"))
        }
    }

    /// Writes a line a row: the sheet, the row's number and its cells, between which no text has 0x1F and 0x1E.
    private func append(_ source: any RowSource, of sheet: Int, to all: inout Data) throws {
        var row = TextRow()
        while try source.next(&row) {
            let line = (["\(sheet)", "\(row.number)"] + row.texts).joined(separator: "\u{1F}") + "\u{1E}"
            all.append(Data(line.utf8))
        }
    }
}
