import PermitDocuments
import PermitFiles
import PermitWorkflow
import TestSupport
import Testing

@Suite("Workflows of DIGIT at random")
struct DIGITRandomTests {
    @Test("come to an end from their beginning, whoever acts", arguments: 0..<32)
    func walks(seed: UInt64) throws {
        let node = try JSONParser.parse(DIGITExample.escalation, file: "escalation.json")
        for options in [DIGITDefinition.Options(), .init(escalation: node)] {
            let conversion = try #require(
                try DIGITExample.convert(DIGITExample.json, options).conversions.first
            )
            let workflow = try Workflow.compile(try #require(conversion.definition))
            #expect(try DIGITWalk.outcome(of: workflow, seed: seed) != nil, "seed \(seed)")
        }
    }

    /// Values that are likely to be wrong in any place.
    private static let wrong = [
        "null", "true", "false", "-1", "0", "1e400", "99999999999999999999", "\"\"", "\"null\"",
        "\"APPLIED\"",
        "\"Ünïcode\"", "\"a\\nb\"", "[]", "{}", "[null]", "[[\"CITIZEN\"]]", "{\"action\": {}}",
    ]

    @Test("are converted or refused with a reason when values are exchanged", arguments: 0..<64)
    func exchanged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let isEscalated = random.oneIn(3)
            var text = DIGITExample.json
            var escalation = DIGITExample.escalation
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                if isEscalated, random.oneIn(2) {
                    escalation = Self.exchange(in: escalation, using: &random)
                } else {
                    text = Self.exchange(in: text, using: &random)
                }
            }
            guard let node = try? JSONParser.parse(text, file: "stall.json") else { continue }
            var options = DIGITDefinition.Options(dropsUnreachable: random.oneIn(2))
            if random.oneIn(4) { options.start = "INITIATED" }
            if isEscalated { options.escalation = try? JSONParser.parse(escalation, file: "escalation.json") }
            try Self.expectJudged(DIGITDefinition.convert(node, options), seed: seed, text)
        }
    }

    @Test("are converted or refused with a reason when bytes are damaged", arguments: 0..<64)
    func damaged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var bytes = Array(DIGITExample.json.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 32...126,
                    using: &random
                )
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let node = try? JSONParser.parse(text, file: "stall.json") else { continue }
            try Self.expectJudged(DIGITDefinition.convert(node), seed: seed, text)
        }
    }

    /// Exchanges one value of a text for another one, or cuts a member out.
    private static func exchange(in text: String, using random: inout SeededGenerator) -> String {
        let values = text.matches(of: /: ?("[^"]*"|[0-9.]+|true|false|null|\[\]|\[)/)
        guard let match = values.randomElement(using: &random),
            let value = wrong.randomElement(using: &random),
            match.output.1 != "["
        else { return text }
        return text.replacingCharacters(of: match.output.1, by: value)
    }

    /// A definition passes the check and comes to an end; a refusal gives an error with a place.
    private static func expectJudged(
        _ result: (conversions: [DIGITDefinition.Conversion], diagnostics: [Diagnostic]),
        seed: UInt64,
        _ text: String
    ) throws {
        if result.conversions.isEmpty {
            #expect(result.diagnostics.contains { $0.severity == .error }, "seed \(seed): \(text)")
        }
        for conversion in result.conversions {
            let errors = conversion.diagnostics.filter { $0.severity == .error }
            guard let definition = conversion.definition else {
                #expect(!errors.isEmpty, "seed \(seed): \(text)")
                #expect(errors.allSatisfy { $0.position != nil }, "seed \(seed): \(errors)")
                continue
            }
            #expect(errors.isEmpty, "seed \(seed): \(errors)")
            let workflow = try Workflow.compile(definition)
            #expect(try DIGITWalk.outcome(of: workflow, seed: seed) != nil, "seed \(seed): \(text)")
        }
    }
}

extension String {
    /// The text with one of its parts exchanged.
    fileprivate func replacingCharacters(of part: Substring, by other: String) -> String {
        String(self[..<part.startIndex]) + other + String(self[part.endIndex...])
    }
}
