import PermitMetrics
import TestSupport
import Testing

@testable import PermitReport

@Suite("A text report")
struct TextReportTests {
    static let cases = SampleReports.all.flatMap { sample in
        Language.allCases.map { (sample.name, $0) }
    }

    private func text(_ name: String, _ language: Language) throws -> String {
        let report = try #require(SampleReports.all.first { $0.name == name }).report
        return TextReport.text(of: report, language: language)
    }

    @Test("has no line of more than 80 columns and nothing that moves the cursor", arguments: cases)
    func fits(name: String, language: Language) throws {
        let text = try text(name, language)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
            #expect(line.last != " ")
        }
        #expect(text.last == "\n")
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            let category = scalar.properties.generalCategory
            return scalar == "\n" || (category != .control && category != .format)
        }
        #expect(isClean)
    }

    @Test("reads as its golden file", arguments: cases)
    func isGolden(name: String, language: Language) throws {
        let path = "Tests/PermitReportTests/Golden/\(name).\(language.rawValue).txt"
        #expect(GoldenFile.fault(of: try text(name, language), at: path) == nil)
    }

    @Test("says in its first sentence how long, how many on time, how many overdue")
    func headline() throws {
        let english = try text("city", .english).replacing("\n", with: " ")
        #expect(
            english.hasPrefix(
                "Half of the permits were decided within 13.8 days, open ones counted (n = 3,000), 71.5 % of the "
                    + "permits that fell due were on time and 63 open ones are past their deadline."
            )
        )
        let indonesian = try text("city", .indonesian).replacing("\n", with: " ")
        #expect(
            indonesian.hasPrefix(
                "Separuh izin diputuskan dalam 13,8 hari, yang masih terbuka ikut dihitung (n = 3.000)"
            )
        )
    }

    @Test("calls no span a turnaround", arguments: Language.allCases)
    func span(language: Language) throws {
        let text = try text("span", language).replacing("\n  ", with: " ")
        #expect(text.contains(language.pick("is not a turnaround", "bukan lama proses izin")))
        #expect(!text.contains("Kaplan-Meier"))
    }

    @Test("holds back the 90th percentile of fewer than thirty permits")
    func tail() {
        var report = SampleReports.city
        report.permits = SampleFigures.permits(29, open: 3)
        report.groups = []
        let few = TextReport.text(of: report, language: .english)
        #expect(few.contains("Fewer than 30 permits"))
        #expect(!few.contains("1,034.8"))
        report.permits = SampleFigures.permits(30, open: 3)
        let enough = TextReport.text(of: report, language: .english)
        #expect(!enough.contains("Fewer than 30 permits"))
        #expect(enough.contains("1,034.8 days"))
    }

    @Test("warns when no permit is open")
    func survivorship() {
        var report = SampleReports.city
        #expect(!TextReport.text(of: report, language: .english).contains("No permit is open"))
        report.permits = SampleFigures.permits(500, open: 0)
        #expect(TextReport.text(of: report, language: .english).contains("No permit is open"))
    }
}
