import PermitLog
import TestSupport
import Testing
import WorkingTime

@Suite("A log that is converted")
struct ConversionTests {
    /// Writes the rows of a random log as a table and reads it.
    private func read(_ log: RandomCases) throws -> LogConversion {
        let file = TemporaryFile("", suffix: ".csv")
        var writer = try TableWriter(file.path, columns: RandomCases.columns, zone: .jakarta)
        for row in log.rows { try writer.write(row) }
        try writer.finish()
        return try LogConversion(reading: file.path) { $0.workers = 2 }
    }

    @Test("has the cases in the order of their first row, with all attributes and events")
    func everything() throws {
        for seed in 0..<UInt64(seedCount(60)) {
            let log = RandomCases(seed: seed, hasDates: true)
            let isSame = try read(log).cases.sortedByKey == log.cases.sortedByKey
            #expect(isSame, "seed \(seed)")
        }
    }

    @Test("reads back the same from every format", arguments: WrittenForm.allCases)
    func roundTrip(form: WrittenForm) throws {
        for seed in 0..<UInt64(seedCount(60)) {
            let log = RandomCases(seed: seed, hasDates: form != .jsonocel)
            let file = try form.write(read(log))
            let again = try LogConversion(reading: file.path)
            let isSame = again.cases.sortedByKey == log.cases.sortedByKey
            #expect(isSame, "seed \(seed)")
        }
    }

    @Test(
        "takes columns that never change within a permit for attributes of the permit, unless names say otherwise"
    )
    func levels() throws {
        let table = TemporaryFile(
            """
            caseid,activity,timestamp,office,note,lifecycle:transition,
            1,a,2024-01-01T00:00:00Z,X,n,complete,7
            1,b,2024-01-02T00:00:00Z,X,,complete,8
            2,a,2024-01-03T00:00:00Z,Y,n,complete,9

            """
        )
        let plain = try LogConversion(reading: table.path)
        #expect(plain.columns.map(\.key) == ["office", "note", "lifecycle:transition", "column 4"])
        #expect(plain.columns.map(\.isOfCase) == [true, false, false, false])
        let named = TemporaryFile(
            """
            case:concept:name,concept:name,time:timestamp,office,case:kind,case:mood
            1,a,2024-01-01T00:00:00Z,X,k,up
            1,b,2024-01-02T00:00:00Z,X,k,down

            """
        )
        let stated = try LogConversion(reading: named.path)
        #expect(stated.columns.map(\.key) == ["office", "kind", "mood"])
        #expect(stated.columns.map(\.isOfCase) == [false, true, false])
    }

    @Test("keeps no personal column and no column without a value")
    func personal() throws {
        let table = TemporaryFile(
            "caseid,activity,timestamp,NAMA ,empty,kbli,user,nib\n1,a,2024-01-01T00:00:00Z,Siti,,47,Ani,9120001234567\n"
        )
        let conversion = try LogConversion(reading: table.path) { request in
            var profile = Profile(name: "p")
            profile.personal = ["nama", "user"]
            profile.nib = ["nib"]
            request.profile = profile
        }
        #expect(conversion.columns.map(\.name) == ["kbli", "nib"])
        let text = String(decoding: try WrittenForm.jsonl.write(conversion).bytes, as: UTF8.self)
        let line =
            #"{"case":"1","activity":"a","time":"2024-01-01T07:00:00+07:00","case:kbli":"47","case:nib":"*********4567"}"#
        #expect(text == line + "\n")
    }

    @Test("has numbers for the ids of permits that may not be shown")
    func ids() throws {
        let table = TemporaryFile(
            """
            caseid,activity,timestamp
            9120001234567,a,2024-01-01T00:00:00Z
            9120001234568,a,2024-01-02T00:00:00Z
            9120001234567,b,2024-01-03T00:00:00Z

            """
        )
        var request = ReadRequest(sources: [table.path])
        request.keepsAllColumns = true
        let conversion = try LogConversion(LogReader.read(request), caseIDs: .lastFour)
        #expect(conversion.cases.map(\.id) == ["permit 1", "permit 2"])
        #expect(conversion.cases.map(\.events.count) == [2, 1])
    }

