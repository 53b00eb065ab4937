import TestSupport
import Testing

@testable import PermitLog

/// The pieces of a document in a short notation: `<a x=1>`, `"text"`, `</>`.
private func pieces(_ document: String, chunk: Int = 1 << 18) throws(LogError) -> [String] {
    try pieces(Array(document.utf8), chunk: chunk)
}

private func pieces(_ document: [UInt8], chunk: Int = 1 << 18) throws(LogError) -> [String] {
    var scanner = try XMLScanner(ArraySource(document), file: "a.xml", capacity: chunk)
    var all: [String] = []
    var text = ""
    while true {
        let token = try scanner.next()
        if token != .text, !text.isEmpty {
            all.append("\"\(text)\"")
            text = ""
        }
        switch token {
        case .open:
            let value = try scanner.attribute(elementNumber("x"))
            all.append("<\(scanner.nameText)\(value.map { " x=\($0)" } ?? "")>")
        case .close: all.append("</>")
        case .text: text += scanner.text
        case .end: return all
        }
    }
}

@Suite("An XML scanner")
struct XMLScannerTests {
    @Test(
        "reads tags, values and text",
        arguments: [
            ("<a/>", ["<a>", "</>"]),
            ("<a>t</a>", ["<a>", "\"t\"", "</>"]),
            (
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<n:a n:x='1' y=\"2\"> </n:a >\n",
                ["<a x=1>", "\" \"", "</>"]
            ),
            (
                "<a xmlns:x='u' x='&lt;&#65;&#x42;&amp;'>&quot;&apos;\r\n\r&gt;</a>",
                ["<a x=<AB&>", "\"\"'\n\n>\"", "</>"]
            ),
            (
                "<!--a--><a>b<!-- <c> -- -->c<?d e?>f<![CDATA[<&]]]]></a><!--g-->",
                ["<a>", "\"bcf<&]]\"", "</>"]
            ),
            (
                "\u{FEFF}<elementWithALongName><b x='a\tb'/></elementWithALongName>",
                ["<elementWithALongName>", "<b x=a b>", "</>", "</>"]
            ),
        ]
    )
    func tokens(_ document: String, _ wanted: [String]) throws {
        for chunk in [16, 17, 64, 1 << 18] {
            #expect(try pieces(document, chunk: chunk) == wanted, "\(chunk)")
        }
    }

    @Test(
        "refuses what is no XML or no safe XML",
        arguments: [
            ("", "holds no element"), ("<a>", "ends in the middle"), ("<a></b>", "not the one last opened"),
            ("<a/><b/>", "second element"), ("a<b/>", "outside all"), ("<a>&b;</a>", "no entity"),
            ("<a>&#1;</a>", "no entity"), ("<a x=1/>", "not in quotes"), ("<a x/>", "no value"),
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "document type"),
            ("<a><![CDATA[b", "ends in the middle"),
            ("<a>\u{1}</a>", "control character"), ("<?xml version='1.0' encoding='EBCDIC'?><a/>", "EBCDIC"),
            (String(repeating: "<a>", count: 1001), "nested"), ("< a/>", "followed by a name"),
        ]
    )
    func refused(_ document: String, _ words: String) {
        let error = #expect(throws: LogError.self) { try pieces(document) }
        #expect(
            error?.description.lowercased().contains(words.lowercased()) == true,
            "\(String(describing: error))"
        )
    }

    @Test("refuses UTF-16 by its name")
    func wide() {
        let error = #expect(throws: LogError.self) { try pieces([0xFF, 0xFE, 0x3C, 0, 0x61, 0]) }
        #expect(error?.code == .encoding)
    }

    @Test("gives long text in pieces without tearing what belongs together")
    func longText() throws {
        let inside = String(repeating: "x&amp;\r\n", count: 5000)
        let wanted = ["<a>", "\"\(String(repeating: "x&\n", count: 5000))\"", "</>"]
        for chunk in [64, 100, 1000] { #expect(try pieces("<a>\(inside)</a>", chunk: chunk) == wanted) }
        let sections = "<a><![CDATA[" + String(repeating: "]]x]>", count: 3000) + "]]></a>"
        #expect(try pieces(sections, chunk: 64) == pieces(sections))
    }

    @Test("meets damaged documents with an error or with pieces, never otherwise")
    func damaged() {
        let whole = Array("<?xml version='1.0'?><a x='1&amp;'>b<!--c--><d/>&#65;<![CDATA[e]]></a>".utf8)
        for length in 0...whole.count { _ = try? pieces(Array(whole[..<length]), chunk: 16) }
        for seed in 0..<UInt64(500) {
            var generator = SeededGenerator(seed: seed)
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
                    in: 0...255,
                    using: &generator
                )
            }
            let small = try? pieces(bytes, chunk: 16)
            #expect(small == (try? pieces(bytes)), "seed \(seed)")
        }
    }
}
