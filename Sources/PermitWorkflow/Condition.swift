/// A guard: a closed form over the facts of a permit, without an expression language.
public indirect enum Condition: Hashable, Sendable {
    /// Every part holds; an empty list holds.
    case all([Condition])
    /// At least one part holds.
    case any([Condition])
    /// The part does not hold.
    case not(Condition)
    /// A fact has this value.
    case equals(fact: Name, value: String)
    /// A fact has one of these values.
    case isIn(fact: Name, values: [String])
    /// A whole number is this large or larger.
    case isAtLeast(fact: Name, value: Int)

    /// The three answers that a condition gives.
    public enum Truth: Hashable, Sendable {
        /// It holds.
        case yes
        /// It does not hold.
        case no
        /// A fact that decides it is not known.
        case unknown
    }

    /// What the condition says of the facts known; a missing fact is never taken for false.
    public func truth(of facts: FactValues) -> Truth {
        switch self {
        case .all(let parts): Condition.worst(parts.map { $0.truth(of: facts) })
        case .any(let parts): Condition.best(parts.map { $0.truth(of: facts) })
        case .not(let part): part.truth(of: facts).negated
        case .equals(let fact, let value):
            facts[fact.text].map { $0.isWritten(value) ? .yes : .no } ?? .unknown
        case .isIn(let fact, let values):
            facts[fact.text].map { fact in values.contains(where: fact.isWritten) ? .yes : .no } ?? .unknown
        case .isAtLeast(let fact, let value): Condition.compare(facts[fact.text], to: value)
        }
    }

    /// The names of the facts it reads, in the order of writing, repeated where read twice.
    public var facts: [Name] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.facts)
        case .not(let part): part.facts
        case .equals(let fact, _), .isIn(let fact, _), .isAtLeast(let fact, _): [fact]
        }
    }

    private static func compare(_ value: FactValue?, to bound: Int) -> Truth {
        guard case .integer(let number)? = value else { return .unknown }
        return number >= bound ? .yes : .no
    }

    private static func worst(_ truths: [Truth]) -> Truth {
        if truths.contains(.no) { return .no }
        return truths.contains(.unknown) ? .unknown : .yes
    }

    private static func best(_ truths: [Truth]) -> Truth {
        if truths.contains(.yes) { return .yes }
        return truths.contains(.unknown) ? .unknown : .no
    }
}

extension Condition.Truth {
    /// Yes for no and no for yes; unknown stays.
    public var negated: Condition.Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

extension Condition: CustomStringConvertible {
    /// The condition in words, for messages.
    public var description: String {
        switch self {
        case .all(let parts): parts.isEmpty ? "always" : parts.map(\.description).joined(separator: " and ")
        case .any(let parts):
            parts.isEmpty ? "never" : "(\(parts.map(\.description).joined(separator: " or ")))"
        case .not(let part): "not (\(part))"
        case .equals(let fact, let value): "\(fact) is \(value)"
        case .isIn(let fact, let values): "\(fact) is one of \(values.joined(separator: ", "))"
        case .isAtLeast(let fact, let value): "\(fact) is at least \(value)"
        }
    }
}
