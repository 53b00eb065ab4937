#if CommandLine
import ArgumentParser

/// The log whose permits are counted on the ways of a drawing.
struct DrawnLogOptions: ParsableArguments {
    @Option(
        name: .customLong("log"),
        help: ArgumentHelp(
            "Count the permits of an event log on the ways, CSV or XES, plain or .gz; may be repeated.",
            valueName: "log"
        )
    )
    var logs: [String] = []

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
        name: .customLong("where"),
        help: ArgumentHelp("Only permits with this value; may be repeated.", valueName: "key=value")
    )
    var filters: [String] = []

    @Option(help: ArgumentHelp("Threads (default: the processors); the result is the same.", valueName: "n"))
    var workers: Int?

    /// What a replay of these logs is asked; nil without a log.
    ///
    /// - Throws: What the replay would refuse, and options that say nothing without a log.
    func replay(profile: String?, workflow: String) throws -> ReplayOptions? {
        guard !logs.isEmpty else {
            try refuseWithoutLog()
            return nil
        }
        var options = try ReplayOptions.parse(logs.map { $0.hasPrefix("-") && $0 != "-" ? "./" + $0 : $0 })
        options.workflows = [workflow]
        options.profile = profile
        options.caseColumn = caseColumn
        options.activityColumn = activityColumn
        options.timeColumn = timeColumn
        options.asOf = asOf
        options.filters = filters
        options.workers = workers
        try options.validate()
        return options
    }

    private func refuseWithoutLog() throws {
        let given = [
            ("--case", caseColumn), ("--activity", activityColumn), ("--time", timeColumn),
            ("--as-of", asOf), ("--where", filters.first), ("--workers", workers.map(String.init)),
        ]
        guard let stray = given.first(where: { $0.1 != nil }) else { return }
        throw ValidationError("\(stray.0) says how a log is read; name one with --log")
    }
}
#endif
