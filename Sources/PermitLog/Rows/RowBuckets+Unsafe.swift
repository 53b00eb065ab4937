// Invariants of this file:
// - a bucket's last segment is being filled from its start to `cursors[bucket]`; `ends[bucket]` is its end;
// - every other segment is full; a segment with extras has as many of them as rows;
// - `take` passes the duty to free a bucket's segments to its caller.

/// An event on its way from a file to its case.
struct LogRow {
    var caseHash: UInt64
    var time: Int64
    var order: UInt32
    /// The worker's number of the activity, the place within the row, the flags of ``LogEvent`` and `explicitFacts`.
    var activity: UInt32

    /// Says that the row's facts differ from the first that its worker saw of the case.
    static let explicitFacts: UInt32 = 1 << 29
    static let activityMask = LogEvent.activityMask
}

/// What a row carries beside, when the plan asks for it: the worker's numbers of texts.
struct RowExtra {
    var resource: UInt32
    var role: UInt32
}

/// A worker's rows, scattered by case.
struct RowBuckets: ~Copyable {
    /// The number of buckets; a case's bucket is the top byte of its hash.
    static let count = 256
    private static let largestSegment = 4096

    struct Segment {
        var rows: UnsafeMutablePointer<LogRow>
        var extras: UnsafeMutablePointer<RowExtra>?
        var count: Int
    }

    private let cursors: UnsafeMutablePointer<UnsafeMutablePointer<LogRow>?>
    private let ends: UnsafeMutablePointer<UnsafeMutablePointer<LogRow>?>
    private var segments: [[Segment]]
    private let keepsExtras: Bool

    init(keepsExtras: Bool) {
        self.keepsExtras = keepsExtras
        cursors = .allocate(capacity: Self.count)
        ends = .allocate(capacity: Self.count)
        cursors.initialize(repeating: nil, count: Self.count)
        ends.initialize(repeating: nil, count: Self.count)
        segments = Array(repeating: [], count: Self.count)
    }

    deinit {
        for bucket in segments {
            for segment in bucket {
                segment.rows.deallocate()
                segment.extras?.deallocate()
            }
        }
        cursors.deallocate()
        ends.deallocate()
    }

    @inline(__always)
    mutating func append(_ row: LogRow, _ extra: RowExtra) {
        let bucket = Int(truncatingIfNeeded: row.caseHash >> 56)
        if cursors[bucket] == ends[bucket] { addSegment(bucket) }
        guard let cursor = cursors[bucket] else { return }
        cursor.initialize(to: row)
        cursors[bucket] = cursor + 1
        if keepsExtras { append(extra, bucket, cursor) }
    }

    @inline(never)
    private func append(_ extra: RowExtra, _ bucket: Int, _ cursor: UnsafeMutablePointer<LogRow>) {
        guard let last = segments[bucket].last else { return }
        last.extras?[cursor - last.rows] = extra
    }

    @inline(never)
    private mutating func addSegment(_ bucket: Int) {
        let capacity = min(Self.largestSegment, segments[bucket].last.map { $0.count * 2 } ?? 32)
        let rows = UnsafeMutablePointer<LogRow>.allocate(capacity: capacity)
        let extras = keepsExtras ? UnsafeMutablePointer<RowExtra>.allocate(capacity: capacity) : nil
        segments[bucket].append(Segment(rows: rows, extras: extras, count: capacity))
        cursors[bucket] = rows
        ends[bucket] = rows + capacity
    }

    /// Gives the bucket's segments away with their true counts; the bucket is empty afterwards.
    mutating func take(_ bucket: Int) -> [Segment] {
        var list: [Segment] = []
        swap(&list, &segments[bucket])
        if let cursor = cursors[bucket], let last = list.indices.last {
            list[last].count = cursor - list[last].rows
        }
        cursors[bucket] = nil
        ends[bucket] = nil
        return list
    }
}

extension RowBuckets.Segment {
    /// Frees the rows.
    func free() {
        rows.deallocate()
        extras?.deallocate()
    }
}
