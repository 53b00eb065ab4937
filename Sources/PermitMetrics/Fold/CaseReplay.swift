import PermitLog
import PermitWorkflow
import WorkingTime

/// Moves one permit after another through a workflow where the log says, and notes every departure.
///
/// A replay audits: it refuses nothing and adds no event of its own.
struct CaseReplay {
    /// One departure of the permit at hand.
    struct Departure {
        var kind: DeviationKind
        /// The activity's number in the log; -1 where none is at fault.
        var activity: Int
        /// The state before the event; -1 where none matters.
        var state: Int
        var order: UInt32
        /// See `DeviationTally.Key.detail`.
        var detail = -1
    }

    /// What is noted of an action beside its transition.
    private struct Watch: OptionSet, Sendable {
        let rawValue: UInt8

        /// It gives the permit back to the applicant.
        static let isReturn = Watch(rawValue: 1)
        /// The law takes it when a clock runs out.
        static let isExpiry = Watch(rawValue: 2)
        /// Linked permits must have ended before.
        static let hasLinks = Watch(rawValue: 4)
    }

    /// An action that was taken and that linked permits must come before.
    struct LinkedAction: Sendable {
        var action: Int
        /// The activity's number in the log.
        var activity: Int
        /// The state before.
        var state: Int
        var order: UInt32
        /// Microseconds since 1970 UTC.
        var time: Int64
    }

    /// What the replay of one permit came to.
    ///
    /// Given as one value: a look into the replay of a box would copy all of it.
    struct Course {
        var state: Int
        var outcome: Outcome?
        /// When the outcome was entered.
        var ended: Moment?
        /// The milestone; nil where it was not reached or the workflow has none of that name.
        var submitted: Moment?
        /// The milestone; nil where it was not reached or the workflow has none of that name.
        var firstResponse: Moment?
        /// The milestone; nil where it was not reached or the workflow has none of that name.
        var decided: Moment?
        var returns: Int
        /// Whether the log records that the law decided by silence, wherever it stands.
        var recordsSilence: Bool
        var clocks: ClockSet
        /// The actions taken that the law takes by itself when a clock runs out.
        var expiries: [Int]
        var linkedActions: [LinkedAction]
        var departures: [Departure]
        var holdings: [Holding]

        /// Whether the permit was given, by the office or by the law.
        var isGranted: Bool { outcome == .issued || outcome == .deemed }
    }

    /// What the words of a log mean to a workflow.
    struct Reading: Sendable {
        /// What each activity of the log means.
        var words: [Word]
        /// The activities that are codes outside the table of codes; empty when none is.
        var isOutsideTable: [Bool] = []
        /// The activities that the successor of the workflow knows; empty without one.
        var isSuccessors: [Bool] = []
        var deemedTerms: Set<String> = []
        /// Whether a canonical term gives a permit back for corrections.
        ///
        /// For a term that is not in it the desks tell; but not every way to the applicant's desk is a return.
        var returns: [String: Bool] = [:]
        /// Whether the transitions are kept.
        var keepsSteps = false
        /// Whether actions that linked permits must come before are noted.
        var followsLinks = false

        func isReturn(_ action: Workflow.ActionInfo) -> Bool { returns[action.term] ?? action.isReturn }
    }

    /// Who acted, where the profile binds roles.
    struct Actor {
        /// The resource's number in the log; 0 where the event names none.
        var resource: UInt32
        /// The workflow's role; nil where the profile does not map the word.
        var role: String?
    }

    /// A time that somebody held the permit.
    struct Holding {
        var from: Int64
        var until: Int64
        var holder: Holder
    }

    let workflow: Workflow
    /// What is asked at every event, apart from the workflow's larger records.
    private let holders: [Holder?]
    private let outcomes: [Outcome?]
    private let watches: [Watch]
    private let isSilence: [Bool]
    private let rolesOfAction: [[String]]
    private let othersOfAction: [[Int]]
    private let words: [Word]
    private let clockTables: ClockTables
    private let isOutsideTable: [Bool]
    private let isSuccessors: [Bool]
    private let office: OfficeTime

    private var clocks: ClockSet
    private var state = 0
    private var outcome: Outcome?
    private var ended: Moment?
    private var returns = 0
    private var recordsSilence = false
    private var expiries: [Int] = []
    private var linkedActions: [LinkedAction] = []
    private(set) var departures: [Departure] = []
    private var holdings: [Holding] = []
    private let submission: Int?
    private let response: Int?
    private let decision: Int?
    /// The transitions, where they are kept.
    private(set) var steps: [PermitStep] = []
    private let keepsSteps: Bool
    private var milestoneTimes: [Moment?]
    private var milestonesSeen: UInt64 = 0
    private var hasBegun = false
    /// Since when the present state holds the permit, in microseconds since 1970 UTC.
    private var heldSince = Int64.min
    private var actor: Actor?
    private var lastActors: [UInt32]

