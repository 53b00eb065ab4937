#if CommandLine
import ArgumentParser
import PermitDocuments
import WorkingTime

/// `izin calendar deadline`: the deadline of a limit that starts to run at a moment.
struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: "The last day in time of a limit, with the days that were counted.",
        usage: "izin calendar deadline [<options>] <from> --limit <limit>"
    )

    @Argument(help: "The day or moment from which the limit runs, such as 2025-03-27 or 2025-03-27T10:00.")
    var from: String

    @Option(
        help: ArgumentHelp("The limit: 5wd working days, 7d calendar days, 36h hours.", valueName: "limit")
    )
    var limit: String

    @Option(
        help: ArgumentHelp("A pause; without its end it lasts. May be repeated.", valueName: "from/to")
    )
    var pause: [String] = []

    @Flag(help: "Count the first day, if it is a counting day.")
    var firstDay = false

    @OptionGroup(title: "Days") var days: CalendarOptions

    mutating func validate() throws {
        if Limit(limit) == nil {
            throw ValidationError("--limit is a number with wd, d, h, m or s, such as 5wd, not \"\(limit)\"")
        }
    }

    mutating func run() throws {
        let office = try DayCounting.office(days)
        guard var limit = Limit(limit) else { return }
        limit.includesFirstDay = firstDay
        if let fault = limit.fault { throw Failure(.usage, fault) }
        let start = try DayCounting.stamp(from, "FROM", in: office.zone)
        let pauses = try pause.map { try DayCounting.pause($0, in: office.zone) }
        let explanation = try DayCounting.explained { () throws(CalendarError) in
            try office.explainDeadline(from: start, limit: limit, pauses: pauses)
        }
        try Console.print(explanation.json.pretty + "\n")
    }
}
#endif
