import Testing

@testable import PermitReport

@Suite("A page of 80 columns")
struct PageTests {
    @Test("counts wide characters twice and marks not at all")
    func widths() {
        #expect(DisplayWidth.of("izin") == 4)
        #expect(DisplayWidth.of("許可") == 4)
        #expect(DisplayWidth.of("e\u{301}") == 1)
        #expect(DisplayWidth.cut("許可申請", to: 6) == "許可\u{2026}")
        #expect(DisplayWidth.cut("izin", to: 4) == "izin")
        #expect(DisplayWidth.cut("izin", to: 0) == "")
        #expect(DisplayWidth.printable("a\u{1B}[31m\nb\u{202E}") == "a [31m b")
    }

    @Test("wraps at spaces and breaks a word that is too long")
    func wraps() {
        #expect(Page.wrap("aa bb cc", to: 5) == ["aa bb", "cc"])
        #expect(Page.wrap("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
        #expect(Page.wrap("", to: 3) == [])
    }

    @Test("cuts the flexible columns of a table and never its numbers")
    func tables() {
        var table = TextTable([.name("type"), .number("n")])
        table.append([String(repeating: "x", count: 100), "1,234"])
        #expect(table.rendered(width: 20) == ["type               n", "xxxxxxxxxxxx\u{2026}  1,234"])
    }

    @Test(
        "draws a bar for a share",
        arguments: [(0, 0, 0), (0.001, 0, 1), (0.5, 5, 0), (1, 10, 0), (7, 10, 0)]
    )
    func bars(share: Double, full: Int, half: Int) {
        let bar = ShareBar.text(share, width: 10)
        #expect(bar.count == 10)
        #expect(bar.count { $0 == "\u{2588}" } == full)
        #expect(bar.count { $0 == "\u{258C}" } == half)
    }
}
