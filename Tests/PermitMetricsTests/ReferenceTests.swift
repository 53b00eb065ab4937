import Foundation
import PermitLog
import PermitMetrics
import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

/// Figures that pm4py gave for real logs, which lie beside the project and are no part of it.
///
/// Skipped where the folder is absent; `IZIN_SHARED` names another place.
@Suite("The figures of a real log", .enabled(if: Reference.isPresent, "no folder of logs and references"))
struct ReferenceTests {
    @Test("are those of pm4py", arguments: Reference.all)
    func agree(_ reference: Reference) throws {
        let flow = try reference.measured().report.flow
        let expected = try reference.expected()

        #expect(flow.cases == expected.cases)
        #expect(flow.events == expected.events)
        #expect(flow.activities.count == expected.activities)
        let frequencies = flow.activities.map { ($0.name, $0.count) }
        #expect(Dictionary(uniqueKeysWithValues: frequencies) == expected.activity_frequency)
        #expect(counts(flow.startActivities) == expected.start_activities)
        #expect(counts(flow.endActivities) == expected.end_activities)
        #expect(counts(flow.rework) == expected.rework_cases_per_activity)
        try compareDurations(flow.caseDuration, expected.case_duration_s)
        compareTransitions(flow.transitions, expected)
        try compareVariants(flow, expected)
    }

    private func counts(_ activities: [FlowFigures.ActivityCases]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: activities.map { ($0.name, $0.cases) })
    }

    private func compareDurations(_ ours: DurationSummary?, _ theirs: [String: Double]) throws {
        let ours = try #require(ours)
        #expect(Double(ours.count) == theirs["n"])
        let named = [
            ("min", ours.min), ("p25", ours.p25), ("median", ours.median), ("mean", ours.mean),
            ("p75", ours.p75),
            ("p90", ours.p90), ("p95", ours.p95), ("max", ours.max),
        ]
        for (name, seconds) in named {
            let other = try #require(theirs[name])
            #expect(isNear(seconds, other), "\(name): \(seconds) and \(other)")
        }
    }

    private func compareTransitions(_ ours: [FlowFigures.Transition], _ expected: Reference.Figures) {
        #expect(ours.count == expected.dfg_edges)
        #expect(ours.reduce(0) { $0 + $1.count } == expected.dfg_total)
        for theirs in expected.dfg_top20 {
            let found = ours.first { $0.from == theirs.from && $0.to == theirs.to }
            #expect(found?.count == theirs.count, "\(theirs.from) to \(theirs.to)")
            #expect(isNear(found?.meanSeconds, theirs.mean_s), "mean from \(theirs.from) to \(theirs.to)")
            #expect(
                isNear(found?.medianSeconds, theirs.median_s),
                "median from \(theirs.from) to \(theirs.to)"
            )
        }
    }

    /// Exactly above the count of the last place; at it, the count: which of the tied are shown is a tool's choice.
    private func compareVariants(_ flow: FlowFigures, _ expected: Reference.Figures) throws {
        #expect(flow.variantCount == expected.variants)
        let least = try #require(expected.top_variants.last).cases
        let places = expected.top_variants.count
        try #require(flow.topVariants.count >= places)
        #expect(flow.topVariants[places - 1].cases == least)
        let ours = flow.topVariants.filter { $0.cases > least }
        let theirs = expected.top_variants.filter { $0.cases > least }
        #expect(
            Dictionary(uniqueKeysWithValues: ours.map { ($0.activities, $0.cases) })
                == Dictionary(uniqueKeysWithValues: theirs.map { ($0.activities, $0.cases) })
        )
    }

    private func isNear(_ ours: Double?, _ theirs: Double) -> Bool {
        guard let ours else { return false }
        return abs(ours - theirs) <= 0.001 + 1e-9
    }
}

/// A log and what pm4py says of it.
struct Reference: CustomTestStringConvertible {
    /// The log's file.
    let log: String
    /// The file of figures.
    let figures: String

    static let all = [
        Reference(log: "receipt.xes.gz", figures: "receipt-pm4py.json"),
        Reference(log: "receipt.csv", figures: "receipt-pm4py.json"),
        Reference(log: "BPIC15_1.xes.gz", figures: "BPIC15_1-pm4py.json"),
        Reference(log: "Road_Traffic_Fine_Management_Process.xes.gz", figures: "Road_Traffic-pm4py.json"),
    ]

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("reference").path)
    }

    /// Where the references lie; nothing is read there when it is absent.
    static let folder = URL(filePath: PackageFiles.shared ?? PackageFiles.root.path)

    var testDescription: String { log }

    /// What pm4py wrote.
    func expected() throws -> Figures {
        let file = Self.folder.appendingPathComponent("reference").appendingPathComponent(figures)
        return try JSONDecoder().decode(Figures.self, from: Data(contentsOf: file))
    }

    /// What is measured here, without a profile and without a workflow.
    func measured() throws -> Replay {
        let path = Self.folder.appendingPathComponent("logs").appendingPathComponent(log).path
        let library = try Library(files: [])
        let office = OfficeTime(zone: .utc, calendar: .weekdays)
        return try measure(
            LogReader.read(ReadRequest(sources: [path])),
            ReplayRequest(library: library, office: office)
        )
    }

    /// The parts of pm4py's file that are compared; its names are kept.
    struct Figures: Decodable {
        struct Transition: Decodable {
            let from: String
            let to: String
            let count: Int
            let mean_s: Double
            let median_s: Double
        }

        struct Variant: Decodable {
            let cases: Int
            let activities: [String]
        }

        let cases: Int
        let events: Int
        let activities: Int
        let case_duration_s: [String: Double]
        let variants: Int
        let top_variants: [Variant]
        let start_activities: [String: Int]
        let end_activities: [String: Int]
        let activity_frequency: [String: Int]
        let dfg_edges: Int
        let dfg_total: Int
        let dfg_top20: [Transition]
        let rework_cases_per_activity: [String: Int]
    }
}
