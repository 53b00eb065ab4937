internal import PermitWorkflow

/// Arrows of one action, or of several, that lead from many states to one: drawn as branches of one trunk.
struct ArrowBundle {
    var to: Int
    /// The branches, one for each state; each has the same actions.
    var branches: [Arrow]

    /// The actions, with what all branches count together.
    var trunk: Arrow {
        var trunk = branches[0]
        for index in trunk.parts.indices {
            let parts = branches.map { $0.parts[index] }
            let tallies = parts.compactMap(\.tally)
            trunk.parts[index].tally =
                tallies.isEmpty ? nil : .init(count: tallies.reduce(0) { $0 + $1.count })
            var marks: [ClockMarks.Mark] = []
            for mark in parts.flatMap(\.marks) where !marks.contains(mark) { marks.append(mark) }
            trunk.parts[index].marks = marks
            trunk.parts[index].isAutomatic = parts.allSatisfy(\.isAutomatic)
        }
        return trunk
    }

    /// Splits arrows into those that go alone and bundles.
    ///
    /// An action is bundled when it leads from two states to an outcome, or from three to another state. Actions that
    /// lead from the same states to the same one share a bundle.
    static func split(
        _ arrows: [Arrow],
        isOutcome: (Int) -> Bool
    ) -> (alone: [Arrow], bundles: [ArrowBundle]) {
        var sources: [WorkflowDrawing.Edge: [Int]] = [:]
        for part in arrows.filter({ !$0.isDeparture && !$0.isLoop }).flatMap(\.parts) {
            sources[target(of: part), default: []].append(part.edge.from)
        }
        let bundled = sources.filter { $0.value.count >= (isOutcome($0.key.to) ? 2 : 3) }
        var alone: [Arrow] = []
        var bundles: [ArrowBundle] = []
        var places: [[Int]: Int] = [:]
        for arrow in arrows {
            let isFree = arrow.isDeparture || arrow.isLoop
            var rest = arrow
            rest.parts = arrow.parts.filter { isFree || bundled[target(of: $0)] == nil }
            if !rest.parts.isEmpty { alone.append(rest) }
            guard !isFree else { continue }
            var groups: [[Int]: [Arrow.Part]] = [:]
            for part in arrow.parts {
                if let states = bundled[target(of: part)] {
                    groups[[arrow.to] + states, default: []].append(part)
                }
            }
            for (key, parts) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                let branch = Arrow(from: arrow.from, to: arrow.to, parts: parts)
                if let place = places[key] {
                    bundles[place].branches.append(branch)
                } else {
                    places[key] = bundles.count
                    bundles.append(ArrowBundle(to: arrow.to, branches: [branch]))
                }
            }
        }
        return (alone, bundles)
    }

    /// An action and where it leads, whatever it leads from.
    private static func target(of part: Arrow.Part) -> WorkflowDrawing.Edge {
        WorkflowDrawing.Edge(action: part.edge.action, from: 0, to: part.edge.to)
    }
}
