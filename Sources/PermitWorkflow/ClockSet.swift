public import WorkingTime

/// The clocks of one permit, moved by its transitions.
///
/// The order within a transition: start, restart, stop, and then pause or resume by the state that was entered. Every
/// outcome stops every clock; after it none moves.
public struct ClockSet: Hashable, Sendable {
    /// One history for each clock of the workflow, in its order.
    public private(set) var tracks: [ClockTrack]
    /// The state that the last transition entered.
    public private(set) var state: Int
    /// The outcome that ended the permit.
    public private(set) var outcome: Outcome?

    /// Creates the clocks of a permit that has not begun.
    public init(_ workflow: Workflow) {
        tracks = Array(repeating: ClockTrack(), count: workflow.clocks.count)
        state = workflow.initialState
    }

    /// Makes the set fit for the next permit of the same workflow, without giving up its memory.
    public mutating func reset(_ workflow: Workflow) {
        for index in tracks.indices { tracks[index] = ClockTrack() }
        state = workflow.initialState
        outcome = nil
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
        guard outcome == nil else { return 0 }
        var alreadyRunning: UInt64 = 0
        let end = workflow.outcomes[to]
        let count = tracks.count
        for index in 0..<count {
            let step = Step(
                byAction: workflow.clockActionEffects[action * count + index],
                inState: workflow.clockStateEffects[to * count + index],
                isEntry: from != to,
                at: moment,
                outcome: end
            )
            let rule = workflow.clockRules[index]
            var applies = Condition.Truth.yes
            if rule.isConditional, step.isStart {
                applies = workflow.clocks[index].applies?.truth(of: facts) ?? .yes
            }
            if step.move(&tracks[index], limit: rule.limit, applies: applies, office: office) {
                alreadyRunning |= 1 << UInt64(index & 63)
            }
        }
        state = to
        outcome = end
        return alreadyRunning
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
        let due = tracks.indices.compactMap { index -> (clock: Int, deadline: Instant)? in
            let track = tracks[index]
            guard workflow.clockRules[index].hasExpiry, !track.hasExpired, let run = track.run, run.isRunning,
                run.isBreached(asOf: moment, office: office), let deadline = run.deadline(office: office)
            else { return nil }
            return (index, deadline)
        }
        return due.sorted { ($0.deadline, $0.clock) < ($1.deadline, $1.clock) }
    }

    /// One transition, as a clock sees it.
    private struct Step {
        let byAction: ClockInfo.Effects
        let inState: ClockInfo.Effects
        /// Whether the state was entered, and not only kept.
        let isEntry: Bool
        let at: Instant
        let outcome: Outcome?

        /// Whether the transition starts the clock, from zero if it is open.
        var isStart: Bool {
            !byAction.isDisjoint(with: [.starts, .restarts]) || (isEntry && inState.contains(.starts))
        }

        /// Moves a clock; true when it should have started while it was open.
        func move(
            _ track: inout ClockTrack,
            limit: Limit?,
            applies: Condition.Truth,
            office: OfficeTime
        ) -> Bool {
            if byAction.contains(.expires) || (outcome == .deemed && track.isOpen) { track.isDeemed = true }
            if byAction.contains(.expires) { track.hasExpired = true }
            let isIgnored = isStart && track.isOpen && !byAction.contains(.restarts)
            if isStart, !isIgnored { start(&track, limit: limit, applies: applies, office: office) }
            stopOrPause(&track, office: office)
            return isIgnored
        }

        private func start(
            _ track: inout ClockTrack,
            limit: Limit?,
            applies: Condition.Truth,
            office: OfficeTime
        ) {
            if track.isOpen {
                track.run?.stop(at: at, office: office)
                track.resets += 1
            }
            track.applied = applies
            guard applies == .yes else { return }
            let pauses = inState.contains(.pauses)
            track.open(ClockRun(limit: limit, startedAt: at, paused: pauses, office: office))
        }

        /// Stops the clock if the transition does; else it waits or goes on, by the state that was entered.
        private func stopOrPause(_ track: inout ClockTrack, office: OfficeTime) {
            guard track.isOpen else { return }
            let isStop = byAction.contains(.stops) || (isEntry && inState.contains(.stops)) || outcome != nil
            if isStop {
                track.run?.stop(at: at, office: office)
                track.isWithdrawn = outcome == .withdrawn || outcome == .cancelled
            } else if inState.contains(.pauses) {
                track.run?.pause(at: at, office: office)
            } else {
                track.run?.resume(at: at, office: office)
            }
        }
    }
}
