#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitFiles
import PermitWorkflow

/// `izin convert-definition`: writes a workflow of another system as a definition.
struct ConvertDefinitionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert-definition",
        abstract: "Write a workflow of DIGIT (a BusinessService in JSON) as a definition.",
        usage: "izin convert-definition [<options>] <file>",
        discussion: """
            What was guessed, mended or lost is said on standard error and in a comment of the definition. A service \
            that says too little is refused with its defects, and the exit code is 1.
            """
    )

    @Argument(help: ArgumentHelp("The BusinessService document.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The service, where the file holds several.", valueName: "name"))
    var service: String?

    @Option(
        help: ArgumentHelp("The state in which permits begin; null for the nameless one.", valueName: "state")
    )
    var start: String?

    @Flag(help: "Leave out states that nothing leads to, instead of refusing the service.")
    var dropUnreachable = false

    @Option(help: ArgumentHelp("DIGIT's AutoEscalation document.", valueName: "file"))
    var escalation: String?

    @Option(
        help: ArgumentHelp(
            "Where the definition goes, .json for JSON (default: standard output).",
            valueName: "file"
        )
    )
    var output: String?

    mutating func run() throws {
        let document = try Definitions.document(file)
        var options = DIGITDefinition.Options(
            service: service,
            start: start,
            dropsUnreachable: dropUnreachable
        )
        if let escalation { options.escalation = try Definitions.document(escalation) }
        let (conversions, faults) = DIGITDefinition.convert(document, options)
        for fault in faults { Console.signal("\(fault)\n") }
        guard let conversion = try only(conversions) else { throw Failure(.findings) }
        for diagnostic in conversion.diagnostics { Console.signal("\(diagnostic)\n") }
        guard let definition = conversion.definition,
            !faults.contains(where: { $0.severity == .error })
        else {
            throw Failure(.findings, "\(conversion.service) is refused for the errors above")
        }
        let isJSON = output?.hasSuffix(".json") ?? false
        let text = isJSON ? definition.json.pretty + "\n" : definition.yaml(notes: notes(conversion))
        try OutputFile.write(text, to: output)
    }

    /// The conversion to write; nil where the document gave none.
    private func only(_ conversions: [DIGITDefinition.Conversion]) throws -> DIGITDefinition.Conversion? {
        if conversions.count > 1 {
            let names = Suggestion.list(conversions.map(\.service.text))
            throw Failure(.usage, "\(file) holds several services; choose one with --service: \(names)")
        }
        return conversions.first
    }

    /// What the definition's comment says.
    private func notes(_ conversion: DIGITDefinition.Conversion) -> [String] {
        ["DIGIT BusinessService \(conversion.service), converted. What was guessed, mended or lost:"]
            + conversion.diagnostics.map { diagnostic in
                let line = diagnostic.position.map { " (line \($0.line))" } ?? ""
                return "- \(diagnostic.message)\(line)"
            }
    }
}
#endif
