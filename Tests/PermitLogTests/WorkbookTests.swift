import TestSupport
import Testing

@testable import PermitLog

/// A row of a sheet as a test sees it.
struct SeenRow: Equatable, CustomStringConvertible {
    var number: Int
    var cells: [String]

    init(_ number: Int, _ cells: [String]) { (self.number, self.cells) = (number, cells) }

    var description: String { "\(number): \(cells)" }
}

/// All rows of a source, and what it found.
func readAll(_ source: any RowSource) throws(LogError) -> (rows: [SeenRow], findings: [DirtFinding]) {
    var rows: [SeenRow] = []
    var row = TextRow()
    while try source.next(&row) { rows.append(SeenRow(row.number, row.texts)) }
    return (rows, source.findings)
}

/// The rows of a sheet of a workbook.
func sheetRows(_ bytes: [UInt8], sheet: Int = 0) throws(LogError) -> [SeenRow] {
    try readAll(Workbook(bytes, name: "a.xlsx", unpackedLimit: 1 << 26).rows(of: sheet)).rows
}

/// A workbook whose first sheet has some XML between `<sheetData>` and its end, and behind.
private func workbook(data: String, behind: String = "", strings: String? = nil) -> [UInt8] {
    var maker = WorkbookMaker([[]])
    let sheet = "<worksheet xmlns=\"m\"><sheetData>\(data)</sheetData>\(behind)</worksheet>"
    maker.parts["xl/worksheets/sheet1.xml"] = Array(sheet.utf8)
    if let strings { maker.parts["xl/sharedStrings.xml"] = Array("<sst>\(strings)</sst>".utf8) }
    return maker.bytes
}

