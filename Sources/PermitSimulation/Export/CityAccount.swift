internal import PermitWorkflow
internal import WorkingTime

/// What the simulation knows of every permit at the data cut: the other side of a comparison with a replay.
///
/// Columns are those of `izin replay --cases` that a simulation knows: `case, workflow, state, outcome, events`, then
/// `regime, permit_type, risk, project`, then how many clocks each finding is made of and how many links the export
/// lacks (`deemed_due_not_recorded, decided_after_deemed_due, lapse_due_not_recorded, link_missing`), then for every
/// clock `<clock>.class, .due, .consumed, .runs, .pauses, .paused`, empty where a permit has no such clock.
/// Open clocks are judged as of the last moment before the cut, so a replay to be compared with it is as of the day
/// before the cut.
public struct CityAccount: Sendable {
    /// The city.
    public let city: SimulatedCity
    private let clocks: [String]
    private let facts = ["permit_type", "risk", "project"]

    /// Prepares an account.
    public init(_ city: SimulatedCity) {
        self.city = city
        var seen: Set<String> = []
        clocks = city.permits.flatMap { $0.workflow.clocks.map(\.name) }.filter { seen.insert($0).inserted }
    }

    /// Writes one row for each permit, in the order of submission, as CSV.
    ///
    /// - Parameter write: Takes the text, a line at a time.
    /// - Throws: What `write` throws.
    public func writeCSV(_ write: (String) throws -> Void) rethrows {
        let clockColumns = ["class", "due", "consumed", "runs", "pauses", "paused"]
        let columns = clocks.flatMap { clock in clockColumns.map { "\(clock).\($0)" } }
        let findings = ClockFinding.allCases.map(\.rawValue) + ["link_missing"]
        try write(
            line(["case", "workflow", "state", "outcome", "events", "regime"] + facts + findings + columns)
        )
        for permit in city.permits { try write(line(fields(of: permit))) }
    }

    private func fields(of permit: SimulatedPermit) -> [String] {
        let outcome = permit.outcome?.rawValue ?? "open"
        let plain = [permit.name, permit.workflow.name, permit.state, outcome, String(permit.events.count)]
        let known = [permit.regime ?? ""] + facts.map { permit.facts[$0]?.description ?? "" }
        let findings = ClockFinding.allCases.map { permit.count(of: $0) } + [permit.lostLinks.count]
        return plain + known + findings.map(String.init) + clocks.flatMap { fields(of: permit, $0) }
    }

    private func fields(of permit: SimulatedPermit, _ clock: String) -> [String] {
        guard let index = permit.workflow.clock(named: clock), permit.clocks[index].isApplicable else {
            return Array(repeating: "", count: 6)
        }
        let clock = permit.clocks[index]
        return [
            clock.class.rawValue,
            clock.due?.formatted(in: city.office.zone) ?? "",
            clock.runs > 0 ? String(clock.consumedDays) : "",
            String(clock.runs),
            String(clock.holds),
            String(clock.isPaused),
        ]
    }

    /// A row; names and numbers of this file need no quotes.
    private func line(_ fields: [String]) -> String { fields.joined(separator: ",") + "\n" }
}
