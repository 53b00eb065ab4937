import PermitWorkflow

/// The clocks of one step in two workflows.
struct ClockPair {
    var step: String
    /// The clock's index in the first workflow.
    var first: Int
    /// The clock's index in the second workflow.
    var second: Int
    var firstStarts: [String]
    var secondStarts: [String]

    /// Whether both start at the same canonical terms.
    var isComparable: Bool { firstStarts == secondStarts }

    /// The steps that two workflows have in common, by name; of several clocks of a step, the first is taken.
    static func pairs(_ first: Workflow, _ second: Workflow) -> [ClockPair] {
        Set(first.clocks.map(\.step)).intersection(second.clocks.map(\.step)).sorted()
            .compactMap { step in
                guard let one = first.clocks.firstIndex(where: { $0.step == step }),
                    let other = second.clocks.firstIndex(where: { $0.step == step })
                else { return nil }
                return ClockPair(
                    step: step,
                    first: one,
                    second: other,
                    firstStarts: first.startTerms(ofClock: one),
                    secondStarts: second.startTerms(ofClock: other)
                )
            }
    }
}

extension Workflow {
    /// The canonical terms at which a clock starts: of the actions that start it, and of those that lead into a state
    /// whose entry does; sorted.
    func startTerms(ofClock clock: Int) -> [String] { terms(of: starts(of: clock)) }

    /// The canonical terms at which a clock starts again from zero; sorted.
    func restartTerms(ofClock clock: Int) -> [String] {
        let restarts = Set(definition.clocks[clock].restarts.map(\.text))
        return terms(of: actions.indices.filter { restarts.contains(actions[$0].name) })
    }

    /// The canonical terms at which a clock that runs begins to wait; sorted.
    func pauseTerms(ofClock clock: Int) -> [String] {
        let open = openStates(of: clock)
        let waiting = open.filter { clocks[clock].isPaused(in: $0) }
        return terms(
            of: actions.indices.filter { action in
                actions[action].cases
                    .contains { way in
                        waiting.contains(way.to)
                            && way.from.contains { open.contains($0) && !waiting.contains($0) }
                    }
            }
        )
    }

    /// The actions that start a clock, by index.
    private func starts(of clock: Int) -> [Int] {
        let starts = definition.clocks[clock].starts
        let named = Set(starts.at.map(\.text))
        let entered = Set(starts.enters.map(\.text))
        return actions.indices.filter { action in
            named.contains(actions[action].name)
                || actions[action].cases
                    .contains { way in
                        let state = states[way.to]
                        let isMeant =
                            entered.contains(state.name) || entered.contains(state.outcome?.rawValue ?? "")
                        return isMeant && way.from.contains { $0 != way.to }
                    }
        }
    }

    /// The states in which a clock can run or wait: those that its starts lead to, and on from there until it stops.
    private func openStates(of clock: Int) -> Set<Int> {
        let stops = Set(definition.clocks[clock].stops.at.map(\.text))
        var found: Set<Int> = []
        var next = starts(of: clock).flatMap { actions[$0].cases.map(\.to) }
        while let state = next.popLast() {
            guard !clocks[clock].isStopped(in: state), found.insert(state).inserted else { continue }
            for action in actions where !stops.contains(action.name) {
                next += action.cases.filter { $0.from.contains(state) }.map(\.to)
            }
        }
        return found
    }

    private func terms(of indices: [Int]) -> [String] { Set(indices.map { actions[$0].term }).sorted() }
}
