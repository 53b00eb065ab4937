import PermitLog
import PermitWorkflow
import WorkingTime

/// Lists what was assumed, with the numbers that it concerns.
struct AssumptionBuilder: ~Copyable {
    let plan: FoldPlan
    private let request: ReplayRequest
    let account: InputAccount
    private let context: FigureContext
    private let tally: WorkflowTally
    private let eventsAfterCut: Int
    private let decisionsAfterCut: Int
    let filterCounts: [FilterCount]
    let instances: FlowFigures.CaseTimes?
    let variants: VariantChoice?
    private let duplicates: Int
    private let unmeasuredYears: [Int: Int]
    private let tableLimits: [PermitFold.TableLimit: Int]

    init(
        plan: FoldPlan,
        request: ReplayRequest,
        account: InputAccount,
        fold: borrowing PermitFold,
        tally: WorkflowTally,
        context: FigureContext
    ) {
        self.tally = tally
        self.plan = plan
        self.request = request
        self.account = account
        self.context = context
        eventsAfterCut = fold.eventsAfterCut
        decisionsAfterCut = fold.decisionsAfterCut
        filterCounts = fold.filters
        instances = fold.instances?.caseTimes
        variants = fold.variants
        duplicates = fold.duplicates
        unmeasuredYears = fold.unmeasuredYears
        tableLimits = fold.tableLimits
    }

    /// All assumptions in the order in which a report prints them.
    func all(_ rows: PermitRows) -> [Assumption] {
        reading + rules(rows) + selection + measures(rows)
    }

    private var reading: [Assumption] {
        var all: [Assumption] = []
        if let profile = plan.profile {
            all.append(Assumption("profile", [profile.name]))
        } else {
            all.append(Assumption("no_profile"))
        }
        if let kept = plan.profile?.personalKept, !kept.isEmpty {
            all.append(Assumption("personal_kept", kept))
        }
        if !plan.facts.absentColumns.isEmpty {
            all.append(Assumption("columns_missing", plan.facts.absentColumns))
        }
        all.append(Assumption("zone", [plan.office.zone.name]))
        if account.stampsWithoutZone > 0 {
            all.append(
                Assumption("stamps_without_zone", [String(account.stampsWithoutZone), plan.office.zone.name])
            )
        }
        if account.dateOnlyStamps > 0 {
            all.append(Assumption("date_only_stamps", [String(account.dateOnlyStamps)]))
        }
        for join in account.joins {
            let counts = [join.rows, join.matched, join.unmatched, join.ambiguous, join.unused]
                .map(String.init)
            all.append(Assumption("joined", [join.file, join.profile] + counts))
        }
        for milestone in plan.profile?.unconfirmed ?? [] where plan.facts.milestones[milestone] != nil {
            all.append(Assumption("unconfirmed_milestone", [milestone.rawValue]))
        }
        all += lifecycle
        if duplicates > 0 { all.append(Assumption("duplicates_kept", [String(duplicates)])) }
        return all
    }

    private func rules(_ rows: PermitRows) -> [Assumption] {
        var all: [Assumption] = []
        let countsDays = plan.binding.isPossible
        if countsDays { all.append(calendar) }
        for (number, workflow) in plan.binding.workflows.enumerated() {
            let cases = tally.cases[number]
            guard cases > 0 else { continue }
            all.append(Assumption("workflow", [workflow.name, String(cases), workflow.digest ?? "-"]))
            if let outside = outsideForce(workflow, tally.outsideForce[number]) { all.append(outside) }
            for setting in workflow.settings where !setting.isDefault {
                all.append(Assumption("setting_changed", [workflow.name, setting.name, setting.value]))
            }
            for clock in workflow.clocks {
                guard let limit = clock.limit else { continue }
                let values = [
                    workflow.name, clock.name, String(limit.amount), limit.unit.rawValue, clock.legal ?? "-",
                    clock.mark?.rawValue ?? "-",
                ]
                all.append(Assumption("unit_setting", values))
            }
        }
        all += tables
        if tally.unbound < rows.count { all += regimeSettings }
        if countsDays, tally.unbound > 0 { all.append(Assumption("unbound", [String(tally.unbound)])) }
        if let deadline = plan.facts.deadline {
            let column = plan.facts.columnNames[deadline.column]
            if let days = plan.facts.deadlineDays {
                all.append(Assumption("limit_column", [column, days.unit.rawValue, days.from.rawValue]))
            } else {
                all.append(Assumption("deadline_column", [column]))
            }
        }
        for (year, cases) in unmeasuredYears.sorted(by: { $0.key < $1.key }) {
            all.append(Assumption("unmeasured_year", [String(year), String(cases)]))
        }
        return all
    }

