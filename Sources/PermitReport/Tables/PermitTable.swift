public import PermitMetrics
internal import WorkingTime

/// The permits as CSV (`--cases`): one row for each, in the order of the log.
///
/// Columns: `case, workflow, state, outcome, submitted, decided, ended, days, returns, events, fitting,
/// deviations`, then `supervision` where a workflow comes after a grant, `project, link` where permits are linked, then
/// for every clock `<clock>.class, .due, .consumed, .runs, .pauses, .paused`, then the facts. Clocks of two workflows with
/// one name share their columns, because the row names its workflow. Instants are ISO 8601 with the offset of the
/// report's zone; what is not known is empty; deviations are joined by spaces.
public struct PermitTable {
    private let factNames: [String]
    private let clockNames: [String]
    private let zone: Zone
    private let hasSuccession: Bool
    private let hasJourneys: Bool

    /// Creates a table for a replay whose permits were kept.
    public init(_ replay: Replay) {
        factNames = replay.factNames
        zone = replay.report.zone
        hasSuccession = replay.hasSuccession
        hasJourneys = replay.hasJourneys
        clockNames = Self.clockNames(replay.permits)
    }

    /// The first line.
    public var header: String {
        var names = [
            "case", "workflow", "state", "outcome", "submitted", "decided", "ended", "days", "returns",
            "events",
            "fitting", "deviations",
        ]
        if hasSuccession { names.append("supervision") }
        if hasJourneys { names += ["project", "link"] }
        for clock in clockNames {
            names += ["class", "due", "consumed", "runs", "pauses", "paused"].map { clock + "." + $0 }
        }
        return CSVLine.text(names + factNames)
    }

    /// The line of a permit.
    public func line(_ permit: PermitRecord) -> String {
        var fields = [
            permit.name, permit.workflow ?? "", permit.state ?? "", permit.outcome, moment(permit.submitted),
            moment(permit.decided), moment(permit.ended), PlainNumber.text(permit.days),
            String(permit.returns),
            String(permit.events), permit.isFitting.map(String.init) ?? "",
            permit.deviations.joined(separator: " "),
        ]
        if hasSuccession { fields.append(permit.supervision ?? "") }
        if hasJourneys { fields += [permit.project ?? "", permit.link ?? ""] }
        for name in clockNames {
            fields += self.fields(permit.clocks.first { Self.column($0, of: permit) == name })
        }
        return CSVLine.text(fields + permit.facts.map { $0 ?? "" })
    }

    private func fields(_ clock: PermitRecord.Clock?) -> [String] {
        guard let clock else { return [String](repeating: "", count: 6) }
        return [
            clock.classification, moment(clock.due), clock.consumedDays.map(String.init) ?? "",
            String(clock.runs), String(clock.pauses), String(clock.isPaused),
        ]
    }

    private func moment(_ instant: Instant?) -> String { instant?.formatted(in: zone) ?? "" }

    /// The names of all clocks, in the order in which permits show them first.
    private static func clockNames(_ permits: [PermitRecord]) -> [String] {
        var seen: Set<String> = []
        var names: [String] = []
        for permit in permits {
            let columns = permit.clocks.lazy.map { column($0, of: permit) }
            for name in columns where seen.insert(name).inserted { names.append(name) }
        }
        return names
    }

    /// The clock's own name, without the workflow that a report of several workflows puts before it.
    private static func column(_ clock: PermitRecord.Clock, of permit: PermitRecord) -> String {
        guard let workflow = permit.workflow, clock.name.hasPrefix(workflow + ".") else { return clock.name }
        return String(clock.name.dropFirst(workflow.count + 1))
    }
}
