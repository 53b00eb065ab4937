public import PermitMetrics

/// Writes out what a report assumes.
public enum AssumptionSentence {
    /// The sentence of an assumption; for one that has no sentence, its identifier and values.
    public static func text(_ assumption: Assumption, in language: Language) -> String {
        let gaps = assumption.values.map { Gap.text($0) }
        switch assumption.id {
        case "calendar": return calendar(assumption.values, language)
        case "workflow": return workflow(assumption.values, language)
        case "unit_setting": return unitSetting(assumption.values, language)
        case "limit_table": return limitTable(assumption.values, language)
        case "regime_setting": return regimeSetting(assumption.values, language)
        case "as_of": return cut(assumption.values, language)
        case "period": return period(assumption.values, language)
        default: break
        }
        guard let templates = templates[assumption.id] ?? selectionTemplates[assumption.id] else {
            return ([assumption.id] + assumption.values).joined(separator: " ")
        }
        return Sentence(language.pick(templates.english, templates.indonesian))
            .filled(with: gaps, in: language)
    }

    /// The identifiers that have a sentence, sorted.
    public static var identifiers: [String] {
        let composed = [
            "as_of", "calendar", "workflow", "unit_setting", "period", "limit_table", "regime_setting",
        ]
        return (Array(templates.keys) + selectionTemplates.keys + composed).sorted()
    }
}
