public import WorkingTime

/// The moves of every clock of one permit, found by comparing the clocks before and after each step.
///
/// The clocks are those of the engine, moved by the engine; so what a ledger tells cannot disagree with what they say.
public struct ClockHistory: Sendable {
    /// The clocks after the last step.
    public private(set) var clocks: ClockSet
    /// The moves of each clock, in the order of time.
    public private(set) var moves: [[ClockMove]]
    /// The clocks as they stood after each step.
    public private(set) var tracks: [[ClockTrack]] = []
    private let workflow: Workflow
    private let office: OfficeTime

    /// Creates the history of a permit that has not begun.
    public init(_ workflow: Workflow, office: OfficeTime) {
        self.workflow = workflow
        self.office = office
        clocks = ClockSet(workflow)
        moves = Array(repeating: [], count: workflow.clocks.count)
    }

    /// Takes the next step.
    public mutating func take(_ step: PermitStep) {
        guard let action = step.action else {
            tracks.append(clocks.tracks)
            return
        }
        let before = clocks.tracks
        clocks.advance(
            action: action,
            from: step.from,
            to: step.to,
            at: step.at,
            facts: step.facts,
            workflow: workflow,
            office: office
        )
        let state = workflow.states[step.to]
        let cause = ClockMove.Cause(
            action: workflow.actions[action].name,
            state: state.name,
            holder: state.holder?.rawValue
        )
        for index in moves.indices where before[index] != clocks.tracks[index] {
            moves[index] += Self.moves(from: before[index], to: clocks.tracks[index], at: step.at, cause)
        }
        tracks.append(clocks.tracks)
    }

    /// What was done to a clock between two views of it.
    private static func moves(
        from before: ClockTrack,
        to after: ClockTrack,
        at moment: Instant,
        _ cause: ClockMove.Cause
    ) -> [ClockMove] {
        guard let run = after.run else { return [] }
        var found: [ClockMove] = []
        func add(_ kind: ClockMove.Kind) { found.append(ClockMove(kind, at: moment, run: run, cause: cause)) }
        let isNew = after.earlierRuns.count > before.earlierRuns.count || before.run == nil
        let wasOpen = isNew || before.isOpen
        if isNew {
            if before.isOpen, let closed = after.earlierRuns.last {
                add(.restarted(closed: closed))
            } else {
                add(.started)
            }
        } else if let old = before.run?.limit?.amount, let new = run.limit?.amount, old != new {
            add(.extended(by: new - old))
        }
        if wasOpen, run.isStopped {
            add(.stopped)
        } else if !isNew, let old = before.run, old.isPaused != run.isPaused {
            add(run.isPaused ? .paused : .resumed)
        }
        return found
    }
}
