internal import PermitWorkflow
internal import WorkingTime

/// A step that somebody means to take.
struct PlannedStep {
    /// The action, by index.
    var action: Int
    /// The role in which it is taken.
    var role: String
    /// The code of who takes it.
    var actor: String
    /// When.
    var moment: Instant
}

/// How one permit goes its way: what its applicant and the officers do, and when.
///
/// The course only proposes; whether a step is legal is for `decide` to say.
struct Course {
    let city: City
    let chart: Chart
    let hours: OfficeDay
    let isOnline: Bool
    let facts: FactValues
    /// What the workflow's guards may read.
    private let known: FactValues
    /// How the other permits of the project ended; nil outside a project, where what an action needs is taken as given.
    let links: LinkedEnds?

    var random: SplitMix64
    private let care: Int
    private var returns = 0
    /// The officer who has the file, by desk.
    var officers: [Int: String] = [:]
    /// Who last took each action.
    var lastActor: [Int: String] = [:]
    private var detoursTaken: [String: Int] = [:]

    init(
        city: City,
        chart: Chart,
        hours: OfficeDay,
        isOnline: Bool,
        facts: FactValues,
        links: LinkedEnds?,
        random: SplitMix64
    ) {
        self.city = city
        self.chart = chart
        self.hours = hours
        self.isOnline = isOnline
        self.facts = facts
        known = chart.declared(facts)
        self.links = links
        var random = random
        care = WeightedChoice(
            city.habits.careWeights.enumerated().map { (value: $0.offset, weight: $0.element) }
        )
        .draw(&random)
        self.random = random
    }

    /// The next step in a state.
    ///
    /// - Parameters:
    ///   - state: The present state.
    ///   - moment: When it was entered.
    /// - Returns: Nil when nobody will ever act.
    mutating func next(in state: Int, after moment: Instant) -> PlannedStep? {
        let options = Options(chart, state: state, facts: known, links: links)
        guard let main = mainOption(options, in: state) else {
            return silence(options, in: state, after: moment)
        }
        let role = chart.role(of: main.action, in: state)
        if role.holder == .applicant {
            if random.chance(perMille: city.habits.silencePerMille), state != chart.workflow.initialState {
                return silence(options, in: state, after: moment)
            }
        }
        guard let step = plan(main, in: state, after: moment) else { return nil }
        return withdrawal(options, in: state, holder: role.holder, after: moment, before: step) ?? step
    }

    /// Notes that a step was taken.
    mutating func took(_ step: PlannedStep) {
        let action = chart.workflow.actions[step.action]
        lastActor[step.action] = step.actor
        if action.isReturn { returns += 1 }
        if city.habits.detours.contains(where: { $0.term == action.term }) {
            detoursTaken[action.term, default: 0] += 1
        }
    }

    /// Whether what the law does by itself on a day is recorded.
    mutating func records(silence: Bool, on day: Day) -> Bool {
        guard let outages = city.outages else { return true }
        let share = silence ? outages.silencePerMille : outages.lapsePerMille
        return !random.chance(perMille: share.perMille(on: day))
    }

    /// When an applicant comes with the first action: the arrival itself.
    ///
    /// - Returns: Nil when nothing can be begun with, or only what other permits of the project do not allow yet.
    mutating func opening(at moment: Instant) -> PlannedStep? {
        let options = Options(chart, state: chart.workflow.initialState, facts: known, links: links)
        let open = options.onward.filter { $0.ready.map { $0 < moment } ?? true }
        guard let first = detour(open) ?? open.first ?? options.returns.first else { return nil }
        let role = chart.role(of: first.action, in: chart.workflow.initialState)
        return PlannedStep(
            action: first.action,
            role: role.name,
            actor: actor(of: role.holder),
            moment: moment
        )
    }
}

extension Course {
    /// What happens unless the applicant takes the application back or falls silent.
    private mutating func mainOption(_ options: Options, in state: Int) -> Options.Option? {
        if returns < city.habits.mostReturns, !options.returns.isEmpty, random.chance(perMille: returnChance)
        {
            let others = options.returns.count - 1
            guard others > 0, random.chance(perMille: 250) else { return options.returns[0] }
            return options.returns[others > 1 ? 1 + random.below(others) : 1]
        }
        if let refusal = options.refusals.first, random.chance(perMille: city.habits.refusalPerMille) {
            return refusal
        }
        guard let nearest = options.onward.first else {
            return options.returns.first ?? options.refusals.first
        }
        if let own = custom(options.onward) ?? detour(options.onward) { return own }
        guard options.onward.count > 1, random.chance(perMille: city.habits.detourPerMille) else {
            return nearest
        }
        return options.onward[1 + random.below(options.onward.count - 1)]
    }

    /// The chance of a return, which halves with each one before.
    private var returnChance: Int { city.habits.returnPerMille[care] >> returns }

    /// The action that permits of this kind take.
    private func custom(_ onward: [Options.Option]) -> Options.Option? {
        guard onward.count > 1 else { return nil }
        for custom in city.habits.customs where facts[custom.fact]?.description == custom.value {
            let own = onward.first { chart.workflow.actions[$0.action].term == custom.term }
            if let own { return own }
        }
        return nil
    }

    /// The longer way that is taken, if one is.
    private mutating func detour(_ onward: [Options.Option]) -> Options.Option? {
        guard onward.count > 1 else { return nil }
        for detour in city.habits.detours {
            let taken = detoursTaken[detour.term, default: 0]
            let way = onward.first { chart.workflow.actions[$0.action].term == detour.term }
            guard let way else { continue }
            if let fact = detour.countFact, case .integer(let wanted)? = known[fact] {
                if taken < wanted { return way }
            } else if taken < detour.most, random.chance(perMille: detour.perMille) {
                return way
            }
        }
        return nil
    }

    /// Nobody acts, until the system cancels where the workflow lets it.
    private mutating func silence(_ options: Options, in state: Int, after moment: Instant) -> PlannedStep? {
        guard let lapse = options.lapses.first, random.chance(perMille: city.habits.lapsePerMille) else {
            return nil
        }
        let role = chart.role(of: lapse.action, in: state)
        let waited = moment.adding(seconds: city.habits.lapseMinutes.draw(&random) * 60 + random.below(60))
        return plan(lapse, as: role, after: waited)
    }

    /// The applicant takes the application back instead of acting, or while an office has it.
    private mutating func withdrawal(
        _ options: Options,
        in state: Int,
        holder: Holder,
        after moment: Instant,
        before step: PlannedStep
    ) -> PlannedStep? {
        let habits = city.habits
        let chance = holder == .applicant ? habits.withdrawalPerMille : habits.waitingWithdrawalPerMille
        guard holder != .system, state != chart.workflow.initialState, let option = options.withdrawals.first,
            random.chance(perMille: chance)
        else { return nil }
        guard let withdrawn = plan(option, in: state, after: moment) else { return nil }
        return holder == .applicant || withdrawn.moment < step.moment ? withdrawn : nil
    }
}

extension Instant {
    /// A moment a number of seconds later.
    func adding(seconds: Int) -> Instant {
        Instant(microseconds: microseconds + Int64(seconds) * 1_000_000)
    }
}
