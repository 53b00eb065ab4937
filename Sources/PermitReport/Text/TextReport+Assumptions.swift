internal import PermitMetrics

extension TextReport {
    /// Above so many workflows and limits a page names only those whose source is in doubt.
    private static let mostRules = 12

    /// What was assumed, a sentence each; that a span is no turnaround is said where the turnaround would stand.
    mutating func writeAssumptions() {
        let assumptions = report.truths.filter { $0.id != "span_is_not_turnaround" }
        guard !assumptions.isEmpty else { return }
        page.heading(pick("Assumptions", "Asumsi"))
        let isShort = assumptions.count(where: \.isRule) > Self.mostRules
        var hasSummary = false
        for assumption in assumptions {
            if isShort, assumption.isRule, !hasSummary {
                page.paragraph(rulesInShort(assumptions.filter(\.isRule)), lead: "- ")
                hasSummary = true
            }
            if isShort, assumption.isRule, !assumption.isDoubtful { continue }
            page.paragraph(AssumptionSentence.text(assumption.abbreviated, in: language), lead: "- ")
        }
    }

    /// Many workflows and limits in one sentence.
    private func rulesInShort(_ rules: [Assumption]) -> String {
        let limits = rules.filter { $0.id == "unit_setting" }
        return say(
            "{0#workflow judges|workflows judge} the permits by {1#limit|limits}; {2#of these is|of these are} in doubt and "
                + "named here. All of them, with their articles and the digests of the workflows, stand in the "
                + "assumptions of --format json, and izin check lists them.",
            "{0#} alur menilai izin dengan {1#} batas waktu; {2} di antaranya diragukan dan disebut di sini. Semuanya, "
                + "dengan pasal dan digest alurnya, ada di asumsi --format json, dan izin check mendaftarnya.",
            .count(rules.count - limits.count),
            .count(limits.count),
            .count(limits.count(where: \.isDoubtful))
        )
    }
}

extension Assumption {
    /// Whether it names a workflow or one of its limits.
    fileprivate var isRule: Bool { id == "workflow" || id == "unit_setting" }

    /// Whether it is a limit from memory, or one on which sources disagree or are uncertain.
    fileprivate var isDoubtful: Bool { id == "unit_setting" && values.count > 5 && "MU".contains(values[5]) }
}
