#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitReport

/// `izin schema`: prints the JSON Schema of what the command writes.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of the report, or of a comparison."
    )

    @Argument(help: "What to describe: report or comparison.")
    var subject: String

    mutating func validate() throws {
        if !["report", "comparison"].contains(subject) {
            throw ValidationError(
                "the schemas of \"report\" and \"comparison\" are published, not of \"\(subject)\""
            )
        }
    }

    mutating func run() throws {
        let schema = subject == "report" ? ReportSchema.json : ComparisonSchema.json
        try Console.print(schema.pretty + "\n")
    }
}
#endif
