import PermitDocuments
import Testing

@Suite("The JSON writer")
struct JSONWriterTests {
    @Test("orders canonical members by the UTF-16 units of their names")
    func memberOrder() {
        // U+1F600 is D83D DE00 in UTF-16 and so stands before U+FB33, though its scalar is greater.
        let value = JSONValue.object(
            ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}", "", "10", "2"]
                .map {
                    .init($0, .null)
                }
        )
        #expect(
            value.canonical
                == "{\"\":null,\"\\r\":null,\"1\":null,\"10\":null,\"2\":null,\"\u{80}\":null,\"\u{F6}\":null,"
                + "\"\u{20AC}\":null,\"\u{1F600}\":null,\"\u{FB33}\":null}"
        )
    }

    @Test("sorts inner objects too and leaves lists in their order")
    func innerOrder() {
        let value: JSONValue = .object([
            "b": .array([.integer(2), .object(["d": .null, "c": .bool(true)])]), "a": .string("x"),
        ])
        #expect(value.canonical == #"{"a":"x","b":[2,{"c":true,"d":null}]}"#)
        #expect(value.compact == #"{"b":[2,{"d":null,"c":true}],"a":"x"}"#)
    }

    @Test("escapes only what must be escaped")
    func escapes() {
        let value = JSONValue.string("\u{0}\u{08}\t\n\u{0B}\u{0C}\r\u{1F} \"\\/\u{7F}é\u{2028}🏗")
        #expect(
            value.canonical == "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/\u{7F}é\u{2028}🏗\""
        )
    }

    @Test(
        "prints numbers as ECMAScript does",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (-2.25, "-2.25"), (100, "100"),
            (50.6423, "50.6423"), (0.1 + 0.2, "0.30000000000000004"), (1e15, "1000000000000000"),
            (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.5e21, "1.5e+21"),
            (123_456_789_012_345_683_968, "123456789012345680000"), (0.000001, "0.000001"),
            (0.0000015, "0.0000015"), (1e-7, "1e-7"), (-1.25e-9, "-1.25e-9"),
            (9_007_199_254_740_992, "9007199254740992"), (.leastNonzeroMagnitude, "5e-324"),
            (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (333_333_333.3333333, "333333333.3333333"),
        ] as [(Double, String)]
    )
    func numbers(number: Double, text: String) {
        #expect(JSONValue.number(number).canonical == text)
    }

    @Test("writes whole numbers exactly")
    func integers() {
        #expect(JSONValue.integer(.max).canonical == "9223372036854775807")
        #expect(JSONValue.integer(.min).compact == "-9223372036854775808")
    }

    @Test("indents for people and keeps short lists and small objects of plain values on one line")
    func pretty() {
        let value: JSONValue = .object([
            "cases": .integer(2), "empty": .array([]), "none": .object([]),
            "list": .array([.integer(1), .integer(2)]),
            "rows": .array([
                .object(["name": .string("a"), "n": .integer(1)]),
                .object(["name": .string("b"), "n": .null]),
            ]),
        ])
        #expect(
            value.pretty == """
                {
                  "cases": 2,
                  "empty": [],
                  "none": {},
                  "list": [1, 2],
                  "rows": [
                    {"name": "a", "n": 1},
                    {"name": "b", "n": null}
                  ]
                }
                """
        )
    }

    @Test("gives null for what is not known")
    func optionals() {
        #expect(JSONValue.optional(nil as Int?).compact == "null")
        #expect(JSONValue.optional(nil as Double?).compact == "null")
        #expect(JSONValue.optional(nil as String?).compact == "null")
        #expect(JSONValue.optional(3).compact == "3")
        #expect(JSONValue.optional(0.25).compact == "0.25")
        #expect(JSONValue.optional("x").compact == "\"x\"")
    }

    @Test("finds a member by its name")
    func members() {
        let value: JSONValue = .object(["a": .integer(1), "b": .string("x")])
        #expect(value["b"] == .string("x"))
        #expect(value["c"] == nil)
        #expect(JSONValue.null["a"] == nil)
    }
}
