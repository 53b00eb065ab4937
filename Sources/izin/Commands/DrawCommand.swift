#if CommandLine
import ArgumentParser
import PermitLog
import PermitReport

/// `izin draw`: draws a workflow.
struct DrawCommand: ParsableCommand {
    /// The forms of drawing.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case mermaid
        case dot
        case svg
        case bpmn
        case pnml
    }

    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw a workflow as Mermaid, or as a Petri net in PNML.",
        usage: "izin draw [<options>] <workflow>"
    )

    @Argument(help: ArgumentHelp("The workflow, bundled or a file.", valueName: "workflow"))
    var workflow: String

    @Option(name: .customLong("to"), help: ArgumentHelp("mermaid or pnml.", valueName: "form"))
    var form = Form.mermaid

    @Option(
        help: ArgumentHelp("Label transitions with a profile's words (PNML).", valueName: "name")
    )
    var profile: String?

    @Flag(help: "Let a silent transition lead from every state to the end, so that open permits fit (PNML).")
    var silentEnds = false

    @Option(help: ArgumentHelp("en or id (Indonesian).", valueName: "code"))
    var language = "en"

    @Option(help: ArgumentHelp("Where the drawing goes (default: standard output).", valueName: "file"))
    var output: String?

    @OptionGroup(title: "Rules") var settings: SettingOptions

    mutating func validate() throws {
        if Language(rawValue: language) == nil {
            throw ValidationError("--language is en or id, not \"\(language)\"")
        }
    }

    mutating func run() throws {
        let library = try settings.library()
        let chosen = settings.byWorkflow[workflow] ?? [:]
        let drawing = WorkflowDrawing(
            try Definitions.workflow(workflow, settings: chosen, in: library)
        )
        let text =
            switch form {
            case .mermaid: drawing.mermaid(language: words)
            case .dot: drawing.dot(language: words)
            case .svg: drawing.svg(language: words)
            case .bpmn: drawing.bpmn(language: words)
            case .pnml: drawing.pnml(labels: try labels(), silentEnds: silentEnds)
            }
        try OutputFile.write(text, to: output)
    }

    private var words: Language { Language(rawValue: language) ?? .english }

    /// The profile's words for each canonical term, sorted.
    private func labels() throws -> [String: [String]] {
        guard let profile else { return [:] }
        var labels: [String: [String]] = [:]
        for (word, term) in try Definitions.profile(profile).vocabulary {
            labels[term, default: []].append(word)
        }
        return labels.mapValues { $0.sorted() }
    }
}
#endif
