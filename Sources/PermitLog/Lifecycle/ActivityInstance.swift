/// What an event knows of its activity from beginning to end, beside the end that is its time.
public struct ActivityInstance: Hashable, Sendable {
    /// When the activity began, in microseconds since 1970 UTC; nil where only its end is known.
    public var start: Int64?
    /// When it was planned or given to somebody; nil where the log does not say.
    public var scheduled: Int64?
    /// The times between beginning and end at which it rested, in order, in microseconds since 1970 UTC.
    public var rests: [Range<Int64>]
    /// How many rows of the log it is made of.
    public var rows: Int

    /// Creates an instance.
    public init(start: Int64? = nil, scheduled: Int64? = nil, rests: [Range<Int64>] = [], rows: Int = 1) {
        self.start = start
        self.scheduled = scheduled
        self.rests = rests
        self.rows = rows
    }
}

/// An activity that was begun, or only planned, and never ended; it is no event.
public struct UnendedActivity: Hashable, Sendable {
    /// The index of its case in ``OrganizedPartition/cases``; -1 where nothing of the case ended.
    public var caseIndex: Int
    /// The index of the activity in ``PartitionedLog/activities``.
    public var activity: Int
    /// When it began, or was planned, in microseconds since 1970 UTC.
    public var time: Int64
    /// Whether it began.
    public var isStarted: Bool
    /// How many rows of the log it is made of.
    public var rows: Int
}
