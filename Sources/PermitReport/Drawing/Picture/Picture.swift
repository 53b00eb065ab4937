internal import PermitWorkflow

/// A drawing laid out: texts with the places of boxes, arrows and labels.
struct Picture {
    /// An arrow with its label.
    struct Line {
        var arrow: Arrow
        var route: LayeredLayout.Route
        var label: TextBlock?
        /// Whether it is on the main way to a licence.
        var isMain = false
    }

    /// The shared piece of a bundle.
    struct Trunk {
        var arrow: Arrow
        var route: LayeredLayout.Route
        var label: TextBlock
        var isMain: Bool
    }

    /// Arrows from a state to itself, drawn as one loop at its right side.
    struct Loop {
        var arrow: Arrow
        var box: LayeredLayout.Box
        var label: TextBlock
        var labelBox: LayeredLayout.Box
    }

    private(set) var states: [TextBlock]
    private(set) var boxes: [LayeredLayout.Box]
    private(set) var lines: [Line]
    private(set) var trunks: [Trunk]
    private(set) var loops: [Loop]
    /// Whether a main way is drawn thicker than the others.
    var hasMainWay: Bool { lines.contains(where: \.isMain) }
    private(set) var joins: [LayeredLayout.Point]
    private(set) var width: Int
    private(set) var height: Int

    /// The room between a box and the label of its loop.
    static let loopRoom = 24

    init(_ drawing: WorkflowDrawing, _ language: Language) {
        let texts = PictureTexts(drawing, language)
        let workflow = drawing.workflow
        let all = drawing.arrows(language)
        let (alone, bundles) = ArrowBundle.split(all.filter { !$0.isLoop }) {
            workflow.states[$0].outcome != nil
        }
        let stateTexts = workflow.states.indices.map(texts.state)
        let loopArrows = Dictionary(grouping: all.filter(\.isLoop), by: \.from)
        let loopLabels = loopArrows.mapValues { Self.joined($0.map(texts.loopLabel)) }
        let branches = bundles.flatMap(\.branches)
        let labels = alone.map(texts.label)
        let tallies = branches.map(texts.tallies)
        var graph = LayeredGraph(root: workflow.initialState)
        graph.nodes = stateTexts.indices.map { state in
            Self.node(
                stateTexts[state],
                loop: loopLabels[state],
                lines: Self.busiest(state, alone + branches)
            )
        }
        let spine = Self.spine(workflow)
        graph.edges = zip(alone, labels)
            .map { arrow, label in
                LayeredGraph.Edge(
                    from: arrow.from,
                    to: arrow.to,
                    label: label.extent,
                    weight: spine.contains([arrow.from, arrow.to]) ? 4 : 1,
                    isMinor: arrow.isDeparture
                )
            }
        for (number, bundle) in bundles.enumerated() {
            graph.edges += bundle.branches.map { branch in
                let label = texts.tallies(branch)?.extent
                return LayeredGraph.Edge(from: branch.from, to: branch.to, label: label, bundle: number)
            }
        }
        let trunkLabels = bundles.map { texts.label($0.trunk) }
        graph.bundleLabels = trunkLabels.map(\.extent)
        let layout = LayeredLayout(graph)
        states = stateTexts
        boxes = layout.boxes
        lines = zip(alone + branches, zip(layout.routes, labels.map(Optional.some) + tallies))
            .map { arrow, placed in
                let isMain = !arrow.isDeparture && spine.contains([arrow.from, arrow.to])
                return Line(arrow: arrow, route: placed.0, label: placed.1, isMain: isMain)
            }
        trunks = layout.trunks.map { trunk in
            let members = Set(trunk.edges)
            let upTo = alone.count
            let own = branches.indices.filter { members.contains($0 + upTo) }.map { branches[$0] }
            let arrow = ArrowBundle(to: bundles[trunk.bundle].to, branches: own).trunk
            let isMain = own.contains { spine.contains([$0.from, $0.to]) }
            return Trunk(arrow: arrow, route: trunk.route, label: texts.label(arrow), isMain: isMain)
        }
        loops = loopLabels.keys.sorted()
            .flatMap { state -> [Loop] in
                guard let arrows = loopArrows[state], let label = loopLabels[state] else { return [] }
                var arrow = arrows[0]
                arrow.parts = arrows.flatMap(\.parts)
                arrow.isDeparture = arrows.allSatisfy(\.isDeparture)
                return [Self.loop(arrow, label, layout.boxes[state])]
            }
        joins = layout.joins
        width = layout.width
        height = layout.height
    }

    private static func node(_ text: TextBlock, loop: TextBlock?, lines: Int) -> LayeredGraph.Node {
        let extent = text.extent
        let width = max(100, extent.width + 12, Placement.width(forLinks: lines))
        let size = LayeredGraph.Extent(width: width + width % 2, height: max(36, extent.height + 12))
        guard let label = loop?.extent else { return LayeredGraph.Node(size: size) }
        let room = LayeredGraph.Extent(width: loopRoom + label.width, height: label.height)
        return LayeredGraph.Node(size: size, roomRight: room)
    }

    /// The number of lines on the busier side of a state.
    private static func busiest(_ state: Int, _ arrows: [Arrow]) -> Int {
        max(arrows.count { $0.from == state }, arrows.count { $0.to == state }) + 1
    }

    private static func joined(_ blocks: [TextBlock]) -> TextBlock {
        var joined = blocks[0]
        for block in blocks.dropFirst() { joined.append(block) }
        return joined
    }

    private static func loop(_ arrow: Arrow, _ label: TextBlock, _ box: LayeredLayout.Box) -> Loop {
        let extent = label.extent
        let labelBox = LayeredLayout.Box(
            x: box.right + loopRoom,
            y: box.middle.y - extent.height / 2,
            width: extent.width,
            height: extent.height
        )
        return Loop(arrow: arrow, box: box, label: label, labelBox: labelBox)
    }

    /// The pairs of states on the main way to a licence: the first action listed, then as few as lead there, none of
    /// them by silence unless there is no other way.
    private static func spine(_ workflow: Workflow) -> Set<[Int]> {
        let expiries = Set(workflow.clocks.compactMap(\.expiry?.action))
        let pairs = spine(workflow, without: expiries)
        return pairs.isEmpty ? spine(workflow, without: []) : pairs
    }

    private static func spine(_ workflow: Workflow, without expiries: Set<Int>) -> Set<[Int]> {
        let ways = workflow.actions.indices.filter { !expiries.contains($0) }
            .flatMap { action in workflow.actions[action].cases }
        guard let start = ways.first(where: { $0.from.contains(workflow.initialState) })?.to else {
            return []
        }
        var before: [Int: Int] = [workflow.initialState: -1, start: workflow.initialState]
        var reached = [start]
        var looked = 0
        while looked < reached.count {
            var state = reached[looked]
            looked += 1
            if workflow.states[state].outcome == .issued {
                var pairs: Set<[Int]> = []
                while let previous = before[state], previous >= 0 {
                    pairs.insert([previous, state])
                    state = previous
                }
                return pairs
            }
            for way in ways where way.from.contains(state) && before[way.to] == nil {
                before[way.to] = state
                reached.append(way.to)
            }
        }
        return []
    }
}

extension TextBlock {
    /// Adds the lines of another block below.
    mutating func append(_ other: TextBlock) {
        for (index, line) in other.lines.enumerated() {
            var line = line
            if index == 0 { line.gap = 3 }
            add(line)
        }
    }
}
