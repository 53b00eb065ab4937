public import PermitDocuments
internal import PermitLog
internal import PermitMetrics

/// The JSON Schema of the report (draft 2020-12), as `izin schema report` prints it.
///
/// Names are fixed: a later version may add members to the schema, and never renames or removes one.
public enum ReportSchema {
    /// The schema.
    public static var json: JSONValue {
        let report = SchemaNode.object(
            head + flow + figures + months + [
                ("groups", .list(group, "The same figures by value of --by.")),
                ("missing_limits", .list(missingLimit, "Keys that limit tables have no row for.")),
                ("warnings", .list(warning, "What may move a figure without being assumed.")),
            ],
            "What one replay measured."
        )
        let meta: [JSONValue.Member] = [
            .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            .init("title", .string("Izin report")),
        ]
        guard case .object(let members) = report.value else { return report.value }
        return .object(meta + members + [.init("$defs", .object(definitions))])
    }

    private static var head: [(name: String, schema: SchemaNode)] {
        [
            ("input", input),
            ("assumptions", .list(assumption, "What was assumed and moves a figure.")),
            ("filters", .list(filter, "What filters left out, in the order in which they were applied.")),
            ("period", period),
            ("as_of", .moment("The data cut in ISO 8601, in the report's zone: nothing after it is known.")),
        ]
    }

    static let assumption = SchemaNode.object(
        [
            ("id", .text("A stable identifier.")),
            ("text", .text("The assumption in a sentence, in the language of --language.")),
        ],
        "One assumption."
    )

    private static let warning = SchemaNode.object(
        [
            ("kind", .word(DirtFinding.Kind.allCases.map(\.rawValue), "What was found.")),
            ("column", .moment("The column, where it is of one.")),
            ("count", .count("How many rows, cells or permits it concerns.")),
            ("total", .figure("Of how many, where that says something.")),
            ("text", .text("The finding in a sentence, in the language of --language.")),
        ],
        "One finding, in the order of the catalogue."
    )

    static let filter = SchemaNode.object(
        [
            ("filter", .text("The filter as an option of the command line.")),
            ("cases_removed", .count("The permits that it left out.")),
            ("events_removed", .count("The events of these, and those outside a window that trims.")),
        ],
        "One filter."
    )

    private static let missingLimit = SchemaNode.object(
        [
            ("workflow", .text("The workflow.")),
            ("clock", .text("The clock that is unmeasured for want of a limit.")),
            ("table", .text("The table to fill in.")),
            ("key", .texts("The facts that key the table; null where one is not known.")),
            ("permits", .count("Permits.")),
        ],
        "A key without a row, the commonest first."
    )

    private static let period = SchemaNode.object(
        [
            ("from", .text("The first day, yyyy-mm-dd.")),
            ("until", .text("The day after the last, yyyy-mm-dd.")),
            ("by", .word(["indicator"], "Each indicator's `period` names the date that places a permit.")),
        ],
        "The days that figures speak of; null for the whole log.",
        isOptional: true
    )

    static let input = SchemaNode.object(
        [
            ("files", .list(.text("A name as given."), "The files in the order given.")),
            ("rows", .count("Rows read: used + rejected + ignored.")),
            ("used", .count("Rows that gave events.")),
            ("rejected", .count("Rows that could not be used.")),
            ("ignored", .count("Rows that the profile leaves out.")),
            ("duplicates", .count("Used rows that repeat an earlier row; they are kept.")),
            ("events", .count("Events read.")),
            ("cases", .count("Cases measured.")),
            ("rejections", .list(rejection, "Rejected rows by reason.")),
            ("joins", .list(join, "Files that widened the rows.")),
            ("cells_rejected", .list(cell, "Unreadable cells of used rows by column and reason.")),
        ],
        "What was read, and what was left out."
    )

    private static let rejection = SchemaNode.object(
        [("reason", .text("Why.")), ("count", .count("How many rows."))],
        "Rows rejected for one reason."
    )

    private static let join = SchemaNode.object(
        [
            ("file", .text("The file.")), ("profile", .text("The profile by which it was read.")),
            ("rows", .count("Its rows.")), ("matched", .count("Rows of the log that have one row of it.")),
            ("unmatched", .count("Rows of the log that have none.")),
            ("ambiguous", .count("Rows of the log that have several, of which the first is used.")),
            ("unused", .count("Keys of the file that no row of the log has.")),
        ],
        "A file whose columns widen the rows of the log."
    )

    private static let cell = SchemaNode.object(
        [
            ("column", .text("The column's name.")), ("reason", .text("Why.")),
            ("count", .count("How many cells.")),
        ],
        "Cells rejected in one column for one reason."
    )
}
