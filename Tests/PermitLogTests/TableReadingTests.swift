import Glibc
import PermitLog
import Testing
import WorkingTime

@Suite("A table of events")
struct TableReadingTests {
    let small = """
        case_id,activity,timestamp,resource
        a,Submit,2024-01-02T08:00:00+07:00,Ani
        b,Submit,2024-01-02T09:00:00+07:00,Budi
        a,Decide,2024-01-05T10:30:00.250+07:00,Citra

        """

    @Test("gives its events, sorted activities and the times of the first and last event")
    func events() throws {
        let seen = try SeenLog(small)
        #expect(seen.log.activities == ["Decide", "Submit"])
        #expect(seen.activities(of: "a") == ["Submit", "Decide"])
        #expect(seen.events.map(\.order) == [2, 3, 4])
        #expect(seen.events.last?.time == 1_704_425_400_250_000)
        #expect(seen.log.firstTime == Instant(seconds: 1_704_157_200))
        #expect(seen.log.lastTime == Instant(microseconds: 1_704_425_400_250_000))
        #expect(seen.log.position(ofOrder: 4).line == 4)
        #expect(seen.log.account.rows == 3)
    }

    @Test(
        "may end without a line end, begin with a byte order mark, use CRLF, bare CR, semicolons or tabs",
        arguments: [
            { (text: String) in text.dropLast().description },
            { (text: String) in "\u{FEFF}" + text },
            { (text: String) in text.replacing("\n", with: "\r\n") },
            { (text: String) in text.replacing("\n", with: "\r") },
            { (text: String) in text.replacing(",", with: ";") },
            { (text: String) in text.replacing(",", with: "\t") },
            { (text: String) in "\n\r\n" + text + "\n" },
        ] as [@Sendable (String) -> String]
    )
    func shapes(_ change: @Sendable (String) -> String) throws {
        let plain = try SeenLog(small)
        let seen = try SeenLog(change(small))
        #expect(seen.events.map(\.time) == plain.events.map(\.time))
        #expect(seen.events.map(\.caseID) == plain.events.map(\.caseID))
        #expect(seen.log.account.rejected == 0)
    }

    @Test("may quote cells, with quotes doubled and line ends inside")
    func quotes() throws {
        let seen = try SeenLog(
            """
            "case_id","activity","timestamp"
            "a ""b"", c","Check\r
            twice",2024-01-02T08:00:00Z
            d,O"Brien "x","2024-01-02T08:00:00Z"
            e,"quoted" tail,2024-01-02T08:00:00Z

            """
        )
        #expect(seen.events.map(\.caseID) == ["a \"b\", c", "d", "e"])
        #expect(seen.events.map(\.activity) == ["Check\r\ntwice", "O\"Brien \"x\"", "quoted tail"])
        #expect(seen.events.map(\.order) == [2, 4, 5])
    }

    @Test("counts blank lines as ignored rows")
    func blankLines() throws {
        let seen = try SeenLog("case_id,activity,timestamp\n\na,A,2024-01-02\n\r\n\n")
        #expect(seen.log.account.blankLines == 3)
        #expect(seen.log.account.rows == 4)
        #expect(seen.log.account.ignoredReasons == [ReasonCount(reason: "blank_line", count: 3)])
    }

    @Test("of the XES convention wins over other known columns")
    func xesColumns() throws {
        let seen = try SeenLog(
            """
            activity,case:concept:name,concept:name,timestamp,time:timestamp
            wrong,a,right,1999-01-01,2024-01-02T08:00:00Z

            """
        )
        #expect(seen.log.activities == ["right"])
        #expect(seen.events.first?.time == 1_704_182_400_000_000)
    }

    @Test("is read by the columns that the caller names")
    func namedColumns() throws {
        let seen = try SeenLog("Service ID,Operation,Start Date\nx,Call,2024-01-02\n") { request in
            request.caseColumn = "Service ID"
            request.activityColumn = "Operation"
            request.timeColumn = "Start Date"
        }
        #expect(seen.activities(of: "x") == ["Call"])
    }

