extension StampForm {
    /// The form of a name, as profiles and options give it.
    ///
    /// Names are `iso`, `words`, `serial`, `serial1904`, `epoch_s`, `epoch_ms`, `auto`, `auto-dmy`, `auto-mdy`, or an
    /// order of `d`, `m`, `y`, `H`, `M` and `S` as dates show it: `dd/mm/yyyy`, `m/d/yy`, `d.m.yy H:MM`,
    /// `dd mmmm yyyy`, `yyyymmddHHMMSS`. Separators, widths and the time in such a name are the canonical spelling
    /// alone: `dd/mm/yyyy` reads 5-3-2019, 5.3.19 and 05 03 2019 07:30 as well. An `m` behind an hour is a minute.
    ///
    /// A name with quoted letters, a `*` or joined numbers is a pattern that is read as written:
    /// `'I-'yyyymmddHHMMSS*` finds the moment inside I-202112171709158243106. One letter stands for one or two
    /// digits; `*`, at the end, for anything.
    ///
    /// - Parameter text: The name; blanks around it are ignored, and so is case except for the letters in quotes.
    /// - Returns: The form; its `description` is its canonical name.
    /// - Throws: A `StampFormError` that says what is accepted.
    public static func named(_ text: String) throws(StampFormError) -> StampForm {
        var name = text[...].drop { $0 == " " }
        while name.last == " " { name.removeLast() }
        if let form = words[name.lowercased()] { return form }
        let elements = try StampPatternName(name).elements
        return general(elements) ?? StampForm(.pattern(StampPattern(elements: elements)))
    }

    private static let words: [String: StampForm] = [
        "iso": .iso, "iso8601": .iso, "dmy": .dayMonthYear, "mdy": .monthDayYear, "words": .monthWords,
        "serial": .excelSerial, "excel": .excelSerial, "serial1904": .excelSerial1904,
        "epoch_s": .epochSeconds,
        "epoch_ms": .epochMilliseconds, "compact": .compact, "auto": .auto, "auto-dmy": .autoDayFirst,
        "auto-mdy": .autoMonthFirst,
    ]

    /// The form of which a pattern is one spelling; nil for a pattern that stands for itself.
    private static func general(_ elements: [StampPattern.Element]) -> StampForm? {
        if elements.contains(.monthWord) { return .monthWords }
        var order: [StampPattern.Field] = []
        var widths: [Int] = []
        var isJoined = false
        var hasMarks = false
        for (element, next) in zip(elements, elements.dropFirst() + [.literal([])]) {
            switch element {
            case .literal(let bytes):
                if !bytes.allSatisfy({ " -/.:,Tt".utf8.contains($0) }) { return nil }
                if order.count < 3 { hasMarks = true }
            case .field(let field, let width):
                order.append(field)
                widths.append(width)
                if case .field = next { isJoined = true }
            case .monthWord, .anything: return nil
            }
        }
        if isJoined {
            let isCompact = !hasMarks && order.starts(with: [.year, .month, .day]) && widths[0] == 4
            return isCompact && widths.dropFirst().allSatisfy { $0 == 2 } && order.count != 4 ? .compact : nil
        }
        switch order.prefix(3) {
        case [.day, .month, .year]: return .dayMonthYear
        case [.month, .day, .year]: return .monthDayYear
        case [.year, .month, .day] where widths[0] == 4: return .iso
        default: return nil
        }
    }
}

/// Takes the name of a pattern apart.
struct StampPatternName {
    private(set) var elements: [StampPattern.Element] = []
    private var seen: Set<StampPattern.Field> = []

    init(_ name: some StringProtocol) throws(StampFormError) {
        var characters = Array(name)[...]
        if name.lowercased().hasSuffix("am/pm") {
            characters = characters.dropLast(5)
            while characters.last == " " { characters.removeLast() }
        }
        while let first = characters.first {
            if first == "'" {
                try quote(&characters, name)
            } else if "ymdhsYMDHS".contains(first) {
                try number(&characters, name)
            } else if first == "*" {
                guard characters.count == 1 else { throw StampFormError(name, "* may only stand at its end") }
                elements.append(.anything)
                characters = []
            } else if first.isLetter, first != "T" && first != "t" {
                throw StampFormError(name, "letters that are no part of a date stand in quotes, as 'I-'")
            } else {
                append(literal: String(first))
                characters = characters.dropFirst()
            }
        }
        guard seen.isSuperset(of: [.year, .month, .day]) else {
            throw StampFormError(name, elements.isEmpty ? nil : "it needs a day, a month and a year")
        }
        if !seen.contains(.hour), seen.contains(.minute) || seen.contains(.second) {
            throw StampFormError(name, "minutes need an hour")
        }
        if elements.contains(.monthWord), elements.contains(.anything) {
            throw StampFormError(name, "a month in words cannot stand before *")
        }
    }

    /// Takes a quoted text; two quotes inside it are one.
    private mutating func quote(
        _ characters: inout ArraySlice<Character>,
        _ name: some StringProtocol
    )
        throws(StampFormError)
    {
        var text = ""
        characters = characters.dropFirst()
        while let next = characters.first {
            characters = characters.dropFirst()
            if next != "'" {
                text.append(next)
            } else if characters.first == "'" {
                text.append("'")
                characters = characters.dropFirst()
            } else {
                append(literal: text)
                return
            }
        }
        throw StampFormError(name, "a quote is not closed")
    }

    private mutating func append(literal text: String) {
        if case .literal(let bytes)? = elements.last {
            elements[elements.count - 1] = .literal(bytes + Array(text.utf8))
        } else if !text.isEmpty {
            elements.append(.literal(Array(text.utf8)))
        }
    }

    /// Takes a run of one letter for a number of the date.
    private mutating func number(
        _ characters: inout ArraySlice<Character>,
        _ name: some StringProtocol
    )
        throws(StampFormError)
    {
        let letter = characters.first?.lowercased() ?? ""
        let run = characters.prefix { $0.lowercased() == letter }
        let width = run.count
        characters = characters.dropFirst(width)
        let field: StampPattern.Field =
            switch letter {
            case "y": .year
            case "d": .day
            case "h": .hour
            case "s": .second
            default: seen.contains(.hour) && !seen.contains(.minute) ? .minute : .month
            }
        guard seen.insert(field).inserted else {
            throw StampFormError(name, "\(String(run)) stands in it twice")
        }
        switch (field, width) {
        case (.month, 3), (.month, 4): elements.append(.monthWord)
        case (.year, 2), (.year, 4), (.month, 1...2), (.day, 1...2), (.hour, 1...2), (.minute, 1...2),
            (.second, 1...2):
            elements.append(.field(field, width: width))
        default: throw StampFormError(name, "\(String(run)) is no part of a date")
        }
    }
}
