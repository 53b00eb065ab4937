import PermitDocuments
import Testing

@Suite("The JSON parser")
struct JSONParserTests {
    private func parse(_ text: String) throws -> DocumentNode { try JSONParser.parse(text, file: "a.json") }

    @Test("keeps the order of members and gives every value its place")
    func positions() throws {
        let node = try parse("{\"b\": 1,\n  \"a\": [true, \"x\"]}")
        let entries = try #require(node.mapping)
        #expect(entries.map(\.key) == ["b", "a"])
        #expect(node.position.description == "a.json:1:1")
        #expect(entries[0].position.description == "a.json:1:2")
        #expect(entries[0].value.position.description == "a.json:1:7")
        #expect(entries[1].position.description == "a.json:2:3")
        let elements = try #require(node["a"]?.sequence)
        #expect(elements.map(\.position.description) == ["a.json:2:9", "a.json:2:15"])
        #expect(elements.map(\.scalar) == ["true", "x"])
    }

    @Test("counts columns in bytes and not from the byte order mark")
    func byteColumns() throws {
        let node = try parse("\u{FEFF}[\"é\", 1]")
        let elements = try #require(node.sequence)
        #expect(elements.map(\.position.column) == [2, 8])
    }

    @Test(
        "reads every escape",
        arguments: [
            (#""\n\t\r\b\f\"\\\/""#, "\n\t\r\u{08}\u{0C}\"\\/"),
            (#""\u0041\u00e9\u00E9""#, "Aéé"),
            (#""\u0000""#, "\0"),
            (#""\ud83c\udfd7""#, "🏗"),
            (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
            (#""\uFFFF""#, "\u{FFFF}"),
            ("\"plain \u{7F} text\"", "plain \u{7F} text"),
        ]
    )
    func escapes(text: String, meaning: String) throws {
        let scalar = try #require(try parse(text).scalar)
        #expect(Array(scalar.unicodeScalars) == Array(meaning.unicodeScalars))
    }

    @Test(
        "reads a number as it is written",
        arguments: [
            "0", "-0", "10", "-1.5", "0.001", "1e9", "1E+9", "2.5e-3", "123456789012345678901234567890",
        ]
    )
    func numbers(text: String) throws {
        #expect(try parse(text).scalar == text)
        #expect(try parse(" [\(text) ,\n\(text)]").sequence?.map(\.scalar) == [text, text])
    }

    @Test(
        "refuses what RFC 8259 does not call a number",
        arguments: [
            "01", "-", "+1", "1.", ".5", "1.e3", "1e", "1e+", "0x10", "0x1p3", "-inf", "inf", "nan", "-nan",
            "Infinity", "--1", "1-1", "00", "-01", "1ee5", "True", "nul",
        ]
    )
    func wrongNumbers(text: String) {
        let fault = #expect(throws: Diagnostic.self) { try parse("\n  \(text)") }
        #expect(fault?.position?.description == "a.json:2:3")
        #expect(fault?.message.contains("expected a JSON value") == true)
    }

    @Test(
        "says what is wrong and where",
        arguments: [
            ("", "1:1", "expected a JSON value, not the end of the text"),
            ("  ", "1:3", "expected a JSON value, not the end of the text"),
            ("[1", "1:3", "expected a comma or a closing bracket, not the end of the text"),
            ("[1 2]", "1:4", "expected a comma or a closing bracket, not \"2\""),
            ("[1,]", "1:4", "expected a JSON value, not \"]\""),
            ("{\"a\" 1}", "1:6", "expected a colon after the member's name, not \"1\""),
            ("{\"a\":1,}", "1:8", "expected a member's name in quotes, not \"}\""),
            ("{a: 1}", "1:2", "expected a member's name in quotes, not \"a\""),
            ("{\"a\":1 é}", "1:8", "expected a comma or a closing brace, not \"é\""),
            ("1_000", "1:2", "text after the end of the JSON value"),
            ("\n[1] 2", "2:5", "text after the end of the JSON value"),
            ("[\n \"ab", "2:2", "a text without its closing quote"),
            ("\"a\nb\"", "1:3", "a control character inside a text; write it as an escape"),
            ("\"a\\q\"", "1:3", "an escape that JSON does not know"),
            ("\"a\\", "1:3", "an escape that JSON does not know"),
            ("\"\\u12\"", "1:2", "an escape needs four hexadecimal digits"),
            ("\"\\u+12F\"", "1:2", "an escape needs four hexadecimal digits"),
            ("\"\\ud83c\"", "1:2", "half of a surrogate pair"),
            ("\"\\ud83cx\"", "1:2", "half of a surrogate pair"),
            ("\"\\ud83c\\u0041\"", "1:2", "half of a surrogate pair"),
            ("\"\\udfd7\"", "1:2", "half of a surrogate pair"),
            ("'a'", "1:1", "expected a JSON value, not \"'\""),
            ("[1] // note", "1:5", "text after the end of the JSON value"),
        ]
    )
    func faults(text: String, place: String, message: String) {
        let fault = #expect(throws: Diagnostic.self) { try parse(text) }
        #expect(fault?.description == "a.json:\(place): error: \(message)")
    }

    @Test("names a control character in words")
    func controlCharacter() {
        let fault = #expect(throws: Diagnostic.self) { try parse("{\"a\":1\u{0}}") }
        #expect(fault?.message == "expected a comma or a closing brace, not a control character")
    }

    @Test("reads 200 levels of nesting and refuses more, however deep")
    func depth() throws {
        let deepest = String(repeating: "[", count: 199) + "1" + String(repeating: "]", count: 199)
        #expect(try parse(deepest).sequence?.count == 1)
        for count in [200, 201, 1_000_000] {
            let fault = #expect(throws: Diagnostic.self) { try parse(String(repeating: "[", count: count)) }
            #expect(fault?.message == "nested deeper than 200 levels")
        }
        let objects = String(repeating: "{\"a\":", count: 300) + "1" + String(repeating: "}", count: 300)
        #expect(throws: Diagnostic.self) { try parse(objects) }
    }
}
