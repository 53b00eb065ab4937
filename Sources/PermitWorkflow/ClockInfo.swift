public import WorkingTime

/// A clock of a workflow on dense integers.
public struct ClockInfo: Hashable, Sendable {
    /// The clock's name.
    public let name: String
    /// The title by language code.
    public let title: [String: String]
    /// Whose duty the limit is.
    public let binds: Holder
    /// The legal step that it limits, by which clocks of several regimes are compared.
    public let step: String
    /// How long; nil when the number comes from a table.
    public let limit: Limit?
    /// The table and the facts that key it, when the number comes from one.
    public let table: Table?
    /// What lengthens the limit of an open run.
    public let extends: Extension?
    /// The article that sets the limit.
    public let legal: String?
    /// How sure that article is.
    public let mark: SourceMark?
    /// For which permits it runs; nil for all.
    public let applies: Condition?
    /// What the law does when it runs out.
    public let expiry: Expiry?
    /// What each action does to it.
    let actionEffects: [Effects]
    /// What entering each state does to it.
    let stateEffects: [Effects]

    /// A limit that is looked up by facts.
    public struct Table: Hashable, Sendable {
        /// The table's name.
        public var name: String
        /// The facts that key it.
        public var by: [String]
        /// The table itself; nil when none of that name was given, which leaves the clock unmeasured.
        public var table: LimitTable?
        /// A limit of zero in the table's unit and with the clock's way of counting.
        var pattern: Limit

        /// The limit of a permit; nil when no row covers it.
        public func limit(for facts: FactValues) -> Limit? {
            guard let row = table?.row(for: facts) else { return nil }
            var limit = pattern
            limit.amount = row.amount
            return limit
        }
    }

    /// How long the clock may run for a permit; nil when its table has no row for it.
    public func limit(for facts: FactValues) -> Limit? { limit ?? table?.limit(for: facts) }

    /// Actions that lengthen the limit of an open run.
    public struct Extension: Hashable, Sendable {
        /// The actions, by index.
        public var actions: [Int]
        /// By how much each time, in the unit of the limit.
        public var amount: Int
        /// The article behind it.
        public var legal: String?
    }

    /// What the law does when a clock runs out.
    public struct Expiry: Hashable, Sendable {
        /// The action that is taken, by index.
        public var action: Int
        /// The role that takes it.
        public var role: String
        /// The article behind it.
        public var legal: String?
        /// How sure that article is.
        public var mark: SourceMark?
        /// Whether the law decides in an agency's place: the limit binds somebody other than the applicant, and the
        /// action does not end the permit against the applicant.
        public var isSilence: Bool
        /// Whether the law ends the permit without a grant: it is refused, cancelled or withdrawn.
        ///
        /// A window that merely closes is no lapse.
        public var isLapse: Bool
    }

    /// What a transition does to a clock.
    struct Effects: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let starts = Effects(rawValue: 1)
        static let restarts = Effects(rawValue: 2)
        static let stops = Effects(rawValue: 4)
        static let pauses = Effects(rawValue: 8)
        static let expires = Effects(rawValue: 16)
        /// Leaving this pause means a restart, so a forecast assumes one.
        static let awaitsRestart = Effects(rawValue: 32)
        static let extends = Effects(rawValue: 64)
    }

    /// Whether the clock waits in a state.
    public func isPaused(in state: Int) -> Bool { stateEffects[state].contains(.pauses) }

    /// Whether entering a state stops the clock.
    public func isStopped(in state: Int) -> Bool { stateEffects[state].contains(.stops) }

    /// Whether an action starts or restarts the clock.
    public func isStarted(by action: Int) -> Bool {
        !actionEffects[action].isDisjoint(with: [.starts, .restarts])
    }
}

extension WorkflowCompiler {
    func clockInfo(_ clock: Definition.Clock) -> ClockInfo {
        ClockInfo(
            name: clock.name.text,
            title: clock.title,
            binds: clock.binds,
            step: clock.step.text,
            limit: limit(clock),
            table: table(clock),
            extends: clock.extends.map(lengthening),
            legal: clock.limit.legal,
            mark: clock.limit.mark,
            applies: clock.applies,
            expiry: clock.onExpiry.map { expiry($0, of: clock) },
            actionEffects: actions.indices.map { effects(of: $0, on: clock) },
            stateEffects: states.indices.map { effects(in: $0, on: clock) }
        )
    }

