import TestSupport
import Testing

@testable import PermitLog

/// The rows of the largest table of a page.
private func tableRows(_ page: String) throws(LogError) -> [SeenRow] { try tableRows(Array(page.utf8)) }

private func tableRows(_ page: [UInt8]) throws(LogError) -> [SeenRow] {
    let tables = try PageTables(page, name: "a.xls")
    return try readAll(tables.rows(of: tables.largest)).rows
}

@Suite("A table of a page")
struct PageTableTests {
    @Test(
        "is read as a spreadsheet program shows it",
        arguments: [
            ("<table><tr><th>a</th><td>b</td></tr></table>", [SeenRow(1, ["a", "b"])]),
            ("<TABLE BORDER=1><TR><TD>a<TD>b<TR><TD>c", [SeenRow(1, ["a", "b"]), SeenRow(2, ["c"])]),
            (
                "<table><td>a</td><tr></tr><tr><td> <td>&nbsp;<td>b<td></tr></table>",
                [SeenRow(1, ["a"]), SeenRow(3, ["", "", "b"])]
            ),
            (
                "<table><tr><td colspan=2>a<td>b<tr><td rowspan='2'>c<td>d<td>e<tr><td>f<td>g</table>",
                [SeenRow(1, ["a", "a", "b"]), SeenRow(2, ["c", "d", "e"]), SeenRow(3, ["c", "f", "g"])]
            ),
            (
                "<table><tr><td rowspan=2 colspan=2>a<td>b<td rowspan=3>c<tr><td>d<tr><td>e</table>",
                [
                    SeenRow(1, ["a", "a", "b", "c"]), SeenRow(2, ["a", "a", "d", "c"]),
                    SeenRow(3, ["e", "", "", "c"]),
                ]
            ),
            (
                "<table><tr><td rowspan=3>a<tr><td><tr><td>b</table>",
                [SeenRow(1, ["a"]), SeenRow(3, ["a", "b"])]
            ),
            (
                "<table><tr><td>\n a <b>b</b>c\r\n<br>d<p>e</p>f&amp;&lt;&#65;&#x42;&eacute;&nope; 1 < 2</td></tr></table>",
                [SeenRow(1, ["a bc d e f&<AB\u{E9}&nope; 1 < 2"])]
            ),
            (
                "<script>'<table><tr>'</script><!-- <tr> --><table><!--x--><tr><td x:num=\"1>2\" style='mso-number-format:\"\\@\"'>0012"
                    + "<style>td{}</style></td></tr></table>", [SeenRow(1, ["0012"])]
            ),
        ]
    )
    func forms(_ page: String, _ wanted: [SeenRow]) throws { #expect(try tableRows(page) == wanted) }

    @Test("inside a cell is text of that cell and a table of its own")
    func nested() throws {
        let page = "<table><tr><td>a<table><tr><td>b<td>c<tr><td>d</table>e<td>f</table>"
        let tables = try PageTables(Array(page.utf8), name: "a.xls")
        #expect(tables.tables.map(\.rowCount) == [1, 2])
        #expect(tables.largest == 1)
        let outer = try readAll(tables.rows(of: 0))
        #expect(outer.rows == [SeenRow(1, ["a b c d e", "f"])])
        #expect(outer.findings.map(\.count) == [1])
        #expect(try readAll(tables.rows(of: 1)).rows == [SeenRow(1, ["b", "c"]), SeenRow(2, ["d"])])
    }

    @Test("is read in the encoding that its page names or shows")
    func encodings() throws {
        let latin: [UInt8] = Array("<table><tr><td>Jos\u{65}".utf8) + [0xE9, 0x80]
        #expect(try tableRows(latin) == [SeenRow(1, ["Jose\u{E9}\u{20AC}"])])
        for meta in [
            "<meta charset=Windows-1252>", "<META http-equiv=x content='text/html; charset=iso-8859-1'>",
        ] {
            #expect(try tableRows(Array(meta.utf8) + latin) == [SeenRow(1, ["Jose\u{E9}\u{20AC}"])])
        }
        #expect(try tableRows("<meta charset='utf-8'><table><tr><td>\u{E9}") == [SeenRow(1, ["\u{E9}"])])
        #expect(try tableRows("<table><tr><td>\u{E9}\u{A0}") == [SeenRow(1, ["\u{E9}"])])
        let error = #expect(throws: LogError.self) { try tableRows("<meta charset=big5><table><tr><td>") }
        #expect(error?.code == .encoding)
    }

    @Test("is missing from a page that has none, which is refused")
    func absent() {
        let error = #expect(throws: LogError.self) { try tableRows("<html><body>Not found") }
        #expect(error?.code == .notALog)
    }

    @Test("cannot grow without bound by its spans")
    func spans() {
        let wide = "<table><tr>" + String(repeating: "<td colspan=99999999999999999999>a", count: 17)
        #expect(throws: LogError.self) { try tableRows(wide) }
        let cell = "<td rowspan=1000 colspan=1000>" + String(repeating: "x", count: 10_000)
        let tall = "<table><tr>\(cell)" + String(repeating: "<tr><td>a", count: 100)
        let error = #expect(throws: LogError.self) { try tableRows(tall) }
        #expect(error?.code == .tooLarge)
    }

    @Test("that was made by a program has the cells that were put in")
    func roundTrip() throws {
        for seed in 0..<UInt64(seedCount(200)) {
            var generator = SeededGenerator(seed: seed)
            var wanted: [SeenRow] = []
            var page = "<html><table>"
            for number in 1...Int.random(in: 1...8, using: &generator) {
                let count = Int.random(in: 1...6, using: &generator)
                let cells = (0..<count)
                    .map { _ in ["", "x", "A & B", "<1>", "12"].randomElement(using: &generator) ?? "" }
                page += generator.oneIn(2) ? "<tr>" : "</tr>\n<TR class=a>"
                for cell in cells {
                    let text = cell.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                    page += generator.oneIn(2) ? "<td> \(text) </td>\n" : "<TH id='1'><b>\(text)</b>"
                }
                let kept = cells.reversed().drop(while: \.isEmpty).reversed()
                if !kept.isEmpty { wanted.append(SeenRow(number, Array(kept))) }
            }
            #expect(try tableRows(page) == wanted, "seed \(seed)")
        }
    }

    @Test("cut off or changed anywhere gives rows or an error")
    func damaged() {
        let whole = Array(
            "<html><meta charset=utf-8><!--c--><table a='b'><tr><td colspan=2>&eacute;<br></td></tr></table><script></script>"
                .utf8
        )
        for length in 0...whole.count { _ = try? tableRows(Array(whole[..<length])) }
        for seed in 0..<UInt64(seedCount(1000)) {
            var generator = SeededGenerator(seed: seed)
            var bytes = whole
            for _ in 0..<4 {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255,
                    using: &generator
                )
            }
            _ = try? tableRows(bytes)
        }
    }
}
