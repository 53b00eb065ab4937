public import PermitMetrics

/// Why a step cannot be compared, in words.
public enum RefusedStep {
    /// The sentence.
    public static func text(_ refusal: Comparison.Refusal, in language: Language) -> String {
        switch refusal.reason {
        case .differentStart:
            language.say(
                "{0}: the clock starts at {1} under {2}, at {3} under {4} ({5#permit|permits}).",
                "{0}: jangka waktu dimulai pada {1} menurut {2}, pada {3} menurut {4} ({5#} izin).",
                .text(refusal.step),
                .text(list(refusal.firstStarts, language)),
                .text(refusal.firstWorkflow),
                .text(list(refusal.secondStarts, language)),
                .text(refusal.secondWorkflow),
                .count(refusal.permits)
            )
        case .oneRuleOnly:
            language.say(
                "{0}: the facts of {1#permit|permits} give a workflow under one rule only; --workflow {2} --workflow {3} "
                    + "compares them all the same.",
                "{0}: data {1#} izin hanya menunjuk alur menurut satu aturan; --workflow {2} --workflow {3} tetap dapat "
                    + "membandingkannya.",
                .text(refusal.step),
                .count(refusal.permits),
                .text(refusal.firstWorkflow),
                .text(refusal.secondWorkflow)
            )
        }
    }

    private static func list(_ terms: [String], _ language: Language) -> String {
        terms.isEmpty
            ? language.pick("nothing", "tidak ada") : terms.joined(separator: language.pick(" or ", " atau "))
    }
}
