/// Reads and writes offsets from UTC as ISO 8601 does.
enum ZoneOffset {
    /// `+hh:mm`, with `:ss` only where there are seconds.
    static func text(seconds: Int) -> String {
        let magnitude = abs(seconds)
        let sign = seconds < 0 ? "-" : "+"
        let text = "\(sign)\(padded(magnitude / 3600)):\(padded(magnitude / 60 % 60))"
        return magnitude % 60 == 0 ? text : "\(text):\(padded(magnitude % 60))"
    }

    /// Seconds east of UTC from `+hh`, `+hhmm` or `+hh:mm`; nil for another form or more than 23:59.
    static func seconds(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let numbers = digits(bytes) else { return nil }
        let hours = numbers[0] * 10 + numbers[1]
        let minutes = numbers.count == 4 ? numbers[2] * 10 + numbers[3] : 0
        guard hours < 24, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (bytes.first == UInt8(ascii: "-") ? -1 : 1)
    }

    /// Whether a text has the form of an offset, whatever its numbers.
    static func hasForm(_ bytes: ArraySlice<UInt8>) -> Bool { digits(bytes) != nil }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> [Int]? {
        guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return nil
        }
        var digits = Array(bytes.dropFirst())
        if digits.count == 5, digits[2] == UInt8(ascii: ":") { digits.remove(at: 2) }
        guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return digits.map { Int($0) - 0x30 }
    }

    /// A number of at least two digits.
    static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
