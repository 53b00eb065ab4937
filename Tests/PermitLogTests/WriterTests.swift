import PermitLog
import Testing
import WorkingTime

@Suite("A log that was written")
struct WriterTests {
    static let cases: [WrittenCase] = [
        WrittenCase(
            id: "a, \"b\" & <c>\n'd'",
            attributes: [
                WrittenAttribute("channel", .text("Loket; \"1\"")),
                WrittenAttribute("startdate", .moment(Instant(microseconds: 1_704_157_200_123_456))),
                WrittenAttribute("day", .day(Day(number: 19_000))),
                WrittenAttribute("size", .integer(-3)),
                WrittenAttribute("urgent", .flag(true)),
            ],
            events: [
                WrittenEvent(
                    activity: "Submit\ttwice",
                    time: Instant(microseconds: 1_704_157_200_000_001),
                    resource: "Ani",
                    attributes: [WrittenAttribute("unit", .text("u\r\n1"))]
                ),
                WrittenEvent(
                    activity: "Issue",
                    time: Zone.jakarta.start(of: Day(number: 19_800)),
                    isDateOnly: true
                ),
            ]
        ),
        WrittenCase(
            id: "é",
            events: [WrittenEvent(activity: "Submit\ttwice", time: Instant(seconds: -86_400))]
        ),
    ]

    static let keys = ["channel", "startdate", "day", "size", "urgent"]

    /// Writes the cases and reads them back.
    func roundTrip(_ suffix: String) throws -> SeenLog {
        let file = TemporaryFile("", suffix: suffix)
        if suffix.hasPrefix(".xes") {
            var writer = try XESWriter(file.path, traceKeys: Self.keys, zone: .jakarta)
            for entry in Self.cases { try writer.write(entry) }
            try writer.finish()
        } else {
            var columns = TableWriter.Columns()
            columns.caseAttributes = Self.keys.map { ($0, "case:" + $0) }
            columns.eventAttributes = [("unit", "unit")]
            var writer = try TableWriter(file.path, columns: columns, zone: .jakarta)
            for entry in Self.cases { try writer.write(entry) }
            try writer.finish()
        }
        #expect((file.bytes.first == 0x1F) == suffix.hasSuffix(".gz"))
        var request = ReadRequest(sources: [file.path])
        request.zone = .jakarta
        request.keepsResource = true
        request.extraColumns = Self.keys.map { "case:" + $0 } + ["unit"]
        return try SeenLog(request)
    }

    @Test("is read back as it was", arguments: [".csv", ".csv.gz", ".xes", ".xes.gz"])
    func roundTrips(_ suffix: String) throws {
        let seen = try roundTrip(suffix)
        #expect(seen.log.account.rejected == 0)
        #expect(
            seen.events.map(\.caseID) == Self.cases.flatMap { entry in entry.events.map { _ in entry.id } }
        )
        #expect(seen.events.map(\.activity) == Self.cases.flatMap { $0.events.map(\.activity) })
        #expect(seen.events.map(\.time) == Self.cases.flatMap { $0.events.map(\.time.microseconds) })
        #expect(seen.log.account.dateOnlyStamps == 1)
        #expect(seen.log.resources == ["", "Ani"])
        let id = Self.cases[0].id
        #expect(seen.facts("case:channel")[id]?.first == "Loket; \"1\"")
        #expect(seen.facts("case:startdate")[id]?.first == "2024-01-02T08:00:00.123456+07:00")
        #expect(seen.facts("case:day")[id]?.first == "2022-01-08")
        #expect(seen.facts("case:size")[id]?.first == "-3")
        #expect(seen.facts("case:urgent")[id]?.first == "true")
        #expect(seen.facts("unit")[id] == ["u\r\n1", "-"])
        #expect(seen.facts("case:channel")["é"] == ["-"])
    }

    @Test("is large and compressed, and comes back whole")
    func large() throws {
        let file = TemporaryFile("", suffix: ".csv.gz")
        var writer = try TableWriter(
            file.path,
            columns: TableWriter.Columns(),
            zone: .jakarta,
            delimiter: ";"
        )
        for number in 0..<20_000 {
            let event = WrittenEvent(activity: "A;\(number % 9)", time: Instant(seconds: Int64(number) * 977))
            try writer.write(WrittenCase(id: "case \(number % 501)", events: [event]))
        }
        try writer.finish()
        let seen = try SeenLog(ReadRequest(sources: [file.path]))
        #expect(seen.log.account.used == 20_000)
        #expect(seen.events.map(\.time) == (0..<20_000).map { Int64($0) * 977_000_000 })
    }

    @Test("cannot be written into a folder that is absent")
    func noFolder() {
        #expect(throws: LogError.self) { try XESWriter("no/such/folder/log.xes", zone: .utc) }
    }
}
