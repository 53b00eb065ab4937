import PermitDocuments
import Testing

@Suite("Reading a document")
struct DocumentReadingTests {
    private enum Colour: String, CaseIterable {
        case red
        case green
    }

    private func node(_ text: String) throws -> DocumentNode { try JSONParser.parse(text, file: "d.json") }

    @Test("asks whether a known key was meant")
    func unknownKey() throws {
        var reading = DocumentReading()
        let fields = reading.fields(
            try node("{\"limt\": 1,\n \"starts\": 2}"),
            "a clock",
            keys: ["limit", "starts"]
        )
        #expect(fields?.keys.sorted() == ["starts"])
        #expect(
            reading.diagnostics.map(\.description)
                == ["d.json:1:2: error: a clock: unknown key \"limt\"; did you mean \"limit\"?"]
        )
        #expect(reading.hasErrors)
    }

    @Test("lists the accepted keys when none is near")
    func strangeKey() throws {
        var reading = DocumentReading()
        _ = reading.fields(try node("{\"colour\": 1}"), "a clock", keys: ["limit", "starts", "stops"])
        #expect(
            reading.diagnostics.map(\.message)
                == ["a clock: unknown key \"colour\"; accepted: limit, starts or stops"]
        )
    }

    @Test("reports a repeated key where it stands again and keeps the first value")
    func repeatedKey() throws {
        var reading = DocumentReading()
        let fields = reading.fields(try node("{\"a\": \"first\",\n\"a\": \"second\"}"), "it", keys: ["a"])
        #expect(fields?["a"]?.scalar == "first")
        #expect(reading.diagnostics.map(\.description) == ["d.json:2:1: error: it: key \"a\" stands twice"])
    }

    @Test("goes on after a fault, so that one run names them all")
    func collects() throws {
        var reading = DocumentReading()
        let list = try node(#"[{}, "12", "x", "maybe", "blue", [1, {}]]"#)
        let elements = try #require(list.sequence)
        #expect(reading.text(elements[0], "a name") == nil)
        #expect(reading.integer(elements[1], "a day", in: 1...9) == nil)
        #expect(reading.integer(elements[2], "a day", in: 1...9) == nil)
        #expect(reading.flag(elements[3], "open") == nil)
        #expect(reading.choice(elements[4], "a colour", as: Colour.self) == nil)
        #expect(reading.texts(elements[5], "names") == ["1"])
        #expect(reading.entries(elements[1], "a mapping to be") == nil)
        #expect(
            reading.diagnostics.map(\.message) == [
                "a name is a text, not a mapping",
                "a day is a whole number from 1 to 9, not \"12\"",
                "a day is a whole number from 1 to 9, not \"x\"",
                "open is true or false, not \"maybe\"",
                "a colour is red or green, not \"blue\"",
                "names is a text, not a mapping",
                "a mapping to be is a mapping, not a single value",
            ]
        )
    }

    @Test("gives values without a word when all is well")
    func reads() throws {
        var reading = DocumentReading()
        #expect(reading.text(try node("\"x\""), "a") == "x")
        #expect(reading.integer(try node("9"), "a", in: 1...9) == 9)
        #expect(reading.flag(try node("false"), "a") == false)
        #expect(reading.choice(try node("\"green\""), "a", as: Colour.self) == .green)
        #expect(reading.texts(try node("[\"x\", \"y\"]"), "a") == ["x", "y"])
        #expect(reading.texts(try node("\"x\""), "a") == ["x"])
        #expect(reading.diagnostics.isEmpty)
        #expect(!reading.hasErrors)
    }

    @Test("shortens a long value in a message")
    func longValue() throws {
        var reading = DocumentReading()
        _ = reading.flag(try node("\"\(String(repeating: "x", count: 100_000))\""), "open")
        #expect(reading.diagnostics[0].message.utf8.count < 120)
    }

    @Test("does not take a warning for an error")
    func warning() throws {
        var reading = DocumentReading()
        reading.warning("look here", at: .init(file: "d", line: 1, column: 1))
        #expect(!reading.hasErrors)
        #expect(reading.diagnostics.map(\.description) == ["d:1:1: warning: look here"])
    }
}

@Suite("A diagnostic")
struct DiagnosticTests {
    @Test("reads as compilers print it, with or without a place")
    func description() {
        #expect(Diagnostic(.note, "see above").description == "note: see above")
        let both = Diagnostics([
            .init(.error, "a", at: .init(file: "f", line: 2, column: 3)), .init(.warning, "b"),
        ])
        #expect(both.description == "f:2:3: error: a\nwarning: b")
    }

    @Test("sorts errors before warnings before notes")
    func severities() {
        #expect([Diagnostic.Severity.note, .error, .warning].sorted() == [.error, .warning, .note])
    }
}
