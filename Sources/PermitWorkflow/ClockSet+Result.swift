public import WorkingTime

extension ClockSet {
    /// What a clock came to.
    ///
    /// - Parameters:
    ///   - clock: The clock's index.
    ///   - moment: The moment as of which open clocks are judged; not before the last transition.
    ///   - facts: What is known of the permit, which tells whether a clock that never started is for it at all.
    ///   - workflow: The workflow, the same in every call.
    ///   - office: The zone and calendar, the same in every call.
    /// - Returns: The clock's class, due date and counts.
    public func result(
        clock: Int,
        asOf moment: Instant,
        facts: FactValues,
        workflow: Workflow,
        office: OfficeTime
    ) -> ClockResult {
        let track = tracks[clock]
        var result = ClockResult(
            class: .unmeasured,
            isPaused: false,
            isBreached: false,
            runs: 0,
            consumedDays: 0,
            holds: 0,
            resets: track.resets,
            isApplicable: track.run != nil
                || (workflow.clocks[clock].applies?.truth(of: facts) ?? .yes) != .no
        )
        if let run = track.run {
            measure(run, track, asOf: moment, office: office, into: &result)
            if result.isPaused {
                let tables = workflow.clockTables
                let awaitsRestart = tables.states[state].awaitsRestart & (1 << UInt64(clock)) != 0
                result.deadlineIfResumed =
                    awaitsRestart
                    ? ClockRun(
                        limit: tables.limit(of: clock, facts: facts),
                        startedAt: moment,
                        paused: false,
                        office: office
                    )
                    .deadline(office: office)
                    : run.deadlineIfResumed(at: moment, office: office)
            }
        }
        result.class = classify(track, result)
        return result
    }

    private func measure(
        _ run: ClockRun,
        _ track: ClockTrack,
        asOf moment: Instant,
        office: OfficeTime,
        into result: inout ClockResult
    ) {
        let breached = track.earlierRuns.lazy.compactMap(\.breachedDeadline).first
        result.isPaused = run.isPaused && !run.isStopped
        result.isBreached = breached != nil || run.isBreached(asOf: moment, office: office)
        result.due = breached ?? run.dueDate(office: office)
        result.runs = track.earlierRuns.count + 1
        result.consumedDays = run.consumedDays(asOf: moment, office: office)
        result.holds = track.earlierRuns.reduce(run.pauses) { $0 + $1.pauses }
        result.unmeasuredYear = run.coverageFault(asOf: moment, office: office)
    }

    private func classify(_ track: ClockTrack, _ result: ClockResult) -> ClockClass {
        if track.isDeemed { return .deemedRecorded }
        guard let run = track.run, run.limit != nil else { return .unmeasured }
        if result.isBreached { return run.isStopped ? .late : .openLate }
        if result.unmeasuredYear != nil { return .unmeasured }
        if !run.isStopped { return .openInTime }
        return track.isWithdrawn ? .withdrawn : .onTime
    }
}
