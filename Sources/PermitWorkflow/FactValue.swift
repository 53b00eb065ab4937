/// The type that a definition declares for a fact.
public enum FactType: String, Hashable, Sendable, CaseIterable {
    /// Any text, compared as written.
    case text
    /// A whole number.
    case integer
    /// `true` or `false`.
    case flag

    /// Reads a value of this type; nil when the text is none.
    public func value(from text: String) -> FactValue? {
        switch self {
        case .text: .text(text)
        case .integer: Int(text).map { .integer($0) }
        case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
        }
    }
}

/// What is known of one fact of a permit.
public enum FactValue: Hashable, Sendable, CustomStringConvertible {
    /// A text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A flag.
    case flag(Bool)

    /// The value as a definition writes it.
    public var description: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        }
    }

    /// Whether a definition writes the value so.
    func isWritten(_ text: String) -> Bool {
        if case .text(let own) = self { return own == text }
        return description == text
    }

    /// The type of the value.
    public var type: FactType {
        switch self {
        case .text: .text
        case .integer: .integer
        case .flag: .flag
        }
    }
}

/// The facts of one permit that are known at a moment, by name.
///
/// A permit has few facts, so they lie in a row by name: finding one compares names and hashes none.
public struct FactValues: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private struct Entry: Hashable, Sendable {
        var name: String
        var value: FactValue
    }

    /// The facts in the order of their names.
    private var entries: [Entry]

    /// Creates a set of facts.
    public init(_ values: [String: FactValue] = [:]) {
        entries = values.map { Entry(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    }

    /// Creates a set of facts.
    public init(dictionaryLiteral elements: (String, FactValue)...) {
        self.init(Dictionary(elements) { _, last in last })
    }

    /// The values by the fact's name; a fact that is not in it is unknown.
    public var values: [String: FactValue] {
        Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.value) })
    }

    /// The value of a fact; nil while it is unknown.
    public subscript(name: String) -> FactValue? {
        get { entries.first { $0.name == name }?.value }
        set {
            let place = entries.firstIndex { $0.name >= name } ?? entries.count
            let isKnown = place < entries.count && entries[place].name == name
            switch (isKnown, newValue) {
            case (true, let value?): entries[place].value = value
            case (true, nil): entries.remove(at: place)
            case (false, let value?): entries.insert(Entry(name: name, value: value), at: place)
            case (false, nil): break
            }
        }
    }

    /// Whether nothing is known.
    public var isEmpty: Bool { entries.isEmpty }

    /// Takes over every value of another set.
    public mutating func merge(_ other: FactValues) {
        for entry in other.entries { self[entry.name] = entry.value }
    }
}
