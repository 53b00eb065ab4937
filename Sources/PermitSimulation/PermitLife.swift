internal import PermitWorkflow
internal import WorkingTime

/// A permit that was lived through, before it has a number.
struct LivedPermit {
    var chart: Chart
    var regime: String?
    var facts: FactValues
    var events: [PermitEvent]
    var outcome: Outcome?
    /// The links of its project whose permit the export lacks, once for each step that needed it.
    var lostLinks: [String] = []
    /// Whether the export lacks it.
    var isLost = false
    /// Whether it has a project number, which it shares with the project's other permits.
    var isOfProject = false
    /// The draw of the arrival and the permit's place in the project, which keep the order of permits of one moment.
    var draw = 0
    var stage = 0

    /// When it was submitted.
    var submitted: Instant { events.first?.at ?? Instant(microseconds: 0) }
}

/// Lives one permit through: asks its course what comes next, lets `decide` judge it and `evolve` fold it.
struct PermitLife {
    /// More steps than any permit takes; a definition whose detours lead in circles stops here.
    private static let mostSteps = 400

    private var course: Course
    private let office: OfficeTime
    private let cut: Instant
    private var permit: Permit
    private var events: [PermitEvent] = []
    private var lostLinks: [String] = []
    /// What the law should have done and nobody recorded, by clock and start of its run.
    private var missed: Set<Missed> = []

    private struct Missed: Hashable {
        var clock: String
        var startedAt: Instant
    }

    private var workflow: Workflow { course.chart.workflow }

    /// Prepares a permit.
    ///
    /// - Parameters:
    ///   - course: What its people will do.
    ///   - office: The zone and calendar.
    ///   - cut: The first moment of which nothing is told.
    init(course: Course, office: OfficeTime, cut: Instant) {
        self.course = course
        self.office = office
        self.cut = cut
        permit = Permit(id: "", workflow: course.chart.workflow, facts: course.chart.declared(course.facts))
    }

    /// Lives the permit from its submission to its end or to the cut.
    ///
    /// - Returns: Nil when the workflow has no action with which a permit could begin.
    mutating func run(from start: Instant) -> LivedPermit? {
        guard let opening = course.opening(at: start), take(opening) else { return nil }
        var last = start
        while permit.outcome == nil, events.count < PermitLife.mostSteps {
            let step = course.next(in: permit.state, after: last)
            let lastMoment = Instant(microseconds: cut.microseconds - 1)
            if fireDue(asOf: min(step?.moment ?? lastMoment, lastMoment), isAwaited: step != nil) {
                last = permit.lastEventAt ?? last
                continue
            }
            guard let step, step.moment < cut, take(step) else { break }
            last = step.moment
        }
        return LivedPermit(
            chart: course.chart,
            facts: course.facts,
            events: events,
            outcome: permit.outcome,
            lostLinks: lostLinks
        )
    }

    /// Folds what the law does by itself because a deadline passed before somebody acted, up to the first act that
    /// nobody recorded.
    private mutating func fireDue(asOf moment: Instant, isAwaited: Bool) -> Bool {
        let before = events.count
        for event in workflow.dueEvents(on: permit, asOf: moment, office: office) {
            guard isRecorded(event, isAwaited: isAwaited) else { break }
            fold(event)
        }
        return events.count > before
    }

    /// Whether an act of the law is recorded: decided once for each, at its deadline.
    ///
    /// An application whose people would not act again lapses in any case.
    private mutating func isRecorded(_ event: PermitEvent, isAwaited: Bool) -> Bool {
        guard let proof = event.expiry, let clock = workflow.clock(named: proof.clock) else { return true }
        let key = Missed(clock: proof.clock, startedAt: proof.startedAt)
        if missed.contains(key) { return false }
        let isSilence = workflow.clocks[clock].expiry?.isSilence ?? false
        guard isSilence || isAwaited else { return true }
        let day = office.zone.day(of: Instant(microseconds: proof.deadline.microseconds - 1))
        if course.records(silence: isSilence, on: day) { return true }
        missed.insert(key)
        return false
    }

    /// Takes a step.
    ///
    /// - Parameter step: The step.
    /// - Returns: False where a rule asks for a second applicant or a second system: nobody can take it, and the permit
    ///   stays where it is.
    private mutating func take(_ step: PlannedStep) -> Bool {
        let action = workflow.actions[step.action]
        let assumed = course.links == nil ? action.after.compactMapValues(\.first) : [:]
        let command = Command(
            action.name,
            actor: step.actor,
            role: step.role,
            at: step.moment,
            documents: Dictionary(action.needs.map { ($0, "-") }, uniquingKeysWith: { first, _ in first }),
            links: course.links?.outcomes(at: step.moment) ?? assumed
        )
        do {
            // What was due is folded already, except for what nobody recorded.
            for event in try workflow.decide(command, on: permit, office: office, firesDue: false) {
                fold(event)
            }
        } catch {
            precondition(error.code == .sameActor, "a course proposes legal steps only: \(error)")
            return false
        }
        course.took(step)
        lostLinks += course.links?.lost(among: action.after.keys) ?? []
        return true
    }

    private mutating func fold(_ event: PermitEvent) {
        permit = workflow.evolve(permit, event, office: office)
        events.append(event)
    }
}

extension Chart {
    /// Those of some facts that the workflow declares, in its types.
    func declared(_ facts: FactValues) -> FactValues {
        var declared = FactValues()
        for fact in workflow.definition.facts {
            declared[fact.name.text] = facts[fact.name.text].flatMap { fact.type.value(from: $0.description) }
        }
        return declared
    }
}
