// Invariants of this file:
// - a partition's rows are taken once; `rows` is read and written under the lock;
// - whoever takes the rows frees the segments.

/// The rows of one partition that one worker read.
struct WorkerRows {
    var segments: [RowBuckets.Segment]
    var names: NameStream
    var facts: FactStream
    /// The final numbers of the worker's activities, resources and roles.
    var activities: [UInt32]
    var resources: [UInt32]
    var roles: [UInt32]

    /// Frees the rows.
    func free() { for segment in segments { segment.free() } }
}

/// The rows of one partition, to be taken once.
final class Partition: @unchecked Sendable {
    private let lock = Lock()
    private var rows: [WorkerRows]?

    init(_ rows: [WorkerRows]) { self.rows = rows }

    deinit {
        for worker in rows ?? [] { worker.free() }
    }

    func take() -> [WorkerRows] {
        let taken = lock.withLock { () -> [WorkerRows]? in
            let taken = rows
            rows = nil
            return taken
        }
        guard let taken else { preconditionFailure("a partition is organized once: its rows are freed then") }
        return taken
    }
}
