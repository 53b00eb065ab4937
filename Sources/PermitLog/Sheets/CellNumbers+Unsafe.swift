// Invariants of this file:
// - `raw` has `count` readable bytes; what is written lies in `out` until it is cleared by the caller.

/// Writes the numbers of cells as text.
///
/// A number stays as the file has it, except that an exponent becomes digits: an id must not become `1.23E+12`. A day is
/// `yyyy-mm-dd`; a moment is `yyyy-mm-dd HH:MM:SS`, with milliseconds where it has any.
struct CellNumbers: ~Copyable {
    private static let millisecondsInDay: UInt64 = 86_400_000
    /// 9999-12-31 counted from 1900.
    private static let lastDay = 2_958_465

    /// Whether days are counted from 1904.
    let is1904: Bool
    /// How many whole numbers have more digits than a spreadsheet keeps.
    private(set) var longNumbers = 0
    private var scratch = ByteRun(capacity: 64)

    init(is1904: Bool) { self.is1904 = is1904 }

    /// Whether a number without a style stays as it stands: one of at most 15 characters and without an exponent.
    @inline(__always)
    static func isPlain(_ raw: ByteAddress, _ count: Int) -> Bool {
        guard count <= 15 else { return false }
        for index in 0..<count where raw[index] | 0x20 == 0x65 { return false }
        return true
    }

    /// Writes a number in the form of its style: at most 128 bytes, or as many as it has.
    mutating func write(_ raw: ByteAddress, _ count: Int, as form: CellForm, to out: inout ByteRun) {
        guard let decimal = Decimal(raw, count) else { return out.append(raw, count) }
        scratch.truncate(to: 0)
        guard decimal.exponent == nil || decimal.write(raw, to: &scratch) else {
            return out.append(raw, count)
        }
        if decimal.exponent == nil { scratch.append(raw, count) }
        let start = UnsafePointer(scratch.bytes)
        let whole = wholeDigits(start, scratch.count)
        switch form {
        case .moment(let hasDay, let hasTime):
            if writeMoment(start, scratch.count, hasDay, hasTime, &out) { return }
        case .padded(let digits) where whole == scratch.count:
            for _ in 0..<max(0, digits - whole) { out.append(0x30) }
        default: break
        }
        if whole > 15, whole == scratch.count { longNumbers += 1 }
        out.append(start, scratch.count)
    }

    /// How many digits a text begins with.
    private func wholeDigits(_ text: ByteAddress, _ count: Int) -> Int {
        var index = 0
        while index < count, text[index] &- 0x30 < 10 { index += 1 }
        return index
    }

    // MARK: - Days and times

    /// Writes a serial number as a day, a time or both; false when it is none.
    private func writeMoment(
        _ text: ByteAddress,
        _ count: Int,
        _ hasDay: Bool,
        _ hasTime: Bool,
        _ out: inout ByteRun
    ) -> Bool {
        guard var (day, milliseconds) = serial(text, count) else { return false }
        if milliseconds == Self.millisecondsInDay { (day, milliseconds) = (day + 1, 0) }
        let hasNoDay = day == 0 && (!is1904 || !hasDay)
        if hasNoDay, !hasTime { return false }
        if !hasNoDay {
            guard day <= Self.lastDay - (is1904 ? 1462 : 0) else { return false }
            writeDay(day, &out)
            if !hasTime, milliseconds == 0 { return true }
            out.append(0x20)
        }
        writeTime(milliseconds, &out)
        return true
    }

    /// The days and the milliseconds of a number that is not negative, rounded to the nearest millisecond.
    private func serial(_ text: ByteAddress, _ count: Int) -> (Int, UInt64)? {
        let whole = wholeDigits(text, count)
        guard whole <= 8, whole == count || text[whole] == 0x2E else { return nil }
        var day = 0
        for index in 0..<whole { day = day * 10 + Int(text[index] & 15) }
        // Eleven digits of a day are less than a microsecond.
        var fraction: UInt64 = 0
        for index in whole + 1..<whole + 12 {
            fraction = fraction * 10 + (index < count ? UInt64(text[index] & 15) : 0)
        }
        let scale: UInt64 = 100_000_000_000
        return (day, (fraction * Self.millisecondsInDay + scale / 2) / scale)
    }

