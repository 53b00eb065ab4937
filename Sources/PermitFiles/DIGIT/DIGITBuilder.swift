internal import PermitDocuments
internal import PermitWorkflow

/// Builds a definition of a service that the judge accepts.
struct DIGITBuilder {
    let service: DIGITService
    let start: Int
    private(set) var diagnostics: [Diagnostic] = []
    /// The names of states in the definition, by their index.
    private(set) var stateNames: [Name] = []
    /// The names of actions and roles in the definition, by DIGIT's.
    private var actionNames: [String: Name] = [:]
    private(set) var roleNames: [String: Name] = [:]
    /// Settings that hold limits too large to stand in a clock.
    var settings: [Definition.Setting] = []

    init(_ service: DIGITService, start: Int) {
        self.service = service
        self.start = start
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The definition; nil where a name cannot be written.
    mutating func definition(_ escalations: [DIGITEscalation]) -> Definition? {
        nameAll()
        guard !hasErrors, let name = DIGITWords.name(service.name.text) else { return nil }
        let groups = grouped()
        let expiries = escalations.compactMap { expiry($0, groups) }
        let clocks = serviceClock(groups) + stateClocks() + expiries.map(\.clock)
        noteGuesses()
        return Definition(
            name: Name(name, at: service.name.position),
            title: ["en": "\(service.name) of DIGIT" + (service.business.map { ", \($0)" } ?? "")],
            legal: "DIGIT BusinessService \(service.name)",
            mark: .secondHand,
            settings: settings,
            roles: roles(isEscalated: !expiries.isEmpty),
            states: service.states.indices.map(state),
            milestones: milestones(groups),
            clocks: clocks,
            actions: groups.map(action) + expiries.map(\.action)
        )
    }

    // MARK: Names

    private mutating func nameAll() {
        if DIGITWords.name(service.name.text) == nil { refuse(service.name) }
        let taken = service.states.compactMap { $0.name.flatMap { DIGITWords.name($0.text) } }
        var first = "start"
        while taken.contains(first) { first += "_" }
        let states = renamed(service.states.compactMap(\.name), "states")
        stateNames = service.states.map { state in
            state.name.map { states[$0.text] ?? $0 } ?? Name(first, at: state.position)
        }
        let actions = service.states.flatMap(\.actions)
        actionNames = renamed(actions.map(\.name), "actions")
        roleNames = renamed(actions.flatMap(\.roles), "roles")
    }

    /// The names in a definition's letters; two that become one are refused.
    private mutating func renamed(_ names: [Name], _ what: String) -> [String: Name] {
        var renamed: [String: Name] = [:]
        var origins: [String: String] = [:]
        for name in names where renamed[name.text] == nil {
            guard let text = DIGITWords.name(name.text) else {
                refuse(name)
                continue
            }
            if let other = origins[text] {
                report(
                    .error,
                    "\(what) \(other) and \(name) would both be \(text); rename one",
                    at: name.position
                )
            }
            origins[text] = name.text
            renamed[name.text] = Name(text, at: name.position)
        }
        return renamed
    }

    private mutating func refuse(_ name: Name) {
        report(
            .error,
            "\"\(name)\" cannot be a name of small letters, digits, \"_\" and \"-\"; rename it",
            at: name.position
        )
    }

    mutating func report(_ severity: Diagnostic.Severity, _ message: String, at position: SourcePosition?) {
        diagnostics.append(Diagnostic(severity, message, at: position ?? service.name.position))
    }

    /// The name of an action in the definition; the judge's acceptance means that it has one.
    func name(ofAction name: Name) -> Name { actionNames[name.text] ?? name }

    /// The names of roles in the definition.
    func names(ofRoles roles: [Name]) -> [Name] { roles.map { roleNames[$0.text] ?? $0 } }

    // MARK: Roles and states

    private func roles(isEscalated: Bool) -> [Definition.Role] {
        var seen: Set<String> = []
        var roles = service.states.flatMap(\.actions).flatMap(\.roles)
            .filter { seen.insert($0.text).inserted }
            .map { role in
                Definition.Role(
                    name: roleNames[role.text] ?? role,
                    holder: DIGITWords.desk(role.text) ?? .office
                )
            }
        if isEscalated, !roles.contains(where: { $0.name == Self.escalator }) {
            roles.append(Definition.Role(name: Self.escalator, holder: .system))
        }
        return roles
    }

    /// The role in which the system escalates.
    static let escalator = Name("auto_escalate")

    private func state(_ index: Int) -> Definition.State {
        let state = service.states[index]
        return Definition.State(
            name: stateNames[index],
            title: ["en": state.name?.text ?? "Before the first action"],
            isInitial: index == start,
            holder: state.isEnd ? nil : desk(of: state),
            outcome: state.isEnd ? DIGITWords.outcome(state.label) ?? .closed : nil,
            statuses: state.status.flatMap { DIGITWords.name($0.text) }.map { [$0] } ?? []
        )
    }

    /// Whose turn it is: the applicant's where one of that desk can lead on, else that of the first role.
    func desk(of state: DIGITService.State) -> Holder {
        let onward = state.actions.filter { $0.next != state.name && !DIGITWords.isWayOut($0.name.text) }
        let counted = onward.isEmpty ? state.actions : onward
        let desks = counted.flatMap(\.roles).map { DIGITWords.desk($0.text) ?? .office }
        let order: [Holder] = [.applicant, .office, .technicalAgency, .otherAgency, .payment, .system]
        return order.first { desks.contains($0) } ?? .office
    }

    // MARK: Milestones

    private func milestones(_ groups: [Group]) -> [Definition.Milestone] {
        let applying = groups.filter { $0.name.text.uppercased() == "APPLY" }
        let first = applying.isEmpty ? groups.filter(\.isFirst) : applying
        var milestones = [Definition.Milestone(name: "submitted", trigger: .at(first.map(\.newName)))]
        let decided = service.states.indices.filter { index in
            DIGITWords.outcome(service.states[index].label)?.isDecision ?? false
        }
        if !decided.isEmpty {
            let names = decided.map { stateNames[$0] }
            milestones.append(Definition.Milestone(name: "decided", trigger: .enters(names)))
        }
        return milestones
    }
}
