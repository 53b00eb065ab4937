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
