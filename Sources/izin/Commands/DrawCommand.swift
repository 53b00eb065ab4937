#if CommandLine
import ArgumentParser
import PermitLog
import PermitReport
import PermitWorkflow

/// `izin draw`: draws a workflow, alone or with the counts of a log on it.
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
        abstract: "Draw a workflow, alone or with the permits of a log counted on it.",
        usage: "izin draw [<options>] <workflow>",
        discussion: """
            mermaid is for Markdown pages, svg is a finished picture, dot is for Graphviz, bpmn for BPMN editors, and \
            pnml is a Petri net for process-mining tools. With --log each way says how often permits took it and the \
            median days before; ways that the workflow does not have are marked. With --profile \
            the transitions of PNML carry the words of its files.
            """
    )

    @Argument(help: ArgumentHelp("The workflow, bundled or a file.", valueName: "workflow"))
    var workflow: String

    @Option(name: .customLong("to"), help: ArgumentHelp("The form of the drawing.", valueName: "form"))
    var form = Form.mermaid

    @Flag(help: "Let a silent transition lead from every state to the end, so that open permits fit (PNML).")
    var silentEnds = false

    @Option(help: ArgumentHelp("en or id (Indonesian).", valueName: "code"))
    var language = "en"

    @Option(help: ArgumentHelp("Where the drawing goes (default: standard output).", valueName: "file"))
    var output: String?

    @OptionGroup(title: "Log") var log: DrawnLogOptions
    @OptionGroup(title: "Days") var days: CalendarOptions
    @OptionGroup(title: "Rules") var settings: SettingOptions

    mutating func validate() throws {
        if Language(rawValue: language) == nil {
            throw ValidationError("--language is en or id, not \"\(language)\"")
        }
        if form == .pnml, !log.logs.isEmpty {
            throw ValidationError("a Petri net has no room for counts: --log goes with the other forms")
        }
    }

    mutating func run() throws {
        let library = try settings.library()
        let chosen = settings.byWorkflow[workflow] ?? [:]
        let drawn = try Definitions.workflow(workflow, settings: chosen, in: library)
        let drawing = WorkflowDrawing(drawn, overlay: try overlay(on: drawn))
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

    /// What the log did on the ways of the workflow; nil without one.
    private func overlay(on drawn: Workflow) throws -> DrawingOverlay? {
        guard !log.logs.isEmpty else { return nil }
        if let output, output != "-", log.logs.contains(where: { OutputFile.isSame($0, output) }) {
            throw Failure(
                .usage,
                "--output \(output) would write over a log that is read; name another file"
            )
        }
        let bar = ProgressBar.forTerminal()
        defer { bar?.erase() }
        let run = try ReplayRun(ReplayQuestion(log.logs, log.reading, workflow: workflow), days, settings)
        let flow = try run.flow(of: drawn, try run.read(bar))
        let files = log.logs.map { $0 == "-" ? $0 : String($0.split(separator: "/").last ?? "") }
        return DrawingOverlay(flow, files: files, language: words)
    }

    /// The profile's words for each canonical term, sorted.
    private func labels() throws -> [String: [String]] {
        guard let profile = log.reading.profile else { return [:] }
        var labels: [String: [String]] = [:]
        for (word, term) in try Definitions.profile(profile).vocabulary {
            labels[term, default: []].append(word)
        }
        return labels.mapValues { $0.sorted() }
    }
}
#endif
