import Foundation
import TestSupport
import Testing

@Suite("Filters of izin", .enabled(if: Program.isComplete))
struct FilterCommandTests {
    private let scratch: Scratch

    private static let log = """
        case,activity,lifecycle:transition,time
        A,submitted,complete,2024-01-01 09:00:00
        A,check,start,2024-01-02 09:00:00
        A,check,complete,2024-01-02 11:00:00
        B,submitted,complete,2024-01-03 09:00:00
        B,withdrawn,complete,2024-01-04 09:00:00

        """

    init() throws { scratch = try Scratch() }

    private func report(_ options: String...) throws -> [String: Any] {
        let path = try scratch.file("log.csv", Self.log).path
        let run = try Program.izin(["replay", path, "--calendar", "weekdays", "--format", "json"] + options)
        #expect(run.status == 0, "\(run.errors)")
        return try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    private func removed(_ report: [String: Any]) throws -> [[String]] {
        let filters = try #require(report["filters"] as? [[String: Any]])
        return filters.map { one in ["filter", "cases_removed", "events_removed"].map { "\(one[$0] ?? "")" } }
    }

    @Test("are applied in one order, and each says what it left out")
    func filters() throws {
        let report = try report("--variants", "1", "--has-not", "withdrawn", "--end", "check,withdrawn")
        #expect(
            try removed(report) == [
                ["--end check,withdrawn", "0", "0"], ["--has-not withdrawn", "1", "2"],
                ["--variants 1", "0", "0"],
            ]
        )
        let input = try #require(report["input"] as? [String: Any])
        #expect(input["events"] as? Int == 3)
        #expect(input["cases"] as? Int == 1)
    }

    @Test("look at the pairs where events are paired")
    func pairs() throws {
        let report = try report("--lifecycle", "pair", "--path", "submitted -> check")
        #expect(try removed(report) == [["--path submitted -> check", "1", "2"]])
        let activities = try #require(report["activities"] as? [[String: Any]])
        let check = try #require(activities.first { $0["name"] as? String == "check" })
        #expect(check["mean_service_seconds"] as? Double == 7200)
        #expect(check["mean_waiting_seconds"] as? Double == 86_400)
        #expect(check["count"] as? Int == 1)
    }

    @Test("of an activity that the log does not have end with a hint")
    func unknown() throws {
        let path = try scratch.file("log.csv", Self.log).path
        let run = try Program.izin("replay", path, "--calendar", "weekdays", "--has", "chek")
        #expect(run.status != 0)
        #expect(run.errors.contains("\"check\""), "\(run.errors)")
    }
}
