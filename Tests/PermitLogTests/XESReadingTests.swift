import PermitLog
import TestSupport
import Testing
import WorkingTime

@Suite("An XES file")
struct XESReadingTests {
    static func event(_ activity: String?, _ time: String?, _ more: String = "") -> String {
        "<event>" + (activity.map { "<string key=\"concept:name\" value=\"\($0)\"/>" } ?? "")
            + (time.map { "<date key=\"time:timestamp\" value=\"\($0)\"/>" } ?? "") + more + "</event>"
    }

    static func trace(_ name: String?, _ parts: String...) -> String {
        "<trace>" + (name.map { "<string key=\"concept:name\" value=\"\($0)\"/>" } ?? "") + parts.joined()
            + "</trace>\n"
    }

    static let good = trace(
        "ok",
        event("A", "2024-01-01T08:00:00.000+07:00"),
        event("B", "2024-01-01T09:00:00.000+07:00")
    )

    static func log(_ parts: String...) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!-- a <log> -->\n<log xes.version=\"1.0\">\n"
            + parts.joined() + "</log>\n"
    }

    func read(_ text: String, _ adjust: (inout ReadRequest) -> Void = { _ in }) throws -> SeenLog {
        try SeenLog(text, suffix: ".xes", adjust)
    }

    @Test("gives the events of its traces, numbered through the file")
    func events() throws {
        let seen = try read(Self.log(Self.good, Self.trace("x", Self.event("C", "2024-02-01"))))
        #expect(seen.activities(of: "ok") == ["A", "B"])
        #expect(seen.events.map(\.order) == [1, 2, 3])
        #expect(seen.log.position(ofOrder: 3).event == 3)
        #expect(seen.log.position(ofOrder: 3).line == nil)
    }

    @Test("may hold comments, CDATA, processing instructions, nested attributes, lists and text between")
    func structure() throws {
        let list = """
            <list key="l"><values><list key="m"><values><string key="concept:name" value="no"/></values></list></values>
            </list><container key='c'><string key='time:timestamp' value='no'/></container>
            """
        let nested = "<string key=\"n\" value=\"1\"><string key=\"concept:name\" value=\"no\"/></string>"
        let text = Self.log(
            "<extension name=\"Concept\" prefix=\"concept\" uri=\"u\"/><?pi <trace> ?>",
            "<global scope=\"event\"><string key=\"concept:name\" value=\"no\"/></global>",
            "<classifier name=\"c\" keys=\"k\"/><string key=\"concept:name\" value=\"the log\">\(nested)</string>",
            "<![CDATA[ <trace><event></event></trace> ]]>",
            Self.trace(
                "x",
                nested,
                list,
                Self.event("A", "2024-01-01", nested + list),
                " text ",
                "<!-- <event/> -->"
            )
        )
        let seen = try read(text)
        #expect(seen.events.map(\.activity) == ["A"])
        #expect(seen.events.map(\.caseID) == ["x"])
    }

    @Test("may name its trace after the events, and write tags in any usual way")
    func spelling() throws {
        let text = """
            <log ><trace ><event ><date value='2024-01-01'  key='time:timestamp'></date>
            <string key = "concept:name"
              value="A" /></event ><event/>
            <string key="concept:name" value="late"></string></trace><trace/></log >
            """
        let seen = try read(text)
        #expect(seen.events.map(\.caseID) == ["late"])
        #expect(seen.rejects == ["2 empty_activity"])
    }

    @Test("has its entities decoded")
    func entities() throws {
        let seen = try read(
            Self.log(
                Self.trace(
                    "izin&#8211;01&#x41;",
                    Self.event("Bayar &amp; cetak &quot;SK&quot; &lt;&apos;&gt;\n x", "2024-01-01")
                )
            )
        )
        #expect(seen.events.map(\.caseID) == ["izin–01A"])
        #expect(seen.events.map(\.activity) == ["Bayar & cetak \"SK\" <'>  x"])
    }

    @Test("may be in ISO 8859-1")
    func latin() throws {
        let text =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><log>".utf8)
            + Array("<trace><string key=\"concept:name\" value=\"caf".utf8) + [0xE9]
            + Array("\"/>\(Self.event("A", "2024-01-01"))</trace></log>".utf8)
        let seen = try SeenLog(bytes: text, suffix: ".xes")
        #expect(seen.events.map(\.caseID) == ["café"])
    }

    @Test(
        "has bad events rejected with number and reason",
        arguments: [
            (event("A", nil), "empty_time"),
            (event("A", ""), "empty_time"),
            (event(nil, "2024-01-01"), "empty_activity"),
            (event("A", "not-a-date"), "bad_time"),
            (event("A", "2024-02-30T08:00:00+07:00"), "impossible_date"),
            (event("A", "2964-01-01T08:00:00+07:00"), "time_out_of_range"),
        ]
    )
    func badEvents(_ event: String, _ reason: String) throws {
        let seen = try read(
            Self.log(Self.good, Self.trace("x", event, Self.event("B", "2024-01-01T09:00:00Z")))
        )
        #expect(seen.rejects == ["3 \(reason)"])
        #expect(seen.log.account.used == 3)
    }

    @Test("has the events of a trace without name, and those outside traces, rejected")
    func noCase() throws {
        let seen = try read(
            Self.log(Self.good, Self.trace(nil, Self.event("A", "2024-01-01")), Self.event("B", "2024-01-01"))
        )
        #expect(seen.rejects == ["3 empty_case", "4 empty_case"])
        #expect(seen.log.account.rows == 4)
    }

    @Test("has a time without zone rejected under strictness")
    func strict() throws {
        let seen = try read(Self.log(Self.trace("x", Self.event("A", "2024-01-01T08:00:00")))) {
            $0.isStrict = true
        }
        #expect(seen.rejects == ["1 time_without_zone"])
    }

    @Test("joins traces of the same name")
    func sameName() throws {
        let seen = try read(Self.log(Self.good, Self.good))
        #expect(seen.partitions.flatMap(\.cases).count == 1)
        #expect(seen.partitions.flatMap(\.cases).map(\.duplicates) == [2])
    }

    @Test("gives trace attributes as `case:KEY`, and as KEY where no event attribute has it")
    func facts() throws {
        let text = Self.log(
            Self.trace(
                "x",
                "<string key=\"channel\" value=\"Desk\"/>",
                Self.event("A", "2024-01-01", "<string key=\"unit\" value=\"u1\"/>"),
                Self.event("B", "2024-01-02", "<string key=\"channel\" value=\"Post\"/>"),
                "<date key=\"enddate\" value=\"2024-03-01\"/>"
            ),
            Self.trace("y", Self.event("A", "2024-01-01"))
        )
        let seen = try read(text) { $0.extraColumns = ["case:channel", "channel", "unit", "case:enddate"] }
        #expect(seen.facts("case:channel")["x"]?.allSatisfy { $0 == "Desk" } == true)
        #expect(seen.facts("channel") == ["x": ["Desk", "Post"], "y": ["-"]])
        #expect(seen.facts("unit")["x"] == ["u1", "-"])
        #expect(seen.facts("case:enddate")["x"]?.first == "2024-03-01")
    }

    @Test("has a tag longer than the limit passed over, and its event rejected")
    func longTag() throws {
        let long = "<string key=\"note\" value=\"" + String(repeating: "x>", count: 2_000_000) + "\"/>"
        let text = Self.log(
            Self.trace("x", Self.event("A", "2024-01-01", long), Self.event("B", "2024-01-02"))
        )
        let seen = try read(text) { $0.recordBytes = 1 << 20 }
        #expect(seen.rejects == ["1 field_too_long"])
        #expect(seen.activities(of: "x") == ["B"])
        let nested = Self.log(
            Self.trace("x", "<string key=\"a\" value=\"\">\(long)</string>", Self.event("B", "2024-01-02"))
        )
        #expect(try read(nested) { $0.recordBytes = 1 << 20 }.activities(of: "x") == ["B"])
    }

    @Test(
        "that is damaged or something else is an error with a place",
        arguments: [
            (log(good).dropLast(8).description, LogError.Code.truncatedXES),
            (
                "<log>" + good + "<trace><string key=\"concept:name\" value=\"x\"/><event><string key=\"con",
                .truncatedXES
            ),
            ("<log><trace></log>", .malformedXES),
            ("<log><trace></trace></log><log></log>", .malformedXES),
            ("<log><trace><event key=5/></trace></log>", .malformedXES),
            ("<log>< trace></log>", .malformedXES),
            ("<!DOCTYPE log [<!ENTITY x SYSTEM \"file\">]><log/>", .malformedXES),
            ("<html><body/></html>", .notALog),
            ("<log><objects><object/></objects></log>", .notALog),
            ("<!-- nothing -->", .notALog),
            ("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><log/>", .encoding),
        ]
    )
    func faults(_ text: String, _ code: LogError.Code) throws {
        let error = try #require(readError(Array(text.utf8), suffix: ".xes"))
        #expect(error.code == code)
        #expect(error.position != nil)
    }

    @Test("that is cut says what was read before")
    func truncated() throws {
        let text = Self.log(
            Self.good,
            Self.trace("x", Self.event("C", "2024-01-01"), Self.event("D", "2024-01-01"))
        )
        let cut = try #require(
            text.utf8.count > 60 ? readError(Array(text.utf8.dropLast(60)), suffix: ".xes") : nil
        )
        #expect(cut.code == .truncatedXES)
        #expect(cut.readSoFar == LogError.ReadSoFar(rows: 3, events: 3, cases: 2))
        #expect(cut.description.contains("read before: 3 rows, 3 events, 2 cases"))
    }

    @Test("may be cut anywhere or have any byte changed without a crash")
    func anyDamage() throws {
        let text = Array(
            Self.log(Self.good, Self.trace("x", Self.event("C&amp;", "2024-01-01"), "<!-- c -->")).utf8
        )
        for length in stride(from: 1, to: text.count - 8, by: 3) {
            #expect(readError(Array(text[0..<length]), suffix: ".xes") != nil, "cut at \(length)")
        }
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<seedCount(400) {
            var damaged = text
            let index = Int.random(in: 0..<damaged.count, using: &generator)
            damaged[index] = UInt8.random(in: 0...255, using: &generator)
            let file = TemporaryFile(damaged, suffix: ".xes")
            if let log = try? LogReader.read(ReadRequest(sources: [file.path])) {
                let account = log.account
                #expect(account.rows == account.used + account.rejected + account.ignored)
                #expect(try log.organizeAll().reduce(0) { $0 + $1.events.count } == account.used)
            }
        }
    }

    @Test("is read the same compressed, and beside a table")
    func mixed() throws {
        let xes = TemporaryFile(gzipped(Array(Self.log(Self.good).utf8)), suffix: ".xes.gz")
        let table = TemporaryFile("case_id,activity,timestamp\nok,C,2024-01-01T10:00:00+07:00\n")
        let seen = try SeenLog(ReadRequest(sources: [xes.path, table.path]))
        #expect(seen.activities(of: "ok") == ["A", "B", "C"])
        #expect(seen.log.position(ofOrder: 4) == LogPosition(file: table.path, line: 2))
    }
}
