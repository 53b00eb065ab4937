/// Arithmetic on wall clock time, saturating near the ends of what 64 bits of microseconds can say.
@usableFromInline
enum LocalTime {
    /// Microseconds in a day of 24 hours.
    @inlinable static var dayMicroseconds: Int64 { 86_400_000_000 }

    /// A moment pulled in by three days from the ends, so that adding an offset cannot overflow.
    @inlinable @inline(__always)
    static func clamped(_ microseconds: Int64) -> Int64 {
        let margin = 3 * dayMicroseconds
        return min(max(microseconds, .min + margin), .max - margin)
    }

    /// The day number of a wall time.
    @inlinable @inline(__always)
    static func dayNumber(of local: Int64) -> Int32 {
        Int32(truncatingIfNeeded: (local >= 0 ? local : local - (dayMicroseconds - 1)) / dayMicroseconds)
    }

    /// Midnight of a day on the wall clock; days beyond 280,000 years saturate.
    @inlinable
    static func midnight(of day: Day) -> Int64 {
        Int64(min(max(day.number, -106_751_989), 106_751_989)) * dayMicroseconds
    }
}
