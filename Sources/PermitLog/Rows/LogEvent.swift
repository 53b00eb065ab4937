public import WorkingTime

/// An event of a case: when, which activity, and the row it came from.
@frozen
public struct LogEvent: Hashable, Sendable {
    /// The moment in microseconds since 1970 UTC; of a date, the first instant of its day in the log's zone.
    public var time: Int64
    /// The row's place in the log: the line of a table, the ordinal of an XES event, counted on over files.
    public var order: UInt32
    /// The activity's number and, in the top bits, the flags.
    @usableFromInline var activityAndFlags: UInt32

    /// The flag of a time that is a date.
    @usableFromInline static let dateOnly: UInt32 = 1 << 31
    /// The flag of a time without offset.
    @usableFromInline static let withoutZone: UInt32 = 1 << 30
    /// The bits of the activity's number.
    @usableFromInline static let activityMask: UInt32 = (1 << placeShift) - 1
    /// Where the place within the row stands: five bits.
    @usableFromInline static let placeShift: UInt32 = 24
    static let placeMask: UInt32 = 31 << placeShift

    /// Creates an event.
    @inlinable
    public init(time: Int64, order: UInt32, activity: Int, isDateOnly: Bool = false, hasZone: Bool = true) {
        self.time = time
        self.order = order
        activityAndFlags =
            UInt32(activity) | (isDateOnly ? Self.dateOnly : 0) | (hasZone ? 0 : Self.withoutZone)
    }

    init(time: Int64, order: UInt32, activityAndFlags: UInt32) {
        self.time = time
        self.order = order
        self.activityAndFlags = activityAndFlags
    }

    /// The index of the activity in ``PartitionedLog/activities``.
    @inlinable public var activity: Int { Int(activityAndFlags & Self.activityMask) }

    /// The event's place among those of its row, from 0: more than one where a row is a permit.
    @inlinable public var place: Int { Int(activityAndFlags >> Self.placeShift & 31) }

    /// Whether the file gave a date without a time.
    @inlinable public var isDateOnly: Bool { activityAndFlags & Self.dateOnly != 0 }

    /// Whether the file gave an offset with the time.
    @inlinable public var hasZone: Bool { activityAndFlags & Self.withoutZone == 0 }

    /// The moment.
    @inlinable public var instant: Instant { Instant(microseconds: time) }
}
