/// A workbook in Office Open XML (`.xlsx`, `.xlsm`), read from memory.
///
/// Its sheets are unpacked row by row; the strings that cells share are kept as a whole.
public final class Workbook {
    /// A sheet of cells.
    public struct Sheet: Hashable, Sendable {
        /// Its name as the tab shows it.
        public var name: String
        /// Whether the program hides it.
        public var isHidden: Bool
    }

    /// The sheets in the workbook's order, at least one; those of charts and macros are not among them.
    public let sheets: [Sheet]
    /// How many sheets hold no cells: charts, dialogs, macros.
    public let otherSheetCount: Int

    private let name: String
    private let limit: Int
    private let archive: ZipArchive
    private let parts: WorkbookParts
    private var styles: WorkbookStyles?
    private var strings: SharedStrings?

    /// Reads the list of sheets.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - name: The file's name for messages.
    ///   - unpackedLimit: How many bytes the parts that are read may have once unpacked.
    /// - Throws: A `LogError` when this is no workbook, or one that is damaged, protected or of another format, with
    ///   the advice to save it as `.xlsx`.
    public init(_ bytes: [UInt8], name: String, unpackedLimit: Int) throws(LogError) {
        self.name = name
        limit = unpackedLimit
        archive = try ZipArchive(bytes, name: name, limit: unpackedLimit)
        parts = try WorkbookParts(archive, file: name)
        sheets = parts.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) }
        otherSheetCount = parts.otherSheets
        guard !sheets.isEmpty else {
            throw LogError(
                .damaged,
                "the workbook has no sheet with cells; save it anew",
                position: LogPosition(file: name)
            )
        }
    }

    /// Begins to read a sheet.
    ///
    /// A cell is text as the file has it, with these exceptions. A number with an exponent is written in digits. A number
    /// whose style is a date is `yyyy-mm-dd`, with ` HH:MM:SS` and milliseconds where the style or the number has a time.
    /// A number whose style is zeros alone has its leading zeros. An error is an empty cell and a finding. The value of
    /// a merged range stands in each of its cells; a row that has nothing but values from above is blank. Rows end behind
    /// their last cell that is not empty, and hidden rows are read.
    ///
    /// - Parameter sheet: Its place in ``sheets``.
    /// - Returns: Its rows, numbered as the program numbers them, without blank ones; a workbook may be read by several
    ///   at once on one thread.
    /// - Throws: A `LogError` when its parts are damaged or too large.
    public func rows(of sheet: Int) throws(LogError) -> any RowSource {
        precondition(sheets.indices.contains(sheet), "the workbook has \(sheets.count) sheets")
        let place = parts.sheets[sheet]
        let entry = try entry(place.path)
        let merged = try MergedRanges(archive.open(entry))
        // The pass for merged cells has compared the checksum.
        let parser = try SheetParser(
            archive.open(entry, isChecked: true),
            place: SheetParser.Place(file: name, part: place.path, textLimit: limit),
            book: SheetParser.Book(strings: readStrings(), forms: readStyles().forms, is1904: parts.is1904),
            merged: merged
        )
        return SheetRows(parser, byteCount: archive.fileCount)
    }

    private func entry(_ path: String) throws(LogError) -> ZipArchive.Entry {
        if let entry = archive.entry(path) { return entry }
        throw LogError(
            .damaged,
            "the workbook names a part that it does not have: \(path)",
            position: LogPosition(file: name)
        )
    }

    private func readStrings() throws(LogError) -> SharedStrings {
        if let strings { return strings }
        var read = SharedStrings()
        if let path = parts.strings ?? archive.entry("xl/sharedStrings.xml")?.path {
            read = try SharedStrings(archive.open(entry(path)), file: name, part: path)
        }
        strings = read
        return read
    }

    private func readStyles() throws(LogError) -> WorkbookStyles {
        if let styles { return styles }
        var read = WorkbookStyles()
        if let path = parts.styles ?? archive.entry("xl/styles.xml")?.path {
            read = try WorkbookStyles(archive.open(entry(path)), file: name, part: path)
        }
        styles = read
        return read
    }
}
