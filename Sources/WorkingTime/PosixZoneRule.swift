/// The rule at the end of a zone file that says how offsets go on: a POSIX `TZ` text such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixZoneRule {
    /// The offsets that a zone may have, in seconds: up to 26 hours, as RFC 8536 says.
    static let offsets = -93_600...93_600
    /// The times of day at which a rule may change the clock, in seconds: up to 167 hours.
    private static let times = -601_200...601_200

    private var standardOffset = 0
    private var summer: (offset: Int, begins: YearDay, ends: YearDay)?

    /// A day of the year with a time on it.
    private struct YearDay {
        enum Form {
            /// Month, week (5 is the last) and day of the week with 0 for Sunday.
            case weekday(month: Int, week: Int, weekday: Int)
            /// Day of the year from 1, without counting 29 February.
            case julian(Int)
            /// Day of the year from 0, counting 29 February.
            case ordinal(Int)
        }

        var form: Form
        var seconds: Int

        func localSeconds(inYear year: Int) -> Int64? {
            guard let first = Day(year: year, month: 1, day: 1) else { return nil }
            let day: Day
            switch form {
            case .ordinal(let number): day = first.advanced(by: number)
            case .julian(let number):
                let isLeap = Day.length(ofMonth: 2, year: year) == 29
                day = first.advanced(by: number - 1 + (isLeap && number >= 60 ? 1 : 0))
            case .weekday(let month, let week, let weekday):
                guard let start = Day(year: year, month: month, day: 1) else { return nil }
                var number = (weekday - start.weekday % 7 + 7) % 7 + (week - 1) * 7
                if number >= Day.length(ofMonth: month, year: year) { number -= 7 }
                day = start.advanced(by: number)
            }
            return Int64(day.number) * 86_400 + Int64(seconds)
        }
    }

    /// Reads the text of a rule; nil when it is empty or has another form.
    init?(_ text: String) {
        var scanner = Scanner(bytes: Array(text.utf8))
        guard scanner.name(), let standard = scanner.time() else { return nil }
        standardOffset = -standard
        guard Self.offsets.contains(standardOffset) else { return nil }
        if scanner.isAtEnd { return }
        guard scanner.name() else { return nil }
        let offset = scanner.peek == UInt8(ascii: ",") ? standardOffset + 3600 : scanner.time().map { -$0 }
        guard let offset, let begins = scanner.yearDay(), let ends = scanner.yearDay(), scanner.isAtEnd,
            Self.offsets.contains(offset), Self.times.contains(begins.seconds),
            Self.times.contains(ends.seconds)
        else { return nil }
        summer = (offset, begins, ends)
    }

    /// The transitions after a moment through a year, ascending.
    func transitions(after last: Int64, throughYear lastYear: Int) -> [(at: Int64, offset: Int)] {
        guard let summer else { return [(last == .min ? -1 << 42 : last + 1, standardOffset)] }
        let lastDay = Int32(clamping: last / 86_400)
        let firstYear = max(1900, Day(number: max(lastDay, -25_567)).components.year)
        guard firstYear <= lastYear else { return [] }
        var transitions: [(at: Int64, offset: Int)] = []
        for year in firstYear...lastYear {
            guard let begins = summer.begins.localSeconds(inYear: year),
                let ends = summer.ends.localSeconds(inYear: year)
            else { continue }
            transitions.append((begins - Int64(standardOffset), summer.offset))
            transitions.append((ends - Int64(summer.offset), standardOffset))
        }
        return transitions.filter { $0.at > last }.sorted { $0.at < $1.at }
    }

    /// Reads the pieces of a rule.
    private struct Scanner {
        var bytes: [UInt8]
        var index = 0

        var isAtEnd: Bool { index == bytes.count }
        var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

        mutating func take(_ byte: UInt8) -> Bool {
            guard peek == byte else { return false }
            index += 1
            return true
        }

        /// An abbreviation: three letters or more, or anything in angle brackets.
        mutating func name() -> Bool {
            let start = index
            if take(UInt8(ascii: "<")) {
                while let byte = peek, byte != UInt8(ascii: ">") { index += byte == 0 ? 0 : 1 }
                return take(UInt8(ascii: ">"))
            }
            while let byte = peek, (0x61...0x7A).contains(byte | 0x20) { index += 1 }
            return index - start >= 3
        }

        mutating func number() -> Int? {
            let start = index
            var value = 0
            while let byte = peek, (0x30...0x39).contains(byte), index - start < 4 {
                value = value * 10 + Int(byte - 0x30)
                index += 1
            }
            return index > start ? value : nil
        }

        /// Hours with optional minutes and seconds, in seconds.
        mutating func time() -> Int? {
            let isNegative = take(UInt8(ascii: "-"))
            if !isNegative { _ = take(UInt8(ascii: "+")) }
            guard var seconds = number().map({ $0 * 3600 }) else { return nil }
            for unit in [60, 1] where take(UInt8(ascii: ":")) {
                guard let part = number() else { return nil }
                seconds += part * unit
            }
            return isNegative ? -seconds : seconds
        }

        mutating func yearDay() -> YearDay? {
            guard take(UInt8(ascii: ",")), let form = form() else { return nil }
            guard take(UInt8(ascii: "/")) else { return YearDay(form: form, seconds: 7200) }
            return time().map { YearDay(form: form, seconds: $0) }
        }

        private mutating func form() -> YearDay.Form? {
            if take(UInt8(ascii: "J")) { return number().map { .julian($0) } }
            guard take(UInt8(ascii: "M")) else { return number().map { .ordinal($0) } }
            guard let month = number(), (1...12).contains(month), take(UInt8(ascii: ".")),
                let week = number(), (1...5).contains(week), take(UInt8(ascii: ".")),
                let weekday = number(), (0...6).contains(weekday)
            else { return nil }
            return .weekday(month: month, week: week, weekday: weekday)
        }
    }
}
