extension Language {
    /// A whole number with separators of thousands.
    func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { text += pick(",", ".") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// A number rounded to some places after the decimal sign, halves away from zero.
    func decimal(_ number: Double, places: Int) -> String {
        guard number.isFinite else { return "-" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (abs(number) * scale).rounded()
        guard scaled < 9e15 else { return number.description }
        let whole = Int(scaled) / Int(scale)
        let fraction = String(Int(scaled) % Int(scale))
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return sign + count(whole) }
        let zeros = String(repeating: "0", count: places - fraction.utf8.count)
        return sign + count(whole) + pick(".", ",") + zeros + fraction
    }

    /// A share in percent with one place; a share that is not quite nothing or everything never prints as if it were.
    func percent(_ percent: Double) -> String {
        if percent > 0, percent < 0.05 { return "< " + decimal(0.1, places: 1) + " %" }
        if percent < 100, percent >= 99.95 { return "> " + decimal(99.9, places: 1) + " %" }
        return decimal(percent, places: 1) + " %"
    }

    /// A part of a whole in percent; a dash when the whole is nothing.
    func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "-" : percent(100 * Double(part) / Double(whole))
    }

    /// A length of time in the largest unit that it fills, with one place.
    func duration(days: Double) -> String {
        guard days.isFinite else { return "-" }
        let (amount, one, many, indonesian) = Self.unit(of: days)
        let number = decimal(amount, places: 1)
        return number + " " + pick(number == "1.0" ? one : many, indonesian)
    }

    private static func unit(of days: Double) -> (Double, String, String, String) {
        switch abs(days) {
        case 0: (0, "day", "days", "hari")
        case ..<(1 / 1440): (days * 86_400, "second", "seconds", "detik")
        case ..<(1 / 24): (days * 1440, "minute", "minutes", "menit")
        case ..<1: (days * 24, "hour", "hours", "jam")
        default: (days, "day", "days", "hari")
        }
    }
}
