import PermitMetrics
import TestSupport
import Testing

@testable import PermitReport

@Suite("A brief report")
struct BriefReportTests {
    private func text(_ name: String, _ language: Language) throws -> String {
        let report = try #require(SampleReports.all.first { $0.name == name }).report
        return BriefReport.text(of: report, language: language)
    }

    @Test("has twenty lines at most, none wider than a terminal", arguments: TextReportTests.cases)
    func fits(name: String, language: Language) throws {
        let lines = try text(name, language).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        #expect(lines.count <= 20)
        for line in lines { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
        #expect(try !text(name, language).contains("nan"))
    }

    @Test("reads as its golden file", arguments: Language.allCases)
    func isGolden(language: Language) throws {
        let path = "Tests/PermitReportTests/Golden/brief.\(language.rawValue).txt"
        #expect(GoldenFile.fault(of: try text("city", language), at: path) == nil)
    }

    @Test("draws a number as a block, the largest full, and nothing as a dot")
    func sparkline() {
        #expect(Sparkline.text([0, 1, 2, 4, nil, 8]) == "\u{2581}\u{2582}\u{2583}\u{2585}\u{00B7}\u{2588}")
        #expect(Sparkline.text([0, 0]) == "\u{2581}\u{2581}")
        #expect(Sparkline.text([.nan, -1]) == "\u{00B7}\u{00B7}")
        #expect(Sparkline.text([]) == "")
    }
}
