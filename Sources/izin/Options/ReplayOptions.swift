#if CommandLine
import ArgumentParser
import PermitMetrics

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

    @OptionGroup var reading: LogOptions

    @Option(
        help: ArgumentHelp(
            "The days that figures speak of, such as 2019-01-01..2020-01-01, the last excluded.",
            valueName: "from..until"
        )
    )
    var period: String?

    @Option(help: ArgumentHelp("Figures by group of these columns or facts.", valueName: "key[,key]"))
    var by: [String] = []

    @Flag(help: "Reject times without zone, and exit with 1 when a row was rejected.")
    var strict = false

    @Flag(help: "Keep and show the columns that the profile marks as personal, and business numbers in full.")
    var keepPersonal = false

    mutating func validate() throws {
        try LogOptions.refuse(logs)
        if let period, ReportPeriod(period) == nil {
            throw ValidationError(
                "--period is from..until, two dates of which the second is later, not \"\(period)\""
            )
        }
        if !workflows.isEmpty, !regimes.isEmpty {
            throw ValidationError(
                "--workflow and --regime exclude each other: one workflow, or a family of them"
            )
        }
    }

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
}
#endif
