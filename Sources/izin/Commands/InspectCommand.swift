#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitInspection
import PermitReport

/// `izin inspect`: what a file is, what is wrong with it, and which figures it can prove.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a file is, what is wrong with it, and which figures it can prove.",
        discussion: """
            For each of the sixteen indicators: computable, partly or not, with what is lacking, where an office gets \
            it, and what is wrong with the figure if it is used anyway. Personal values are masked.
            """
    )

    @OptionGroup var options: InspectOptions
    @OptionGroup(title: "Days") var days: CalendarOptions

    mutating func run() throws {
        let run = try InspectRun(options, days)
        let inspections = try run.inspections()
        if let path = options.draft { try writeDraft(of: inspections, to: path) }
        try OutputFile.write(text(of: inspections), to: options.output)
    }

    private func text(of inspections: [Inspection]) -> String {
        switch options.format {
        case .text:
            return inspections.map { InspectionText.text(of: $0, language: options.words) }
                .joined(separator: "\n")
        case .json:
            let values = inspections.map { InspectionJSON.value(of: $0, language: options.words) }
            return JSONValue.object(["files": .array(values)]).pretty + "\n"
        }
    }

    private func writeDraft(of inspections: [Inspection], to path: String) throws {
        guard inspections.count == 1, let inspection = inspections.first else {
            throw ValidationError("--draft is of one table; name one with --sheet")
        }
        let text = inspection.draft.yaml { options.words == .english ? $0.english : $0.indonesian }
        try OutputFile.write(text, to: path)
    }
}
#endif
