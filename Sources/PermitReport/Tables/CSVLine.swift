/// One line of a CSV file (RFC 4180): fields with a comma, a quote or a line end are quoted.
enum CSVLine {
    /// The line with its end.
    static func text(_ fields: [String]) -> String {
        var line = ""
        for (index, field) in fields.enumerated() {
            if index > 0 { line += "," }
            append(field, to: &line)
        }
        return line + "\n"
    }

    private static func append(_ field: String, to line: inout String) {
        guard field.utf8.contains(where: needsQuotes) else {
            line += field
            return
        }
        line += "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { line += "\"" }
            line.unicodeScalars.append(scalar)
        }
        line += "\""
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}

/// Numbers as data files write them: a full stop, no separators, the shortest form that reads back the same.
enum PlainNumber {
    /// The number's text; nothing for a number that is not known or not finite.
    static func text(_ number: Double?) -> String {
        guard let number, number.isFinite else { return "" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return number.description
    }
}
