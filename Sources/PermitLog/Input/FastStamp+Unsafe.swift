// Invariants of this file:
// - `read` gets at least 8 readable bytes behind the text;
// - a cached suffix is the text's last six bytes, with the offset that `StampForm.read` gave it;
// - a cached date is ten bytes that `form` reads as that day, whatever stands behind them;
// - the three tables have 16, 16 and 512 entries and are freed once, in `deinit`;
// - a cached day's offset holds for every wall time of the day, else the day is not cached.

internal import WorkingTime

/// Reads time stamps as a `StampForm` does, fast for the usual ones.
///
/// The usual ones are `yyyy-mm-dd` and `yyyy-mm-ddTHH:MM:SS[.fraction]` with nothing, `Z` or `+hh:mm` behind; the same
/// with `dd/mm/yyyy` or `mm/dd/yyyy` where that is the form; and in these forms also numbers of one digit, years of
/// two, and times without seconds. All others, and all faults, go to `StampForm.read` itself. Blanks around a stamp
/// are ignored.
struct FastStamp: ~Copyable {
    /// A time with its flags, or the reason why there is none.
    struct Result {
        var time: Int64 = 0
        var flags: UInt32 = 0
        var fault: RejectReason?
    }

    /// Which texts are read here rather than by `form`.
    private enum Shape {
        /// None.
        case none
        /// Dates with the year first.
        case yearFirst
        /// These, and numbers with the year last.
        case dayFirst
        case monthFirst
    }

    private struct CachedDay {
        var number = Int32.min
        var offset: Int64 = 0
    }

    private let zone: Zone
    private let isStrict: Bool
    private let form: StampForm
    private let shape: Shape
    /// The length from which a text may be one of the usual ones: that of a date, or what no text has.
    private let leastLength: Int
    /// The date that was read last; at first 1970-01-01, day 0.
    private var dateHead: UInt64 = 0x2D31_302D_3037_3931
    private var dateTail: UInt16 = 0x3130
    private var dayNumber: Int32 = 0
    private var startOfDay = Result()
    private var knowsStart = false
    private let suffixes: UnsafeMutablePointer<UInt64>
    private let suffixOffsets: UnsafeMutablePointer<Int64>
    private let days: UnsafeMutablePointer<CachedDay>

