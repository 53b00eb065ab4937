import PermitDocuments
import PermitWorkflow
import TestSupport

/// Workflows that a seed makes up: every state can be reached and left, and the rest is chance.
enum RandomWorkflow {
    static func make(seed: UInt64) throws -> Workflow {
        var random = SeededGenerator(seed: seed)
        let open = Int.random(in: 1...9, using: &random)
        let outcomes = Int.random(in: 2...5, using: &random)
        var actions: [String] = []
        func add(from: [Int], to: String, by role: String) {
            let number = actions.count
            let states = from.map { "\"s\($0)\"" }.joined(separator: ", ")
            actions.append(
                """
                "act_\(number)": {"from": [\(states)], "to": "\(to)", "by": "\(role)", "term": "did_\(number)",
                  "title": {"id": "Tindakan & \(number)", "en": "Do <\(number)> \(filler(&random))"}}
                """
            )
        }
        // Whoever takes the first action of a state is at its desk.
        let desks = (0..<open).map { _ in role(&random) }
        for state in 0..<open - 1 { add(from: [state], to: "s\(state + 1)", by: desks[state]) }
        add(from: [open - 1], to: "end0", by: desks[open - 1])
        for outcome in 1..<outcomes {
            let from = (0..<open).filter { $0 == open - 1 || random.oneIn(3) }
            add(from: from, to: "end\(outcome)", by: role(&random))
        }
        for _ in 0..<Int.random(in: 0...(2 * open), using: &random) {
            let from = (0..<open).filter { _ in random.oneIn(3) }
            let to = Int.random(in: 0..<open, using: &random)
            if !from.isEmpty { add(from: from, to: "s\(to)", by: role(&random)) }
        }
        let (definition, found) = Definition.read(
            json: json(seed, states(desks, outcomes, &random), actions, clocks(open, &random)),
            file: "random.json"
        )
        guard let definition else { throw Diagnostics(found) }
        return try Workflow.compile(definition)
    }

    private static let holders = [
        "applicant": "applicant", "clerk": "office", "agency": "technical_agency", "oss": "system",
    ]
    private static let ends = ["issued", "refused", "withdrawn", "cancelled", "closed", "revoked"]

    private static func role(_ random: inout SeededGenerator) -> String {
        ["applicant", "clerk", "agency", "oss"].randomElement(using: &random) ?? "clerk"
    }

    private static func filler(_ random: inout SeededGenerator) -> String {
        let words = [
            "the", "requirements", "\\\"quoted\\\"", "again", "of", "Izin/Tanda-Daftar", "50%", "a;b:c#d",
        ]
        return (0..<Int.random(in: 0...7, using: &random))
            .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    private static func states(
        _ desks: [String],
        _ outcomes: Int,
        _ random: inout SeededGenerator
    ) -> [String] {
        desks.enumerated()
            .map { number, desk in
                let first = number == 0 ? "\"initial\": \"true\", " : ""
                let stage = random.oneIn(2) ? "\"stage\": \"stage_\(number / 3)\", " : ""
                let holder = holders[desk] ?? "office"
                let title =
                    "\"title\": {\"id\": \"Keadaan \(number)\", \"en\": \"State \(number) \(filler(&random))\"}"
                return "\"s\(number)\": {\(first)\(stage)\"holder\": \"\(holder)\", \(title)}"
            }
            + (0..<outcomes).map { "\"end\($0)\": {\"outcome\": \"\(ends[$0])\"}" }
    }

    /// Clocks that start on the way from one state to the next and may wait in later ones.
    private static func clocks(_ open: Int, _ random: inout SeededGenerator) -> [String] {
        guard open > 1 else { return [] }
        return (0..<Int.random(in: 0...3, using: &random))
            .map { number in
                let start = Int.random(in: 0..<open - 1, using: &random)
                let pauses = (start + 1..<open).filter { _ in random.oneIn(3) }.map { "\"s\($0)\"" }
                let unit = random.oneIn(2) ? "working_days" : "calendar_days"
                return """
                    "clock_\(number)": {"limit": {"\(unit)": "\(number * 9 + 1)", "legal": "PP \(number)/2000 Pasal 1"},
                      "starts": {"at": ["act_\(start)"]}, "pauses": {"in": [\(pauses.joined(separator: ", "))]}}
                    """
            }
    }

    private static func json(
        _ seed: UInt64,
        _ states: [String],
        _ actions: [String],
        _ clocks: [String]
    ) -> String {
        """
        {"workflow": "random-\(seed)", "title": {"id": "Acak", "en": "Random & <odd>"}, "legal": "PP 1/2000",
         "roles": {"applicant": "applicant", "clerk": "office", "agency": "technical_agency", "oss": "system"},
         "states": {\(states.joined(separator: ",\n"))},
         "clocks": {\(clocks.joined(separator: ",\n"))},
         "actions": {\(actions.joined(separator: ",\n"))}}
        """
    }
}
