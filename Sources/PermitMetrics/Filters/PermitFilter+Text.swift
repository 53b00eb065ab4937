public import PermitDocuments

extension PermitFilter: CustomStringConvertible {
    /// The filter as an option of the command line.
    public var description: String {
        switch self {
        case .value(let condition): "--where \(condition)"
        case .start(let names): "--start \(names)"
        case .end(let names): "--end \(names)"
        case .has(let names): "--has \(names)"
        case .hasNot(let names): "--has-not \(names)"
        case .path(let steps): "--path \(Self.text(steps))"
        case .duration(let shortest, let longest):
            "--duration \(shortest?.description ?? "")..\(longest?.description ?? "")"
        case .window(let from, let until, let rule):
            "--time-window \(from ?? "")..\(until ?? "") --window \(rule.rawValue)"
        case .variants(let share): "--variants \(share)"
        }
    }

    private static func text(_ steps: [Step]) -> String {
        steps.enumerated()
            .map { index, step in
                (index == 0 ? "" : step.isDirect ? " -> " : " ->> ") + step.activity
            }
            .joined()
    }

    // MARK: - Reading

    /// Reads a condition: `key=value`, `key!=value`, `key<value`, `key<=value`, `key>value`, `key>=value`,
    /// `key in a,b`, `key is empty`, `key is not empty`.
    ///
    /// - Throws: What would be accepted.
    public static func condition(_ text: String) throws(Diagnostics) -> PermitFilter {
        guard let found = Condition(text), !found.key.isEmpty else {
            throw fault(
                "--where is key=value, or with !=, <, <=, >, >=, \"key in a,b\", \"key is empty\" or "
                    + "\"key is not empty\", not \"\(text)\""
            )
        }
        return .value(found)
    }

    /// Reads a path: `A -> B` where B follows A directly, `A ->> B` where anything may lie between, and longer ones.
    ///
    /// - Throws: What would be accepted.
    public static func path(_ text: String) throws(Diagnostics) -> PermitFilter {
        var steps: [Step] = []
        var isDirect = true
        var rest = text[...]
        while true {
            let arrow = rest.firstRange(of: "->")
            let name = (arrow.map { rest[..<$0.lowerBound] } ?? rest).trimmed
            guard !name.isEmpty else {
                throw fault("--path is \"A -> B\" or \"A ->> B\", not \"\(text)\"")
            }
            steps.append(Step(activity: name, isDirect: isDirect))
            guard let arrow else { break }
            rest = rest[arrow.upperBound...]
            isDirect = rest.first != ">"
            if !isDirect { rest = rest.dropFirst() }
        }
        guard steps.count > 1 else { throw fault("--path is \"A -> B\" or \"A ->> B\", not \"\(text)\"") }
        return .path(steps)
    }

    /// Reads a share of variants: `80%` or `10`.
    ///
    /// - Throws: What would be accepted.
    public static func variants(_ text: String) throws(Diagnostics) -> PermitFilter {
        if text.hasSuffix("%"), let percent = Double(text.dropLast()), percent > 0, percent <= 100 {
            return .variants(.percent(percent))
        }
        if let count = Int(text), count > 0 { return .variants(.count(count)) }
        throw fault("--variants is a share such as 80% or a number such as 10, not \"\(text)\"")
    }

    /// Reads a range of lengths: `10d..30d`, `..48h` or `5wd..`, both ends included.
    ///
    /// - Throws: What would be accepted.
    public static func duration(_ text: String) throws(Diagnostics) -> PermitFilter {
        let message =
            "--duration is shortest..longest with the units s, h, d or wd, such as 10d..30d, ..48h or 5wd.., not \"\(text)\""
        guard let (first, last) = ends(text) else { throw fault(message) }
        func length(_ text: String?) throws(Diagnostics) -> Length? {
            guard let text else { return nil }
            guard let length = Length(text) else { throw fault(message) }
            return length
        }
        return .duration(shortest: try length(first), longest: try length(last))
    }