@Suite("A workbook")
struct WorkbookTests {
    @Test("gives the cells of its sheets in its order, whatever they hold")
    func cells() throws {
        let maker = WorkbookMaker([
            .init(
                "Izin",
                [
                    ["id", "tanggal", .inline(" a < b ")], [], [.none, 7, .number("1.5E+3"), .none],
                    [
                        .date(45_292), .moment("45292.25"), .boolean(true), .boolean(false),
                        .formula("A1", result: "id"),
                    ],
                ]
            ), .init("Dua", [["x"]], isHidden: true),
        ])
        let book = try Workbook(maker.bytes, name: "a.xlsx", unpackedLimit: 1 << 20)
        #expect(book.sheets == [.init(name: "Izin", isHidden: false), .init(name: "Dua", isHidden: true)])
        let (rows, findings) = try readAll(book.rows(of: 0))
        #expect(
            rows == [
                SeenRow(1, ["id", "tanggal", " a < b "]), SeenRow(3, ["", "7", "1500"]),
                SeenRow(4, ["2024-01-01", "2024-01-01 06:00:00", "true", "false", "id"]),
            ]
        )
        #expect(findings.isEmpty)
        #expect(try readAll(book.rows(of: 1)).rows == [SeenRow(1, ["x"])])
        #expect(try readAll(book.rows(of: 0)).rows == rows)
    }

    @Test("counts days from 1904 where it says so")
    func from1904() throws {
        let bytes = WorkbookMaker([.init("A", [[.date(43_830)]])], is1904: true).bytes
        #expect(try sheetRows(bytes) == [SeenRow(1, ["2024-01-01"])])
    }

    @Test("says which cells it left empty, and which rows are hidden")
    func findings() throws {
        let rows: [[WorkbookMaker.Cell]] = [
            [.error("#N/A"), "a", .error("#REF!")], [.formula("B1", result: nil), "b"],
            [.number("1234567890123456")],
        ]
        let bytes = WorkbookMaker([.init("A", rows, hiddenRows: [2])]).bytes
        let (found, findings) = try readAll(
            Workbook(bytes, name: "a.xlsx", unpackedLimit: 1 << 20).rows(of: 0)
        )
        #expect(found == [SeenRow(1, ["", "a"]), SeenRow(2, ["", "b"]), SeenRow(3, ["1234567890123456"])])
        #expect(findings.map(\.kind) == [.leftOut, .leftOut, .leftOut, .damagedIDs])
        #expect(findings.map(\.count) == [2, 1, 1, 1])
        #expect(findings[0].detail.hasSuffix("A1 #N/A, C1 #REF!"))
        #expect(findings[1].detail.hasSuffix("A2"))
        #expect(findings[2].places == [LogPosition(file: "a.xlsx", .row, 2)])
    }

    @Test("repeats the value of merged cells in each of them, and takes a row of nothing else for blank")
    func merged() throws {
        let rows: [[WorkbookMaker.Cell]] = [
            ["Judul"], ["No", "Jumlah", .none, .none, "x"], [.none, "Jan", "Feb", "Mar"],
            [1, "under", "a", "b"], [.none],
            [.none, "c"],
        ]
        let bytes = WorkbookMaker(rows, merged: ["A1:C1", "B2:D2", "A2:A3", "A4:A6"]).bytes
        #expect(
            try sheetRows(bytes) == [
                SeenRow(1, ["Judul", "Judul", "Judul"]),
                SeenRow(2, ["No", "Jumlah", "Jumlah", "Jumlah", "x"]),
                SeenRow(3, ["No", "Jan", "Feb", "Mar"]), SeenRow(4, ["1", "under", "a", "b"]),
                SeenRow(6, ["1", "c"]),
            ]
        )
        let covered = WorkbookMaker([["a", "hidden", "b"]], merged: ["A1:B1"]).bytes
        let (found, findings) = try readAll(Workbook(covered, name: "a", unpackedLimit: 1 << 20).rows(of: 0))
        #expect(found == [SeenRow(1, ["a", "a", "b"])])
        #expect(findings.map(\.detail) == ["values hidden under merged cells: B1"])
    }

    @Test("may leave out addresses, have prefixes, comments and strange elements")
    func loose() throws {
        let data = """
            <x:row><x:c><x:v>1</x:v></x:c><x:c t='inlineStr'><x:is><x:r><x:rPr><x:b/></x:rPr><x:t>a</x:t></x:r><x:r><x:t>b</x:t>\
            </x:r><x:rPh sb='0' eb='1'><x:t>no</x:t></x:rPh></x:is></x:c></x:row><!-- c --><row r='5'><c r='C5'><f>1</f>\
            <v>2</v><extLst><v>9</v></extLst></c><c><v>3</v></c></row>
            """
        #expect(
            try sheetRows(workbook(data: data)) == [
                SeenRow(1, ["1", "ab"]), SeenRow(5, ["", "", "2", "3"]),
            ]
        )
    }

    @Test("joins the runs of shared strings and undoes their escapes")
    func strings() throws {
        let strings = """
            <si><r><t>a</t></r><r><rPr><b/></rPr><t xml:space='preserve'> b</t></r><rPh><t>x</t></rPh></si>\
            <si><t>c_x000D_\nd_x005F_x0041__x0007__xD83D__xDE00__xD800_</t></si><si/>
            """
        let data = "<row><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>0</v></c></row>"
        #expect(
            try sheetRows(workbook(data: data, strings: strings)) == [
                SeenRow(1, ["c\r\nd_x0041_ \u{1F600}\u{FFFD}", "", "a b"])
            ]
        )
    }

    @Test(
        "with a broken sheet is refused at the row",
        arguments: [
            ("<row r='2'/><row r='2'/>", "row 2 stands behind row 2"), ("<row r='1048577'/>", "1048576 rows"),
            ("<row r='1'><c r='B1'/><c r='A1'/></row>", "not in order"),
            ("<row r='1'><c r='XFE1'/></row>", "16384 columns"),
            ("<row r='1'><c r='9'/></row>", "no address"), ("<row><c t='s'><v>0</v></c></row>", "string"),
            ("<row><c></row>", "not well-formed"), ("<row r='x'/>", "no number"),
        ]
    )
    func broken(_ data: String, _ words: String) {
        let error = #expect(throws: LogError.self) { try sheetRows(workbook(data: data)) }
        #expect(error?.code == .damaged)
        #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }

    @Test("with a document type is refused")
    func entities() {
        var maker = WorkbookMaker([["a"]])
        maker.parts["xl/sharedStrings.xml"] = Array(
            "<!DOCTYPE sst [<!ENTITY a 'b'>]><sst><si><t>&a;</t></si></sst>".utf8
        )
        let error = #expect(throws: LogError.self) { try sheetRows(maker.bytes) }
        #expect(error?.description.contains("document type") == true)
    }

    @Test("whose strings or merged cells would grow without bound is refused or cut, with a finding")
    func growing() throws {
        let long = String(repeating: "x", count: 1 << 20)
        let cells = String(repeating: "<c t='s'><v>0</v></c>", count: 100)
        let bomb = workbook(data: "<row>\(cells)</row>", strings: "<si><t>\(long)</t></si>")
        let error = #expect(throws: LogError.self) { try sheetRows(bomb) }
        #expect(error?.code == .tooLarge)
        let rows = (1...40).map { "<row r='\($0)'><c r='A\($0)'><v>1</v></c></row>" }.joined()
        let merged = workbook(
            data: "<row><c t='inlineStr'><is><t>\(long)</t></is></c></row>",
            behind: "<mergeCells><mergeCell ref='A1:XFD1'/></mergeCells>"
        )
        let (wide, findings) = try readAll(Workbook(merged, name: "a", unpackedLimit: 1 << 26).rows(of: 0))
        #expect(wide.map(\.cells.count) == [64])
        #expect(findings.map(\.detail) == ["merged ranges whose value is not repeated"])
        let many = workbook(
            data: rows,
            behind: "<mergeCells>" + String(repeating: "<mergeCell ref='A1:B9'/>", count: 2000)
                + "</mergeCells>"
        )
        let source = try Workbook(many, name: "a", unpackedLimit: 1 << 20).rows(of: 0)
        #expect(try readAll(source).findings.map(\.count) == [8, 1999])
    }

    @Test("cut off at any byte, or changed anywhere, gives rows or an error")
    func damaged() {
        let rows: [[WorkbookMaker.Cell]] = [
            ["a", .inline("b"), 3], [.date(45_000), .error("#N/A"), .boolean(true)],
        ]
        let whole = WorkbookMaker(rows, merged: ["A1:A2"]).bytes
        for length in stride(from: 0, to: whole.count, by: 1) {
            #expect(throws: LogError.self) { try sheetRows(Array(whole[..<length])) }
        }
        for seed in 0..<UInt64(seedCount(300)) {
            var generator = SeededGenerator(seed: seed)
            var maker = WorkbookMaker(rows, merged: ["A1:A2"])
            for path in [
                "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
            ]
            where generator.oneIn(2) {
                maker.parts[path] = changed(part(path, of: whole), &generator)
            }
            _ = try? sheetRows(maker.bytes)
        }
    }

    private func part(_ path: String, of bytes: [UInt8]) -> [UInt8] {
        guard
            let zip = try? ZipArchive(bytes, name: "", limit: 1 << 20), let entry = zip.entry(path),
            let reader = try? zip.open(entry)
        else { return [] }
        return (try? readPiece(reader, room: 1 << 16)) ?? []
    }

    private func changed(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<3 {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            if generator.oneIn(3) {
                bytes.remove(at: place)
            } else {
                bytes[place] = Array("0123456789<>\"=/rcsvt&;".utf8).randomElement(using: &generator) ?? 0
            }
        }
        return bytes
    }
}

