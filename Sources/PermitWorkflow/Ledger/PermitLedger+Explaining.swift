public import WorkingTime

extension PermitLedger {
    /// Explains a permit.
    ///
    /// - Parameters:
    ///   - steps: Its transitions, in the order of time; none after an outcome.
    ///   - facts: What is known of it in the end.
    ///   - submitted: Its submission; nil where it is not known, and its age counts from the first step.
    ///   - ended: Its end; nil while it is open.
    ///   - moment: The moment as of which it is judged; not before the last step.
    ///   - workflow: The workflow that governs it.
    ///   - zone: The zone whose days count.
    ///   - views: The views of the calendar.
    public init(
        steps: [PermitStep],
        facts: FactValues,
        submitted: Instant?,
        ended: Instant?,
        asOf moment: Instant,
        workflow: Workflow,
        zone: Zone,
        views: CalendarViews
    ) {
        let office = OfficeTime(zone: zone, calendar: views.calendar)
        self.init(
            from: submitted ?? steps.first?.at ?? moment,
            ended: ended,
            asOf: moment,
            office: office
        )
        var history = ClockHistory(workflow, office: office)
        for step in steps { history.take(step) }
        let stretches = StretchBuilder(
            steps,
            history,
            workflow,
            office,
            from: from,
            until: until,
            isOpen: isOpen
        )
        self.stretches = stretches.all
        clocks = workflow.clocks.indices.compactMap { index in
            let result = history.clocks.result(
                clock: index,
                asOf: moment,
                facts: facts,
                workflow: workflow,
                office: office
            )
            guard result.isApplicable else { return nil }
            let ledger = ClockLedger(
                moves: history.moves[index],
                asOf: moment,
                restart: history.clocks.restartLimit(clock: index, facts, workflow),
                zone: zone,
                views: views
            )
            return Clock(
                index: index,
                result: result,
                limit: history.clocks.tracks[index].run?.limit,
                ledger: ledger
            )
        }
    }
}

extension ClockSet {
    /// The limit of the run that alone can follow a clock's open pause; nil where the clock itself goes on.
    fileprivate func restartLimit(clock: Int, _ facts: FactValues, _ workflow: Workflow) -> Limit? {
        let tables = workflow.clockTables
        let awaitsRestart = tables.states[state].awaitsRestart & (1 << UInt64(clock)) != 0
        return awaitsRestart ? tables.limit(of: clock, facts: facts) : nil
    }
}

/// Cuts a permit's age at its transitions.
private struct StretchBuilder {
    let steps: [PermitStep]
    let history: ClockHistory
    let workflow: Workflow
    let office: OfficeTime
    let from: Instant
    let until: Instant
    let isOpen: Bool
    /// When each step takes its place: a date without a time may lie before the step that it follows.
    private var times: [Instant] = []

    init(
        _ steps: [PermitStep],
        _ history: ClockHistory,
        _ workflow: Workflow,
        _ office: OfficeTime,
        from: Instant,
        until: Instant,
        isOpen: Bool
    ) {
        self.steps = steps
        self.history = history
        self.workflow = workflow
        self.office = office
        self.from = from
        self.until = until
        self.isOpen = isOpen
        for step in steps { times.append(max(times.last ?? step.at, step.at)) }
    }

    /// The stretches within the permit's age.
    var all: [PermitLedger.Stretch] {
        guard from <= until else { return [] }
        let end = isOpen ? until : .distantFuture
        return (-1..<steps.count)
            .compactMap { index in
                let begin = index < 0 ? .distantPast : times[index]
                return stretch(index, begin, index + 1 < steps.count ? times[index + 1] : end)
            }
    }

    /// The time from a step to the next one; nil where it lies outside the permit's age.
    private func stretch(_ index: Int, _ begin: Instant, _ end: Instant) -> PermitLedger.Stretch? {
        let isBefore = begin < from && end <= from
        let isAfter = begin >= until && end > until
        guard !isBefore, !isAfter else { return nil }
        let (start, stop) = (max(begin, from), min(end, until))
        let state = index < 0 ? workflow.initialState : steps[index].to
        return PermitLedger.Stretch(
            from: start,
            until: stop,
            state: state,
            holder: workflow.states[state].holder,
            time: TimeSpent(from: start, to: stop, office: office),
            clocks: index < 0 ? [] : running(index, isWhole: begin >= from, start, stop)
        )
    }

    /// The clocks that run after a step, with the days that they count between two moments.
    private func running(
        _ index: Int,
        isWhole: Bool,
        _ start: Instant,
        _ stop: Instant
    ) -> [PermitLedger.Stretch.Running] {
        let tracks = history.tracks[index]
        return tracks.indices.compactMap { clock in
            guard let run = tracks[clock].run, run.isRunning else { return nil }
            let number = tracks[clock].earlierRuns.count + 1
            let before = index > 0 ? history.tracks[index - 1][clock] : ClockTrack()
            let isNew = before.run == nil || before.earlierRuns.count + 1 < number
            let counted = isNew && isWhole ? 0 : run.consumedDays(asOf: start, office: office)
            let days = run.consumedDays(asOf: stop, office: office) - counted
            return .init(clock: clock, run: number, days: days)
        }
    }
}
