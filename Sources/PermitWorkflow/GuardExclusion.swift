/// Shows whether two guards can hold at once, by trying every value that could matter.
///
/// A guard compares facts with written values only, so it is enough to try those values, one number on each side of a
/// bound, and one text that nobody wrote.
struct GuardExclusion {
    let facts: [Definition.Fact]
    private static let largestSearch = 20_000

    enum Answer: Hashable {
        case never
        case when(String)
        case undecided
    }

    func bothHold(_ first: Condition, _ second: Condition) -> Answer {
        let both = Condition.all([first, second])
        let names = Set(both.facts.map(\.text)).sorted()
        let choices = names.map { candidates(for: $0, in: both) }
        var combinations = 1
        for choice in choices {
            combinations *= choice.count
            if combinations > Self.largestSearch { return .undecided }
        }
        for number in 0..<combinations {
            let facts = assignment(number, names, choices)
            if both.truth(of: facts) == .yes { return .when(describe(names, facts)) }
        }
        return .never
    }

    private func assignment(_ number: Int, _ names: [String], _ choices: [[FactValue]]) -> FactValues {
        var rest = number
        var facts = FactValues()
        for (name, choice) in zip(names, choices) {
            facts[name] = choice[rest % choice.count]
            rest /= choice.count
        }
        return facts
    }

    private func describe(_ names: [String], _ facts: FactValues) -> String {
        if names.isEmpty { return "nothing is known" }
        return names.map { "\($0) is \(facts[$0]?.description ?? "unknown")" }.joined(separator: " and ")
    }

    private func candidates(for name: String, in condition: Condition) -> [FactValue] {
        let type = facts.first { $0.name.text == name }?.type ?? .text
        if type == .flag { return [.flag(true), .flag(false)] }
        let written = Set(literals(of: name, in: condition))
        if type == .text {
            var other = "another value"
            while written.contains(other) { other += "'" }
            return (written.sorted() + [other]).map { .text($0) }
        }
        let bounds = written.compactMap { Int($0) }
        let numbers = Set(bounds.flatMap { [$0.subtractingReportingOverflow(1).partialValue, $0] })
        let above = (bounds.max() ?? 0).addingReportingOverflow(1).partialValue
        return numbers.union([above]).sorted().map { .integer($0) }
    }

    private func literals(of name: String, in condition: Condition) -> [String] {
        switch condition {
        case .all(let parts), .any(let parts): parts.flatMap { literals(of: name, in: $0) }
        case .not(let part): literals(of: name, in: part)
        case .equals(let fact, let value): fact.text == name ? [value] : []
        case .isIn(let fact, let values): fact.text == name ? values : []
        case .isAtLeast(let fact, let value): fact.text == name ? [String(value)] : []
        }
    }
}
