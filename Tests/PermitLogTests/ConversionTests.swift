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
            let twice = try form.write(again)
            let isStable = twice.bytes == file.bytes
            #expect(isStable, "seed \(seed)")
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
        #expect(cases.first?.attributes == [WrittenAttribute("x", .text("3"))])
        #expect(cases.first?.events.first?.attributes == [])
        #expect(cases.last?.attributes == [])
        #expect(cases.last?.events.first?.attributes == [WrittenAttribute("x", .text("4"))])
    }
}
