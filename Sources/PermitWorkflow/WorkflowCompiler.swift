internal import PermitDocuments

/// Turns a checked definition into the tables of a workflow.
///
/// Names are resolved by force of the check that ran before: an unknown one here is a mistake of ours.
struct WorkflowCompiler {
    let definition: Definition
    let settingValues: [String: String]
    let tables: [LimitTable]
    let stateIndices: [String: Int]
    let actionIndices: [String: Int]
    let termIndices: [String: Int]
    let terms: [String]
    private(set) var states: [Workflow.StateInfo] = []
    private(set) var actions: [Workflow.ActionInfo] = []
    private(set) var clocks: [ClockInfo] = []
    private(set) var milestones: [Workflow.MilestoneInfo] = []
    private(set) var settings: [Workflow.SettingInfo] = []

    init(_ definition: Definition, settings overrides: [String: String], tables: [LimitTable]) {
        self.definition = definition
        self.tables = tables
        settingValues = Dictionary(
            definition.settings.map { ($0.name.text, overrides[$0.name.text] ?? $0.standard) }
        ) { first, _ in first }
        stateIndices = Self.indices(definition.states.map(\.name.text))
        actionIndices = Self.indices(definition.actions.map(\.name.text))
        var terms: [String] = []
        for action in definition.actions where !terms.contains(action.effectiveTerm) {
            terms.append(action.effectiveTerm)
        }
        self.terms = terms
        termIndices = Self.indices(terms)
        states = definition.states.map(stateInfo)
        actions = definition.actions.map(actionInfo)
        milestones = definition.milestones.map(milestoneInfo)
        settings = definition.settings.map { setting in
            Workflow.SettingInfo(
                name: setting.name.text,
                value: settingValues[setting.name.text] ?? setting.standard,
                isDefault: settingValues[setting.name.text] == setting.standard,
                mark: setting.mark,
                note: setting.note
            )
        }
        clocks = definition.clocks.map(clockInfo)
    }

    private static func indices(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    var initialState: Int { states.firstIndex { $0.isInitial } ?? 0 }

    func state(_ name: Name) -> Int {
        guard let index = stateIndices[name.text] else {
            preconditionFailure("the check knows every state: \(name)")
        }
        return index
    }

    func action(_ name: Name) -> Int {
        guard let index = actionIndices[name.text] else {
            preconditionFailure("the check knows every action: \(name)")
        }
        return index
    }

    func value(of choice: Definition.Choice) -> String {
        switch choice {
        case .fixed(let value): return value
        case .setting(let name):
            guard let value = settingValues[name.text] else {
                preconditionFailure("the check knows every setting: \(name)")
            }
            return value
        }
    }

    private func stateInfo(_ state: Definition.State) -> Workflow.StateInfo {
        Workflow.StateInfo(
            name: state.name.text,
            title: state.title,
            holder: state.holder,
            stage: state.stage,
            outcome: state.outcome,
            isInitial: state.isInitial
        )
    }

    private func actionInfo(_ action: Definition.Action) -> Workflow.ActionInfo {
        let cases = action.cases.map { way in
            Workflow.CaseInfo(from: way.from.map(state), to: state(way.to), when: way.when)
        }
        let holders = action.roles.compactMap { role in definition.roles.first { $0.name == role }?.holder }
        return Workflow.ActionInfo(
            name: action.name.text,
            title: action.title,
            term: action.effectiveTerm,
            termIndex: termIndices[action.effectiveTerm] ?? 0,
            roles: action.roles.map(\.text),
            needs: action.needs,
            notSameActorAs: action.notSameActorAs.map(self.action),
            after: action.after,
            legal: action.legal,
            isReturn: !holders.contains(.applicant) && cases.contains(where: givesBack),
            isAutomatic: holders.allSatisfy { $0 == .system },
            cases: cases,
            hasOneTarget: Set(cases.map(\.to)).count == 1
        )
    }

    /// Whether a case moves a permit from another desk to the applicant's.
    private func givesBack(_ way: Workflow.CaseInfo) -> Bool {
        states[way.to].holder == .applicant
            && way.from.contains { states[$0].holder != .applicant && states[$0].holder != .system }
    }

    private func milestoneInfo(_ milestone: Definition.Milestone) -> Workflow.MilestoneInfo {
        switch milestone.trigger {
        case .at(let names):
            Workflow.MilestoneInfo(name: milestone.name.text, actions: names.map(action), states: [])
        case .enters(let names):
            Workflow.MilestoneInfo(
                name: milestone.name.text,
                actions: [],
                states: names.flatMap { definition.states(meantBy: $0).map(state) }
            )
        }
    }

    var milestonesAtAction: [UInt64] {
        definition.actions.indices.map { action in
            bits { milestones[$0].actions.contains(action) }
        }
    }

    var milestonesInState: [UInt64] {
        definition.states.indices.map { state in
            bits { milestones[$0].states.contains(state) }
        }
    }

    private func bits(where holds: (Int) -> Bool) -> UInt64 {
        milestones.indices.reduce(0) { holds($1) ? $0 | 1 << UInt64($1) : $0 }
    }

    // MARK: Tables

    func cells() -> [StepCell] {
        states.indices.flatMap { state in
            terms.indices.map { term in cell(state: state, term: term) }
        }
    }

    private func cell(state: Int, term: Int) -> StepCell {
        let listed = actions.indices.filter { actions[$0].termIndex == term }
        for action in listed {
            let open = actions[action].cases.filter { $0.from.contains(state) }
            if open.isEmpty { continue }
            let isPlain = open.count == 1 && open[0].when == nil
            return StepCell(isPlain ? .taken : .guarded, action: action, to: open[0].to)
        }
        let action = listed[0]
        let cases = actions[action].cases
        if actions[action].hasOneTarget { return StepCell(.notAllowed, action: action, to: cases[0].to) }
        let hasGuards = cases.contains { $0.when != nil }
        return StepCell(hasGuards ? .guarded : .ambiguous, action: action, to: cases[0].to)
    }

    /// Breadth-first from every state; ties go to the action listed first.
    func ways() -> [Workflow.Way] {
        let count = states.count
        var ways = [Workflow.Way](repeating: Workflow.Way(action: -1, next: -1), count: count * count)
        for target in 0..<count {
            var queue = [target]
            var seen: Set<Int> = [target]
            var head = 0
            while head < queue.count {
                let here = queue[head]
                head += 1
                for (action, info) in actions.enumerated() {
                    for way in info.cases where way.to == here {
                        for from in way.from where seen.insert(from).inserted {
                            ways[from * count + target] = Workflow.Way(
                                action: Int16(action),
                                next: Int16(here)
                            )
                            queue.append(from)
                        }
                    }
                }
            }
        }
        return ways
    }
}

extension Definition {
    /// The states that a name stands for: the state of that name, else every state with that outcome.
    func states(meantBy name: Name) -> [Name] {
        if states.contains(where: { $0.name == name }) { return [name] }
        guard let outcome = Outcome(rawValue: name.text) else { return [] }
        return states.filter { $0.outcome == outcome }.map(\.name)
    }
}
