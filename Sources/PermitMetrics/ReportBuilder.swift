import PermitLog
import PermitWorkflow
import WorkingTime

/// Turns a fold into a report.
struct ReportBuilder {
    private let plan: FoldPlan
    private let request: ReplayRequest
    private let account: InputAccount
    private let log: PartitionedLog
    private let window: PeriodWindow

    init(_ plan: FoldPlan, _ request: ReplayRequest, _ log: PartitionedLog) {
        self.plan = plan
        self.request = request
        account = log.account
        self.log = log
        window = PeriodWindow(cut: plan.cut, period: request.period, zone: plan.office.zone)
    }

    func replay(of fold: consuming PermitFold) -> Replay {
        let join = JourneyJoin(plan, fold)
        join?.note(in: &fold)
        let rows = fold.rows
        let tally = tally(rows)
        let context = context(rows)
        let shown = shownKinds(tally)
        var permits = PermitFigures(rows, clockKinds: shown.kinds, shown: shown.numbers, context: context)
        permits.cases = fold.flow.caseDurations.count
        permits.journeys = join.map { [$0.figures(of: fold, in: window, cut: plan.cut)] }
        let input = input(fold)
        let flow = flow(fold)
        permits.indicators.append(contentsOf: quality(input, permits))
        var report = Report(
            input: input,
            profileName: log.profile?.name,
            workflows: bound(tally),
            assumptions: assumptions(fold, tally, context),
            period: request.period,
            asOf: Instant(microseconds: plan.cut),
            zone: plan.office.zone,
            flow: flow,
            permits: permits,
            groups: groups(fold, shown, context),
            deviations: deviations(fold.tally),
            backlogBands: bands(rows, shown.kinds),
            onlineByYear: context.knowsChannel ? onlineByYear(rows) : [],
            missingLimits: missingLimits(fold.missingLimits),
            warnings: DoubtBuilder(
                plan: plan,
                log: log,
                context: context,
                onTime: permits.indicators.first { $0.id == .onTime && $0.statistic == "decided_only" }
            )
            .all(fold)
        )
        report.filters = filters(fold)
        if context.knowsTurnaround { addFlow(rows, shown.kinds, context, to: &report) }
        report.groupTest = groupTest(fold)
        report.checks = FlatteryBuilder(context: context, kinds: shown.kinds).checks(fold, permits)
        let records = RecordBuilder(plan: plan, kinds: shown.kinds, join: join).records(fold)
        return Replay(
            report: report,
            factNames: plan.facts.facts.map(\.name),
            caseIDs: plan.caseIDs,
            hasJourneys: join != nil,
            hasSuccession: rows.contains { $0.successor >= 0 },
            hasGroups: !plan.facts.by.isEmpty,
            permits: records
        )
    }

    /// The first moment that events or columns of the log know of, in microseconds since 1970 UTC.
    private func first(_ rows: PermitRows) -> Int64 {
        let event = log.firstTime?.microseconds ?? window.cut
        return rows.reduce(min(event, window.cut)) { min($0, $1.submitted ?? $0) }
    }

    /// Adds the months, the cohorts and the backlog.
    private func addFlow(
        _ rows: PermitRows,
        _ kinds: [ClockKind],
        _ context: FigureContext,
        to report: inout Report
    ) {
        let trend = TrendBuilder(
            request: request.trend,
            kinds: kinds,
            window: window,
            office: plan.office,
            first: context.first
        )
        report.trend = trend.trend(rows)
        if let survival = report.permits.survival {
            report.cohorts = CohortBuilder(window: window, zone: plan.office.zone).cohorts(rows, survival)
        }
        let backlog = Backlog(window: window, first: context.first)
        report.littleCheck = backlog.little(rows)
        report.openAges = backlog.ages(rows, kinds)
    }

