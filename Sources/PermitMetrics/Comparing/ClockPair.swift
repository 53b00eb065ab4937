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
    func startTerms(ofClock clock: Int) -> [String] {
        let starts = definition.clocks[clock].starts
        let entered = Set(
            starts.enters.flatMap { name in
                states.indices.filter {
                    states[$0].name == name.text || states[$0].outcome?.rawValue == name.text
                }
            }
        )
        let named = Set(starts.at.map(\.text))
        return terms { action in
            named.contains(action.name)
                || action.cases.contains { way in
                    entered.contains(way.to) && way.from.contains { $0 != way.to }
                }
        }
    }

    /// The canonical terms at which a clock that runs begins to wait; sorted.
    func pauseTerms(ofClock clock: Int) -> [String] {
        terms { action in
            action.cases.contains { way in
                clocks[clock].isPaused(in: way.to) && way.from.contains { !clocks[clock].isPaused(in: $0) }
            }
        }
    }

    private func terms(of isMeant: (ActionInfo) -> Bool) -> [String] {
        Set(actions.filter(isMeant).map(\.term)).sorted()
    }
}
