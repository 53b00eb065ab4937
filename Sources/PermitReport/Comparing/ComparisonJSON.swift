public import PermitDocuments
public import PermitMetrics
internal import WorkingTime

/// A comparison of two rules as JSON, in the names that `ComparisonSchema` publishes.
public enum ComparisonJSON {
    /// The value of a comparison.
    ///
    /// - Parameters:
    ///   - comparison: The figures.
    ///   - language: The language of the sentences in `assumptions` and `refused`.
    /// - Returns: An object that obeys `ComparisonSchema.json`.
    public static func value(of comparison: Comparison, language: Language) -> JSONValue {
        let coverage = comparison.coverage
        return .object([
            "input": ReportJSON.input(
                comparison.input,
                cases: coverage.both + coverage.onlyFirst + coverage.onlySecond + coverage.neither
            ),
            "assumptions": .array(
                comparison.assumptions.map {
                    .object([
                        "id": .string($0.id), "text": .string(AssumptionSentence.text($0, in: language)),
                    ])
                }
            ),
            "filters": ReportJSON.filters(comparison.filters),
            "as_of": .string(comparison.asOf.formatted(in: comparison.zone)),
            "rules": .array([rule(comparison.first), rule(comparison.second)]),
            "permits": .object([
                "both": .integer(coverage.both),
                "only_first": .integer(coverage.onlyFirst),
                "only_second": .integer(coverage.onlySecond),
                "neither": .integer(coverage.neither),
            ]),
            "steps": .array(comparison.steps.map(step)),
            "refused": .array(comparison.refused.map { refused($0, language) }),
            "conformance": .array(comparison.fits.map(fit)),
        ])
    }

    private static func rule(_ rule: Comparison.Rule) -> JSONValue {
        .object(["name": .string(rule.name), "kind": .string(rule.isFamily ? "regime" : "workflow")])
    }

    private static func step(_ step: Comparison.Step) -> JSONValue {
        let shares = [step.first, step.second].map { share($0.onTime, of: step.judged) }
        return .object([
            "step": .string(step.name),
            "permits": .integer(step.permits),
            "judged": .integer(step.judged),
            "clocks": .array([
                clock(step.first, of: step.judged), clock(step.second, of: step.judged),
            ]),
            "pauses_differ": .bool(step.pausesDiffer),
            "on_time_difference": ReportJSON.number(
                shares[0].flatMap { first in shares[1].map { $0 - first } }
            ),
            "matrix": .array(
                step.cells.map {
                    .object([
                        "first": .string($0.first), "second": .string($0.second),
                        "permits": .integer($0.permits),
                    ])
                }
            ),
            "changed": .integer(step.changed),
            "examples": .array(
                step.examples.map {
                    .object([
                        "case": .string($0.name), "first": .string($0.first), "second": .string($0.second),
                    ])
                }
            ),
        ])
    }

    private static func clock(_ clock: Comparison.Clock, of judged: Int) -> JSONValue {
        .object([
            "workflow": .string(clock.workflow),
            "clock": .string(clock.name),
            "amount": clock.amount.map { .integer($0) } ?? .null,
            "unit": text(clock.unit),
            "table": text(clock.table),
            "legal": text(clock.legal),
            "mark": text(clock.mark),
            "starts": .array(clock.starts.map { .string($0) }),
            "pauses": .array(clock.pauses.map { .string($0) }),
            "restarts": .array(clock.restarts.map { .string($0) }),
            "on_time": .integer(clock.onTime),
            "on_time_percent": ReportJSON.number(share(clock.onTime, of: judged)),
            "median_consumed_days": ReportJSON.number(clock.medianConsumedDays),
            "would_be_deemed": .integer(clock.wouldBeDeemed),
        ])
    }

    private static func share(_ part: Int, of whole: Int) -> Double? {
        whole == 0 ? nil : 100 * Double(part) / Double(whole)
    }

    private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    private static func refused(_ refusal: Comparison.Refusal, _ language: Language) -> JSONValue {
        .object([
            "step": .string(refusal.step),
            "reason": .string(refusal.reason.rawValue),
            "workflows": .array([.string(refusal.firstWorkflow), .string(refusal.secondWorkflow)]),
            "starts": .array([
                .array(refusal.firstStarts.map { .string($0) }),
                .array(refusal.secondStarts.map { .string($0) }),
            ]),
            "permits": .integer(refusal.permits),
            "text": .string(RefusedStep.text(refusal, in: language)),
        ])
    }

    private static func fit(_ fit: Comparison.Fit) -> JSONValue {
        .object([
            "rule": .string(fit.rule),
            "workflow": .string(fit.workflow),
            "permits": .integer(fit.permits),
            "fitting": .integer(fit.fitting),
        ])
    }
}
