public import PermitMetrics
internal import PermitWorkflow
internal import WorkingTime

/// The permits as CSV (`--cases`): one row for each, in the order of the log.
///
/// The figures of the report are sums over these rows. Columns: `case, workflow, state, outcome, submitted, decided, ended,
/// days, waiting_days, case_duration_seconds, returns, events, fitting, deviations, online`, for silence
/// `silence_recorded, silence_due, silence_passed`, for the clock by which the permit is judged `duty.clock, duty.class,
/// duty.due, duty.started, duty.working_days`, in working days `wall_working_days, effort_working_days,
/// effort_office_hours, response_working_days, responded`, for every holder `<holder>_days`, then `group` with groups, `supervision_workflow,
/// supervision` where a workflow comes after a grant, `project, link, comes_after` where permits are linked, then for
/// every clock `<clock>.class, .due, .consumed, .runs, .pauses, .paused`, then the facts, with `fact.` before a name that
/// stands already. Clocks of two workflows with one name share their columns, because the row names its workflow. Instants are ISO 8601 with the offset of the
/// report's zone; what is not known is empty; deviations are joined by spaces. Ids are written as the labels say.
public struct PermitTable {
    private let labels: CaseLabels
    private let factNames: [String]
    private let clockNames: [String]
    private let zone: Zone
    private let hasGroups: Bool
    private let hasSuccession: Bool
    private let hasJourneys: Bool

    /// Creates a table for a replay whose permits were kept.
    ///
    /// - Parameters:
    ///   - replay: The replay.
    ///   - labels: How permits and projects are named.
    public init(_ replay: Replay, labels: CaseLabels) {
        self.labels = labels
        factNames = replay.factNames
        zone = replay.report.zone
        hasGroups = replay.hasGroups
        hasSuccession = replay.hasSuccession
        hasJourneys = replay.hasJourneys
        clockNames = Self.clockNames(replay.permits)
    }

    /// The first line.
    public var header: String {
        var names = [
            "case", "workflow", "state", "outcome", "submitted", "decided", "ended", "days", "waiting_days",
            "case_duration_seconds", "returns", "events", "fitting", "deviations", "online",
            "silence_recorded", "silence_due", "silence_passed", "duty.clock", "duty.class", "duty.due",
            "duty.started", "duty.working_days",
        ]
        names += [
            "wall_working_days", "effort_working_days", "effort_office_hours", "response_working_days",
            "responded",
        ]
        names += Holder.allCases.map { $0.rawValue + "_days" }
        if hasGroups { names.append("group") }
        if hasSuccession { names += ["supervision_workflow", "supervision"] }
        if hasJourneys { names += ["project", "link", "comes_after"] }
        for clock in clockNames {
            names += ["class", "due", "consumed", "runs", "pauses", "paused"].map { clock + "." + $0 }
        }
        return CSVLine.text(names + factNames.map { names.contains($0) ? "fact." + $0 : $0 })
    }

    /// The line of a permit.
    public func line(_ permit: PermitRecord) -> String {
        var fields = course(permit) + judgement(permit) + ages(permit.ages) + held(permit)
        if hasGroups { fields.append(permit.group ?? "") }
        if hasSuccession { fields += [permit.successor ?? "", permit.supervision ?? ""] }
        if hasJourneys {
            let after = permit.comesAfter.joined(separator: " ")
            fields += [labels.label(project: permit.project), permit.link ?? "", after]
        }
        for name in clockNames {
            fields += self.fields(permit.clocks.first { Self.column($0, of: permit) == name })
        }
        return CSVLine.text(fields + permit.facts.map { labels.fact($0, of: permit) })
    }

    private func course(_ permit: PermitRecord) -> [String] {
        [
            labels.label(permit.name), permit.workflow ?? "", permit.state ?? "", permit.outcome,
            moment(permit.submitted), moment(permit.decided), moment(permit.ended),
            PlainNumber.text(permit.days), PlainNumber.text(permit.waitingDays),
            PlainNumber.text(permit.spanSeconds), String(permit.returns), String(permit.events),
            permit.isFitting.map(String.init) ?? "", permit.deviations.joined(separator: " "),
            permit.isOnline.map(String.init) ?? "",
        ]
    }

    private func judgement(_ permit: PermitRecord) -> [String] {
        [
            String(permit.recordsSilence), String(permit.owesSilence), String(permit.decidedAfterSilence),
            permit.duty?.clock ?? "", permit.duty?.classification ?? "", moment(permit.duty?.due),
            moment(permit.duty?.started), workingDays(permit.duty),
        ]
    }

    /// The working days that the last run of a clock consumed; nothing of a clock that counts otherwise.
    private func workingDays(_ duty: PermitRecord.Duty?) -> String {
        guard let duty, duty.countsWorkingDays, let days = duty.consumedDays else { return "" }
        return String(days)
    }

    private func ages(_ ages: PermitRecord.Ages) -> [String] {
        [
            ages.wallDays.map(String.init) ?? "", ages.effortDays.map(String.init) ?? "",
            PlainNumber.text(ages.effortHours), ages.responseDays.map(String.init) ?? "",
            ages.responseDays == nil ? "" : String(ages.isAnswered),
        ]
    }

    private func held(_ permit: PermitRecord) -> [String] {
        Holder.allCases.indices.map { index in
            PlainNumber.text(index < permit.heldDays.count ? permit.heldDays[index] : nil)
        }
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
