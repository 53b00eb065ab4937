public import PermitDocuments

/// A deadline with the days that led to it.
public struct DeadlineExplanation: Hashable, Sendable {
    /// The last local day in time.
    public var deadline: Day
    /// The moment from which a stop is late: the end of that day.
    ///
    /// For an elapsed limit it is the last moment in time.
    public var deadlineInstant: Instant
    /// The limit.
    public var limit: Limit
    /// The working days in running time through the deadline's day; calendar days do not enter it.
    public var workingDays: Int
    /// The days that the limit counted through the deadline's day; nil for an elapsed limit.
    public var consumed: Int?
    /// Every day from the start to the deadline.
    public var ledger: [LedgerEntry]
    /// Every shift of the deadline, from the one that stood at the start.
    public var shifts: ClockLedger
    /// The zone whose days these are.
    public var zone: Zone
    /// The calendar's name.
    public var calendar: String

    /// The explanation as JSON.
    public var json: JSONValue {
        .object([
            "deadline": .string(deadline.description),
            "deadline_instant": .string(deadlineInstant.formatted(in: zone)),
            "working_days": .integer(workingDays),
            "unit": .string(limit.unit.rawValue),
            "limit": .integer(limit.amount),
            "consumed": .optional(consumed),
            "calendar": .string(calendar),
            "zone": .string(zone.name),
            "shifts": .array(shifts.entries.map { $0.json(in: zone) }),
            "ledger": .array(ledger.map(\.json)),
        ])
    }
}

/// A count of working days with the days that entered it.
public struct CountExplanation: Hashable, Sendable {
    /// The working days whose first instant lies in `(from, to]`.
    public var workingDays: Int
    /// All days whose first instant lies in `(from, to]`.
    public var calendarDays: Int
    /// Every day from the first to the last.
    public var ledger: [LedgerEntry]
    /// The zone whose days these are.
    public var zone: Zone
    /// The calendar's name.
    public var calendar: String

    /// The explanation as JSON.
    public var json: JSONValue {
        .object([
            "working_days": .integer(workingDays),
            "calendar_days": .integer(calendarDays),
            "calendar": .string(calendar),
            "zone": .string(zone.name),
            "ledger": .array(ledger.map(\.json)),
        ])
    }
}
