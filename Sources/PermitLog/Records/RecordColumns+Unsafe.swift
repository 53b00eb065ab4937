// Invariants of this file:
// - a key's bytes lie in `keys` at `start..<start + length` of its node; nodes are never removed;
// - addresses passed in have 8 readable bytes behind their text.

/// The columns of nested objects: a tree of keys, each with the column of the plain value that stands there.
///
/// A key is found without a search where keys come in the order of the object before.
struct RecordColumns: ~Copyable {
    private struct Node {
        var start: Int
        var length: Int
        var parent: Int32
        var column: Int32 = -1
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var next: Int32 = -1
        /// Whether something without keys of its own stood there.
        var isPlain = false
        var isEmpty = false
    }

    /// The tree's root: an object as a whole.
    static let root: Int32 = 0
    /// How many columns there are at most; keys beyond them are left out.
    static let most = 4096

    private var keys = ByteRun(capacity: 1024)
    private var nodes: [Node] = [Node(start: 0, length: 0, parent: -1)]
    private var index: [UInt64: Int32] = [:]
    /// The names of the columns.
    private(set) var names: [String] = []

    init() {}

    /// The column of a node; -1 for none.
    @inline(__always)
    func column(_ node: Int32) -> Int32 { nodes[Int(node)].column }

    /// The child of a node by its key; -1 for none.
    ///
    /// `last` is the child that was found before it, or -1.
    @inline(__always)
    func child(_ node: Int32, _ key: ByteAddress, _ length: Int, after last: Int32) -> Int32 {
        let guess = last < 0 ? nodes[Int(node)].firstChild : nodes[Int(last)].next
        if guess >= 0, isKey(guess, key, length) { return guess }
        return search(node, key, length)
    }

    @inline(__always)
    private func isKey(_ node: Int32, _ key: ByteAddress, _ length: Int) -> Bool {
        let node = nodes[Int(node)]
        return node.length == length && sameBytes(keys.bytes + node.start, key, length)
    }

    private func search(_ node: Int32, _ key: ByteAddress, _ length: Int) -> Int32 {
        guard let found = index[Self.place(node, key, length)] else { return -1 }
        if nodes[Int(found)].parent == node, isKey(found, key, length) { return found }
        // Two keys with one hash: both are among the children.
        var child = nodes[Int(node)].firstChild
        while child >= 0, !isKey(child, key, length) { child = nodes[Int(child)].next }
        return child
    }

    private static func place(_ node: Int32, _ key: ByteAddress, _ length: Int) -> UInt64 {
        hash64(key, length) ^ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15
    }

    /// Adds a key to a node; gives the child, or -1 when there are too many.
    mutating func add(_ key: ByteAddress, _ length: Int, to node: Int32) -> Int32 {
        guard nodes.count <= Self.most * 2 else { return -1 }
        let child = Int32(nodes.count)
        nodes.append(Node(start: keys.count, length: length, parent: node))
        keys.append(key, length)
        let last = nodes[Int(node)].lastChild
        if last < 0 { nodes[Int(node)].firstChild = child } else { nodes[Int(last)].next = child }
        nodes[Int(node)].lastChild = child
        let place = Self.place(node, key, length)
        if index[place] == nil { index[place] = child }
        return child
    }

    /// Notes that a plain value or nothing stands at a node.
    mutating func notePlain(_ node: Int32, isEmpty: Bool) {
        if isEmpty { nodes[Int(node)].isEmpty = true } else { nodes[Int(node)].isPlain = true }
    }

    /// The path of a node, its keys parted by dots.
    func path(_ node: Int32) -> String {
        var parts: [String] = []
        var at = node
        while at > 0 {
            let node = nodes[Int(at)]
            parts.append(text(keys.bytes + node.start, node.length))
            at = node.parent
        }
        return parts.reversed().joined(separator: ".")
    }

    /// Gives columns to the nodes where plain values stand, in the order in which their keys first came.
    ///
    /// - Parameter first: Columns in front of them.
    mutating func finish(first: [String]) {
        names = first
        var known: [String: Int32] = [:]
        for (number, name) in first.enumerated() { known[name] = Int32(number) }
        for node in 1..<max(1, nodes.count) {
            let isColumn = nodes[node].isPlain || (nodes[node].isEmpty && nodes[node].firstChild < 0)
            guard isColumn, names.count < Self.most else { continue }
            let name = path(Int32(node))
            if let column = known[name] {
                nodes[node].column = column
            } else {
                nodes[node].column = Int32(names.count)
                known[name] = Int32(names.count)
                names.append(name)
            }
        }
    }
}