    @Test("keeps the types of the attributes of XES")
    func types() throws {
        let attributes = """
            <int key="n" value="7"/><float key="f" value="12.5"/><boolean key="b" value="true"/>\
            <date key="d" value="2024-01-02T09:00:00.250+07:00"/><string key="s" value="007"/>
            """
        let text = """
            <log><trace><string key="concept:name" value="1"/>\(attributes)<int key="m" value="1"/>\
            <event><string key="concept:name" value="a"/><date key="time:timestamp" value="2024-01-01T00:00:00Z"/>\
            \(attributes)<int key="bad" value="x"/></event></trace>\
            <trace><string key="concept:name" value="2"/><string key="m" value="two"/></trace></log>
            """
        let file = TemporaryFile(text, suffix: ".xes")
        let conversion = try LogConversion(reading: file.path)
        let typed: [WrittenAttribute] = [
            WrittenAttribute("n", .integer(7)), WrittenAttribute("f", .decimal("12.5")),
            WrittenAttribute("b", .flag(true)),
            WrittenAttribute("d", .moment(Instant(microseconds: 1_704_160_800_250_000))),
            WrittenAttribute("s", .text("007")),
        ]
        let entry = try #require(conversion.cases.first)
        #expect(entry.attributes == typed + [WrittenAttribute("m", .text("1"))])
        #expect(entry.events.first?.attributes == typed + [WrittenAttribute("bad", .text("x"))])
        for form in [WrittenForm.xes, .jsonl, .jsonocel] {
            let copy = try form.write(conversion)
            let again = try LogConversion(reading: copy.path)
            let values = again.cases.first?.attributes.map(\.value)
            if form == .xes { #expect(again.cases == conversion.cases) }
            #expect(values?.count == 6)
        }
    }

    @Test("keeps the columns of every file")
    func severalFiles() throws {
        let first = TemporaryFile("caseid,activity,timestamp,a\n1,x,2024-01-01T00:00:00Z,p\n")
        let second = TemporaryFile("caseid,activity,timestamp,b\n1,y,2024-01-02T00:00:00Z,q\n")
        var request = ReadRequest(sources: [first.path, second.path])
        request.keepsAllColumns = true
        let events = try #require(try LogConversion(LogReader.read(request)).cases.first?.events)
        #expect(
            events.map(\.attributes) == [
                [WrittenAttribute("a", .text("p"))], [WrittenAttribute("b", .text("q"))],
            ]
        )
    }

    @Test("keeps nested attributes of XES under their joined keys", arguments: WrittenForm.allCases)
    func nested(form: WrittenForm) throws {
        let inTrace = #"<list key="parcel"><values><int key="size" value="3"/></values></list>"#
        let inEvent = #"<string key="doc" value="deed"><boolean key="whole" value="true"/></string>"#
        let text = """
            <log><trace><string key="concept:name" value="1"/>\(inTrace)<event><string key="concept:name" value="a"/>\
            <date key="time:timestamp" value="2024-01-01T00:00:00Z"/>\(inEvent)</event>\
            <event><string key="concept:name" value="b"/><date key="time:timestamp" value="2024-01-02T00:00:00Z"/></event>\
            </trace></log>
            """
        let file = TemporaryFile(text, suffix: ".xes")
        let conversion = try LogConversion(reading: file.path)
        let entry = try #require(conversion.cases.first)
        #expect(entry.attributes == [WrittenAttribute("parcel/size", .integer(3))])
        let doc = [WrittenAttribute("doc", .text("deed")), WrittenAttribute("doc/whole", .flag(true))]
        #expect(entry.events.map(\.attributes) == [doc, []])
        let copy = try form.write(conversion)
        let again = try LogConversion(reading: copy.path)
        #expect(again.cases.first?.events.first?.attributes.map(\.key).sorted() == ["doc", "doc/whole"])
    }

    @Test("finds the attributes of XES that come late, and keeps those of traces and events apart")
    func lateKeys() throws {
        func trace(_ id: Int, _ more: String, _ inEvent: String) -> String {
            """
            <trace><string key="concept:name" value="\(id)"/>\(more)<event><string key="concept:name" value="a"/>\
            <date key="time:timestamp" value="2024-01-01T00:00:00Z"/>\(inEvent)</event></trace>
            """
        }
        let many = (0..<9000).map { trace($0, "", "") }.joined()
        let text =
            "<log>\(many)" + trace(9001, #"<int key="x" value="3"/>"#, "")
            + trace(9002, "", #"<int key="x" value="4"/>"#)
            + "</log>"
        let file = TemporaryFile(text, suffix: ".xes")
        let conversion = try LogConversion(reading: file.path)
        #expect(conversion.caseCount == 9002)
        #expect(conversion.columns.map(\.isOfCase) == [true, false])
        let cases = conversion.cases.suffix(2)
        #expect(cases.first?.attributes == [WrittenAttribute("x", .integer(3))])
        #expect(cases.first?.events.first?.attributes == [])
        #expect(cases.last?.attributes == [])
        #expect(cases.last?.events.first?.attributes == [WrittenAttribute("x", .integer(4))])
    }
}
