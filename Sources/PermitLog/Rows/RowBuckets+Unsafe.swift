// Invariants of this file:
// - a bucket's last segment is being filled from its start to `cursors[bucket]`; `ends[bucket]` is its end;
// - every other segment is full; a segment with extras or lifecycles has as many of them as rows;
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
    var lifecycle = RowLifecycle()
}

/// The part of a row's extra that is kept of every log with resources.
struct RowTexts {
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
        var extras: UnsafeMutablePointer<RowTexts>?
        var lifecycles: UnsafeMutablePointer<RowLifecycle>?
        var count: Int
    }

    private let cursors: UnsafeMutablePointer<UnsafeMutablePointer<LogRow>?>
    private let ends: UnsafeMutablePointer<UnsafeMutablePointer<LogRow>?>
    private var segments: [[Segment]]
    private let keepsExtras: Bool
    private let keepsLifecycles: Bool
    /// Whether anything is kept beside the rows.
    private let keepsMore: Bool

    init(keepsExtras: Bool, keepsLifecycles: Bool = false) {
        self.keepsExtras = keepsExtras
        self.keepsLifecycles = keepsLifecycles
        keepsMore = keepsExtras || keepsLifecycles
        cursors = .allocate(capacity: Self.count)
        ends = .allocate(capacity: Self.count)
        cursors.initialize(repeating: nil, count: Self.count)
        ends.initialize(repeating: nil, count: Self.count)
        segments = Array(repeating: [], count: Self.count)
    }

    deinit {
        for bucket in segments {
            for segment in bucket {
                segment.free()
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
        if keepsMore { append(extra, bucket, cursor) }
    }

    @inline(never)
    private func append(_ extra: RowExtra, _ bucket: Int, _ cursor: UnsafeMutablePointer<LogRow>) {
        guard let last = segments[bucket].last else { return }
        let index = cursor - last.rows
        last.extras?[index] = RowTexts(resource: extra.resource, role: extra.role)
        last.lifecycles?[index] = extra.lifecycle
    }

    @inline(never)
    private mutating func addSegment(_ bucket: Int) {
        let capacity = min(Self.largestSegment, segments[bucket].last.map { $0.count * 2 } ?? 32)
        let rows = UnsafeMutablePointer<LogRow>.allocate(capacity: capacity)
        let extras = keepsExtras ? UnsafeMutablePointer<RowTexts>.allocate(capacity: capacity) : nil
        let lifecycles =
            keepsLifecycles ? UnsafeMutablePointer<RowLifecycle>.allocate(capacity: capacity) : nil
        segments[bucket]
            .append(
                Segment(rows: rows, extras: extras, lifecycles: lifecycles, count: capacity)
            )
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

extension RowBuckets {
    /// What was kept beside a row.
    struct Extra {
        var texts: RowTexts?
        var lifecycle: RowLifecycle?
    }
}

extension RowBuckets.Segment {
    /// What was kept beside a row.
    @inline(__always)
    func extra(_ row: Int) -> RowBuckets.Extra {
        RowBuckets.Extra(texts: extras.map { $0[row] }, lifecycle: lifecycles.map { $0[row] })
    }

    /// Frees the rows.
    func free() {
        rows.deallocate()
        extras?.deallocate()
        lifecycles?.deallocate()
    }
}
