public import PermitDocuments
internal import PermitWorkflow

/// The JSON Schema of a comparison (draft 2020-12), as `izin schema comparison` prints it.
public enum ComparisonSchema {
    /// The schema.
    public static var json: JSONValue {
        let comparison = SchemaNode.object(
            [
                ("input", ReportSchema.input),
                ("assumptions", .list(ReportSchema.assumption, "What was assumed for either rule.")),
                ("filters", .list(ReportSchema.filter, "What filters left out, in their order.")),
                ("as_of", .text("The data cut in ISO 8601, in the zone of the comparison.")),
                ("rules", .list(rule, "The two rules, the first and the second.")),
                ("permits", permits),
                ("steps", .list(step, "The steps that are compared, by name.")),
                ("refused", .list(refused, "The steps that are not, with the reason.")),
                ("conformance", .list(fit, "How far permits follow each workflow.")),
            ],
            "The same permits counted under two rules."
        )
        guard case .object(let members) = comparison.value else { return comparison.value }
        return .object(
            [
                .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                .init("title", .string("Izin comparison")),
            ] + members
        )
    }

    private static let rule = SchemaNode.object(
        [
            ("name", .text("The family or the workflow.")),
            ("kind", .word(["regime", "workflow"], "Whether facts choose among workflows.")),
        ],
        "A rule."
    )

    private static let permits = SchemaNode.object(
        [
            ("both", .count("With a workflow under both rules.")),
            ("only_first", .count("Under the first only.")),
            ("only_second", .count("Under the second only.")),
            ("neither", .count("Under neither.")),
        ],
        "Permits by the rules that have a workflow for them."
    )

    private static let step = SchemaNode.object(
        [
            ("step", .text("The step.")),
            ("permits", .count("Permits that both clocks are for.")),
            ("judged", .count("Of these, permits that both judged to the end.")),
            ("clocks", .list(clock, "The clock of each rule.")),
            ("pauses_differ", .flag("Whether the clocks wait at different events.")),
            ("on_time_difference", .figure("The second share less the first, in percentage points.")),
            ("matrix", .list(cell, "Permits by class under each rule.")),
            ("changed", .count("Permits whose class is not the same.")),
            ("examples", .list(example, "The first of these, at most 20.")),
        ],
        "A step under two workflows."
    )

    private static let clock = SchemaNode.object(
        [
            ("workflow", .text("The workflow.")), ("clock", .text("The clock in it.")),
            ("amount", .figure("How long; null where a table says so.")),
            ("unit", .moment("working_days, calendar_days or elapsed; null where a table says so.")),
            ("table", .moment("The table that says how long; null where the workflow does.")),
            ("legal", .moment("The article.")), ("mark", .moment("How sure it is.")),
            ("starts", .list(.text("A term."), "Canonical terms at which it starts.")),
            ("pauses", .list(.text("A term."), "Canonical terms at which it pauses.")),
            ("restarts", .list(.text("A term."), "Canonical terms at which it starts again from zero.")),
            ("on_time", .count("Of the judged permits.")),
            ("on_time_percent", .figure("The same in percent; null without any.")),
            ("median_consumed_days", .figure("Of the judged permits, in the clock's unit.")),
            ("would_be_deemed", .count("Permits whose deadline passed where silence decides.")),
        ],
        "One rule's clock."
    )

    private static let classes = ClockClass.allCases.map(\.rawValue)

    private static let cell = SchemaNode.object(
        [
            ("first", .word(classes, "The class under the first rule.")),
            ("second", .word(classes, "The class under the second rule.")),
            ("permits", .count("Permits.")),
        ],
        "Two classes."
    )

    private static let example = SchemaNode.object(
        [
            ("case", .text("The permit.")),
            ("first", .word(classes, "The class under the first rule.")),
            ("second", .word(classes, "The class under the second rule.")),
        ],
        "A permit whose class is not the same."
    )

    private static let refused = SchemaNode.object(
        [
            ("step", .text("The step.")),
            ("reason", .word(["different_start", "one_rule_only"], "Why.")),
            ("workflows", .list(.text("A workflow."), "The workflow of each rule.")),
            (
                "starts",
                .list(.list(.text("A term."), "Of one rule."), "Canonical terms at which each clock starts.")
            ),
            ("permits", .count("Permits.")),
            ("text", .text("The reason in a sentence, in the language of --language.")),
        ],
        "A step that cannot be compared."
    )

    private static let fit = SchemaNode.object(
        [
            ("rule", .text("The rule.")), ("workflow", .text("The workflow.")),
            ("permits", .count("Permits that it governs here.")),
            ("fitting", .count("Permits without an unexpected event.")),
        ],
        "One workflow."
    )
}
