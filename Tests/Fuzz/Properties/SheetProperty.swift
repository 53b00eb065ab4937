import PermitLog

/// A workbook or a page of tables is read or refused, whole or damaged.
///
/// The first byte chooses: the others are a file as it is, or the parts of a workbook, parted by the byte 0x1E, which are
/// put into an archive.
struct SheetProperty {
    private static let parts = [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml",
    ]
    /// What the rows of a file may come to: merged cells repeat their value.
    private static let mostBytes = 1 << 25
    private let control: UInt8
    private let body: [UInt8]
    private let isThorough: Bool

    init(_ bytes: [UInt8], isThorough: Bool) {
        control = bytes.first ?? 0
        body = Array(bytes.dropFirst())
        self.isThorough = isThorough
    }

    /// What is wrong; nil when nothing is.
    var fault: String? {
        let bytes = control & 1 == 0 ? body : archive
        if let fault = faultOfRows(bytes) { return fault }
        let file = MemoryFile()
        file.bytes = bytes
        let request = ReadingProperty.request(file)
        return ReadingProperty.fault(of: request, isThorough: isThorough, choice: Int(control))
    }

    private var archive: [UInt8] {
        let texts = body.split(separator: 0x1E, omittingEmptySubsequences: false)
        return Zip.archive(zip(Self.parts, texts).map { ($0, Array($1)) }, isPacked: control & 2 != 0)
    }

    private func faultOfRows(_ bytes: [UInt8]) -> String? {
        guard let start = SpreadsheetStart(bytes) else { return nil }
        switch start {
        case .archive:
            guard let book = try? Workbook(bytes, name: "book", unpackedLimit: 1 << 22) else { return nil }
            for sheet in book.sheets.indices.prefix(4) {
                let fault = RowsProperty.fault(mostBytes: Self.mostBytes) { try book.rows(of: sheet) }
                if let fault { return fault }
            }
        case .page:
            guard let page = try? PageTables(bytes, name: "page") else { return nil }
            for table in page.tables.indices.prefix(4) {
                let fault = RowsProperty.fault(mostBytes: Self.mostBytes) { page.rows(of: table) }
                if let fault { return fault }
            }
        default:
            return start.refusal(file: "file")?.message.isEmpty == false ? nil : "a format without a refusal"
        }
        return nil
    }
}