    /// Reads a window: `2019-01-01..2020-01-01`, the second excluded; either may be left out.
    ///
    /// - Throws: What would be accepted.
    public static func window(_ text: String, _ rule: WindowRule) throws(Diagnostics) -> PermitFilter {
        guard let (from, until) = ends(text) else {
            throw fault("--time-window is from..until, such as 2019-01-01..2020-01-01, not \"\(text)\"")
        }
        return .window(from: from, until: until, rule)
    }

    /// The two ends of a range, nil where one is left out; nil when there is no range.
    private static func ends(_ text: String) -> (String?, String?)? {
        guard let dots = text.firstRange(of: "..") else { return nil }
        let (first, last) = (text[..<dots.lowerBound].trimmed, text[dots.upperBound...].trimmed)
        guard !first.isEmpty || !last.isEmpty else { return nil }
        return (first.isEmpty ? nil : first, last.isEmpty ? nil : last)
    }

    private static func fault(_ message: String) -> Diagnostics { Diagnostics([Diagnostic(.error, message)]) }
}

extension PermitFilter.Condition: CustomStringConvertible {
    /// The condition as `--where` takes it.
    public var description: String {
        switch relation {
        case .isIn: "\(key) in \(values.joined(separator: ","))"
        case .isEmpty, .isNotEmpty: "\(key) \(relation.rawValue)"
        default: key + relation.rawValue + (values.first ?? "")
        }
    }

    fileprivate init?(_ text: String) {
        if let (key, relation, value) = Self.comparison(text) {
            self.init(key: key, relation: relation, values: [value])
        } else if let words = text.firstRange(of: " in ") {
            let values = text[words.upperBound...].split(separator: ",").map(\.trimmed)
            guard !values.isEmpty else { return nil }
            self.init(key: text[..<words.lowerBound].trimmed, relation: .isIn, values: values)
        } else if text.hasSuffix(" is empty") {
            self.init(key: text.dropLast(" is empty".count).trimmed, relation: .isEmpty, values: [])
        } else if text.hasSuffix(" is not empty") {
            self.init(key: text.dropLast(" is not empty".count).trimmed, relation: .isNotEmpty, values: [])
        } else {
            return nil
        }
    }

    /// The key, the sign and the value; nil where no sign stands before the word `in`.
    private static func comparison(_ text: String) -> (String, PermitFilter.Relation, String)? {
        guard let place = text.firstIndex(where: { "=<>!".contains($0) }) else { return nil }
        if let words = text.firstRange(of: " in "), words.lowerBound < place { return nil }
        let rest = text[place...]
        let signs: [PermitFilter.Relation] = [
            .differs, .isAtMost, .isAtLeast, .equals, .isBelow, .isAbove,
        ]
        guard let sign = signs.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
        return (String(text[..<place]), sign, String(rest.dropFirst(sign.rawValue.count)))
    }
}

extension PermitFilter.VariantShare: CustomStringConvertible {
    /// `80%` or `10`.
    public var description: String {
        switch self {
        case .percent(let percent): shortNumber(percent) + "%"
        case .count(let count): String(count)
        }
    }
}

extension PermitFilter.Length: CustomStringConvertible {
    /// The number and its unit, such as `10d`.
    public var description: String { shortNumber(amount) + unit.rawValue }

    fileprivate init?(_ text: String) {
        let number = text.prefix { $0.isNumber || $0 == "." }
        guard let amount = Double(number), amount.isFinite,
            let unit = Unit(rawValue: String(text.dropFirst(number.count)))
        else { return nil }
        self.init(amount, unit)
    }
}

/// A number without a fraction of zero.
private func shortNumber(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
}

extension StringProtocol {
    /// The text without blanks around it.
    fileprivate var trimmed: String {
        let start = drop { $0 == " " }
        var end = String(start)
        while end.last == " " { end.removeLast() }
        return end
    }

    /// Where a text begins and ends in this one for the first time.
    fileprivate func firstRange(of wanted: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(wanted) { return start..<index(start, offsetBy: wanted.count) }
            formIndex(after: &start)
        }
        return nil
    }
}
