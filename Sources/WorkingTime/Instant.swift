/// A moment: microseconds since 1970-01-01T00:00:00 UTC, without leap seconds.
@frozen
public struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970 UTC; negative before.
    public var microseconds: Int64

    /// Creates a moment from microseconds since 1970 UTC.
    @inlinable
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// Creates a moment from whole seconds since 1970 UTC.
    @inlinable
    public init(seconds: Int64) { microseconds = seconds * 1_000_000 }

    /// Earlier moments come first.
    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// The earliest moment that can be written; stands for "since ever".
    public static let distantPast = Instant(microseconds: .min)

    /// The latest moment that can be written; stands for "never".
    public static let distantFuture = Instant(microseconds: .max)
}
