// Invariants of this file:
// - the key of an element ends at the element's place in `ends`.

/// The keys of the attributes that are open, from the one of a trace or an event inwards, joined by slashes.
///
/// An element without a key, such as the `values` of a list in XES 1.0 and 2.0, adds nothing.
struct NestedKeys: ~Copyable {
    private var run = ByteRun(capacity: 64)
    private var ends: [Int] = []

    /// How many elements are open.
    var depth: Int { ends.count }
    /// The joined keys; 8 readable bytes lie behind them.
    var bytes: ByteAddress { UnsafePointer(run.bytes) }
    /// The length of the joined keys in bytes.
    var count: Int { run.count }

    /// Enters an element.
    mutating func enter(_ key: ByteAddress?, _ length: Int) {
        ends.append(run.count)
        guard let key else { return }
        if run.count > 0 { run.append(0x2F) }
        run.append(key, length)
    }

    /// Leaves the element that was entered last.
    mutating func leave() {
        guard let end = ends.popLast() else { return }
        run.truncate(to: end)
    }
}
