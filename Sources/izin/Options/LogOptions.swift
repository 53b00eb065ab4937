#if CommandLine
import ArgumentParser
import PermitLog
import WorkingTime

/// How a log is read, and which part of it.
struct LogOptions: ParsableArguments {
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
            "Events that begin or complete an activity: all count, only complete ones, or a pair is one (all, complete, pair).",
            valueName: "rule"
        )
    )
    var lifecycle = "all"

    @OptionGroup(title: "Files") var files: FileOptions

    @OptionGroup var filters: FilterOptions

    @Option(help: ArgumentHelp("Threads (default: the processors); the result is the same.", valueName: "n"))
    var workers: Int?

    mutating func validate() throws {
        if let asOf, Day(asOf) == nil {
            throw ValidationError("--as-of is a date yyyy-mm-dd, not \"\(asOf)\"")
        }
        if LifecycleReading(rawValue: lifecycle) == nil {
            throw ValidationError("--lifecycle is all, complete or pair, not \"\(lifecycle)\"")
        }
        if let workers, !(1...256).contains(workers) {
            throw ValidationError("--workers is a number from 1 to 256, not \(workers)")
        }
    }

    /// Refuses a list of files that is no log.
    static func refuse(_ files: [String]) throws {
        if files.isEmpty { throw ValidationError("name a log, or - for standard input") }
        if files.filter({ $0 == "-" }).count > 1 {
            throw ValidationError("standard input (-) can be read once")
        }
    }

    /// An option that says something about a log and was given, whichever comes first; nil where none was.
    var given: String? {
        let options: [(String?, String?)] = [
            ("--case", caseColumn), ("--activity", activityColumn), ("--time", timeColumn),
            ("--as-of", asOf), ("--lifecycle", lifecycle == "all" ? nil : lifecycle),
            (filters.given, filters.given), ("--workers", workers.map(String.init)),
        ]
        return options.first { $0.1 != nil }?.0 ?? nil
    }

    /// What is made of the transitions of activities.
    var reading: LifecycleReading { LifecycleReading(rawValue: lifecycle) ?? .all }
}
#endif
