/// What a cell's style says about the number in it.
enum CellForm: Equatable, Sendable {
    /// A number, or a duration such as `[h]:mm`.
    case number
    /// A day, a time of day, or both.
    case moment(hasDay: Bool, hasTime: Bool)
    /// A number shown with so many digits at least, such as an id with leading zeros.
    case padded(digits: Int)

    /// The form of a format that has a number and no code of its own (ECMA-376 part 1, 18.8.30).
    init(builtIn number: Int) {
        switch number {
        case 14...17, 27...31, 34...36, 50...58: self = .moment(hasDay: true, hasTime: false)
        case 18...21, 32, 33, 45, 47: self = .moment(hasDay: false, hasTime: true)
        case 22: self = .moment(hasDay: true, hasTime: true)
        default: self = .number
        }
    }

    /// The form of a format code, such as `dd/mm/yyyy hh:mm`.
    ///
    /// The letters of dates count outside quotes, brackets and escapes, in the section for positive numbers; `m` means
    /// minutes where hours or seconds and no day or year stand with it.
    init(code: String) {
        guard code.lowercased() != "general" else {
            self = .number
            return
        }
        var letters = FormatLetters()
        letters.read(code)
        if let zeros = letters.zeros {
            self = .padded(digits: zeros)
        } else if letters.isDuration || letters.seen.isEmpty {
            self = .number
        } else {
            let hasTime = !letters.seen.isDisjoint(with: ["h", "s"])
            let hasDay = !letters.seen.isDisjoint(with: ["y", "d", "e"]) || !hasTime
            self = .moment(hasDay: hasDay, hasTime: hasTime)
        }
    }
}

/// The letters of a format code that stand for parts of a date.
private struct FormatLetters {
    var seen: Set<Character> = []
    var isDuration = false
    /// The number of zeros of a code that is nothing but at least two of them.
    var zeros: Int?

    mutating func read(_ code: String) {
        if code.count > 1, code.count <= 32, code.allSatisfy({ $0 == "0" }) { zeros = code.count }
        var rest = code.lowercased()[...]
        while let letter = rest.popFirst(), letter != ";" {
            switch letter {
            case "\"": skip(&rest, to: "\"")
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[": noteBracket(&rest)
            case "a" where rest.hasPrefix("m/pm"): note("h", passing: 4, &rest)
            case "a" where rest.hasPrefix("/p"): note("h", passing: 2, &rest)
            // An era's year, and no exponent such as `0.00E+00`.
            case "e" where !rest.hasPrefix("+") && !rest.hasPrefix("-"): seen.insert("e")
            case "y", "m", "d", "h", "s": seen.insert(letter)
            default: break
            }
        }
    }

    private mutating func note(_ letter: Character, passing count: Int, _ rest: inout Substring) {
        seen.insert(letter)
        rest = rest.dropFirst(count)
    }

    private func skip(_ rest: inout Substring, to mark: Character) {
        while let letter = rest.popFirst(), letter != mark {}
    }

    private mutating func noteBracket(_ rest: inout Substring) {
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        guard let first = inside.first, "hms".contains(first) else { return }
        if inside.allSatisfy({ $0 == first }) { isDuration = true }
    }
}
