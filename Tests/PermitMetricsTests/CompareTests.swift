import PermitLog
import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

@testable import PermitMetrics

@Suite("A comparison of two rules")
struct CompareTests {
    private static let families = (ComparedRule.regime("old"), ComparedRule.regime("new"))

    private func compared(
        _ rows: [String],
        _ rules: (ComparedRule, ComparedRule) = families,
        workers: Int = 1
    ) throws -> Comparison {
        let request = try Town.request {
            $0.asOf = Day("2024-04-30")
            $0.workers = workers
        }
        return try compare(Town.log(rows, workers: workers), request, rules.0, rules.1)
    }

    /// Assessments of ten days from Monday 1 January, of which five working days lie in a revision.
    private static let assessments = [
        Town.permit("quick", "amdal", "submitted 2024-01-01 09:00:00", "approved 2024-01-08 09:00:00"),
        Town.permit(
            "revised",
            "amdal",
            "submitted 2024-01-01 09:00:00",
            "41 2024-01-08 09:00:00",
            "42 2024-01-15 09:00:00",
            "approved 2024-01-17 09:00:00"
        ),
        Town.permit("slow", "amdal", "submitted 2024-01-01 09:00:00", "approved 2024-01-31 09:00:00"),
        Town.permit("fresh", "amdal", "submitted 2024-04-29 09:00:00"),
    ]

    @Test("counts each permit under both, whatever the day of its submission")
    func revision() throws {
        let comparison = try compared(Self.assessments)
        #expect(comparison.coverage == .init(both: 4))
        #expect(comparison.refused.isEmpty)
        let step = try #require(comparison.steps.first)
        #expect(comparison.steps.count == 1)
        #expect(step.name == "amdal_assessment")
        #expect([step.permits, step.judged, step.changed] == [4, 3, 1])
        #expect([step.first.onTime, step.second.onTime] == [1, 2])
        #expect([step.first.wouldBeDeemed, step.second.wouldBeDeemed] == [2, 1])
        // 5, 12 and 22 working days; with the revision left out 5, 7 and 22.
        #expect(step.first.medianConsumedDays == 12)
        #expect(step.second.medianConsumedDays == 7)
        #expect(step.examples == [.init(name: "revised", first: "late", second: "on_time")])
        #expect(
            step.cells == [
                .init(first: "on_time", second: "on_time", permits: 1),
                .init(first: "late", second: "on_time", permits: 1),
                .init(first: "late", second: "late", permits: 1),
                .init(first: "open_in_time", second: "open_in_time", permits: 1),
            ]
        )
        #expect(step.first.pauses == [])
        #expect(step.second.pauses == ["confirmation_asked"])
        #expect(step.first.legal == "old-amdal Pasal 9")
        #expect(step.first.starts == ["submitted"])
        #expect(comparison.fits.map(\.fitting) == [4, 4])
    }

    @Test("refuses a step whose clocks start at different events, and says at which")
    func refused() throws {
        let rows = [Town.permit("p", "land", "submitted 2024-01-02 09:00:00", "approved 2024-01-03 09:00:00")]
        let comparison = try compared(rows)
        #expect(comparison.steps.isEmpty)
        let refusal = try #require(comparison.refused.first)
        #expect(refusal.step == "location_approval")
        #expect(refusal.reason == .differentStart)
        #expect(refusal.firstStarts == ["submitted"])
        #expect(refusal.secondStarts == ["fee_paid"])
        #expect(refusal.permits == 1)
    }

    @Test("can be of two workflows for all permits")
    func workflows() throws {
        let library = try Town.library()
        let rules = (
            ComparedRule.workflow(try library.workflow(named: "old-amdal")),
            ComparedRule.workflow(try library.workflow(named: "new-amdal"))
        )
        let comparison = try compared(Self.assessments, rules)
        #expect(comparison.first == .init(name: "old-amdal", isFamily: false))
        #expect(comparison.steps.first?.changed == 1)
    }

    @Test("counts permits that a rule has no workflow for")
    func unbound() throws {
        let rows = [
            Town.permit("a", "licence", kbli: "47721", "submitted 2024-01-02 09:00:00"),
            Town.permit("b", "other", "submitted 2024-01-02 09:00:00"),
        ]
        let comparison = try compared(rows)
        #expect(comparison.coverage == .init(onlyFirst: 1, neither: 1))
        #expect(comparison.steps.isEmpty)
        #expect(comparison.refused.isEmpty)
    }

    @Test(
        "of a rule with itself changes nothing and does not depend on the workers",
        arguments: [1, 2] as [UInt64]
    )
    func same(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<400)
            .flatMap { number -> [String] in
                let type = Bool.random(using: &generator) ? "land" : "amdal"
                let start = Int.random(in: 0..<60, using: &generator)
                return ["submitted", "41", "42", "approved"]
                    .enumerated()
                    .map { step, word in
                        let day = Day(
                            number: 19_723 + Int32(start + step * Int.random(in: 0..<9, using: &generator))
                        )
                        return Town.permit("p\(number)", type, "\(word) \(day) 09:00:00")
                    }
            }
        let same = try compared(rows, (.regime("old"), .regime("old")))
        #expect(same.steps.count == 2, "seed \(seed)")
        for step in same.steps {
            #expect(step.changed == 0 && step.first.onTime == step.second.onTime, "seed \(seed)")
            #expect(step.permits == step.cells.reduce(0) { $0 + $1.permits }, "seed \(seed)")
        }
        let alone = try compared(rows)
        let more = try compared(rows, workers: 5)
        #expect(alone.steps == more.steps, "seed \(seed)")
        #expect(alone.refused == more.refused, "seed \(seed)")
        #expect(alone.fits == more.fits, "seed \(seed)")
        #expect(alone.steps.first?.changed ?? 0 > 0, "seed \(seed)")
    }
}
