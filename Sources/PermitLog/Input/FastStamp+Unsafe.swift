// Invariants of this file:
// - `read` gets at least 8 readable bytes behind the text;
// - a cached suffix is the text's last six bytes, with the offset that `Stamp.parse` gave it;
// - the three tables have 16, 16 and 512 entries and are freed once, in `deinit`;
// - a cached day's offset holds for every wall time of the day, else the day is not cached.

internal import WorkingTime

/// Reads time stamps as `Stamp.parse` does, fast for the usual forms.
///
/// The usual forms are `yyyy-mm-dd` and `yyyy-mm-ddTHH:MM:SS[.fraction]` with nothing, `Z` or `+hh:mm` behind. All
/// others, and all faults, go to `Stamp.parse` itself. Blanks around a stamp are ignored.
struct FastStamp: ~Copyable {
    /// A time with its flags, or the reason why there is none.
    struct Result {
        var time: Int64 = 0
        var flags: UInt32 = 0
        var fault: RejectReason?
    }

    private struct CachedDay {
        var number = Int32.min
        var offset: Int64 = 0
    }

    private let zone: Zone
    private let isStrict: Bool
    private var dateHead: UInt64 = 0
    private var dateTail: UInt16 = 0
    private var dayNumber: Int32 = 0
    private var startOfDay = Result()
    private var knowsStart = false
    private let suffixes: UnsafeMutablePointer<UInt64>
    private let suffixOffsets: UnsafeMutablePointer<Int64>
    private let days: UnsafeMutablePointer<CachedDay>

    init(zone: Zone, isStrict: Bool) {
        self.zone = zone
        self.isStrict = isStrict
        suffixes = .allocate(capacity: 16)
        suffixes.initialize(repeating: .max, count: 16)
        suffixOffsets = .allocate(capacity: 16)
        suffixOffsets.initialize(repeating: 0, count: 16)
        days = .allocate(capacity: 512)
        days.initialize(repeating: CachedDay(), count: 512)
    }

    deinit {
        suffixes.deallocate()
        suffixOffsets.deallocate()
        days.deallocate()
    }

    /// Reads the text of `length` bytes; an empty text is the caller's to find.
    @inline(__always)
    mutating func read(_ bytes: ByteAddress, _ length: Int) -> Result {
        guard length >= 10 else { return readSlowly(bytes, length) }
        if load64(bytes, 0) != dateHead || load16(bytes, 8) != dateTail {
            guard learnDate(bytes) else { return readSlowly(bytes, length) }
        }
        if length == 10 { return dateOnly() }
        let separator = bytes[10]
        guard length >= 19, separator | 0x20 == 0x74 || separator == 0x20 else {
            return readSlowly(bytes, length)
        }
        let clock = load64(bytes, 11) ^ 0x3030_3A30_303A_3030
        let high: UInt64 = 0x8080_8080_8080_8080
        guard (clock | (clock &+ 0x7676_7676_7676_7676)) & high == 0, clock & 0x0000_FF00_00FF_0000 == 0
        else {
            return readSlowly(bytes, length)
        }
        let hour = Int64((clock & 15) * 10 + (clock >> 8 & 15))
        let minute = Int64((clock >> 24 & 15) * 10 + (clock >> 32 & 15))
        let second = Int64((clock >> 48 & 15) * 10 + (clock >> 56 & 15))
        guard hour < 24, minute < 60, second < 60 else { return readSlowly(bytes, length) }
        var index = 19
        var micros: Int64 = 0
        if length > 19, bytes[19] == 0x2E {
            index = 20
            var scale: Int64 = 100_000
            while index < length, bytes[index] &- 0x30 < 10 {
                micros += Int64(bytes[index] &- 0x30) * scale
                scale /= 10
                index += 1
            }
            guard index > 20, index <= 29 else { return readSlowly(bytes, length) }
        }
        let local = (Int64(dayNumber) * 86_400 + hour * 3600 + minute * 60 + second) * 1_000_000 + micros
        return withSuffix(bytes, length, index, local)
    }

