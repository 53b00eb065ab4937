#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitLog
import PermitMetrics
import PermitReport

/// `izin compare`: counts the same permits under two rules.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Count the same permits under two rules, step by step.",
        usage: """
            izin compare <log> ... --regime <name> --regime <name> [<options>]
            izin compare <log> ... --workflow <name> --workflow <name> [<options>]
            """,
        discussion: """
            Of a family the facts of each permit choose the workflow, whatever the day of submission. A step is compared \
            where both rules limit it and both clocks start at the same events; the others are refused, with the reason. \
            Exit code 1: no step can be compared.
            """
    )

    @OptionGroup var replay: ReplayOptions
    @OptionGroup(title: "Days") var days: CalendarOptions
    @OptionGroup(title: "Rules") var settings: SettingOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "form"))
    var format = "text"

    @Option(help: ArgumentHelp("Where it goes (default: standard output).", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("en or id (Indonesian).", valueName: "code"))
    var language = "en"

    mutating func validate() throws {
        guard replay.workflows.count + replay.regimes.count == 2, replay.workflows.count != 1 else {
            throw ValidationError(
                "name two rules: --regime A --regime B, or --workflow A --workflow B"
            )
        }
        if !replay.by.isEmpty { throw ValidationError("--by belongs to replay; compare makes no groups") }
        if replay.period != nil {
            throw ValidationError("--period belongs to replay; compare counts the whole log")
        }
        if !["text", "json"].contains(format) {
            throw ValidationError("--format is text or json, not \"\(format)\"")
        }
        if Language(rawValue: language) == nil {
            throw ValidationError("--language is en or id, not \"\(language)\"")
        }
    }

    mutating func run() throws {
        if let output, replay.logs.contains(where: { OutputFile.isSame($0, output) }) {
            throw Failure(.usage, "--output \(output) would write over a log that is read; name another file")
        }
        let bar = ProgressBar.forTerminal()
        defer { bar?.erase() }
        let run = try ReplayRun(ReplayQuestion(replay), days, settings)
        let log = try run.read(bar)
        let account = log.account
        let comparison = try run.compared(log)
        bar?.erase()
        let words = Language(rawValue: language) ?? .english
        let text =
            format == "json"
            ? ComparisonJSON.value(of: comparison, language: words).pretty + "\n"
            : ComparisonText.text(of: comparison, language: words)
        try OutputFile.write(text, to: output)
        if replay.strict, account.rejected > 0 {
            throw Failure(.findings, "--strict: \(account.rejected) of \(account.rows) rows were rejected")
        }
        guard comparison.steps.isEmpty else { return }
        let reasons = comparison.refused.map { "\n  " + RefusedStep.text($0, in: .english) }.joined()
        throw Failure(
            .findings,
            "no step can be compared: "
                + (reasons.isEmpty ? "the rules limit no step in common for these permits" : reasons)
        )
    }
}
#endif