@Suite("What is no workbook")
struct NoWorkbookTests {
    @Test(
        "is named, with the advice to save as .xlsx",
        arguments: [
            ("xl/workbook.bin", ".xlsb"), ("content.xml", ".ods"), ("word/document.xml", ".docx"),
            ("Index/Document.iwa", "Numbers"),
        ]
    )
    func archives(_ path: String, _ words: String) {
        let bytes = ZipMaker.archive([(path, [])])
        let error = #expect(throws: LogError.self) { try Workbook(bytes, name: "a", unpackedLimit: 1 << 20) }
        #expect(error?.code == .notALog)
        #expect(error?.message.contains(words) == true)
        #expect(error?.message.contains("save as .xlsx") == true)
    }

    @Test("is an archive of other files, or an empty one")
    func others() {
        for bytes in [ZipMaker.archive([("a.csv", [])]), ZipMaker.archive([])] {
            let error = #expect(throws: LogError.self) {
                try Workbook(bytes, name: "a", unpackedLimit: 1 << 20)
            }
            #expect(error?.message.contains("without a workbook") == true)
        }
    }

    @Test("is told by its first bytes")
    func starts() {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let excel = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"
        #expect(SpreadsheetStart(compound) == .binary)
        #expect(SpreadsheetStart(compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }) == .protected)
        #expect(SpreadsheetStart(excel.utf8) == .spreadsheetML)
        #expect(SpreadsheetStart(page.utf8) == .page)
        #expect(SpreadsheetStart("\u{FEFF}\n <TABLE border=1>".utf8) == .page)
        #expect(SpreadsheetStart("MIME-Version: 1.0\n".utf8) == .webArchive)
        #expect(SpreadsheetStart(WorkbookMaker([["a"]]).bytes) == .archive)
        #expect(SpreadsheetStart("<?xml version=\"1.0\"?><log>".utf8) == nil)
        #expect(SpreadsheetStart("id,activity\n".utf8) == nil)
        #expect(SpreadsheetStart([UInt8]()) == nil)
        #expect(SpreadsheetStart.binary.refusal(file: "a")?.message.contains("save as .xlsx") == true)
        #expect(SpreadsheetStart.protected.refusal(file: "a")?.message.contains("password") == true)
        #expect(SpreadsheetStart.page.refusal(file: "a") == nil)
    }
}