    @inline(__always)
    private mutating func withSuffix(
        _ bytes: ByteAddress,
        _ length: Int,
        _ index: Int,
        _ local: Int64
    ) -> Result {
        switch length - index {
        case 6:
            let key = load64(bytes, length - 8) >> 16
            let slot = Int(truncatingIfNeeded: key >> 16) & 15
            if suffixes[slot] == key { return Result(time: local - suffixOffsets[slot]) }
            let slow = readSlowly(bytes, length)
            if slow.fault == nil {
                suffixes[slot] = key
                suffixOffsets[slot] = local - slow.time
            }
            return slow
        case 1 where bytes[index] | 0x20 == 0x7A: return Result(time: local)
        case 0:
            if isStrict { return Result(fault: .timeWithoutZone) }
            return Result(time: local - offset(local), flags: LogEvent.withoutZone)
        default: return readSlowly(bytes, length)
        }
    }

    /// The zone's offset at a wall time of the current day.
    @inline(__always)
    private mutating func offset(_ local: Int64) -> Int64 {
        let slot = Int(truncatingIfNeeded: dayNumber) & 511
        if days[slot].number == dayNumber { return days[slot].offset }
        return learnOffset(local, slot)
    }

    @inline(never)
    private mutating func learnOffset(_ local: Int64, _ slot: Int) -> Int64 {
        let midnight = Int64(dayNumber) * 86_400_000_000
        let offset = local - zone.instant(localMicroseconds: local).microseconds
        let isConstant = (0...24)
            .allSatisfy { hour in
                let wall = midnight + Int64(hour) * 3_600_000_000 - (hour == 24 ? 1 : 0)
                return wall - zone.instant(localMicroseconds: wall).microseconds == offset
            }
        if isConstant { days[slot] = CachedDay(number: dayNumber, offset: offset) }
        return offset
    }

    private mutating func dateOnly() -> Result {
        if !knowsStart {
            let start = zone.start(of: Day(number: dayNumber)).microseconds
            startOfDay = Result(time: start, flags: LogEvent.dateOnly | LogEvent.withoutZone)
            knowsStart = true
        }
        return startOfDay
    }

    /// Makes the date at `bytes` the current one; false when it is not a date of the accepted years.
    @inline(never)
    private mutating func learnDate(_ bytes: ByteAddress) -> Bool {
        guard bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
        var digits: (Int, Int, Int) = (0, 0, 0)
        for index in 0..<10 where index != 4 && index != 7 {
            let digit = Int(bytes[index]) - 0x30
            guard (0...9).contains(digit) else { return false }
            switch index {
            case 0..<4: digits.0 = digits.0 * 10 + digit
            case 5..<7: digits.1 = digits.1 * 10 + digit
            default: digits.2 = digits.2 * 10 + digit
            }
        }
        guard Stamp.years.contains(digits.0), let day = Day(year: digits.0, month: digits.1, day: digits.2)
        else {
            return false
        }
        dateHead = load64(bytes, 0)
        dateTail = load16(bytes, 8)
        dayNumber = day.number
        knowsStart = false
        return true
    }

    @inline(never)
    private func readSlowly(_ bytes: ByteAddress, _ length: Int) -> Result {
        if let fault = textFault(bytes, length) { return Result(fault: fault) }
        var start = 0
        var end = length
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        let stamp: Stamp
        do {
            stamp = try Stamp.parse(text(bytes + start, end - start), in: zone)
        } catch {
            return Result(fault: RejectReason(error.code))
        }
        var result = Result(time: stamp.instant.microseconds)
        if stamp.isDateOnly { result.flags |= LogEvent.dateOnly }
        if !stamp.hasZone { result.flags |= LogEvent.withoutZone }
        if isStrict, !stamp.hasZone, !stamp.isDateOnly { result.fault = .timeWithoutZone }
        return result
    }
}

extension RejectReason {
    /// The reason that a stamp's fault is for its row.
    init(_ code: StampError.Code) {
        switch code {
        case .empty: self = .emptyTime
        case .malformed: self = .badTime
        case .outOfRange: self = .timeOutOfRange
        case .noSuchDate: self = .impossibleDate
        case .ambiguous: self = .ambiguousDate
        }
    }
}