    init(zone: Zone, isStrict: Bool, form: StampForm = .iso) {
        self.zone = zone
        self.isStrict = isStrict
        self.form = form
        shape =
            switch form {
            case .dayMonthYear, .autoDayFirst: .dayFirst
            case .monthDayYear, .autoMonthFirst: .monthFirst
            case _ where form.isPattern: .none
            default: .yearFirst
            }
        leastLength = shape == .none ? .max : 10
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
        guard length >= leastLength else { return readOther(bytes, length) }
        if load64(bytes, 0) != dateHead || load16(bytes, 8) != dateTail {
            guard learnDate(bytes) else { return readOther(bytes, length) }
        }
        if length == 10 { return dateOnly() }
        let separator = bytes[10]
        guard length >= 19, separator | 0x20 == 0x74 || separator == 0x20 else {
            return readOther(bytes, length)
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

    /// Makes the date of ten bytes at `bytes` the current one; false when it is none of the accepted years.
    @inline(never)
    private mutating func learnDate(_ bytes: ByteAddress) -> Bool {
        let (head, tail) = (load64(bytes, 0), load16(bytes, 8))
        let last = tail ^ 0x3030
        guard (last | (last &+ 0x7676)) & 0x8080 == 0 else { return false }
        let lastPair = Int(last & 15) * 10 + Int(last >> 8)
        if let numbers = Self.numbers(head ^ 0x2D30_302D_3030_3030, gaps: 0xFF00_00FF_0000_0000) {
            let year = Self.pair(numbers, 0) * 100 + Self.pair(numbers, 16)
            guard setDay(year, Self.pair(numbers, 40), lastPair) else { return false }
        } else {
            guard shape == .dayFirst || shape == .monthFirst, isMark(bytes[2]) else { return false }
            let marks = UInt64(bytes[2]) << 16 | UInt64(bytes[2]) << 40
            guard let numbers = Self.numbers(head ^ (0x3030_0030_3000_3030 | marks), gaps: 0xFF00_00FF_0000)
            else { return false }
            let (first, second) = (Self.pair(numbers, 0), Self.pair(numbers, 24))
            let (month, day) = shape == .dayFirst ? (second, first) : (first, second)
            guard setDay(Self.pair(numbers, 48) * 100 + lastPair, month, day) else { return false }
        }
        (dateHead, dateTail) = (head, tail)
        return true
    }

    /// Eight bytes if all of them are 0 to 9, and those in the gaps 0.
    @inline(__always)
    private static func numbers(_ bytes: UInt64, gaps: UInt64) -> UInt64? {
        (bytes | (bytes &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 && bytes & gaps == 0
            ? bytes : nil
    }

    /// The number of two digits whose bytes begin at a bit.
    @inline(__always)
    private static func pair(_ bytes: UInt64, _ bit: UInt64) -> Int {
        Int(truncatingIfNeeded: (bytes >> bit & 15) * 10 + (bytes >> (bit + 8) & 15))
    }

    /// Makes a day the current one; false when there is no such day.
    private mutating func setDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        guard Stamp.years.contains(year), let day = Day(year: year, month: month, day: day) else {
            return false
        }
        dayNumber = day.number
        knowsStart = false
        return true
    }

    private func isMark(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D || byte == 0x2E }

    private func number(_ bytes: ByteAddress, _ start: Int, _ count: Int) -> Int {
        (start..<start + count).reduce(0) { $0 * 10 + Int(bytes[$1] &- 0x30) }
    }

    /// Reads a date in numbers with the year last, `5/3/19 7:05[:09]`, where that is the form; else as `form` does.
    @inline(never)
    private mutating func readOther(_ bytes: ByteAddress, _ length: Int) -> Result {
        guard shape == .dayFirst || shape == .monthFirst, let mark = markPlace(bytes, length) else {
            return readSlowly(bytes, length)
        }
        var index = 0
        guard let first = short(bytes, length, &index), index == mark, isMark(bytes[mark]) else {
            return readSlowly(bytes, length)
        }
        index += 1
        guard let second = short(bytes, length, &index), index < length, bytes[index] == bytes[mark] else {
            return readSlowly(bytes, length)
        }
        index += 1
        let start = index
        while index < length, index < start + 4, bytes[index] &- 0x30 < 10 { index += 1 }
        var year = number(bytes, start, index - start)
        if index == start + 2 { year += year < 80 ? 2000 : 1900 }
        guard index == start + 2 || index == start + 4, index == length || bytes[index] == 0x20 else {
            return readSlowly(bytes, length)
        }
        let (month, day) = shape == .dayFirst ? (second, first) : (first, second)
        let cached = dayNumber
        guard setDay(year, month, day) else { return readSlowly(bytes, length) }
        defer {
            dayNumber = cached
            knowsStart = false
        }
        return index == length ? dateOnly() : readClock(bytes, length, index + 1)
    }

    /// Where the first of the marks that part a date stands: behind one digit or two.
    @inline(__always)
    private func markPlace(_ bytes: ByteAddress, _ length: Int) -> Int? {
        guard length >= 6 else { return nil }
        return isMark(bytes[1]) ? 1 : isMark(bytes[2]) ? 2 : nil
    }

    /// Reads `H:MM` or `H:MM:SS` behind the current day.
    private mutating func readClock(_ bytes: ByteAddress, _ length: Int, _ start: Int) -> Result {
        var index = start
        guard let hour = short(bytes, length, &index), index + 3 <= length, bytes[index] == 0x3A else {
            return readSlowly(bytes, length)
        }
        var parts = (0, 0)
        index += 1
        guard let minute = short(bytes, length, &index) else { return readSlowly(bytes, length) }
        parts.0 = minute
        if index < length, bytes[index] == 0x3A {
            index += 1
            guard let second = short(bytes, length, &index) else { return readSlowly(bytes, length) }
            parts.1 = second
        }
        guard index == length, hour < 24, parts.0 < 60, parts.1 < 60 else { return readSlowly(bytes, length) }
        let seconds = Int64(dayNumber) * 86_400 + Int64(hour * 3600 + parts.0 * 60 + parts.1)
        return withSuffix(bytes, length, length, seconds * 1_000_000)
    }

    /// A number of one or two digits; nil when there are none.
    ///
    /// A third digit is the caller's to find.
    @inline(__always)
    private func short(_ bytes: ByteAddress, _ length: Int, _ index: inout Int) -> Int? {
        guard index < length, bytes[index] &- 0x30 < 10 else { return nil }
        var value = Int(bytes[index] &- 0x30)
        index += 1
        if index < length, bytes[index] &- 0x30 < 10 {
            value = value * 10 + Int(bytes[index] &- 0x30)
            index += 1
        }
        return value
    }

    @inline(never)
    private func readSlowly(_ bytes: ByteAddress, _ length: Int) -> Result {
        if let fault = textFault(bytes, length) { return Result(fault: fault) }
        let stamp: Stamp
        do {
            stamp = try form.read(UnsafeBufferPointer(start: bytes, count: length).span, in: zone)
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
