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
