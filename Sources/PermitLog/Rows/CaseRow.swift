/// A row while the events of its case are being sorted.
protocol CaseRow {
    /// Creates the row of a worker's row.
    init(_ row: LogRow, _ extra: RowBuckets.Extra, _ worker: Int, _ source: WorkerRows)

    var event: LogEvent { get }
}

/// A row of a log without resources and facts.
struct PlainCaseRow: CaseRow {
    let event: LogEvent

    @inline(__always)
    init(_ row: LogRow, _ extra: RowBuckets.Extra, _ worker: Int, _ source: WorkerRows) {
        event = LogEvent(row, source.activities)
    }
}

/// A row with its resource, its role and what is needed to find its facts.
struct WideCaseRow: CaseRow {
    let event: LogEvent
    let resource: UInt32
    let role: UInt32
    let worker: UInt32
    let hasExplicitFacts: Bool
    let lifecycle: RowLifecycle

    init(_ row: LogRow, _ extra: RowBuckets.Extra, _ worker: Int, _ source: WorkerRows) {
        event = LogEvent(row, source.activities)
        resource = extra.texts.map { source.resources[Int($0.resource)] } ?? 0
        role = extra.texts.map { source.roles[Int($0.role)] } ?? 0
        lifecycle = extra.lifecycle ?? RowLifecycle()
        self.worker = UInt32(worker)
        hasExplicitFacts = row.activity & LogRow.explicitFacts != 0
    }
}

extension LogEvent {
    @inline(__always)
    init(_ row: LogRow, _ activities: [UInt32]) {
        let flags = row.activity & (Self.dateOnly | Self.withoutZone | Self.placeMask)
        let activity = activities[Int(row.activity & LogRow.activityMask)]
        self.init(time: row.time, order: row.order, activityAndFlags: activity | flags)
    }

    /// Whether this event comes before another of its case when every stamp has a time of day.
    @inline(__always)
    func precedes(_ other: LogEvent) -> Bool {
        time == other.time ? isBefore(other) : time < other.time
    }

    /// Whether this event stands before another in the log.
    @inline(__always)
    func isBefore(_ other: LogEvent) -> Bool {
        order == other.order ? place < other.place : order < other.order
    }
}