    /// Writes the date of a day's number, which is 1 on 1900-01-01 or 0 on 1904-01-01.
    ///
    /// Spreadsheets hold 1900 to be a leap year: their day 60 is a day that never was, and is written so.
    private func writeDay(_ serial: Int, _ out: inout ByteRun) {
        if !is1904, serial == 60 { return writeDate(1900, 2, 29, &out) }
        let since1970 = is1904 ? serial - 24_107 : serial - 25_569 + (serial < 60 ? 1 : 0)
        // Days are counted from 0000-03-01, so that a leap day ends a year (Hinnant, days_from_civil).
        let days = since1970 + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        writeDate(
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month,
            dayOfYear - (153 * shifted + 2) / 5 + 1,
            &out
        )
    }

    private func writeDate(_ year: Int, _ month: Int, _ day: Int, _ out: inout ByteRun) {
        writePair(year / 100, &out)
        writePair(year % 100, &out)
        out.append(0x2D)
        writePair(month, &out)
        out.append(0x2D)
        writePair(day, &out)
    }

    private func writeTime(_ milliseconds: UInt64, _ out: inout ByteRun) {
        let seconds = Int(milliseconds / 1000)
        writePair(seconds / 3600, &out)
        out.append(0x3A)
        writePair(seconds / 60 % 60, &out)
        out.append(0x3A)
        writePair(seconds % 60, &out)
        let rest = Int(milliseconds % 1000)
        guard rest > 0 else { return }
        out.append(0x2E)
        out.append(UInt8(0x30 + rest / 100))
        writePair(rest % 100, &out)
    }

    @inline(__always)
    private func writePair(_ number: Int, _ out: inout ByteRun) {
        out.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
        out.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
    }
}

/// The places of a decimal number's parts in its text.
private struct Decimal {
    /// The digits before the point, with the sign.
    var wholeEnd = 0
    /// Where the digits behind the point begin and end.
    var fraction = 0..<0
    var isNegative = false
    /// The power of ten; nil where none is written.
    var exponent: Int?

    /// Reads a number; nil for a text that is none.
    init?(_ raw: ByteAddress, _ count: Int) {
        var index = 0
        if index < count, raw[index] == 0x2D || raw[index] == 0x2B {
            isNegative = raw[index] == 0x2D
            index += 1
        }
        let first = index
        while index < count, raw[index] &- 0x30 < 10 { index += 1 }
        wholeEnd = index
        var digits = index - first
        fraction = index..<index
        if index < count, raw[index] == 0x2E {
            let start = index + 1
            index = start
            while index < count, raw[index] &- 0x30 < 10 { index += 1 }
            fraction = start..<index
            digits += fraction.count
        }
        guard digits > 0 else { return nil }
        guard index < count else { return }
        guard raw[index] | 0x20 == 0x65 else { return nil }
        guard let power = Int(text(raw + index + 1, count - index - 1)), abs(power) <= 400 else { return nil }
        exponent = power
    }

    /// Writes the number without its exponent; false when that would be longer than 40 digits.
    func write(_ raw: ByteAddress, to out: inout ByteRun) -> Bool {
        let start = wholeEnd - (wholeEnd > 0 && raw[0] &- 0x30 >= 10 ? wholeEnd - 1 : wholeEnd)
        let power = exponent ?? 0
        let wholeCount = wholeEnd - start
        let digits = wholeCount + fraction.count
        // Where the point stands among the digits.
        let point = wholeCount + power
        guard digits <= 40, point <= 40, point >= -20 else { return false }
        if isNegative { out.append(0x2D) }
        let before = out.count
        if point <= 0 { out.append(0x30) }
        for place in min(point, 0)..<max(digits, point) {
            if place == point, !isOver(place, digits, raw, start) { out.append(0x2E) }
            if place >= point, isOver(place, digits, raw, start) { break }
            let digit = place < 0 || place >= digits ? 0x30 : raw[offset(place, start, wholeCount)]
            // A zero in front of other digits says nothing.
            if digit == 0x30, out.count == before, place < point - 1 { continue }
            out.append(digit)
        }
        return true
    }

    private func offset(_ place: Int, _ start: Int, _ wholeCount: Int) -> Int {
        place < wholeCount ? start + place : fraction.lowerBound + place - wholeCount
    }

    /// Whether all digits from a place on are zeros or absent.
    private func isOver(_ place: Int, _ digits: Int, _ raw: ByteAddress, _ start: Int) -> Bool {
        let wholeCount = wholeEnd - start
        for next in max(place, 0)..<max(digits, max(place, 0))
        where raw[offset(next, start, wholeCount)] != 0x30 { return false }
        return true
    }
}