    private func groupTest(_ fold: borrowing PermitFold) -> LogRank? {
        guard !plan.facts.by.isEmpty else { return nil }
        var members = [[KaplanMeier.Observation]](repeating: [], count: fold.groups.texts.count)
        for row in fold.rows where window.contains(row.submitted) {
            if let observation = row.observation { members[row.group].append(observation) }
        }
        // In the order of their names, because that of their numbers follows from who met them first.
        let names = fold.groups.texts
        return LogRank(names.indices.sorted { names[$0] < names[$1] }.map { members[$0] })
    }

    /// What was assumed, what was read, and what filters left out.
    func account(
        of fold: borrowing PermitFold
    ) -> (assumptions: [Assumption], input: InputAccount, filters: [FilterAccount]) {
        (assumptions(fold, tally(fold.rows), context(fold.rows)), input(fold), filters(fold))
    }

    /// What each filter left out, in the order in which they were applied.
    private func filters(_ fold: borrowing PermitFold) -> [FilterAccount] {
        zip(plan.filters.filters, fold.filters)
            .map { filter, count in
                FilterAccount(
                    filter: filter.description,
                    casesRemoved: count.cases,
                    eventsRemoved: count.events
                )
            }
    }

    private func flow(_ fold: borrowing PermitFold) -> FlowFigures {
        var flow = fold.flow.figures(names: plan.activities, workers: request.workers)
        if let instances = fold.instances { instances.add(to: &flow, names: plan.activities) }
        return flow
    }

    private func context(_ rows: PermitRows) -> FigureContext {
        let hasWorkflow = rows.contains { $0.workflow >= 0 }
        let knows = plan.facts.knowsTurnaround || rows.contains { $0.workflow >= 0 && $0.submitted != nil }
        return FigureContext(
            window: window,
            first: first(rows),
            zone: plan.office.zone,
            workflows: plan.binding.workflows,
            knowsTurnaround: knows,
            hasWorkflow: hasWorkflow,
            returning: workflows { workflow in
                workflow.actions.contains { plan.returns[$0.term] ?? $0.isReturn }
            },
            deeming: workflows { workflow in
                workflow.actions.contains { plan.deemedTerms.contains($0.term) }
            },
            knowsStatedOutcomes: plan.facts.outcome != nil,
            knowsChannel: rows.contains { $0.isOnline != nil }
        )
    }

    /// The numbers of the workflows of a kind.
    private func workflows(where isOfKind: (Workflow) -> Bool) -> Set<Int> {
        Set(plan.binding.workflows.indices.filter { isOfKind(plan.binding.workflows[$0]) })
    }

    /// The clocks of workflows that govern permits, named with their workflow where there are several.
    private func shownKinds(_ tally: WorkflowTally) -> (kinds: [ClockKind], numbers: [Int]) {
        let used = plan.binding.workflows.indices.filter { tally.isUsed[$0] }
        var kinds = plan.binding.clockKinds
        if used.count > 1 {
            for index in kinds.indices where kinds[index].workflow >= 0 {
                kinds[index].name =
                    plan.binding.workflows[kinds[index].workflow].name + "." + kinds[index].name
            }
        }
        return (kinds, kinds.indices.filter { kinds[$0].workflow < 0 || used.contains(kinds[$0].workflow) })
    }

    private func bound(_ tally: WorkflowTally) -> [(name: String, cases: Int)] {
        zip(plan.binding.workflows, tally.cases).filter { $0.1 > 0 }.map { ($0.0.name, $0.1) }
    }

    private func tally(_ rows: PermitRows) -> WorkflowTally {
        WorkflowTally(rows, kinds: plan.binding.clockKinds, workflows: plan.binding.workflows.count)
    }

