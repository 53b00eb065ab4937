internal import PermitDocuments
internal import PermitWorkflow

/// Judges whether a service says enough to be a workflow, and names every defect.
struct DIGITJudge {
    private var service: DIGITService
    private let options: DIGITDefinition.Options
    private(set) var diagnostics: [Diagnostic] = []

    init(_ service: DIGITService, _ options: DIGITDefinition.Options) {
        self.service = service
        self.options = options
    }

    /// The service without what was dropped, and the index of its first state; nil when it cannot be judged.
    mutating func judge() -> (service: DIGITService, start: Int)? {
        judgeNames()
        judgeEnds()
        guard let start = start() else { return nil }
        let first = service.states[start].position
        judgeReach(from: start)
        noteLimits()
        return service.states.firstIndex { $0.position == first }.map { (service, $0) }
    }

    // MARK: Names

    private mutating func judgeNames() {
        for (index, state) in service.states.enumerated()
        where service.states[..<index].contains(where: { $0.label == state.label }) {
            fail("state \(state.label) stands twice; give each a name of its own", at: state.position)
        }
        let names = service.states.compactMap(\.name?.text)
        for state in service.states {
            for action in state.actions where !names.contains(action.next.text) {
                let hint = Suggestion.phrase(for: action.next.text, among: names)
                fail(
                    "action \(action.name) of state \(state.label) leads to the unknown state "
                        + "\(action.next); \(hint)",
                    at: action.next.position ?? state.position
                )
            }
            judgeTwice(state)
        }
    }

    /// An action that leads from one state to two.
    private mutating func judgeTwice(_ state: DIGITService.State) {
        for (index, action) in state.actions.enumerated() {
            guard let before = state.actions[..<index].first(where: { $0.name == action.name }),
                before.next != action.next
            else { continue }
            fail(
                "action \(action.name) of state \(state.label) leads to \(before.next) and to \(action.next); "
                    + "give the two different names",
                at: action.name.position ?? state.position
            )
        }
    }

    // MARK: Ends

    private mutating func judgeEnds() {
        for state in service.states where state.isEnd && !state.actions.isEmpty {
            let names = state.actions.map(\.name.text).joined(separator: ", ")
            fail(
                "terminal state \(state.label) has actions (\(names)); an end has none: "
                    + "set isTerminateState to false, or take the actions out",
                at: state.position
            )
        }
        for state in service.states where !state.isEnd && state.actions.isEmpty {
            fail(
                "state \(state.label) has no actions and is no end; set isTerminateState to true, or give it actions",
                at: state.position
            )
        }
    }

    // MARK: The start

    /// The first state: the one asked for, the only one marked, or the only marked one without a name, to which
    /// nothing can lead.
    private mutating func start() -> Int? {
        let marked = service.states.indices.filter { service.states[$0].isStart }
        if let wanted = options.start { return wantedStart(wanted, marked) }
        if marked.count == 1 { return endless(marked[0]) }
        let names = marked.map { service.states[$0].label }.joined(separator: ", ")
        guard let first = marked.first else {
            let place = service.states.first?.position ?? service.name.position
            if let place {
                fail(
                    "no state is a start state; mark one with isStartState, or give --start STATE",
                    at: place
                )
            }
            return nil
        }
        let nameless = marked.filter { service.states[$0].name == nil }
        guard nameless.count == 1, let only = nameless.first else {
            fail(
                "several start states (\(names)); mark one with isStartState, or give --start STATE",
                at: service.states[first].position
            )
            return nil
        }
        warn(
            "several start states (\(names)); taken is null, the state before the first action",
            at: service.states[only].position
        )
        return endless(only)
    }

    private mutating func wantedStart(_ wanted: String, _ marked: [Int]) -> Int? {
        let labels = service.states.map(\.label)
        guard let index = labels.firstIndex(of: wanted) else {
            let hint = Suggestion.phrase(for: wanted, among: labels)
            if let place = service.name.position {
                fail("--start names the unknown state \(wanted); \(hint)", at: place)
            }
            return nil
        }
        if marked != [index] {
            let names = marked.map { labels[$0] }.joined(separator: ", ")
            let what =
                marked.isEmpty
                ? "no start state"
                : marked.count == 1 ? "another start state (\(names))" : "several start states (\(names))"
            warn("\(what); taken is \(wanted), as asked for", at: service.states[index].position)
        }
        return endless(index)
    }

    /// A start that is no end.
    private mutating func endless(_ index: Int) -> Int? {
        let state = service.states[index]
        if !state.isEnd { return index }
        fail(
            "state \(state.label) is the start and an end; a permit would end before it began",
            at: state.position
        )
        return nil
    }

    // MARK: Ways

    private mutating func judgeReach(from start: Int) {
        let reached = closure(from: [start]) { index in
            service.states[index].actions.compactMap { service.state($0.next) }
        }
        let lost = service.states.indices.filter { !reached.contains($0) }
        for index in lost {
            let state = service.states[index]
            if options.dropsUnreachable {
                warn("unreachable state \(state.label) is left out, as asked for", at: state.position)
            } else {
                fail(
                    "unreachable state \(state.label): no way leads to it from \(service.states[start].label); "
                        + "add an action that leads there, or give --drop-unreachable",
                    at: state.position
                )
            }
        }
        let ends = service.states.indices.filter { service.states[$0].isEnd }
        let ending = closure(from: ends) { index in
            service.states.indices.filter { source in
                service.states[source].actions.contains { service.state($0.next) == index }
            }
        }
        for index in service.states.indices where reached.contains(index) && !ending.contains(index) {
            let state = service.states[index]
            fail(
                "no way leads from state \(state.label) to an end; mark an end with isTerminateState, or add an action",
                at: state.position
            )
        }
        if options.dropsUnreachable {
            service.states = service.states.indices.filter { reached.contains($0) }.map { service.states[$0] }
        }
    }

    private func closure(from start: [Int], by step: (Int) -> [Int]) -> Set<Int> {
        var seen = Set(start)
        var queue = start
        while let here = queue.popLast() {
            for next in step(here) where seen.insert(next).inserted { queue.append(next) }
        }
        return seen
    }

    /// States that wait and have no limit of their own.
    private mutating func noteLimits() {
        let without = service.states.filter { !$0.isEnd && $0.limit == nil }.map(\.label)
        guard !without.isEmpty, let place = service.name.position else { return }
        let whole = service.limit == nil ? ", and neither has the service (businessServiceSla)" : ""
        diagnostics.append(
            Diagnostic(
                .note,
                "states without a time limit (sla): \(without.joined(separator: ", "))\(whole)",
                at: place
            )
        )
    }

    private mutating func fail(_ message: String, at position: SourcePosition) {
        diagnostics.append(Diagnostic(.error, message, at: position))
    }

    private mutating func warn(_ message: String, at position: SourcePosition) {
        diagnostics.append(Diagnostic(.warning, message, at: position))
    }
}