    /// What an activity of the log means to a workflow.
    enum Word: Sendable {
        case term(Int)
        case status(String)
        case unknown
    }

    init(_ workflow: Workflow, _ reading: Reading, office: OfficeTime) {
        self.workflow = workflow
        holders = workflow.states.map(\.holder)
        outcomes = workflow.states.map(\.outcome)
        watches = workflow.actions.indices.map { action in
            var watch: Watch =
                reading.isReturn(workflow.actions[action]) ? .isReturn : []
            if workflow.clocks.contains(where: { $0.expiry?.action == action }) { watch.insert(.isExpiry) }
            if reading.followsLinks, !workflow.actions[action].after.isEmpty { watch.insert(.hasLinks) }
            return watch
        }
        isSilence = workflow.terms.map(reading.deemedTerms.contains)
        rolesOfAction = workflow.actions.map(\.roles)
        othersOfAction = workflow.actions.map(\.notSameActorAs)
        clockTables = workflow.clockTables
        words = reading.words
        isOutsideTable = reading.isOutsideTable
        isSuccessors = reading.isSuccessors
        self.office = office
        keepsSteps = reading.keepsSteps
        submission = workflow.milestone(named: Profile.Milestone.submitted.rawValue)
        response = workflow.milestone(named: Profile.Milestone.firstResponse.rawValue)
        decision = workflow.milestone(named: Profile.Milestone.decided.rawValue)
        clocks = ClockSet(workflow)
        state = workflow.initialState
        milestoneTimes = Array(repeating: nil, count: workflow.milestones.count)
        lastActors = Array(repeating: 0, count: workflow.actions.count)
    }

    /// Makes ready for the next permit.
    mutating func begin() {
        clocks.reset(workflow)
        state = workflow.initialState
        outcome = nil
        ended = nil
        returns = 0
        recordsSilence = false
        expiries.removeAll(keepingCapacity: true)
        linkedActions.removeAll(keepingCapacity: true)
        departures.removeAll(keepingCapacity: true)
        holdings.removeAll(keepingCapacity: true)
        steps.removeAll(keepingCapacity: true)
        milestonesSeen = 0
        hasBegun = false
        heldSince = .min
        for index in lastActors.indices { lastActors[index] = 0 }
    }

    /// Makes ready for what happens to a permit after its grant: it stands in the first state already.
    mutating func beginSuccession() {
        begin()
        hasBegun = true
    }

    /// When a milestone was first reached; nil when it was not.
    private func moment(ofMilestone index: Int?) -> Moment? {
        guard let index, milestonesSeen & (1 << UInt64(index)) != 0 else { return nil }
        return milestoneTimes[index]
    }

    /// Takes the next event of the permit.
    ///
    /// - Returns: False for an event that belongs to the successor of the workflow, and is not taken here.
    mutating func take(_ event: LogEvent, facts: FactValues, by actor: Actor? = nil) -> Bool {
        self.actor = actor
        let isFirst = !hasBegun
        hasBegun = true
        if !isOutsideTable.isEmpty, isOutsideTable[event.activity] { depart(.codeOutsideTable, event) }
        if outcome != nil {
            let isGranted = outcome == .issued || outcome == .deemed
            if isGranted, !isSuccessors.isEmpty, isSuccessors[event.activity] { return false }
            depart(.afterEnd, event)
            return true
        }
        if case .term(let term) = words[event.activity], isSilence[term] { recordsSilence = true }
        switch words[event.activity] {
        case .unknown: depart(.unknownActivity, event)
        case .term(let term): take(term: term, event, isFirst: isFirst, facts: facts)
        case .status(let status): take(status: status, event, isFirst: isFirst, facts: facts)
        }
        return true
    }

    /// Lets the time until the cut count for whoever holds the permit, and says what it came to.
    mutating func finish(at cut: Int64) -> Course {
        if outcome == nil { hold(until: cut) }
        return Course(
            state: state,
            outcome: outcome,
            ended: ended,
            submitted: moment(ofMilestone: submission),
            firstResponse: moment(ofMilestone: response),
            decided: moment(ofMilestone: decision),
            returns: returns,
            recordsSilence: recordsSilence,
            clocks: clocks,
            expiries: expiries,
            linkedActions: linkedActions,
            departures: departures,
            holdings: holdings
        )
    }

    /// Ends the time of the present holder.
    ///
    /// Before the first event the permit lay where the workflow begins: a profile may know an earlier submission. On a
    /// day with a date-only stamp the file's order rules, so time may seem to go back: it stands still then.
    private mutating func hold(until time: Int64) {
        let until = max(heldSince, time)
        if let holder = holders[state] {
            holdings.append(Holding(from: heldSince, until: until, holder: holder))
        }
        heldSince = until
    }

