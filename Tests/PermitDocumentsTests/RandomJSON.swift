import PermitDocuments
import TestSupport

/// Random JSON values, and what a document node must hold of them.
enum RandomJSON {
    /// A byte that JSON texts are made of, or once in a while any other.
    static func byte(using random: inout SeededGenerator) -> UInt8 {
        let usual = Array("[]{}\",:\\u0dD8fF19.eE+-truefalsn \n\t".utf8)
        if Int.random(in: 0..<8, using: &random) == 0 { return UInt8.random(in: 0...255, using: &random) }
        return usual[Int.random(in: 0..<usual.count, using: &random)]
    }

    static func value(depth: Int, using random: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 4 ? 5 : 8), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int.random(in: .min ... .max, using: &random))
        case 3: return .number(number(using: &random))
        case 4: return .string(text(using: &random))
        case 5:
            return .array(
                (0..<Int.random(in: 0...5, using: &random))
                    .map { _ in value(depth: depth + 1, using: &random) }
            )
        default: return .object(members(depth: depth, using: &random))
        }
    }

    private static func members(depth: Int, using random: inout SeededGenerator) -> [JSONValue.Member] {
        var names: [[UInt8]] = []
        return (0..<Int.random(in: 0...10, using: &random))
            .compactMap { _ in
                let name = text(using: &random)
                guard !names.contains(Array(name.utf8)) else { return nil }
                names.append(Array(name.utf8))
                return .init(name, value(depth: depth + 1, using: &random))
            }
    }

    private static func number(using random: inout SeededGenerator) -> Double {
        while true {
            let number = Double(bitPattern: random.next())
            if number.isFinite { return number }
        }
    }

    private static func text(using random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let highest: UInt32 = [0x20, 0x7F, 0x800, 0xFFFF, 0x10FFFF].randomElement(using: &random) ?? 0x7F
            let scalar = Unicode.Scalar(UInt32.random(in: 0...highest, using: &random))
            text.unicodeScalars.append(scalar ?? "\u{E000}")
        }
        return text
    }

    /// Whether the node holds exactly this value, member names and texts compared scalar by scalar.
    static func matches(_ node: DocumentNode, _ value: JSONValue) -> Bool {
        switch value {
        case .array(let elements):
            guard let nodes = node.sequence, nodes.count == elements.count else { return false }
            return zip(nodes, elements).allSatisfy(matches)
        case .object(let members):
            guard let entries = node.mapping, entries.count == members.count else { return false }
            return members.allSatisfy { member in
                entries.contains { same($0.key, member.name) && matches($0.value, member.value) }
            }
        case .number(let number): return node.scalar.flatMap(Double.init) == number
        default: return node.scalar.map { same($0, scalarText(value)) } ?? false
        }
    }

    /// The value with every plain value as the text that stands in the file.
    static func allTexts(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(allTexts))
        case .object(let members): .object(members.map { .init($0.name, allTexts($0.value)) })
        default: .string(scalarText(value))
        }
    }

    private static func scalarText(_ value: JSONValue) -> String {
        if case .string(let text) = value { text } else { value.canonical }
    }

    private static func same(_ left: String, _ right: String) -> Bool {
        left.unicodeScalars.elementsEqual(right.unicodeScalars)
    }

    /// The value with the members of every object in another order.
    static func shuffled(_ value: JSONValue, using random: inout SeededGenerator) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map { shuffled($0, using: &random) })
        case .object(let members):
            let inner = members.map { JSONValue.Member($0.name, shuffled($0.value, using: &random)) }
            return .object(inner.shuffled(using: &random))
        default: return value
        }
    }
}
