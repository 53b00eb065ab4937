public import WorkingTime

/// A case as it is written to a log.
public struct WrittenCase: Sendable, Equatable {
    /// The case id.
    public var id: String
    /// The attributes of the case, in the order of writing.
    public var attributes: [WrittenAttribute]
    /// The events in the order of writing.
    public var events: [WrittenEvent]

    /// Creates a case.
    public init(id: String, attributes: [WrittenAttribute] = [], events: [WrittenEvent]) {
        self.id = id
        self.attributes = attributes
        self.events = events
    }
}

/// An event as it is written to a log.
public struct WrittenEvent: Sendable, Equatable {
    /// The activity.
    public var activity: String
    /// The moment, written with the offset of the writer's zone.
    public var time: Instant
    /// Whether only the day of the moment is written.
    public var isDateOnly: Bool
    /// The resource.
    public var resource: String?
    /// The attributes of the event alone.
    public var attributes: [WrittenAttribute]

    /// Creates an event.
    public init(
        activity: String,
        time: Instant,
        isDateOnly: Bool = false,
        resource: String? = nil,
        attributes: [WrittenAttribute] = []
    ) {
        self.activity = activity
        self.time = time
        self.isDateOnly = isDateOnly
        self.resource = resource
        self.attributes = attributes
    }
}

/// A named value of a case or an event.
public struct WrittenAttribute: Sendable, Equatable {
    /// The types of values, which XES writes as elements of their own.
    public enum Value: Sendable, Equatable {
        /// A text.
        case text(String)
        /// A moment, written with the offset of the writer's zone.
        case moment(Instant)
        /// A civil date.
        case day(Day)
        /// A whole number.
        case integer(Int)
        /// A number in decimal notation, as it was written.
        case decimal(String)
        /// `true` or `false`.
        case flag(Bool)
    }

    /// The attribute's key, without `case:`.
    public var key: String
    /// The value.
    public var value: Value

    /// Creates an attribute.
    public init(_ key: String, _ value: Value) {
        self.key = key
        self.value = value
    }
}

extension WrittenAttribute.Value {
    /// The value as text.
    func text(in zone: Zone) -> String {
        switch self {
        case .text(let text): text
        case .moment(let moment): moment.formatted(in: zone)
        case .day(let day): day.description
        case .integer(let number): String(number)
        case .decimal(let number): number
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}

extension WrittenEvent {
    /// The time as text: the day, or the moment with its offset.
    func timeText(in zone: Zone) -> String {
        isDateOnly ? zone.day(of: time).description : time.formatted(in: zone)
    }

    /// The time as text on the zone's clock, without its offset.
    func wallTimeText(in zone: Zone) -> String {
        guard !isDateOnly else { return zone.day(of: time).description }
        let wall = Instant(microseconds: zone.localMicroseconds(at: time)).formatted(in: .utc)
        return wall.prefix(10) + " " + wall.dropFirst(11).dropLast("+00:00".count)
    }
}

/// Writes a log, case after case.
public protocol LogWriter {
    /// Writes the events of a case.
    mutating func write(_ entry: WrittenCase) throws(LogError)

    /// Ends the log and closes the file; nothing is sure to be written before.
    mutating func finish() throws(LogError)
}
