import PermitLog
import PermitWorkflow
import WorkingTime

/// Moves of permits with the times that led to them; two folds over different cases add up.
struct WorkflowFlowFold: Sendable {
    /// The times of one move.
    struct Passages: Sendable {
        var count = 0
        /// Microseconds from entering the state, where that is known.
        var gaps: [Int64] = []
    }

    private(set) var passages: [WorkflowFlow.Move: Passages] = [:]
    private(set) var permits: [Int]
    private(set) var others = 0

    init(stateCount: Int) { permits = Array(repeating: 0, count: stateCount) }

    /// Counts a permit that the workflow does not govern.
    mutating func leaveOut() { others += 1 }

    /// Counts a permit in the state in which it is at the cut.
    mutating func settle(in state: Int) { permits[state] += 1 }

    /// Counts a step.
    mutating func add(_ step: PermitStep, after gap: Int64?) {
        let move = WorkflowFlow.Move(action: step.action, from: step.from, to: step.to)
        passages[move, default: Passages()].count += 1
        if let gap { passages[move]?.gaps.append(gap) }
    }

    mutating func merge(_ other: consuming WorkflowFlowFold) {
        for (move, more) in other.passages {
            passages[move, default: Passages()].count += more.count
            passages[move]?.gaps += more.gaps
        }
        for state in permits.indices { permits[state] += other.permits[state] }
        others += other.others
    }
}

/// Since when a permit is in its state, while it is followed.
struct StayTrail {
    /// When the state was entered; nil where the permit lay there before its first event.
    private var entered: Moment?
    private let zone: Zone

    init(entered: Moment?, zone: Zone) {
        self.entered = entered
        self.zone = zone
    }

    /// Counts a step; one that stays in its state does not enter it anew.
    ///
    /// Within a day with dates alone the order of the file rules, so time may seem to go back: it stands still then.
    mutating func follow(_ step: PermitStep, at moment: Moment, into fold: inout WorkflowFlowFold) {
        fold.add(step, after: entered.map { max(0, $0.duration(until: moment, in: zone)) })
        if step.from != step.to || entered == nil { entered = moment }
    }
}

extension PermitFolder {
    /// Follows every case of a partition through one workflow and measures nothing else.
    mutating func follow(_ box: PartitionBox, through drawn: Int, into fold: inout WorkflowFlowFold) {
        let partition = box.partition
        let events = partition.events.span
        for index in partition.cases.indices {
            guard let range = selected(index, of: box) else { continue }
            let facts = CaseFacts(box, index, plan)
            follow(events.extracting(range), facts, through: drawn, into: &fold)
        }
    }

    private mutating func follow(
        _ events: Span<LogEvent>,
        _ facts: borrowing CaseFacts,
        through drawn: Int,
        into fold: inout WorkflowFlowFold
    ) {
        guard let number = governing(events, facts),
            number == drawn || plan.binding.successors[number] == drawn
        else { return fold.leaveOut() }
        let box = replay(of: number)
        box.replay.begin()
        let all = Array(events.indices)
        var unused = WorkflowFlowFold(stateCount: box.replay.workflow.states.count)
        guard number != drawn else {
            _ = move(box, all, of: events, facts, entered: nil, into: &fold)
            return fold.settle(in: box.replay.finish(at: plan.cut).state)
        }
        let later = move(box, all, of: events, facts, entered: nil, into: &unused)
        let course = box.replay.finish(at: plan.cut)
        guard course.isGranted else { return fold.leaveOut() }
        let next = replay(of: drawn)
        next.replay.beginSuccession()
        _ = move(next, later, of: events, facts, entered: course.ended, into: &fold)
        fold.settle(in: next.replay.finish(at: plan.cut).state)
    }

    /// Moves a permit by some of its events and counts the steps.
    ///
    /// - Returns: The indices of the events that belong to the successor.
    private func move(
        _ box: ReplayBox,
        _ indices: [Int],
        of events: Span<LogEvent>,
        _ facts: borrowing CaseFacts,
        entered: Moment?,
        into fold: inout WorkflowFlowFold
    ) -> [Int] {
        var trail = StayTrail(entered: entered, zone: plan.office.zone)
        var later: [Int] = []
        for index in indices {
            let event = events[index]
            let count = box.replay.steps.count
            guard box.replay.take(event, facts: facts.known(at: event.order)) else {
                later.append(index)
                continue
            }
            if box.replay.steps.count > count {
                trail.follow(box.replay.steps[count], at: Moment(event), into: &fold)
            }
        }
        return later
    }

    /// The number of the workflow that governs a permit; nil when none does.
    private mutating func governing(_ events: Span<LogEvent>, _ facts: borrowing CaseFacts) -> Int? {
        var isDecidedLater = false
        let columns = milestones(of: facts, isDecidedLater: &isDecidedLater)
        let submitted = Instant(microseconds: columns[.submitted]?.time ?? events[0].time)
        let day = plan.office.zone.day(of: submitted)
        return plan.binding.workflow(submitted: day, facts: facts.known)?.workflow
    }
}