    /// The permits that a workflow judges although they were submitted outside the days it governs.
    private func outsideForce(_ workflow: Workflow, _ outside: Int) -> Assumption? {
        guard let force = workflow.definition.inForce, outside > 0 else { return nil }
        let from = force.from?.description ?? "-"
        return Assumption(
            "outside_force",
            [workflow.name, String(outside), from, force.until?.description ?? "-"]
        )
    }

    /// The tables that gave limits, with how sure they are.
    private var tables: [Assumption] {
        tableLimits.map { used, limits in
            Assumption(
                "limit_table",
                [
                    used.table, used.legal, used.mark?.rawValue ?? "-", String(limits),
                    used.isExample ? "example" : "-",
                ]
            )
        }
        .sorted { $0.values.lexicographicallyPrecedes($1.values) }
    }

    /// The days that the rules in use take from settings.
    private var regimeSettings: [Assumption] {
        guard let regimes = plan.binding.regimes else { return [] }
        let governing = Set(
            zip(plan.binding.workflows, tally.cases).filter { $0.1 > 0 }.map { $0.0.name }
        )
        let rules = regimes.rules.filter { governing.contains($0.workflow.text) }
        return regimes.settings.compactMap { setting in
            let days = rules.flatMap { rule in
                [
                    rule.fromSetting == setting.name ? rule.from : nil,
                    rule.untilSetting == setting.name ? rule.until : nil,
                ]
            }
            guard let day = days.compactMap(\.self).first?.description else { return nil }
            let mark = setting.mark?.rawValue ?? "-"
            return Assumption(
                "regime_setting",
                [setting.name.text, day, mark] + (day == setting.standard ? [] : [setting.standard])
            )
        }
    }

    private var calendar: Assumption {
        let calendar = plan.office.calendar
        let week = calendar.definition.weeks.last?.week == .six ? "6" : "5"
        return Assumption(
            "calendar",
            [
                calendar.name, "\(calendar.years.lowerBound)-\(calendar.years.upperBound)",
                calendar.definition.jointLeaveWorked ? "worked" : "off", week,
            ]
        )
    }

    private var selection: [Assumption] {
        var all = [
            Assumption(
                "as_of",
                [Instant(microseconds: plan.cut).formatted(in: plan.office.zone), String(eventsAfterCut)]
            )
        ]
        if decisionsAfterCut > 0 {
            all.append(Assumption("decided_after_cut", [String(decisionsAfterCut)]))
        }
        if let period = request.period {
            all.append(Assumption("period", [period.from.description, period.until.description]))
        }
        return all + filters
    }

    private func measures(_ rows: PermitRows) -> [Assumption] {
        guard context.knowsTurnaround else {
            return [Assumption("span_is_not_turnaround"), Assumption("percentiles")]
        }
        var all: [Assumption] = []
        let window = context.window
        let open = rows.count { $0.ending == .open && window.contains($0.submitted) }
        if open > 0 { all.append(Assumption("open_censored", [String(open)])) }
        let unsubmitted = rows.count { $0.submitted == nil }
        if unsubmitted > 0 { all.append(Assumption("submission_unknown", [String(unsubmitted)])) }
        let negative = rows.count {
            $0.ending.isDecided && ($0.duration ?? 0) < 0 && window.contains($0.ended)
        }
        if negative > 0 { all.append(Assumption("negative_left_out", [String(negative)])) }
        if context.hasWorkflow {
            let decided = rows.count {
                $0.ending.isDecided && !$0.holders.isEmpty && ($0.duration ?? -1) >= 0
                    && window.contains($0.ended)
            }
            all.append(Assumption("holders_decided_only", [String(decided)]))
        }
        all.append(Assumption("percentiles"))
        return all
    }
}
