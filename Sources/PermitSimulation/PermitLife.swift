internal import PermitWorkflow
internal import WorkingTime

/// Lives one permit through: asks its course what comes next, lets `decide` judge it and `evolve` fold it.
struct PermitLife {
    /// More steps than any permit takes; a definition whose detours lead in circles stops here.
    private static let mostSteps = 400

    private var course: Course
    private let office: OfficeTime
    private let cut: Instant
    private var permit: Permit
    private var events: [SimulatedEvent] = []

    private var workflow: Workflow { course.chart.workflow }

    /// Prepares a permit.
    ///
    /// - Parameters:
    ///   - course: What its people will do.
    ///   - name: Its number.
    ///   - office: The zone and calendar.
    ///   - cut: The first moment of which nothing is told.
    init(course: Course, name: String, office: OfficeTime, cut: Instant) {
        self.course = course
        self.office = office
        self.cut = cut
        let declared = Set(course.chart.workflow.definition.facts.map(\.name.text))
        let facts = FactValues(course.facts.values.filter { declared.contains($0.key) })
        permit = Permit(id: name, workflow: course.chart.workflow, facts: facts)
    }

    /// Lives the permit from its submission to its end or to the cut.
    ///
    /// - Returns: Nil when the workflow has no action with which a permit could begin.
    mutating func run(from start: Instant) -> SimulatedPermit? {
        guard let opening = course.opening(at: start), take(opening) else { return nil }
        var last = start
        while permit.outcome == nil, events.count < PermitLife.mostSteps {
            let step = course.next(in: permit.state, after: last)
            if fireDue(before: min(step?.moment ?? cut, cut)) {
                last = permit.lastEventAt ?? last
                continue
            }
            guard let step, step.moment < cut, take(step) else { break }
            last = step.moment
        }
        return result
    }

    /// Folds what the law does by itself because a deadline passed before somebody acted.
    private mutating func fireDue(before moment: Instant) -> Bool {
        let last = Instant(microseconds: moment.microseconds - 1)
        let due = workflow.dueEvents(on: permit, asOf: last, office: office)
        due.forEach { fold($0) }
        return !due.isEmpty
    }

    /// Takes a step.
    ///
    /// - Parameter step: The step.
    /// - Returns: False where a rule asks for a second applicant or a second system: nobody can take it, and the permit
    ///   stays where it is.
    private mutating func take(_ step: PlannedStep) -> Bool {
        let action = workflow.actions[step.action]
        let command = Command(
            action.name,
            actor: step.actor,
            role: step.role,
            at: step.moment,
            documents: Dictionary(action.needs.map { ($0, "-") }, uniquingKeysWith: { first, _ in first }),
            links: action.after.compactMapValues(\.first)
        )
        do {
            for event in try workflow.decide(command, on: permit, office: office) { fold(event) }
        } catch {
            precondition(error.code == .sameActor, "a course proposes legal steps only: \(error)")
            return false
        }
        course.took(step)
        return true
    }

    private mutating func fold(_ event: PermitEvent) {
        permit = workflow.evolve(permit, event, office: office)
        events.append(
            SimulatedEvent(
                action: event.action,
                term: event.term,
                role: event.role,
                actor: event.actor,
                moment: event.at
            )
        )
    }

    private var result: SimulatedPermit {
        let last = Instant(microseconds: cut.microseconds - 1)
        let clocks = workflow.clocks.indices.map { clock in
            permit.clocks.result(
                clock: clock,
                asOf: last,
                facts: permit.facts,
                workflow: workflow,
                office: office
            )
        }
        return SimulatedPermit(
            name: permit.id,
            workflow: workflow,
            facts: course.facts,
            events: events,
            permit: permit,
            clocks: clocks
        )
    }
}
