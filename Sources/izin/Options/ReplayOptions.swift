#if CommandLine
import ArgumentParser
import PermitMetrics
import WorkingTime

/// What is read, and what is measured.
struct ReplayOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Event logs or folders of them: tables, workbooks, XES, OCEL, JSON Lines; plain or .gz; - is standard input.",
            valueName: "log"
        )
    )
    var logs: [String]

    @Option(
        name: .customLong("workflow"),
        help: ArgumentHelp("One workflow for all permits, bundled or a file.", valueName: "name")
    )
    var workflows: [String] = []

    @Option(
        name: .customLong("regime"),
        help: ArgumentHelp("One family of workflows, chosen by the date of submission.", valueName: "name")
    )
    var regimes: [String] = []

    @OptionGroup(title: "Files") var files: FileOptions

    @Option(
        help: ArgumentHelp(
            "How to read the file, bundled or a file (default: the bundled one whose columns match).",
            valueName: "name"
        )
    )
    var profile: String?

    @Option(name: .customLong("case"), help: ArgumentHelp("The column of permits.", valueName: "column"))
    var caseColumn: String?

    @Option(
        name: .customLong("activity"),
        help: ArgumentHelp("The column of activities.", valueName: "column")
    )
    var activityColumn: String?

    @Option(name: .customLong("time"), help: ArgumentHelp("The column of times.", valueName: "column"))
    var timeColumn: String?

    @Option(
        help: ArgumentHelp("The last day that is looked at (default: the last event).", valueName: "date")
    )
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "The days that figures speak of, such as 2019-01-01..2020-01-01, the last excluded.",
            valueName: "from..until"
        )
    )
    var period: String?

    @Option(help: ArgumentHelp("Figures by group of these columns or facts.", valueName: "key[,key]"))
    var by: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("Only permits with this value; may be repeated.", valueName: "key=value")
    )
    var filters: [String] = []

    @Flag(help: "Reject times without zone, and exit with 1 when a row was rejected.")
    var strict = false

    @Flag(help: "Keep and show the columns that the profile marks as personal, and business numbers in full.")
    var keepPersonal = false

    @Option(help: ArgumentHelp("Threads (default: the processors); the result is the same.", valueName: "n"))
    var workers: Int?

    mutating func validate() throws {
        if logs.isEmpty { throw ValidationError("name a log, or - for standard input") }
        if logs.filter({ $0 == "-" }).count > 1 {
            throw ValidationError("standard input (-) can be read once")
        }
        if let asOf, Day(asOf) == nil {
            throw ValidationError("--as-of is a date yyyy-mm-dd, not \"\(asOf)\"")
        }
        if let period, ReportPeriod(period) == nil {
            throw ValidationError(
                "--period is from..until, two dates of which the second is later, not \"\(period)\""
            )
        }
        for filter in filters where Self.filter(filter) == nil {
            throw ValidationError("--where is key=value, not \"\(filter)\"")
        }
        if let workers, !(1...256).contains(workers) {
            throw ValidationError("--workers is a number from 1 to 256, not \(workers)")
        }
        if !workflows.isEmpty, !regimes.isEmpty {
            throw ValidationError(
                "--workflow and --regime exclude each other: one workflow, or a family of them"
            )
        }
    }

    /// The workflow of all permits, where one is asked for.
    var workflow: String? { workflows.count == 1 ? workflows.first : nil }

    /// The family of workflows, where one is asked for.
    var regime: String? { regimes.count == 1 ? regimes.first : nil }

    /// Refuses two rules where one is for all permits.
    func refuseTwoRules() throws {
        if workflows.count > 1 || regimes.count > 1 {
            throw ValidationError("replay takes one --workflow or --regime; izin compare takes two")
        }
    }

    /// The keys of `--by`.
    var keys: [String] {
        by.flatMap { $0.split(separator: ",") }.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }

    /// The conditions of `--where`.
    var conditions: [ReplayRequest.Filter] { filters.compactMap(Self.filter) }

    private static func filter(_ text: String) -> ReplayRequest.Filter? {
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { return nil }
        return ReplayRequest.Filter(
            key: String(text[..<equals]),
            value: String(text[text.index(after: equals)...])
        )
    }
}
#endif
