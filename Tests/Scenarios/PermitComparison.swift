import PermitLog
import PermitMetrics
import PermitSimulation
import PermitWorkflow
import Testing
import WorkingTime

/// The forms in which a log is written.
enum LogForm: String, CaseIterable {
    case csv
    case xes
    case csvGz = "csv.gz"
    case xesGz = "xes.gz"
}

extension SimulatedCity {
    /// Holds every permit of a replay to what the simulation knows of it.
    ///
    /// - Parameters:
    ///   - replay: The replay of the city's log as of its last day.
    ///   - isForced: Whether one workflow judged all permits, also those of days on which it does not govern.
    ///   - beginsWithSubmission: Whether the first event of every permit is its submission.
    ///   - place: What to say where something differs.
    /// - Throws: Where the replay lacks a permit.
    func expectSame(
        as replay: Replay,
        isForced: Bool = false,
        beginsWithSubmission: Bool = false,
        _ place: Comment
    ) throws {
        #expect(replay.report.input.rejected == 0, place)
        #expect(replay.permits.count == permits.count, place)
        let records = Dictionary(
            replay.permits.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let isMixed = Set(permits.map(\.workflow.name)).count > 1
        for permit in permits {
            let record = try #require(records[permit.name], place)
            #expect(record.workflow == permit.workflow.name, place)
            #expect(record.state == permit.state, place)
            #expect(record.outcome == permit.outcome?.rawValue ?? "open", place)
            #expect(record.events == permit.events.count, place)
            if beginsWithSubmission { #expect(record.submitted == permit.events.first?.moment, place) }
            // A permit may begin before a change of the law and be filed after it; the beginning chose its workflow.
            let isFiledLater = record.submitted != permit.events.first?.moment
            let found = record.deviations.filter { !(isForced || isFiledLater) || $0 != "outside_force" }
            #expect(found.sorted() == permit.findings, "\(place), \(permit.name)")
            #expect(record.clocks.map(Clock.init) == clocks(of: permit, isMixed: isMixed), place)
            for (name, value) in zip(replay.factNames, record.facts) {
                #expect(value == permit.facts[name]?.description, place)
            }
        }
    }

    /// The clocks of a simulated permit as a replay tells them, named with their workflow where several govern.
    private func clocks(of permit: SimulatedPermit, isMixed: Bool) -> [Clock] {
        permit.workflow.clocks.indices.filter { permit.clocks[$0].isApplicable }
            .map { index in
                let name = permit.workflow.clocks[index].name
                return Clock(permit.clocks[index], name: isMixed ? "\(permit.workflow.name).\(name)" : name)
            }
    }
}

extension SimulatedPermit {
    /// What a replay has to find, sorted.
    var findings: [String] {
        let clocks = workflow.clocks.indices.compactMap { finding(ofClock: $0)?.rawValue }
        return (clocks + lostLinks.map { _ in "link_missing" }).sorted()
    }
}

/// A clock as both sides know it.
private struct Clock: Equatable {
    var name: String
    var classification: String
    var due: Instant?
    var consumedDays: Int?
    var runs: Int
    var pauses: Int
    var isPaused: Bool

    init(_ clock: ClockResult, name: String) {
        self.name = name
        classification = clock.class.rawValue
        due = clock.due
        consumedDays = clock.runs > 0 ? clock.consumedDays : nil
        runs = clock.runs
        pauses = clock.holds
        isPaused = clock.isPaused
    }

    init(_ clock: PermitRecord.Clock) {
        name = clock.name
        classification = clock.classification
        due = clock.due
        consumedDays = clock.consumedDays
        runs = clock.runs
        pauses = clock.pauses
        isPaused = clock.isPaused
    }
}
