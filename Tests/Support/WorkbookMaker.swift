/// Makes small valid workbooks in Office Open XML, with stored entries, for tests to read.
///
///     let bytes = WorkbookMaker(["Data": [["id", "tanggal"], ["P-1", .date(45_000)]]]).bytes
public struct WorkbookMaker: Sendable {
    /// What a cell holds.
    public enum Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        /// No cell.
        case none
        /// A text in the table that all sheets share.
        case text(String)
        /// A text in the cell itself.
        case inline(String)
        /// A number as it is written in the file.
        case number(String)
        /// A serial number whose style is a day.
        case date(Int)
        /// A serial number, as it is written in the file, whose style is a day and a time.
        case moment(String)
        /// A truth value.
        case boolean(Bool)
        /// A formula's error, such as `#N/A`.
        case error(String)
        /// A formula and its stored result, a text; nil where the file has none.
        case formula(String, result: String?)

        /// Makes a text in the shared table.
        public init(stringLiteral text: String) { self = .text(text) }

        /// Makes a number.
        public init(integerLiteral number: Int) { self = .number(String(number)) }
    }

    /// A sheet of cells.
    public struct Sheet: Sendable {
        /// The name on its tab.
        public var name: String
        /// Its rows from row 1 on.
        public var rows: [[Cell]]
        /// Its merged ranges, such as `A1:C1`.
        public var merged: [String]
        /// Whether it is hidden.
        public var isHidden: Bool
        /// The numbers, from 1, of the rows that are hidden.
        public var hiddenRows: Set<Int>

        /// Describes a sheet.
        public init(
            _ name: String,
            _ rows: [[Cell]],
            merged: [String] = [],
            isHidden: Bool = false,
            hiddenRows: Set<Int> = []
        ) {
            self.name = name
            self.rows = rows
            self.merged = merged
            self.isHidden = isHidden
            self.hiddenRows = hiddenRows
        }
    }

    /// The sheets in order.
    public var sheets: [Sheet]
    /// Whether days are counted from 1904.
    public var is1904: Bool
    /// Bytes that stand in the parts' places of those that would be made, by path, and parts of their own.
    public var parts: [String: [UInt8]] = [:]

    /// Describes a workbook.
    public init(_ sheets: [Sheet], is1904: Bool = false) {
        self.sheets = sheets
        self.is1904 = is1904
    }

    /// Describes a workbook of one sheet.
    public init(_ rows: [[Cell]], merged: [String] = []) {
        self.init([Sheet("Sheet1", rows, merged: merged)])
    }

    /// The file.
    public var bytes: [UInt8] {
        var strings: [String] = []
        var places: [String: Int] = [:]
        var all: [(path: String, text: String)] = sheets.enumerated()
            .map { index, sheet in
                ("xl/worksheets/sheet\(index + 1).xml", Self.xml(of: sheet, &strings, &places))
            }
        all.insert(("[Content_Types].xml", contentTypes), at: 0)
        all.insert(("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])), at: 1)
        all.append(("xl/workbook.xml", workbook))
        all.append(("xl/_rels/workbook.xml.rels", workbookRelations))
        all.append(("xl/styles.xml", Self.styles))
        all.append(("xl/sharedStrings.xml", Self.sharedStrings(strings)))
        var entries = all.map { ($0.path, parts[$0.path] ?? Array($0.text.utf8)) }
        let made = Set(all.map(\.path))
        for path in parts.keys.sorted() where !made.contains(path) {
            entries.append((path, parts[path] ?? []))
        }
        return ZipMaker.archive(entries)
    }

    // MARK: - Parts

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private var contentTypes: String {
        var text = Self.head + "<Types xmlns=\"\(Self.package)/content-types\">"
        text +=
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        var parts = [("workbook", "sheet.main"), ("styles", "styles"), ("sharedStrings", "sharedStrings")]
        parts += sheets.indices.map { ("worksheets/sheet\($0 + 1)", "worksheet") }
        for (path, type) in parts {
            text += "<Override PartName=\"/xl/\(path).xml\" ContentType=\"\(Self.kind).\(type)+xml\"/>"
        }
        return text + "</Types>"
    }

    private static func relations(_ all: [(id: String, kind: String, target: String)]) -> String {
        let lines = all.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
        }
        return head + "<Relationships xmlns=\"\(package)/relationships\">" + lines.joined()
            + "</Relationships>"
    }

    private var workbookRelations: String {
        let all = sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
        return Self.relations(
            all + [
                ("rIdStyles", "styles", "styles.xml"), ("rIdStrings", "sharedStrings", "sharedStrings.xml"),
            ]
        )
    }

    private var workbook: String {
        let lines = sheets.enumerated()
            .map { index, sheet in
                "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\""
                    + (sheet.isHidden ? " state=\"hidden\"" : "") + " r:id=\"rId\(index + 1)\"/>"
            }
        return Self.head + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">"
            + "<workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>\(lines.joined())</sheets></workbook>"
    }

    /// Style 1 is a day, style 2 a moment.
    private static let styles =
        head + "<styleSheet xmlns=\"\(main)\"><numFmts count=\"1\">"
        + "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts>"
        + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/>"
        + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs>"
        + "</styleSheet>"

    private static func sharedStrings(_ strings: [String]) -> String {
        let items = strings.map { "<si><t xml:space=\"preserve\">\(escaped($0))</t></si>" }
        return head + "<sst xmlns=\"\(main)\" uniqueCount=\"\(strings.count)\">\(items.joined())</sst>"
    }

    private static func xml(
        of sheet: Sheet,
        _ strings: inout [String],
        _ places: inout [String: Int]
    ) -> String {
        var text = head + "<worksheet xmlns=\"\(main)\"><sheetData>"
        for (index, row) in sheet.rows.enumerated() {
            text +=
                "<row r=\"\(index + 1)\"" + (sheet.hiddenRows.contains(index + 1) ? " hidden=\"1\">" : ">")
            for (column, cell) in row.enumerated() {
                text += xml(of: cell, at: letters(column) + String(index + 1), &strings, &places)
            }
            text += "</row>"
        }
        text += "</sheetData>"
        if !sheet.merged.isEmpty {
            let ranges = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }
            text += "<mergeCells count=\"\(ranges.count)\">\(ranges.joined())</mergeCells>"
        }
        return text + "</worksheet>"
    }

    private static func xml(
        of cell: Cell,
        at place: String,
        _ strings: inout [String],
        _ places: inout [String: Int]
    ) -> String {
        switch cell {
        case .none: return ""
        case .text(let value):
            let index = places[value] ?? strings.count
            if index == strings.count {
                strings.append(value)
                places[value] = index
            }
            return "<c r=\"\(place)\" t=\"s\"><v>\(index)</v></c>"
        case .inline(let value):
            return
                "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(value))</t></is></c>"
        case .number(let value): return "<c r=\"\(place)\"><v>\(value)</v></c>"
        case .date(let value): return "<c r=\"\(place)\" s=\"1\"><v>\(value)</v></c>"
        case .moment(let value): return "<c r=\"\(place)\" s=\"2\"><v>\(value)</v></c>"
        case .boolean(let value): return "<c r=\"\(place)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>"
        case .error(let value): return "<c r=\"\(place)\" t=\"e\"><v>\(escaped(value))</v></c>"
        case .formula(let code, let result):
            let value = result.map { "<v>\(escaped($0))</v>" } ?? ""
            return "<c r=\"\(place)\" t=\"str\"><f>\(escaped(code))</f>\(value)</c>"
        }
    }

    /// The letters of a column that is counted from 0.
    public static func letters(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(0x41 + column % 26)))
        return column < 26 ? letter : letters(column / 26 - 1) + letter
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
