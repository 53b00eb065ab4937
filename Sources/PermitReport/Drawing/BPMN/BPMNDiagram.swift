/// Where the shapes and flows of a process lie, from left to right.
struct BPMNDiagram {
    private(set) var shapes: [LayeredLayout.Box]
    /// The places of names outside their shapes; nil where the name stands inside.
    private(set) var labels: [LayeredLayout.Box?]
    private(set) var routes: [[LayeredLayout.Point]]

    private static let labelLength = 100
    private static let labelHeight = 28

    init(_ model: BPMNModel) {
        // The layout goes from top to bottom: sizes are turned before it, and what it gives is turned back.
        var graph = LayeredGraph()
        graph.nodes = model.nodes.map { node in
            let size = Self.size(node.kind)
            let isNamedOutside = Self.isNamedOutside(node.kind)
            return LayeredGraph.Node(
                size: .init(width: size.height, height: size.width),
                roomRight: isNamedOutside
                    ? .init(width: Self.labelHeight + 4, height: Self.labelLength)
                    : .init(width: 0, height: 0)
            )
        }
        graph.edges = model.flows.map { LayeredGraph.Edge(from: $0.from, to: $0.to) }
        let layout = LayeredLayout(graph)
        let shapes = layout.boxes.map(Self.turned)
        self.shapes = shapes
        labels = zip(shapes, model.nodes)
            .map { shape, node in
                guard Self.isNamedOutside(node.kind) else { return nil }
                return LayeredLayout.Box(
                    x: shape.middle.x - Self.labelLength / 2,
                    y: shape.bottom + 4,
                    width: Self.labelLength,
                    height: Self.labelHeight
                )
            }
        routes = zip(layout.routes, model.flows)
            .map { route, flow in
                var points = route.points.map { LayeredLayout.Point(x: $0.y, y: $0.x) }
                points[0] = Self.edge(of: model.nodes[flow.from].kind, shapes[flow.from], at: points[0])
                let last = points.count - 1
                points[last] = Self.edge(of: model.nodes[flow.to].kind, shapes[flow.to], at: points[last])
                return points
            }
    }

    private static func turned(_ box: LayeredLayout.Box) -> LayeredLayout.Box {
        LayeredLayout.Box(x: box.y, y: box.x, width: box.height, height: box.width)
    }

    private static func size(_ kind: BPMNModel.Node.Kind) -> LayeredGraph.Extent {
        switch kind {
        case .start, .end, .timer: .init(width: 36, height: 36)
        case .gateway: .init(width: 50, height: 50)
        case .task: .init(width: 120, height: 70)
        }
    }

    private static func isNamedOutside(_ kind: BPMNModel.Node.Kind) -> Bool {
        if case .task = kind { return false }
        return true
    }

    /// Where a level line that ends at a shape's box meets the shape itself: a diamond or a circle.
    private static func edge(
        of kind: BPMNModel.Node.Kind,
        _ box: LayeredLayout.Box,
        at point: LayeredLayout.Point
    ) -> LayeredLayout.Point {
        let off = abs(point.y - box.middle.y)
        let half = box.width / 2
        let reach: Int
        switch kind {
        case .task: return point
        case .gateway: reach = max(0, half - off)
        case .start, .end, .timer: reach = (0...half).last { $0 * $0 + off * off <= half * half } ?? 0
        }
        let isLeft = point.x <= box.middle.x
        return LayeredLayout.Point(x: box.middle.x + (isLeft ? -reach : reach), y: point.y)
    }
}
