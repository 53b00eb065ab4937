import PermitDocuments
import PermitMetrics
import TestSupport
import Testing

@testable import PermitReport

@Suite("A report as JSON")
struct ReportJSONTests {
    @Test("obeys the published schema", arguments: SampleReports.all.map(\.name), Language.allCases)
    func obeysSchema(name: String, language: Language) throws {
        let report = try #require(SampleReports.all.first { $0.name == name }).report
        let value = ReportJSON.value(of: report, language: language)
        let faults = SchemaCheck(root: ReportSchema.json).faults(of: value)
        #expect(faults.isEmpty)
        #expect(!value.pretty.isEmpty && !value.compact.isEmpty)
    }

    @Test("that lacks, adds or mistypes a member is found out by the schema")
    func schemaBites() {
        let check = SchemaCheck(root: ReportSchema.json)
        guard case .object(let members) = ReportJSON.value(of: SampleReports.city, language: .english) else {
            Issue.record("a report is an object")
            return
        }
        let lacking = JSONValue.object(members.filter { $0.name != "variants" })
        #expect(check.faults(of: lacking) == ["$: variants is missing"])
        #expect(
            check.faults(of: .object(members + [.init("score", .integer(4))])) == ["$: score is not allowed"]
        )
        var mistyped = members
        for index in mistyped.indices where mistyped[index].name == "as_of" {
            mistyped[index].value = .integer(1)
        }
        #expect(check.faults(of: .object(mistyped)) == ["$.as_of: integer is not string or null"])
    }

    @Test("has the names of the schema in the schema's order")
    func order() throws {
        let value = ReportJSON.value(of: SampleReports.city, language: .english)
        #expect(names(value) == names(try #require(ReportSchema.json["properties"])))
        #expect(
            names(value) == [
                "input", "assumptions", "filters", "period", "as_of", "case_duration", "activities",
                "start_activities", "end_activities", "transitions", "variants", "rework", "case_times",
                "turnaround",
                "survival", "outcomes", "holders", "clocks", "duties", "conformance", "supervision",
                "journeys", "indicators", "survival_curve", "outcome_curves", "trend", "cohorts", "open_ages",
                "littles_law", "group_test", "checks", "groups", "missing_limits", "warnings",
            ]
        )
    }

    @Test("without start and decision says that the span is no turnaround, once")
    func span() {
        var report = SampleReports.span
        for _ in 0..<2 {
            let value = ReportJSON.value(of: report, language: .english)
            #expect(value["turnaround"] == .null)
            #expect(value["survival"] == .null)
            #expect(value.compact.ranges(of: "is not a turnaround").count == 1)
            report.assumptions.removeAll { $0.id == "span_is_not_turnaround" }
        }
    }

    @Test("holds nothing that is not finite")
    func finite() throws {
        let value = ReportJSON.value(of: SampleReports.awkward, language: .english)
        #expect(value["turnaround"]?["median"] == .null)
        #expect(value["survival"]?["p90_days"] == .null)
    }

    @Test("is the same each time and reads back")
    func stable() throws {
        let text = ReportJSON.value(of: SampleReports.city, language: .indonesian).pretty
        #expect(text == ReportJSON.value(of: SampleReports.city, language: .indonesian).pretty)
        let fault = GoldenFile.fault(of: text + "\n", at: "Tests/PermitReportTests/Golden/city.id.json")
        #expect(fault == nil)
    }

    @Test("has a schema as published")
    func schema() {
        let path = "Tests/PermitReportTests/Golden/report.schema.json"
        #expect(GoldenFile.fault(of: ReportSchema.json.pretty + "\n", at: path) == nil)
    }

    private func names(_ value: JSONValue) -> [String] {
        guard case .object(let members) = value else { return [] }
        return members.map(\.name)
    }
}
