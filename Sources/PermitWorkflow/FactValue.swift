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
public struct FactValues: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// The values by the fact's name; a fact that is not in it is unknown.
    public var values: [String: FactValue]

    /// Creates a set of facts.
    public init(_ values: [String: FactValue] = [:]) { self.values = values }

    /// Creates a set of facts.
    public init(dictionaryLiteral elements: (String, FactValue)...) {
        values = Dictionary(elements) { _, last in last }
    }

    /// The value of a fact; nil while it is unknown.
    public subscript(name: String) -> FactValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Whether nothing is known.
    public var isEmpty: Bool { values.isEmpty }

    /// Takes over every value of another set.
    public mutating func merge(_ other: FactValues) {
        values.merge(other.values) { _, new in new }
    }
}
