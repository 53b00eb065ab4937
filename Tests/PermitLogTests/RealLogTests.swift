import Glibc
import PermitLog
import TestSupport
import Testing
import WorkingTime

/// Where public logs lie that are no part of the project; nil where they are absent.
private let realLogs = PackageFiles.shared.map { $0 + "/logs" }

@Suite("A real log", .enabled(if: realLogs != nil, "the folder of real logs is absent"))
struct RealLogTests {
    @Test(
        "has the cases, events and activities that are known of it",
        arguments: [
            ("receipt.xes.gz", 1434, 8577, 27, 0),
            ("receipt.csv", 1434, 8577, 27, 0),
            ("BPIC15_1.xes.gz", 1199, 52_217, 398, 0),
            ("CoSeLoG_WABO_1.xes.gz", 937, 38_943, 380, 1),
            ("Road_Traffic_Fine_Management_Process.xes.gz", 150_370, 561_470, 11, 0),
            ("BPI_Challenge_2012.xes.gz", 13_087, 262_200, 24, 0),
            ("Hospital_log.xes.gz", 1143, 150_291, 624, 0),
            ("interval_event_log.xes", 1266, 8109, 8, 0),
            ("running-example.xes", 6, 42, 8, 0),
            ("running-example.csv", 6, 42, 8, 0),
        ]
    )
    func counts(_ name: String, _ cases: Int, _ events: Int, _ activities: Int, _ rejected: Int) throws {
        let seen = try SeenLog(ReadRequest(sources: [(realLogs ?? "") + "/" + name]))
        #expect(seen.partitions.reduce(0) { $0 + $1.cases.count } == cases)
        #expect(seen.log.account.used == events)
        #expect(seen.log.activities.count == activities)
        #expect(seen.log.account.rejected == rejected)
    }

    @Test("is the same as CSV and as XES, with its facts")
    func twoForms() throws {
        let columns = ["case:startdate", "case:enddate", "case:deadline", "case:channel"]
        let folder = realLogs ?? ""
        func read(_ name: String) throws -> SeenLog {
            var request = ReadRequest(sources: [folder + "/" + name])
            request.extraColumns = columns
            request.workers = 2
            return try SeenLog(request)
        }
        let table = try read("receipt.csv")
        let xes = try read("receipt.xes.gz")
        #expect(table.facts("case:channel") == xes.facts("case:channel"))
        #expect(table.partitions.map(\.names) == xes.partitions.map(\.names))
        #expect(
            table.partitions.map { $0.events.map(\.time) } == xes.partitions.map { $0.events.map(\.time) }
        )
        #expect(table.log.activities == xes.log.activities)
        for column in columns.dropLast() {
            let left = table.facts(column).mapValues { $0.map { try? Stamp.parse($0, in: .utc).instant } }
            let right = xes.facts(column).mapValues { $0.map { try? Stamp.parse($0, in: .utc).instant } }
            #expect(left == right)
        }
    }

    @Test(
        "that lacks the columns of a log is an error that names its columns",
        arguments: [
            "calgary-building-permits.csv", "burlington-building-permits.csv",
            "seattle-building-permits-2010-2015.csv",
            "sleman-izin-per-bulan.xlsx", "ocel20_example.xmlocel", "ocel20_example.jsonocel",
            "ocel20_example.sqlite",
        ]
    )
    func noLogs(_ name: String) {
        #expect(throws: LogError.self) {
            try LogReader.read(ReadRequest(sources: [(realLogs ?? "") + "/" + name]))
        }
    }
}
