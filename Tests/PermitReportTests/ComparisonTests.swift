import PermitDocuments
import PermitLog
import PermitReport
import TestSupport
import Testing
import WorkingTime

@testable import PermitMetrics

@Suite("A comparison as a report")
struct ComparisonTests {
    /// Amdal's fifty days with and without the revision, and a step that starts at other events.
    private static let sample: Comparison = {
        func clock(_ workflow: String, _ legal: String, pauses: [String]) -> Comparison.Clock {
            .init(
                workflow: workflow,
                name: "assessment",
                amount: 50,
                unit: "working_days",
                table: nil,
                legal: legal,
                mark: "S",
                starts: ["complete"],
                pauses: pauses,
                restarts: pauses.isEmpty ? [] : ["resumption_asked"],
                onTime: pauses.isEmpty ? 41 : 88,
                medianConsumedDays: pauses.isEmpty ? 61.5 : 38,
                wouldBeDeemed: pauses.isEmpty ? 79 : 32
            )
        }
        var account = InputAccount()
        account.files = ["log.csv"]
        (account.rows, account.used) = (1_204, 1_204)
        return Comparison(
            input: account,
            assumptions: [Assumption("zone", ["Asia/Jakarta"]), Assumption("what_if")],
            asOf: Instant(seconds: 1_609_401_600),
            zone: .jakarta,
            first: .init(name: "oss-rba-2021", isFamily: true),
            second: .init(name: "pp-28-2025", isFamily: true),
            coverage: .init(both: 131, onlyFirst: 4, onlySecond: 0, neither: 12),
            steps: [
                .init(
                    name: "amdal_assessment",
                    first: clock("oss-rba-2021-amdal", "PP 22/2021 Pasal 47", pauses: []),
                    second: clock("pp-28-2025-amdal", "PP 28/2025 Pasal 90", pauses: ["confirmation_asked"]),
                    permits: 131,
                    judged: 120,
                    cells: [
                        .init(first: "on_time", second: "on_time", permits: 41),
                        .init(first: "late", second: "on_time", permits: 47),
                        .init(first: "late", second: "late", permits: 32),
                        .init(first: "open_in_time", second: "open_in_time", permits: 11),
                    ],
                    changed: 47,
                    examples: [
                        .init(name: "A-0001", first: "late", second: "on_time"),
                        .init(name: "A-0007", first: "late", second: "on_time"),
                    ]
                )
            ],
            refused: [
                .init(
                    step: "location_approval",
                    reason: .differentStart,
                    firstWorkflow: "oss-rba-2021-kkpr",
                    secondWorkflow: "pp-28-2025-kkpr",
                    firstStarts: ["fee_paid"],
                    secondStarts: ["complete", "submitted"],
                    permits: 4
                ),
                .init(
                    step: "slf_issue",
                    reason: .oneRuleOnly,
                    firstWorkflow: "oss-rba-2021-slf",
                    secondWorkflow: "pp-28-2025-slf",
                    firstStarts: ["submitted"],
                    secondStarts: ["submitted"],
                    permits: 1
                ),
            ],
            fits: [
                .init(rule: "oss-rba-2021", workflow: "oss-rba-2021-amdal", permits: 131, fitting: 120),
                .init(rule: "pp-28-2025", workflow: "pp-28-2025-amdal", permits: 131, fitting: 131),
            ]
        )
    }()

    /// Nothing that could be compared.
    private static var nothing: Comparison {
        var comparison = sample
        comparison.steps = []
        comparison.fits = []
        return comparison
    }

    @Test("reads as its golden file, in 80 columns", arguments: Language.allCases)
    func text(language: Language) {
        let text = ComparisonText.text(of: Self.sample, language: language)
        let path = "Tests/PermitReportTests/Golden/comparison.\(language.rawValue).txt"
        #expect(GoldenFile.fault(of: text, at: path) == nil)
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("says when no step can be compared", arguments: Language.allCases)
    func nothingComparable(language: Language) {
        let text = ComparisonText.text(of: Self.nothing, language: language)
        #expect(text.contains(language == .english ? "No step can be compared." : "Tidak ada langkah"))
        #expect(text.contains("fee_paid"))
    }

    @Test("obeys its schema", arguments: Language.allCases)
    func schema(language: Language) {
        let check = SchemaCheck(root: ComparisonSchema.json)
        for comparison in [Self.sample, Self.nothing] {
            #expect(check.faults(of: ComparisonJSON.value(of: comparison, language: language)) == [])
        }
        #expect(check.faults(of: .object([])) != [])
    }

    @Test("has a schema as published, and figures that divide the judged permits")
    func published() {
        let path = "Tests/PermitReportTests/Golden/comparison.schema.json"
        #expect(GoldenFile.fault(of: ComparisonSchema.json.pretty + "\n", at: path) == nil)
        guard case .array(let steps)? = ComparisonJSON.value(of: Self.sample, language: .english)["steps"],
            case .number(let difference)? = steps.first?["on_time_difference"]
        else {
            Issue.record("a step has a difference")
            return
        }
        #expect(abs(difference - 100 * 47 / 120) < 1e-9)
    }
}