    private mutating func take(term: Int, _ event: LogEvent, isFirst: Bool, facts: FactValues) {
        switch workflow.step(term: term, from: state, facts: facts) {
        case .taken(let action, let to):
            move(action, to, event, facts)
        case .guardFailed(let action, let to):
            depart(.guardFailed, event)
            move(action, to, event, facts)
        case .guardUnknown(let action, let to):
            depart(.guardUnknown, event)
            move(action, to, event, facts)
        case .notAllowed(let action, let to):
            depart(isFirst ? .wrongStart : .notAllowed, event)
            move(action, to, event, facts)
        case .ambiguous:
            if hasUnknownGuard(term, facts) { depart(.guardUnknown, event) }
            depart(.ambiguous, event)
        case .unknown: depart(.unknownActivity, event)
        }
    }

    /// Whether a missing fact keeps a guard of the term's actions here from being decided.
    private func hasUnknownGuard(_ term: Int, _ facts: FactValues) -> Bool {
        let cases = workflow.actions.lazy.filter { $0.termIndex == term }.flatMap(\.cases)
        return cases.contains { way in
            way.from.contains(state) && way.when?.truth(of: facts) == .unknown
        }
    }

    private mutating func take(status: String, _ event: LogEvent, isFirst: Bool, facts: FactValues) {
        switch workflow.statusStep(status: status, from: state, facts: facts) {
        case .taken(let action, let to): move(action, to, event, facts)
        case .repeated: break
        case .set(let to):
            depart(isFirst ? .wrongStart : .notAllowed, event)
            keep(nil, to, event, facts)
            enter(to, event)
        case .ambiguous: depart(.ambiguous, event)
        case .unknown: depart(.unknownActivity, event)
        }
    }

    private mutating func move(_ action: Int, _ to: Int, _ event: LogEvent, _ facts: FactValues) {
        let moment = Instant(microseconds: event.time)
        keep(action, to, event, facts)
        if !watches[action].isEmpty { watch(action, event) }
        judgeActor(of: action, event)
        let alreadyRunning = clocks.advance(
            action: action,
            from: state,
            to: to,
            at: moment,
            facts: facts,
            tables: clockTables,
            office: office
        )
        for _ in 0..<alreadyRunning.nonzeroBitCount { depart(.clockAlreadyRunning, event) }
        reach(workflow.milestones(action: action, from: state, to: to), at: Moment(event))
        enter(to, event)
    }

    private mutating func watch(_ action: Int, _ event: LogEvent) {
        let watch = watches[action]
        if watch.contains(.isReturn) { returns += 1 }
        if watch.contains(.isExpiry) { expiries.append(action) }
        guard watch.contains(.hasLinks) else { return }
        linkedActions.append(
            LinkedAction(
                action: action,
                activity: event.activity,
                state: state,
                order: event.order,
                time: event.time
            )
        )
    }

    private mutating func keep(_ action: Int?, _ to: Int, _ event: LogEvent, _ facts: FactValues) {
        guard keepsSteps else { return }
        let moment = Instant(microseconds: event.time)
        steps.append(PermitStep(at: moment, action: action, from: state, to: to, facts: facts))
    }

    /// Notes an action by a role that may not take it, or by the one person who must not.
    private mutating func judgeActor(of action: Int, _ event: LogEvent) {
        guard let actor else { return }
        if let role = actor.role, !rolesOfAction[action].contains(role) { depart(.wrongRole, event) }
        guard actor.resource != 0 else { return }
        if othersOfAction[action].contains(where: { lastActors[$0] == actor.resource }) {
            depart(.sameActor, event)
        }
        lastActors[action] = actor.resource
    }

    private mutating func enter(_ to: Int, _ event: LogEvent) {
        hold(until: event.time)
        state = to
        outcome = outcomes[to]
        if outcome != nil { ended = Moment(event) }
    }

    private mutating func reach(_ milestones: UInt64, at time: Moment) {
        var fresh = milestones & ~milestonesSeen
        milestonesSeen |= milestones
        while fresh != 0 {
            milestoneTimes[fresh.trailingZeroBitCount] = time
            fresh &= fresh - 1
        }
    }

    private mutating func depart(_ kind: DeviationKind, _ event: LogEvent) {
        departures.append(.init(kind: kind, activity: event.activity, state: state, order: event.order))
    }
}

/// A replay that is moved in place: copying one for every permit would cost more than the permit.
final class ReplayBox {
    var replay: CaseReplay

    init(_ replay: CaseReplay) { self.replay = replay }
}
