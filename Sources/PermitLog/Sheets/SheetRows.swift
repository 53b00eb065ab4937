/// The rows of a sheet, unpacked and read one after the other.
final class SheetRows: RowSource {
    let columns: [String]? = nil
    let unit = LogPosition.Unit.row
    let bytesRead: Int

    private var parser: SheetParser

    /// Goes on with a parser of a file of so many bytes, which is in memory as a whole.
    init(_ parser: consuming SheetParser, byteCount: Int) {
        self.parser = parser
        bytesRead = byteCount
    }

    var findings: [DirtFinding] { parser.findings }

    func next(_ row: inout TextRow) throws(LogError) -> Bool { try parser.next(&row) }
}
