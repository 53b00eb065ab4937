/// The grammar of a JSON number (RFC 8259 section 6) and its canonical spelling (RFC 8785 section 3.2.2.3).
enum JSONNumber {
    /// Whether the bytes are one number: a sign, whole digits without leading zeros, a fraction, an exponent.
    static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = rest.prefix(while: isDigit)
        guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard dropDigits(&rest) else { return false }
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                rest.removeFirst()
            }
            guard dropDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    private static func dropDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let digits = rest.prefix(while: isDigit)
        rest = rest.dropFirst(digits.count)
        return !digits.isEmpty
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// The value of a hexadecimal digit; nil for any other byte.
    static func hexValue(_ byte: UInt8) -> UInt8? {
        if isDigit(byte) { return byte - UInt8(ascii: "0") }
        let letter = byte | 0x20
        guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
        return letter - UInt8(ascii: "a") + 10
    }

    /// A finite number as ECMAScript prints it: the shortest digits that read back as the same number, without an
    /// exponent from 1e-6 until 1e21.
    static func text(_ number: Double) -> String {
        precondition(number.isFinite, "a figure that is not finite must be null: JSON has no such number")
        if number == 0 { return "0" }
        let (digits, point) = shortestDigits(number.magnitude)
        return (number < 0 ? "-" : "") + spell(digits, point: point)
    }

    /// The digits of a positive number and the place of its decimal point: the number is `0.digits * 10^point`.
    private static func shortestDigits(_ number: Double) -> (digits: [UInt8], point: Int) {
        let parts = number.description.utf8.split(separator: UInt8(ascii: "e"))
        let exponent = parts.count > 1 ? Int(String(Substring(parts[1]))) ?? 0 : 0
        let mantissa = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = mantissa.flatMap { Array($0) }
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        var significant = Array(digits.dropFirst(zeros))
        while significant.last == UInt8(ascii: "0") { significant.removeLast() }
        return (significant, mantissa[0].count - zeros + exponent)
    }

    private static func spell(_ digits: [UInt8], point: Int) -> String {
        func text(_ digits: some Sequence<UInt8>) -> String { String(decoding: Array(digits), as: UTF8.self) }
        func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
        switch point {
        case digits.count...21: return text(digits) + zeros(point - digits.count)
        case 1...21: return text(digits.prefix(point)) + "." + text(digits.dropFirst(point))
        case -5...0: return "0." + zeros(-point) + text(digits)
        default:
            let fraction = digits.count > 1 ? "." + text(digits.dropFirst()) : ""
            return text(digits.prefix(1)) + fraction + (point > 0 ? "e+" : "e-") + String(abs(point - 1))
        }
    }
}
