internal import PermitDocuments
internal import PermitWorkflow

extension DIGITBuilder {
    /// Ways of one DIGIT action that the same roles may take with the same papers: one action of a definition.
    struct Group {
        /// DIGIT's name.
        var name: Name
        /// The name in the definition.
        var newName: Name
        var roles: [Name]
        var needsDocuments: Bool
        /// Whether it leads from the first state.
        var isFirst: Bool
        /// From and to, by index.
        var ways: [(from: Int, to: Int)]
    }

    /// The actions: one for each name, set of roles and papers; what leads from the first state stands apart.
    mutating func grouped() -> [Group] {
        var groups: [Group] = []
        for (from, state) in service.states.enumerated() {
            for action in merged(state.actions) {
                guard let to = service.state(action.next) else { continue }
                let needsDocuments = service.states[to].needsDocuments
                let index = groups.firstIndex { group in
                    group.name == action.name && Set(group.roles) == Set(action.roles)
                        && group.needsDocuments == needsDocuments && group.isFirst == (from == start)
                }
                if let index {
                    groups[index].ways.append((from, to))
                } else {
                    groups.append(
                        Group(
                            name: action.name,
                            newName: action.name,
                            roles: action.roles,
                            needsDocuments: needsDocuments,
                            isFirst: from == start,
                            ways: [(from, to)]
                        )
                    )
                }
            }
        }
        nameApart(&groups)
        return groups
    }

    /// An action that stands twice in a state, to one next state, is one for the roles of both.
    private mutating func merged(_ actions: [DIGITService.Action]) -> [DIGITService.Action] {
        var merged: [DIGITService.Action] = []
        for action in actions {
            guard let index = merged.firstIndex(where: { $0.name == action.name }) else {
                merged.append(action)
                continue
            }
            report(
                .note,
                "action \(action.name) stands twice in one state; taken as one",
                at: action.name.position
            )
            merged[index].roles += action.roles.filter { !merged[index].roles.contains($0) }
        }
        return merged
    }

    /// Groups of one DIGIT action are told apart by their first state; the one from the start keeps the name.
    private mutating func nameApart(_ groups: inout [Group]) {
        var taken = Set(groups.map { name(ofAction: $0.name).text })
        for index in groups.indices {
            let base = name(ofAction: groups[index].name)
            let isAlone = groups.count { $0.name == groups[index].name } == 1
            if isAlone || groups[index].isFirst {
                groups[index].newName = base
                continue
            }
            var text = "\(base)_at_\(stateNames[groups[index].ways[0].from])"
            while !taken.insert(text).inserted { text += "_" }
            groups[index].newName = Name(text, at: base.position)
        }
        let split = Set(groups.filter { name(ofAction: $0.name) != $0.newName }.map(\.name.text)).sorted()
        if !split.isEmpty {
            report(
                .note,
                "actions that other roles take in other states are several here, with DIGIT's name as their term: "
                    + split.joined(separator: ", "),
                at: nil
            )
        }
    }

    func action(_ group: Group) -> Definition.Action {
        var cases: [Definition.Case] = []
        for (from, to) in group.ways {
            if let index = cases.firstIndex(where: { $0.to == stateNames[to] }) {
                cases[index].from.append(stateNames[from])
            } else {
                cases.append(Definition.Case(from: [stateNames[from]], to: stateNames[to]))
            }
        }
        let base = name(ofAction: group.name)
        return Definition.Action(
            name: group.newName,
            title: ["en": group.name.text],
            roles: names(ofRoles: group.roles),
            term: group.newName == base ? nil : base.text,
            needs: group.needsDocuments ? ["documents"] : [],
            cases: cases
        )
    }

    // MARK: What had to be guessed

    mutating func noteGuesses() {
        noteDesks()
        let ends = service.states.filter(\.isEnd)
        let outcomes = ends.map { "\($0.label) \((DIGITWords.outcome($0.label) ?? .closed).rawValue)" }
        report(.note, "outcomes are guessed by name: \(outcomes.joined(separator: ", "))", at: nil)
        for state in service.states where !state.isEnd {
            guard let outcome = DIGITWords.outcome(state.label) else { continue }
            report(
                .note,
                "state \(state.label) is no end in DIGIT, so a permit there has not ended, "
                    + "though its name says \(outcome.rawValue); the limit of the service stops at a decision",
                at: state.position
            )
        }
        let papers = service.states.filter(\.needsDocuments).map(\.label)
        if !papers.isEmpty {
            report(
                .note,
                "docUploadRequired: every action that leads to \(papers.joined(separator: ", ")) needs documents; "
                    + "those of an earlier action count here",
                at: nil
            )
        }
    }

    private mutating func noteDesks() {
        let roles = Set(service.states.flatMap(\.actions).flatMap(\.roles).map(\.text)).sorted()
        let desks = roles.map { "\($0) \((DIGITWords.desk($0) ?? .office).rawValue)" }
        report(
            .note,
            "desks are guessed by the roles' names, and whose turn it is by who can act: "
                + desks.joined(separator: ", "),
            at: nil
        )
        let unknown = roles.filter { DIGITWords.desk($0) == nil }
        if !unknown.isEmpty {
            report(
                .warning,
                "the names of roles \(unknown.joined(separator: ", ")) tell no desk; taken is office",
                at: nil
            )
        }
    }
}
