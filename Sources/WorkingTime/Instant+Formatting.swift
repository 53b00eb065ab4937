extension Instant {
    /// The moment in ISO 8601 with the zone's offset, such as `2021-01-04T09:00:00+07:00`.
    ///
    /// A fraction is written only when it is not zero: milliseconds, or microseconds where needed. An offset with
    /// seconds (local mean time, before zones) is written in whole minutes, with the wall time adjusted to them.
    public func formatted(in zone: Zone) -> String {
        let offset = zone.offsetSeconds(at: self) / 60 * 60
        let local = LocalTime.clamped(microseconds) + Int64(offset) * 1_000_000
        let day = Day(number: LocalTime.dayNumber(of: local))
        let inDay = local - LocalTime.midnight(of: day)
        let second = Int(inDay / 1_000_000)
        let clock = [second / 3600, second / 60 % 60, second % 60].map(ZoneOffset.padded)
            .joined(separator: ":")
        return "\(day)T\(clock)\(Self.fraction(Int(inDay % 1_000_000)))\(ZoneOffset.text(seconds: offset))"
    }

    private static func fraction(_ microseconds: Int) -> String {
        guard microseconds != 0 else { return "" }
        let isMilliseconds = microseconds % 1000 == 0
        let digits = String(isMilliseconds ? microseconds / 1000 : microseconds)
        return "." + String(repeating: "0", count: (isMilliseconds ? 3 : 6) - digits.utf8.count) + digits
    }
}