    private func input(_ fold: borrowing PermitFold) -> InputAccount {
        var input = account
        input.duplicates = fold.duplicates
        if !plan.histories.isOne { input.events = fold.flow.events }
        let out = [
            ("after_cut", fold.rowsAfterCut), ("filtered_out", fold.rowsFilteredOut),
            ("lifecycle_unpaired", fold.instances?.unpairedRows ?? 0),
        ]
        for (reason, count) in out where count > 0 {
            input.used -= count
            input.ignored += count
            input.ignoredReasons.append(.init(reason: reason, count: count))
        }
        input.ignoredReasons.sort { $0.reason < $1.reason }
        for (cell, count) in fold.badCells {
            input.cellsRejected.append(.init(column: cell.column, reason: cell.reason, count: count))
        }
        input.cellsRejected.sort { ($0.column, $0.reason) < ($1.column, $1.reason) }
        return input
    }

    private func groups(
        _ fold: borrowing PermitFold,
        _ shown: (kinds: [ClockKind], numbers: [Int]),
        _ context: FigureContext
    ) -> [Report.Group] {
        guard !plan.facts.by.isEmpty else { return [] }
        var members = [[PermitRow]](repeating: [], count: fold.groups.texts.count)
        for row in fold.rows { members[row.group].append(row) }
        let key = request.by.joined(separator: ",")
        let values = fold.groups.texts
        return values.indices.sorted { values[$0] < values[$1] }
            .map { index in
                let figures = PermitFigures(
                    fold.rows.having(members[index]),
                    clockKinds: shown.kinds,
                    shown: shown.numbers,
                    context: context
                )
                return Report.Group(key: key, value: values[index], figures: figures)
            }
    }

    private func quality(_ input: InputAccount, _ permits: PermitFigures) -> [Indicator] {
        func count(_ statistic: String, _ value: Int, of n: Int) -> Indicator {
            Indicator(.dataQuality, statistic, value: Double(value), unit: "count", n: n, period: "file")
        }
        var all = [
            count("rows_rejected", input.rejected, of: input.rows),
            count("rows_ignored", input.ignored, of: input.rows),
            count("cells_rejected", input.cellsRejected.reduce(0) { $0 + $1.count }, of: input.used),
            count("duplicates", input.duplicates, of: input.used),
        ]
        if let turnaround = permits.turnaround {
            all.append(count("negative_durations", turnaround.negative, of: permits.cases))
        }
        return all
    }

    private func deviations(_ tally: DeviationTally) -> [DeviationExample] {
        let ranked = tally.counts.sorted { left, right in
            if left.value.count != right.value.count { return left.value.count > right.value.count }
            if left.value.firstOrder != right.value.firstOrder {
                return left.value.firstOrder < right.value.firstOrder
            }
            let (first, second) = (left.key.kind.rawValue, right.key.kind.rawValue)
            return first != second
                ? first < second : left.key.order.lexicographicallyPrecedes(right.key.order)
        }
        return ranked.prefix(20).map { key, value in example(key, value) }
    }

    private func example(_ key: DeviationTally.Key, _ value: DeviationTally.Value) -> DeviationExample {
        let workflow = plan.binding.workflows[key.workflow]
        let action = (key.activity >= 0 ? workflow.term(named: plan.terms[key.activity]) : nil)
            .flatMap { index in
                workflow.actions.firstIndex { $0.termIndex == index }
            }
        let isSkip = key.kind == .notAllowed || key.kind == .wrongStart
        let skipped = isSkip ? action.map { workflow.skippedPath(from: key.state, beforeAction: $0) } : nil
        let state = key.state >= 0 ? workflow.states[key.state] : nil
        return DeviationExample(
            workflow: workflow.name,
            kind: key.kind.rawValue,
            activity: key.activity >= 0 ? plan.activities[key.activity] : "",
            subject: subject(of: key),
            state: state?.name,
            stateTitle: state?.title ?? [:],
            skipped: skipped ?? [],
            skippedTitles: (skipped ?? [])
                .map { name in
                    workflow.action(named: name).map { workflow.actions[$0].title } ?? [:]
                },
            count: value.count,
            firstPosition: log.position(ofOrder: value.firstOrder).description,
            legal: legal(of: key, in: workflow) ?? action.flatMap { workflow.actions[$0].legal }
                ?? workflow.legal
        )
    }

