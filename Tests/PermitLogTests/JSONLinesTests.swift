import TestSupport
import Testing

@testable import PermitLog

@Suite("JSON Lines")
struct JSONLinesTests {
    @Test("are rows with a column for every key, in the order of their first use")
    func plain() throws {
        let seen = try SeenRows(
            jsonLines: """
                {"id": "007", "n": 12345678901234567890, "f": 1.50, "ok": true}

                {"n": null, "id": "8", "extra": "x", "ok": false}

                """
        )
        #expect(seen.columns == ["id", "n", "f", "ok", "extra"])
        #expect(seen.rows == ["1: 007|12345678901234567890|1.50|true|", "3: 8|||false|x"])
        #expect(seen.findings.isEmpty)
    }

    @Test("unwrap an object that holds one other, and keep its name")
    func wrapped() throws {
        let seen = try SeenRows(
            jsonLines: """
                {"IZINSTATUS": {"id_izin": "I-1", "kd_status": "10", "data_pnbp": {"kd_akun": "425", "nominal": 50000}}}
                {"OTHER": {"id_izin": "I-2"}}
                {"id_izin": "I-3", "kd_status": "50"}
                """
        )
        #expect(
            seen.columns == ["message", "id_izin", "kd_status", "data_pnbp.kd_akun", "data_pnbp.nominal"]
        )
        #expect(seen.rows == ["1: IZINSTATUS|I-1|10|425|50000", "2: OTHER|I-2|||", "3: |I-3|50||"])
    }

    @Test("leave an object alone whose key other records have beside others")
    func notWrapped() throws {
        let seen = try SeenRows(jsonLines: "{\"a\": {\"b\": 1}}\n{\"a\": {\"b\": 2}, \"c\": 3}\n")
        #expect(seen.columns == ["a.b", "c"])
        #expect(seen.rows == ["1: 1|", "2: 2|3"])
    }

    @Test("join plain lists, and give the objects of a list columns of their own")
    func lists() throws {
        let seen = try SeenRows(
            jsonLines:
                #"{"k":1,"a":["x","y\n",3,null],"b":[{"c":1},{"c":2,"d":"e"}],"m":["p",{"q":1},"r"],"e":[],"o":{}}"#
        )
        #expect(seen.columns == ["k", "a", "b.0.c", "b.1.c", "b.1.d", "m", "m.1.q", "e", "o"])
        #expect(seen.rows == ["1: 1|x; y\n; 3; |1|2|e|p; r|1||"])
        let many = "{\"a\": [" + (0..<20).map { "{\"b\": \($0)}" }.joined(separator: ",") + "]}"
        let long = try SeenRows(jsonLines: "{\"a\":1,\"c\":2}\n" + many)
        #expect(long.columns.count == 2 + 16)
        #expect(long.notes.count == 4)
        #expect(long.notes.first == "a.16 1 values of a key that the beginning of the file does not have")
    }

    @Test("decode what backslashes stand for")
    func escapes() throws {
        let seen = try SeenRows(
            jsonLines: #"{"a": "\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\ude00", "\u0062": "x\ud83dy", "c": "é😀"}"#
        )
        #expect(seen.columns == ["a", "b", "c"])
        #expect(seen.rows == ["1: \"\\/\u{8}\u{C}\n\r\té€😀|x\u{FFFD}y|é😀"])
        #expect(seen.notes == ["- 1 halves of surrogate pairs, which are no characters"])
    }

    @Test(
        "may be one list, or objects over several lines, one behind the other",
        arguments: [
            "[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":\"}{\"}]",
            "  [\n{\"a\":1,\"b\":\"x\"}\n,\n{\"a\":2,\"b\":\"}{\"}\n]\n",
            "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\n{\n  \"a\": 2,\n  \"b\": \"}{\"\n}\n",
            "{\"a\":1,\"b\":\"x\"}{\"a\":2,\"b\":\"}{\"}",
            "{\"a\":1,\r\"b\":\"x\"}\r{\"a\":2,\"b\":\"}{\"}\r",
        ]
    )
    func objects(text: String) throws {
        for chunk in [1, 3, .max] {
            let seen = try SeenRows(jsonLines: text, chunk: chunk)
            #expect(seen.columns == ["a", "b"])
            #expect(seen.rows == ["1: 1|x", "2: 2|}{"])
        }
    }

    @Test("may begin with a byte order mark, end in CRLF, and lack the last line end")
    func ends() throws {
        let seen = try SeenRows(jsonLines: "\u{FEFF}{\"a\":1}\r\n\r\n{\"a\":2},\r\n{\"a\":3}")
        #expect(seen.rows == ["1: 1", "3: 2", "4: 3"])
    }

    @Test(
        "reject a line that is no object, with the reason",
        arguments: [
            ("{\"a\": 1", "a comma or } is missing"), ("{\"a\": \"x", "a text is not closed"),
            ("{\"a\": NaN}", "a value is neither a text, a number, true, false nor null"),
            ("{\"a\": 01}", "a value is neither a text, a number, true, false nor null"),
            ("{\"a\": 1.}", "a value is neither a text, a number, true, false nor null"),
            ("{\"a\": tru}", "a value is neither a text, a number, true, false nor null"),
            ("{a: 1}", "a name in quotes is missing"), ("{\"a\" 1}", "a colon is missing"),
            ("{\"a\": 1,}", "a name in quotes is missing"),
            ("{\"a\": \"\\x\"}", "a text holds a wrong escape"),
            ("{\"a\": \"\\u12G4\"}", "a text holds a wrong escape"),
            ("{\"a\": \"\u{1}\"}", "a text holds a bare control character"),
            ("{\"a\": 1} x", "more text follows the object"), ("[1, 2]", "there is no object"),
            ("\"text\"", "there is no object"), ("{\"a\": [1 2]}", "a comma or ] is missing"),
        ]
    )
    func faults(line: String, reason: String) throws {
        for chunk in [1, 2, .max] {
            let seen = try SeenRows(jsonLines: "{\"a\": 1}\n{\"a\": 2}\n\(line)\n{\"a\": 4}\n", chunk: chunk)
            #expect(seen.rows == ["1: 1", "2: 2", "3: bad_json (\(reason))", "4: 4"])
        }
    }

    @Test("are rejected when they nest deeper than is read")
    func deep() throws {
        let deep = String(repeating: "{\"a\":", count: 2000) + "1" + String(repeating: "}", count: 2000)
        let lists = "{\"b\":" + String(repeating: "[", count: 200_000) + "\n"
        let seen = try SeenRows(jsonLines: "{\"a\":1,\"b\":2}\n\(deep)\n\(lists){\"a\":3,\"b\":4}\n")
        let reason = "bad_json (objects lie deeper than 64 in one another)"
        #expect(seen.rows == ["1: 1|2", "2: \(reason)", "3: \(reason)", "4: 3|4"])
    }

    @Test("go on behind an object over several lines that is broken")
    func brokenObject() throws {
        let text = "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": \"x\n  },\n  {\n    \"a\": 3\n  }\n]\n"
        #expect(try SeenRows(jsonLines: text).rows == ["1: 1", "2: bad_json (a text is not closed)", "3: 3"])
        let cut = "[\n  {\"a\": 1},\n  {\"a\": 2"
        #expect(
            try SeenRows(jsonLines: cut).rows == ["1: 1", "2: bad_json (the text ends inside an object)"]
        )
        let open = "[{\"a\": 1},"
        #expect(
            try SeenRows(jsonLines: open).rows == [
                "1: 1", "2: bad_json (the text ends before the list is closed)",
            ]
        )
        #expect(
            try SeenRows(jsonLines: "[1, {\"a\": 1}, x]").rows.map { $0.prefix(4) } == [
                "1: b", "2: 1", "3: b",
            ]
        )
    }

    @Test("use the last value of a key that comes twice, and say so")
    func duplicates() throws {
        let seen = try SeenRows(jsonLines: "{\"a\":1,\"b\":2,\"a\":3}\n{\"b\":4,\"a\":5}\n")
        #expect(seen.rows == ["1: 3|2", "2: 5|4"])
        #expect(seen.notes == ["a 1 a key that an object has twice; its last value is used"])
    }

    @Test("count keys that the beginning of the file does not have")
    func unknownKeys() throws {
        let line = "{\"a\":\"" + String(repeating: "x", count: 1000) + "\"}\n"
        let text =
            String(repeating: line, count: 1100)
            + "{\"a\":1,\"new\":{\"x\":1,\"y\":2}}\n{\"a\":2,\"new\":{\"x\":3}}\n"
        let seen = try SeenRows(jsonLines: text)
        #expect(seen.columns == ["a"])
        #expect(seen.rows.count == 1102)
        #expect(seen.rows.last == "1102: 2")
        let words = "values of a key that the beginning of the file does not have"
        #expect(seen.notes == ["new 2 \(words)"])
        #expect(seen.findings.first?.places.map(\.line) == [1101, 1102])
    }

    @Test("are rejected when they are longer than the limit, and the next is read")
    func longLines() throws {
        let long = "{\"a\":\"" + String(repeating: "x", count: 3000) + "\"}"
        for chunk in [100, .max] {
            let lines = try SeenRows(
                jsonLines: "{\"a\":1}\n{\"a\":2}\n\(long)\n{\"a\":4}\n",
                chunk: chunk,
                limit: 1000
            )
            #expect(lines.rows == ["1: 1", "2: 2", "3: field_too_long ()", "4: 4"])
            let list = try SeenRows(jsonLines: "[{\"a\":1},\(long),{\"a\":3}]", chunk: chunk, limit: 1000)
            #expect(list.rows == ["1: 1", "2: field_too_long ()", "3: 3"])
        }
    }

    @Test("take no more memory for a line without an end", .timeLimit(.minutes(1)))
    func endless() throws {
        let stream = EndlessStream("{\"a\":1}\n{\"a\":\"", then: 0x78, length: 20 << 20)
        let rows = try JSONLinesRows(stream, name: "a.jsonl", lineLimit: 1 << 16)
        var row = TextRow()
        #expect(try rows.next(&row))
        #expect(try rows.next(&row))
        #expect(row.fault == .fieldTooLong)
        #expect(try !rows.next(&row))
        #expect(stream.bytesRead == 20 << 20)
    }

    @Test("hand a fault of the file on, behind the lines before it")
    func failure() throws {
        let error = LogError(.truncatedGzip, "cut")
        let stream = ChunkedStream(Array("{\"a\":1}\n{\"a\":2".utf8), failure: error)
        let rows = try JSONLinesRows(stream, name: "a.jsonl", lineLimit: 1000)
        var row = TextRow()
        #expect(try rows.next(&row))
        #expect(throws: LogError.self) { try rows.next(&row) }
    }

    @Test("refuse a file without an object", arguments: ["[]", "{", "x", "1 2 3", "[1, 2]", "{\"a\""])
    func none(text: String) {
        #expect(throws: LogError.self) { try SeenRows(jsonLines: text) }
    }
}
