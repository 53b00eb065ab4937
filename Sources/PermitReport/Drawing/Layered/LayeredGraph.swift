/// A graph that is to be laid out from top to bottom, in whole pixels.
///
/// Edges that belong to one bundle lead to the same node; they join in a trunk of which only the last piece carries the
/// bundle's label.
struct LayeredGraph: Sendable {
    /// A width and a height.
    struct Extent: Hashable, Sendable {
        var width: Int
        var height: Int
    }

    /// A box.
    struct Node: Sendable {
        var size: Extent
        /// Room to the right of the box that nothing else may take, for loops and their labels.
        var roomRight = Extent(width: 0, height: 0)
    }

    /// An arrow from one box to another; never to itself.
    struct Edge: Sendable {
        var from: Int
        var to: Int
        /// The size of the label; nil without one.
        var label: Extent?
        /// How much the edge wants to be short and straight, at least 1.
        var weight = 1
        /// The number of its bundle in `bundleLabels`; nil when it goes alone.
        var bundle: Int?
        /// Whether the other edges decide which way is down; such an edge follows.
        var isMinor = false
    }

    var nodes: [Node] = []
    var edges: [Edge] = []
    /// The size of each bundle's label.
    var bundleLabels: [Extent] = []
    /// The node that is at the top.
    var root = 0
}

/// Where everything of a layered graph came to lie, in whole pixels from the upper left corner.
struct LayeredLayout: Sendable {
    /// A point.
    struct Point: Hashable, Sendable {
        var x: Int
        var y: Int
    }

    /// An upright rectangle.
    struct Box: Hashable, Sendable {
        var x: Int
        var y: Int
        var width: Int
        var height: Int

        var right: Int { x + width }
        var bottom: Int { y + height }
        var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
    }

    /// A line of upright and level pieces.
    struct Route: Sendable {
        /// The corners, in the direction of the arrow.
        var points: [Point]
        /// Where the label lies; nil without one.
        var label: Box?
        /// Whether it leads against the flow, from a lower layer to a higher one.
        var isUpward: Bool
    }

    /// The piece that the edges of a bundle share.
    struct Trunk: Sendable {
        var bundle: Int
        /// The edges that join in it.
        var edges: [Int]
        var route: Route
    }

    /// The boxes of the nodes.
    var boxes: [Box] = []
    /// The routes of the edges; of an edge in a bundle, up to the trunk.
    var routes: [Route] = []
    var trunks: [Trunk] = []
    /// Where routes of a bundle meet.
    var joins: [Point] = []
    var width = 0
    var height = 0
}