    /// What a finding is about besides an activity: the fact that changed, the clock that ran out, the link.
    private func subject(of key: DeviationTally.Key) -> String? {
        guard key.detail >= 0 else { return nil }
        switch key.kind {
        case .factChanged: return plan.facts.facts[key.detail].name
        case .deemedDueNotRecorded, .decidedAfterDeemedDue, .lapseDueNotRecorded:
            return plan.binding.clockKinds[key.detail].name
        case .linkMissing, .linkNotEnded: return plan.journeys?.journeys.links[key.detail].name.text
        default: return nil
        }
    }

    /// Where the expiry of a finding's clock stands in the law.
    private func legal(of key: DeviationTally.Key, in workflow: Workflow) -> String? {
        switch key.kind {
        case .deemedDueNotRecorded, .decidedAfterDeemedDue, .lapseDueNotRecorded:
            workflow.clocks[key.detail - plan.binding.firstClock[key.workflow]].expiry?.legal
        default: nil
        }
    }

    private func missingLimits(_ missing: [PermitFold.MissingLimit: Int]) -> [MissingLimit] {
        let all = missing.compactMap { key, permits -> MissingLimit? in
            let kind = plan.binding.clockKinds[key.clock]
            let workflow = plan.binding.workflows[kind.workflow]
            let clock = workflow.clocks[key.clock - plan.binding.firstClock[kind.workflow]]
            guard let table = clock.table else { return nil }
            let parts = zip(table.by, key.values).map { MissingLimit.Part(fact: $0, value: $1) }
            return MissingLimit(
                workflow: workflow.name,
                clock: clock.name,
                table: table.name,
                key: parts,
                permits: permits
            )
        }
        return all.sorted { left, right in
            left.permits != right.permits
                ? left.permits > right.permits : left.order.lexicographicallyPrecedes(right.order)
        }
    }

    private func bands(_ rows: PermitRows, _ kinds: [ClockKind]) -> Report.BacklogBands? {
        var bands = Report.BacklogBands(withinLimit: 0, upToTwiceLimit: 0, beyondTwiceLimit: 0)
        var isMeasured = false
        for row in rows where row.ending == .open {
            let judged: [ClockClass] = [.openInTime, .openLate]
            guard let clock = Headline.clock(of: row, in: rows, kinds: kinds),
                judged.contains(clock.classification)
            else {
                bands.withoutClock += 1
                continue
            }
            isMeasured = true
            guard clock.classification == .openLate, let due = clock.due, let started = clock.started else {
                bands.withinLimit += 1
                continue
            }
            if plan.cut - started <= 2 * (due - started) {
                bands.upToTwiceLimit += 1
            } else {
                bands.beyondTwiceLimit += 1
            }
        }
        return isMeasured ? bands : nil
    }

    private func onlineByYear(_ rows: PermitRows) -> [(year: Int, online: Int, applications: Int)] {
        var years: [Int: (online: Int, applications: Int)] = [:]
        for row in rows {
            guard let isOnline = row.isOnline, let submitted = row.submitted, window.contains(submitted)
            else {
                continue
            }
            let year = plan.office.zone.day(of: Instant(microseconds: submitted)).components.year
            years[year, default: (0, 0)].applications += 1
            if isOnline { years[year, default: (0, 0)].online += 1 }
        }
        return years.sorted { $0.key < $1.key }.map { ($0.key, $0.value.online, $0.value.applications) }
    }

    private func assumptions(
        _ fold: borrowing PermitFold,
        _ tally: WorkflowTally,
        _ context: FigureContext
    ) -> [Assumption] {
        AssumptionBuilder(
            plan: plan,
            request: request,
            account: account,
            fold: fold,
            tally: tally,
            context: context
        )
        .all(fold.rows)
    }
}

extension MissingLimit {
    /// Workflow, clock and key as texts in one order.
    fileprivate var order: [String] { [workflow, clock] + key.map { $0.value ?? "" } }
}