    @Test("goes on in the next file, which may be compressed, with lines counted on")
    func severalFiles() throws {
        let first = TemporaryFile(small)
        let second = TemporaryFile(
            gzipped(Array("activity,case_id,timestamp\nClose,a,2024-02-01T00:00:00Z\n".utf8)),
            suffix: ".csv.gz"
        )
        let seen = try SeenLog(ReadRequest(sources: [first.path, second.path]))
        #expect(seen.activities(of: "a") == ["Submit", "Decide", "Close"])
        let order = try #require(seen.events.last?.order)
        #expect(seen.log.position(ofOrder: order) == LogPosition(file: second.path, line: 2))
    }

    @Test("keeps resources when asked, with the empty text first")
    func resources() throws {
        let seen = try SeenLog(small + "a,Close,2024-02-01T00:00:00Z,\n") { $0.keepsResource = true }
        #expect(seen.log.resources == ["", "Ani", "Budi", "Citra"])
        var names: [String] = []
        for partition in seen.partitions {
            for entry in partition.cases where partition.name(of: entry) == "a" {
                names += entry.events.map { seen.log.resources[Int(partition.resources[$0])] }
            }
        }
        #expect(names == ["Ani", "Citra", ""])
    }

    @Test("keeps events of a day with a date-only stamp in the order of the file, in the log's zone")
    func dateOnly() throws {
        let seen = try SeenLog(
            """
            case_id,activity,timestamp
            a,Issue,2024-01-03T16:59:59Z
            a,Check,2024-01-03T02:00:00+07:00
            a,Submit,2024-01-03
            a,Later,2024-01-03T17:00:00Z
            a,Before,2024-01-02T16:00:00Z

            """
        ) { $0.zone = .jakarta }
        #expect(seen.activities(of: "a") == ["Before", "Issue", "Check", "Submit", "Later"])
        #expect(seen.log.account.dateOnlyStamps == 1)
        #expect(seen.log.account.stampsWithoutZone == 0)
    }

    @Test("counts events that repeat activity and time of an earlier one of the case")
    func duplicates() throws {
        let row = "a,A,2024-01-03T10:00:00Z\n"
        let seen = try SeenLog(
            "case_id,activity,timestamp\n" + row + "a,B,2024-01-03T10:00:00Z\n" + row + row
                + "b,A,2024-01-03T10:00:00Z\n"
        )
        #expect(seen.partitions.flatMap(\.cases).map(\.duplicates).sorted() == [0, 2])
        let mixed = try SeenLog(
            "case_id,activity,timestamp\na,A,2024-01-03\na,B,2024-01-03T10:00:00Z\na,A,2024-01-03\n"
        )
        #expect(mixed.partitions.flatMap(\.cases).map(\.duplicates) == [1])
    }

    @Test("is the same for stamps without offset as for those of its zone")
    func zoneless() throws {
        let zone = try Zone.named("Europe/Amsterdam")
        let seen = try SeenLog(
            """
            case_id,activity,timestamp
            a,A,2024-07-01 10:00:00
            a,B,2024-01-01T10:00:00
            a,C,2024-03-31 02:30:00

            """
        ) { $0.zone = zone }
        #expect(seen.log.account.stampsWithoutZone == 3)
        let expected = [
            "2024-07-01T10:00:00+02:00", "2024-01-01T10:00:00+01:00", "2024-03-31T03:30:00+02:00",
        ]
        #expect(
            try seen.events.map(\.time) == expected.map { try Stamp.parse($0, in: zone).instant.microseconds }
        )
    }
}

@Suite("Standard input", .serialized)
struct StandardInputTests {
    @Test("is read for the name -, plain or compressed", arguments: [false, true])
    func read(_ isCompressed: Bool) throws {
        let bytes = Array(TableReadingTests().small.utf8)
        let file = TemporaryFile(isCompressed ? gzipped(bytes) : bytes)
        let kept = dup(0)
        let opened = open(file.path, O_RDONLY)
        #expect(dup2(opened, 0) == 0)
        defer {
            dup2(kept, 0)
            close(kept)
            close(opened)
        }
        let seen = try SeenLog(ReadRequest(sources: ["-"]))
        #expect(seen.log.account.used == 3)
        #expect(seen.log.account.files == ["-"])
    }
}
