/// A point in time as a file wrote it: the moment, and how exactly it was given.
public struct Stamp: Hashable, Sendable {
    /// The moment; for a date without a time, the first instant of its day.
    public var instant: Instant
    /// Whether only a date was given.
    public var isDateOnly: Bool
    /// Whether the text carried an offset of its own.
    public var hasZone: Bool

    /// Creates a stamp.
    public init(instant: Instant, isDateOnly: Bool = false, hasZone: Bool = true) {
        self.instant = instant
        self.isDateOnly = isDateOnly
        self.hasZone = hasZone
    }

    /// The years that a stamp may have.
    public static let years = 1900...2199

    /// Reads an ISO 8601 text.
    ///
    /// Accepted are `yyyy-mm-dd` and `yyyy-mm-ddTHH:MM[:SS[.fraction]]` with `T`, `t` or a blank between date and
    /// time, a fraction of one to nine digits (cut to microseconds), and `Z`, `+hh`, `+hhmm`, `+hh:mm` or nothing at
    /// the end. This is the plain reader; a reader of large files may have a faster one that agrees with it.
    ///
    /// - Parameters:
    ///   - text: The text, without white space around it.
    ///   - zone: The zone in which a stamp without offset is read.
    /// - Returns: The stamp; a date without a time is the first instant of its day in `zone`.
    /// - Throws: A `StampError` with the reason.
    public static func parse(_ text: some StringProtocol, in zone: Zone) throws(StampError) -> Stamp {
        let bytes = Array(text.utf8)
        func fault(_ code: StampError.Code) -> StampError { StampError(code, text: String(text)) }
        guard !bytes.isEmpty else { throw fault(.empty) }
        guard bytes.count >= 10, let date = Fields.date(bytes[0..<10]) else { throw fault(.malformed) }
        let time = bytes.count == 10 ? nil : Fields(bytes)
        guard bytes.count == 10 || time != nil else { throw fault(.malformed) }
        guard years.contains(date.year) else { throw fault(.outOfRange) }
        guard let day = Day(year: date.year, month: date.month, day: date.day) else {
            throw fault(.noSuchDate)
        }
        guard let time else { return Stamp(instant: zone.start(of: day), isDateOnly: true, hasZone: false) }
        guard time.hour < 24, time.minute < 60, time.second < 60 else { throw fault(.noSuchDate) }
        let local = LocalTime.midnight(of: day) + time.microseconds
        switch time.suffix {
        case .none: return Stamp(instant: zone.instant(localMicroseconds: local), hasZone: false)
        case .offset(let seconds):
            return Stamp(instant: Instant(microseconds: local - Int64(seconds) * 1_000_000))
        case .impossible: throw fault(.noSuchDate)
        }
    }

    /// The numbers of a time of day, as written.
    private struct Fields {
        enum Suffix {
            case none
            case offset(Int)
            /// The form of an offset with a number that no zone has, such as `+25:00`.
            case impossible
        }

        var hour: Int
        var minute: Int
        var second = 0
        var fraction: Int64 = 0
        var suffix = Suffix.none

        var microseconds: Int64 { Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + fraction }

        /// Reads what follows a date; nil when the form is wrong.
        init?(_ bytes: [UInt8]) {
            guard bytes.count >= 16, bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
                let hour = Fields.number(bytes[11..<13]), bytes[13] == UInt8(ascii: ":"),
                let minute = Fields.number(bytes[14..<16])
            else { return nil }
            self.hour = hour
            self.minute = minute
            var index = 16
            if bytes.count >= 19, bytes[16] == UInt8(ascii: ":") {
                guard let second = Fields.number(bytes[17..<19]) else { return nil }
                self.second = second
                index = 19
                if bytes.count > 19, bytes[19] == UInt8(ascii: ".") {
                    let digits = bytes[20...].prefix { (0x30...0x39).contains($0) }
                    guard (1...9).contains(digits.count) else { return nil }
                    let padded = (Array(digits) + [UInt8](repeating: 0x30, count: 6)).prefix(6)
                    fraction = padded.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
                    index = digits.endIndex
                }
            }
            guard let suffix = Fields.suffix(bytes[index...]) else { return nil }
            self.suffix = suffix
        }

        static func date(_ bytes: ArraySlice<UInt8>) -> (year: Int, month: Int, day: Int)? {
            let start = bytes.startIndex
            guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
                let year = number(bytes[start..<start + 4]), let month = number(bytes[start + 5..<start + 7]),
                let day = number(bytes[start + 8..<start + 10])
            else { return nil }
            return (year, month, day)
        }

        private static func suffix(_ bytes: ArraySlice<UInt8>) -> Suffix? {
            guard let first = bytes.first else { return Suffix.none }
            if bytes.count == 1 { return first | 0x20 == UInt8(ascii: "z") ? .offset(0) : nil }
            if let seconds = ZoneOffset.seconds(bytes) { return .offset(seconds) }
            return ZoneOffset.hasForm(bytes) ? .impossible : nil
        }

        private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
            var value = 0
            for byte in bytes {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
    }
}
