public import WorkingTime

/// The clocks of one permit, moved by its transitions.
///
/// The order within a transition: start, restart, extension, stop, and then pause or resume by the state that was
/// entered. Every outcome stops every clock; after it none moves.
public struct ClockSet: Hashable, Sendable {
    /// One history for each clock of the workflow, in its order.
    public private(set) var tracks: [ClockTrack]
    /// The state that the last transition entered.
    public private(set) var state: Int
    /// The outcome that ended the permit.
    public private(set) var outcome: Outcome?
    /// The clocks that run or wait, as bits.
    private var open: UInt64 = 0
    /// The open clocks that wait, as bits.
    private var waiting: UInt64 = 0
    /// The clocks that were ever moved, as bits.
    private var used: UInt64 = 0

    /// Creates the clocks of a permit that has not begun.
    public init(_ workflow: Workflow) {
        tracks = Array(repeating: ClockTrack(), count: workflow.clocks.count)
        state = workflow.initialState
    }

    /// Makes the set fit for the next permit of the same workflow, without giving up its memory.
    public mutating func reset(_ workflow: Workflow) {
        reset(to: workflow.initialState)
    }

    /// Makes the set fit for the next permit, which begins in a state.
    public mutating func reset(to initial: Int) {
        var left = used
        while left != 0 {
            tracks[left.trailingZeroBitCount] = ClockTrack()
            left &= left - 1
        }
        state = initial
        outcome = nil
        (open, waiting, used) = (0, 0, 0)
    }

    /// Moves every clock by a transition.
    ///
    /// - Parameters:
    ///   - action: The index of the action taken.
    ///   - from: The state that was left.
    ///   - to: The state that was entered; may be the same.
    ///   - moment: When; not before the last transition.
    ///   - facts: What is known of the permit.
    ///   - workflow: The workflow, the same in every call.
    ///   - office: The zone and calendar, the same in every call.
    /// - Returns: Bits, by the clock's index, of clocks that should have started while they ran or were paused.
    @discardableResult
    public mutating func advance(
        action: Int,
        from: Int,
        to: Int,
        at moment: Instant,
        facts: FactValues,
        workflow: Workflow,
        office: OfficeTime
    ) -> UInt64 {
        advance(
            action: action,
            from: from,
            to: to,
            at: moment,
            facts: facts,
            tables: workflow.clockTables,
            office: office
        )
    }

    /// Moves every clock by a transition, by the workflow's `clockTables`: the form for a loop over many permits.
    ///
    /// - Complexity: Only the clocks that the transition starts, stops, pauses, resumes or lengthens are touched.
    @discardableResult
    public mutating func advance(
        action: Int,
        from: Int,
        to: Int,
        at moment: Instant,
        facts: FactValues,
        tables: ClockTables,
        office: OfficeTime
    ) -> UInt64 {
        guard outcome == nil else { return 0 }
        state = to
        outcome = tables.outcomes[to]
        guard !tracks.isEmpty else { return 0 }
        let byAction = tables.actions[action]
        let inState = tables.states[to]
        let entered: UInt64 = from == to ? 0 : ~0
        let starts = byAction.starts | byAction.restarts | (inState.starts & entered)
        let stops = outcome != nil ? ~0 : byAction.stops | (inState.stops & entered)
        let silenced = byAction.deems | (outcome == .deemed ? open & tables.duties : 0)
        let moved = open & (stops | byAction.extends | (waiting ^ inState.pauses))
        var touched = starts | silenced | byAction.expires | moved
        let ignored = starts & open & ~byAction.restarts
        while touched != 0 {
            let index = touched.trailingZeroBitCount
            let bit: UInt64 = 1 << UInt64(index)
            touched &= touched - 1
            used |= bit
            if (silenced | byAction.expires) & bit != 0 {
                tracks[index].note(silence: silenced & bit != 0, expiry: byAction.expires & bit != 0)
            }
            if starts & bit != 0, ignored & bit == 0 {
                let applies =
                    tables.conditional & bit == 0
                    ? .yes : tables.clocks[index].applies?.truth(of: facts) ?? .yes
                let limit = applies == .yes ? tables.limit(of: index, facts: facts) : nil
                tracks[index]
                    .start(
                        at: moment,
                        limit: limit,
                        applies: applies,
                        paused: inState.pauses & bit != 0,
                        office: office
                    )
                if applies == .yes { open |= bit }
                waiting = applies == .yes && inState.pauses & bit != 0 ? waiting | bit : waiting & ~bit
                if applies != .yes, !tracks[index].isOpen { open &= ~bit }
            }
            guard open & bit != 0 else { continue }
            if byAction.extends & bit != 0 {
                tracks[index].run?
                    .extend(by: tables.clocks[index].extends?.amount ?? 0, at: moment, office: office)
            }
            if stops & bit != 0 {
                tracks[index].stop(at: moment, outcome: outcome, office: office)
                open &= ~bit
                waiting &= ~bit
            } else if inState.pauses & bit != 0 {
                tracks[index].run?.pause(at: moment, office: office)
                waiting |= bit
            } else {
                tracks[index].run?.resume(at: moment, office: office)
                waiting &= ~bit
            }
        }
        return ignored
    }

    /// The clocks whose deadline has passed and on whose expiry the law acts, earliest first.
    ///
    /// A clock that waits never runs out, and one that ran out fires once a run.
    ///
    /// - Parameters:
    ///   - moment: The moment as of which deadlines are judged.
    ///   - workflow: The workflow, the same in every call.
    ///   - office: The zone and calendar, the same in every call.
    /// - Returns: Indices of clocks with their deadlines; empty after an outcome.
    public func dueExpiries(
        at moment: Instant,
        workflow: Workflow,
        office: OfficeTime
    ) -> [(clock: Int, deadline: Instant)] {
        guard outcome == nil else { return [] }
        let expiring = workflow.clockTables.expiring & open & ~waiting
        let due = tracks.indices.compactMap { index -> (clock: Int, deadline: Instant)? in
            guard expiring & (1 << UInt64(index)) != 0 else { return nil }
            let track = tracks[index]
            guard !track.hasExpired, let run = track.run, run.isBreached(asOf: moment, office: office),
                let deadline = run.deadline(office: office)
            else { return nil }
            return (index, deadline)
        }
        return due.sorted { ($0.deadline, $0.clock) < ($1.deadline, $1.clock) }
    }
}
