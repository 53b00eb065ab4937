/// A time zone: a fixed offset from UTC, or a place with its history of offsets.
///
/// The Indonesian zones are built in with the offsets of today and need no file: WIB (Asia/Jakarta, Asia/Pontianak)
/// is UTC+7, WITA (Asia/Makassar) UTC+8, WIT (Asia/Jayapura) UTC+9. That is right from 1988 on, when Pontianak moved
/// to WIB; older moments of these zones are read with today's offset. All other places come from the zone files of
/// the system (RFC 8536) and are computed through the year 2200.
public struct Zone: Hashable, Sendable, CustomStringConvertible {
    /// The offset of a fixed zone in microseconds east of UTC, or `hasRules`.
    @usableFromInline let fixedOffset: Int64
    /// The name and the history of offsets.
    @usableFromInline let rules: ZoneRules

    /// No zone has this offset, so it can say that the offset changes.
    @inlinable static var hasRules: Int64 { .min }

    /// Coordinated universal time.
    public static let utc = Zone(name: "UTC", fixedOffsetSeconds: 0)

    /// Western Indonesian time, UTC+7.
    public static let jakarta = Zone(name: "Asia/Jakarta", fixedOffsetSeconds: 7 * 3600)

    init(name: String, fixedOffsetSeconds: Int) {
        fixedOffset = Int64(fixedOffsetSeconds) * 1_000_000
        rules = ZoneRules(name: name, initialOffset: fixedOffsetSeconds, transitions: [])
    }

    init(rules: ZoneRules) {
        fixedOffset = Self.hasRules
        self.rules = rules
    }

    /// The name: an IANA name, `UTC`, or an offset such as `+07:00`.
    public var name: String { rules.name }

    /// Creates a zone with one offset for all time.
    ///
    /// - Parameter fixedOffsetSeconds: Seconds east of UTC; more than a day is cut to a day.
    public init(fixedOffsetSeconds: Int) {
        let seconds = min(max(fixedOffsetSeconds, -86_400), 86_400)
        self.init(name: ZoneOffset.text(seconds: seconds), fixedOffsetSeconds: seconds)
    }

    /// Zones are the same when their names are.
    public static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// The name.
    public var description: String { name }

    /// Whether the zone has one offset for all time.
    @inlinable public var isFixed: Bool { fixedOffset != Zone.hasRules }

    /// The seconds east of UTC at a moment.
    @inlinable
    public func offsetSeconds(at moment: Instant) -> Int {
        if isFixed { return Int(fixedOffset / 1_000_000) }
        return Int(rules.offset(at: moment.microseconds) / 1_000_000)
    }

    /// The local day of a moment: the last day whose first instant is not after it.
    ///
    /// The answer never goes back in time, even where the clock is set back across midnight.
    @inlinable @inline(__always)
    public func day(of moment: Instant) -> Day {
        if isFixed {
            return Day(number: LocalTime.dayNumber(of: LocalTime.clamped(moment.microseconds) &+ fixedOffset))
        }
        return rules.day(of: moment)
    }

    /// The first instant of a local day: midnight, or later where the clock skips midnight.
    ///
    /// A day that a zone skipped as a whole begins when the next one begins.
    @inlinable
    public func start(of day: Day) -> Instant {
        if isFixed { return Instant(microseconds: LocalTime.midnight(of: day) &- fixedOffset) }
        return rules.start(of: day)
    }

    /// The moment at which a wall clock of this zone shows a time.
    ///
    /// A time that the clock skips is shifted forward by the length of the gap; of a time shown twice the first
    /// moment is meant.
    ///
    /// - Parameter localMicroseconds: The wall time as if it were UTC, in microseconds since 1970.
    /// - Returns: The moment.
    @inlinable
    public func instant(localMicroseconds: Int64) -> Instant {
        let local = LocalTime.clamped(localMicroseconds)
        if isFixed { return Instant(microseconds: local &- fixedOffset) }
        return rules.instant(local: local)
    }

    /// The wall clock's time at a moment as if it were UTC, in microseconds since 1970.
    @inlinable
    public func localMicroseconds(at moment: Instant) -> Int64 {
        let offset = isFixed ? fixedOffset : rules.offset(at: moment.microseconds)
        return LocalTime.clamped(moment.microseconds) + offset
    }
}
