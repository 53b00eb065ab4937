import PermitDocuments
import PermitLog
import PermitWorkflow
import WorkingTime

/// Folds the cases of partitions, one worker's share of a log.
struct PermitFolder {
    let plan: FoldPlan
    var fold: PermitFold
    var replays: [ReplayBox?]
    private var activities: [UInt32] = []
    private var gaps: [Int64] = []
    /// The variants to keep; nil for all.
    let variants: VariantChoice?

    init(_ plan: FoldPlan, variants: VariantChoice? = nil) {
        self.plan = plan
        self.variants = variants
        fold = PermitFold(plan)
        replays = Array(repeating: nil, count: plan.binding.workflows.count)
    }

    /// Folds every case of a partition.
    mutating func take(_ box: PartitionBox) {
        let partition = box.partition
        fold.instances?.addUnended(of: partition)
        if case .permit(let wanted) = plan.histories {
            let names = partition.cases.lazy.map { partition.name(of: $0) }
            if let near = Suggestion.nearest(to: wanted, among: names) { fold.nearNames.append(near) }
        }
        for index in partition.cases.indices {
            let entry = partition.cases[index]
            if plan.histories.isOne, !plan.histories.wants(partition.name(of: entry)) { continue }
            guard let range = selected(index, of: box) else { continue }
            take(index, of: box, range)
        }
    }

    private mutating func take(
        _ index: Int,
        of box: PartitionBox,
        _ range: Range<Int>
    ) {
        let partition = box.partition
        let all = partition.events.span
        let events = all.extracting(range)
        let span = addFlow(events, of: box.partition.cases[index])
        if !box.partition.instances.isEmpty {
            fold.instances?.add(range, ofCase: index, in: box.partition)
        }
        guard plan.measuresPermits else { return }
        let facts = CaseFacts(box, index, plan)
        let actors = ActorReading(box, first: range.lowerBound, plan)
        var row = measure(events, facts, actors)
        if row.link >= 0 {
            let name = box.partition.name(of: box.partition.cases[index])
            fold.links[row.link].name = plan.shown(name, order: row.order)
        }
        if plan.histories != .none {
            let name = box.partition.name(of: box.partition.cases[index])
            keepHistory(of: row, events, facts, actors, name: name)
        }
        if plan.keepsPermits {
            row.record = fold.kept.count
            let values = plan.facts.facts.indices.map { facts.shown($0) }
            let name = box.partition.name(of: box.partition.cases[index])
            fold.kept.append(.init(name: name, facts: values, events: events.count, span: span))
        }
        fold.rows.append(row)
    }

    /// Adds the events to the flow; gives the microseconds from the first to the last.
    private mutating func addFlow(_ events: Span<LogEvent>, of entry: OrganizedPartition.CaseEntry) -> Int64 {
        if entry.duplicates > 0 {
            let isWhole = events.count == entry.events.count
            fold.duplicates += isWhole ? Int(entry.duplicates) : events.repetitions
        }
        activities.removeAll(keepingCapacity: true)
        gaps.removeAll(keepingCapacity: true)
        var hasDates = false
        for index in events.indices {
            let event = events[index]
            activities.append(UInt32(event.activity))
            hasDates = hasDates || event.isDateOnly
            if index > 0 { gaps.append(event.time - events[index - 1].time) }
        }
        var duration = events[events.count - 1].time - events[0].time
        if hasDates {
            let zone = plan.office.zone
            for index in gaps.indices {
                gaps[index] = Moment(events[index]).duration(until: Moment(events[index + 1]), in: zone)
            }
            duration = Moment(events[0]).duration(until: Moment(events[events.count - 1]), in: zone)
        }
        let (activities, gaps) = (self.activities, self.gaps)
        fold.flow.add(activities.span, gaps: gaps.span, duration: duration)
        return duration
    }

