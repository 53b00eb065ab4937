#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitReport

/// `izin schema`: prints the JSON Schema of what the command writes.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of the report."
    )

    @Argument(help: "What to describe: report.")
    var subject: String

    mutating func validate() throws {
        if subject != "report" {
            throw ValidationError("the schema of \"report\" is published, not of \"\(subject)\"")
        }
    }

    mutating func run() throws {
        try Console.print(ReportSchema.json.pretty + "\n")
    }
}
#endif