    private func expiry(_ expiry: Definition.Expiry, of clock: Definition.Clock) -> ClockInfo.Expiry {
        let index = action(expiry.action)
        let isLapse = actions[index].cases
            .contains { way in
                states[way.to].outcome.map { $0 != .issued && $0 != .deemed } ?? false
            }
        return ClockInfo.Expiry(
            action: index,
            role: expiry.role.text,
            legal: expiry.legal,
            mark: expiry.mark,
            isSilence: clock.binds != .applicant && !isLapse,
            isLapse: isLapse
        )
    }

    private func table(_ clock: Definition.Clock) -> ClockInfo.Table? {
        guard case .table(let name, let by) = clock.limit.amount else { return nil }
        return ClockInfo.Table(
            name: name,
            by: by.map(\.text),
            table: tables.first { $0.name.text == name },
            pattern: limit(clock, amount: 0)
        )
    }

    private func lengthening(_ extends: Definition.Extension) -> ClockInfo.Extension {
        guard let amount = Int(value(of: extends.amount)) else {
            preconditionFailure("the check knows every number by which a limit is extended")
        }
        return ClockInfo.Extension(actions: extends.at.map(action), amount: amount, legal: extends.legal)
    }

    private func limit(_ clock: Definition.Clock) -> Limit? {
        guard case .number(let choice) = clock.limit.amount else { return nil }
        guard let amount = Int(value(of: choice)) else {
            preconditionFailure("the check knows every number of clock \(clock.name)")
        }
        return limit(clock, amount: amount)
    }

    private func limit(_ clock: Definition.Clock, amount: Int) -> Limit {
        guard let unit = Limit.Unit(rawValue: value(of: clock.limit.unit)) else {
            preconditionFailure("the check knows every unit of clock \(clock.name)")
        }
        return Limit(
            amount: amount,
            unit: unit,
            includesFirstDay: value(of: clock.includesFirstDay) == "true",
            shiftsOffHolidays: unit == .calendarDays && value(of: clock.ifDueOnHoliday) == "shift"
        )
    }

    private func effects(of action: Int, on clock: Definition.Clock) -> ClockInfo.Effects {
        let name = Name(actions[action].name)
        var effects: ClockInfo.Effects = []
        if clock.starts.at.contains(name) { effects.insert(.starts) }
        if clock.restarts.contains(name) { effects.insert(.restarts) }
        if clock.stops.at.contains(name) { effects.insert(.stops) }
        if clock.onExpiry?.action == name { effects.insert(.expires) }
        if clock.extends?.at.contains(name) ?? false { effects.insert(.extends) }
        return effects
    }

    private func effects(in state: Int, on clock: Definition.Clock) -> ClockInfo.Effects {
        let name = Name(states[state].name)
        var effects: ClockInfo.Effects = []
        if clock.starts.enters.contains(where: { definition.states(meantBy: $0).contains(name) }) {
            effects.insert(.starts)
        }
        let isNamed = clock.stops.enters.contains { definition.states(meantBy: $0).contains(name) }
        if isNamed || states[state].outcome != nil { effects.insert(.stops) }
        if pausing(clock).contains(name) {
            effects.insert(.pauses)
            if awaitsRestart(state, clock) { effects.insert(.awaitsRestart) }
        }
        return effects
    }

    /// The states in which the clock waits under the settings in force.
    private func pausing(_ clock: Definition.Clock) -> [Name] {
        value(of: clock.pausesIf) == "true" ? clock.pausing(in: definition) : []
    }

    /// Whether the ways out of a pause that let the clock go on are restarts.
    private func awaitsRestart(_ state: Int, _ clock: Definition.Clock) -> Bool {
        let pausing = pausing(clock)
        let goingOn = actions.filter { action in
            action.cases.contains { way in
                way.from.contains(state) && states[way.to].outcome == nil
                    && !pausing.contains(Name(states[way.to].name))
            }
        }
        return !goingOn.isEmpty && goingOn.allSatisfy { clock.restarts.contains(Name($0.name)) }
    }
}

extension Definition.Clock {
    /// The states in which the clock may wait: those given, else every state that the applicant holds.
    func pausing(in definition: Definition) -> [Name] {
        pauses ?? definition.states.filter { $0.holder == .applicant }.map(\.name)
    }
}