    private mutating func measure(
        _ events: Span<LogEvent>,
        _ facts: borrowing CaseFacts,
        _ actors: ActorReading
    ) -> PermitRow {
        var order = events[0].order
        for index in events.indices { order = min(order, events[index].order) }
        var row = PermitRow(order: order)
        if let online = plan.facts.online, let value = facts.latest(online.fact) {
            row.isOnline = online.values.contains(value)
        }
        var isDecidedLater = false
        let columns = milestones(of: facts, isDecidedLater: &isDecidedLater)
        let stated = isDecidedLater ? nil : facts.outcome
        let submittedDay = plan.office.zone.day(
            of: Instant(microseconds: columns[.submitted]?.time ?? events[0].time)
        )
        let governing = plan.binding.workflow(submitted: submittedDay, facts: facts.known)
        if !plan.facts.by.isEmpty { row.group = group(of: facts, governing) }
        if let number = governing?.workflow {
            replay(events, facts, actors, workflow: number, columns: columns, stated: stated, into: &row)
        } else {
            settle(&row, stated: stated, columns: columns, course: nil)
            if let journeys = plan.journeys { link(journeys, facts, [], to: &row) }
        }
        if columns[.firstResponse] != nil { answer(&row, columns[.firstResponse]) }
        addDeadline(facts, columns, to: &row)
        doubt(&row, facts, columns, stated: stated)
        return row
    }

    /// The moments that the profile's columns give, those after the cut left out: they have not happened yet.
    mutating func milestones(
        of facts: borrowing CaseFacts,
        isDecidedLater: inout Bool
    ) -> PerMilestone<Moment> {
        var moments = PerMilestone<Moment>()
        for milestone in Profile.Milestone.allCases {
            guard let moment = moment(of: milestone, in: facts) else { continue }
            fold.dates[milestone] = (fold.dates[milestone] ?? 0) + 1
            if moment.time <= plan.cut {
                moments[milestone] = moment
            } else if milestone == .decided {
                isDecidedLater = true
                fold.decisionsAfterCut += 1
            }
        }
        return moments
    }

    /// What the first of a milestone's columns says that says something.
    private mutating func moment(
        of milestone: Profile.Milestone,
        in facts: borrowing CaseFacts
    ) -> Moment? {
        guard let first = plan.facts.milestones[milestone] else { return nil }
        if let moment = moment(column: first, in: facts) { return moment }
        for column in plan.facts.furtherMilestones[milestone] ?? [] {
            if let moment = moment(column: column, in: facts) { return moment }
        }
        return nil
    }

    private mutating func moment(column: Int, in facts: borrowing CaseFacts) -> Moment? {
        facts.moment(
            column,
            in: plan.office.zone,
            name: plan.facts.columnNames[column],
            bad: &fold.badCells
        )
    }

    private mutating func replay(
        _ events: Span<LogEvent>,
        _ facts: borrowing CaseFacts,
        _ actors: ActorReading,
        workflow number: Int,
        columns: PerMilestone<Moment>,
        stated: Outcome?,
        into row: inout PermitRow
    ) {
        let box = replay(of: number)
        box.replay.begin()
        var later: [Int] = []
        for index in events.indices {
            let known = facts.known(at: events[index].order)
            if !box.replay.take(events[index], facts: known, by: actors[index]) { later.append(index) }
        }
        let course = box.replay.finish(at: plan.cut)
        row.workflow = number
        row.state = course.state
        row.returns = course.returns
        row.hasSilence = course.recordsSilence
        settle(&row, stated: stated, columns: columns, course: course)
        judgeForce(number, submitted: row.submitted ?? events[0].time, in: &row)
        addClocks(course, number, facts.known(at: .max), to: &row)
        addHoldings(course.holdings, to: &row)
        answer(&row, course.firstResponse)
        for departure in course.departures { note(departure, workflow: number, in: &row) }
        if course.isGranted { succeed(number, later, of: events, facts, actors, in: &row) }
        if let journeys = plan.journeys { link(journeys, facts, course.linkedActions, to: &row) }
        for (order, fact) in facts.changes where events.contains(order: order) {
            note(
                .init(kind: .factChanged, activity: -1, state: -1, order: order, detail: fact),
                workflow: number,
                in: &row
            )
        }
    }

    /// The replay of a workflow, made when it is needed first.
    mutating func replay(of number: Int) -> ReplayBox {
        let box = replays[number] ?? ReplayBox(CaseReplay(plan, workflow: number))
        replays[number] = box
        return box
    }

    mutating func note(
        _ departure: CaseReplay.Departure,
        workflow number: Int,
        in row: inout PermitRow
    ) {
        row.isFitting = row.isFitting && !departure.kind.breaksFit
        fold.rows.add(departure.kind, to: &row)
        let key = DeviationTally.Key(
            workflow: number,
            kind: departure.kind,
            activity: departure.activity,
            state: departure.state,
            detail: departure.detail
        )
        fold.tally.add(key, order: departure.order)
    }

    /// Sets submission, ending and duration: a profile's column wins over the workflow.
    ///
    /// `stated` is the outcome that a column of the log names, unless its date lies after the cut.
    private func settle(
        _ row: inout PermitRow,
        stated: Outcome?,
        columns: PerMilestone<Moment>,
        course: CaseReplay.Course?
    ) {
        let hasColumn = plan.facts.milestones[.submitted] != nil
        let submitted = hasColumn ? columns[.submitted] : course?.submitted
        row.submitted = submitted?.time
        let outcome = stated ?? course?.outcome
        let end: Moment?
        if plan.facts.milestones[.decided] != nil {
            end = columns[.decided]
            let isNamed = stated != nil || (end != nil && outcome?.isDecision == true)
            row.ending = isNamed ? outcome.map { .outcome($0) } ?? .open : end == nil ? .open : .decided
        } else {
            let isDecision = outcome?.isDecision == true
            end = isDecision ? course?.decided ?? course?.ended : course?.ended
            row.ending = outcome.map { .outcome($0) } ?? .open
        }
        row.ended = row.ending == .open ? nil : end?.time
        guard let submitted else { return }
        if row.ending == .open {
            row.duration = plan.cut - submitted.time
        } else {
            row.duration = end.map { submitted.duration(until: $0, in: plan.office.zone) }
        }
        guard row.ending == .open || row.ended != nil else { return }
        row.ages.wall = workingDays(from: submitted.time, to: row.ended ?? plan.cut)
    }

    mutating func addClocks(
        _ course: CaseReplay.Course,
        _ number: Int,
        _ facts: FactValues,
        to row: inout PermitRow
    ) {
        let workflow = plan.binding.workflows[number]
        let cut = Instant(microseconds: plan.cut)
        for index in workflow.clocks.indices {
            let result = course.clocks.result(
                clock: index,
                asOf: cut,
                facts: facts,
                workflow: workflow,
                office: plan.office
            )
            guard result.isApplicable else { continue }
            let track = course.clocks.tracks[index]
            fold.rows.add(
                .init(
                    kind: plan.binding.firstClock[number] + index,
                    classification: result.class,
                    due: result.due?.microseconds,
                    started: track.run?.startedAt.microseconds,
                    isPaused: result.isPaused,
                    isBreached: result.isBreached,
                    runs: result.runs,
                    pauses: result.holds,
                    consumedDays: track.run == nil ? nil : result.consumedDays,
                    countsWorkingDays: track.run?.limit?.unit == .workingDays
                ),
                to: &row
            )
            if let year = result.unmeasuredYear, result.class == .unmeasured {
                fold.unmeasuredYears[year, default: 0] += 1
            }
            noteTable(of: workflow.clocks[index], track, facts, kind: plan.binding.firstClock[number] + index)
            judgeExpiry(of: index, result, course, number, in: &row)
        }
    }
}

extension Span where Element == LogEvent {
    /// Whether one of the events is a row of the log: a row after the cut is not.
    fileprivate func contains(order: UInt32) -> Bool {
        for index in indices where self[index].order == order { return true }
        return false
    }

    /// How many events repeat activity and time of an earlier one.
    fileprivate var repetitions: Int {
        var seen: [Int64: Set<Int>] = [:]
        var found = 0
        for index in indices
        where !seen[self[index].time, default: []].insert(self[index].activity).inserted {
            found += 1
        }
        return found
    }
}

extension CaseReplay {
    /// The replay of a plan's workflow, with the words of the log looked up.
    init(_ plan: FoldPlan, workflow number: Int) {
        let workflow = plan.binding.workflows[number]
        var reading = Reading(words: plan.terms.map { Word($0, in: workflow) })
        reading.isOutsideTable = plan.isOutsideTable
        reading.deemedTerms = plan.deemedTerms
        reading.returns = plan.returns
        reading.followsLinks = plan.journeys != nil
        reading.keepsSteps = plan.histories != .none
        if let successor = plan.binding.successors[number].map({ plan.binding.workflows[$0] }) {
            reading.isSuccessors = plan.terms.map { term in
                if case .unknown = Word(term, in: successor) { false } else { true }
            }
        }
        self.init(workflow, reading, office: plan.office)
    }
}

extension CaseReplay.Word {
    /// What a term means to a workflow.
    fileprivate init(_ term: String, in workflow: Workflow) {
        if let index = workflow.term(named: term) {
            self = .term(index)
        } else {
            self = workflow.states(ofStatus: term).isEmpty ? .unknown : .status(term)
        }
    }
}
