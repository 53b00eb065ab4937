#if CommandLine
import ArgumentParser
import PermitDocuments
import WorkingTime

/// `izin calendar count`: the working days between two moments.
struct CountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "The working days after one day or moment, up to another.",
        usage: "izin calendar count [<options>] <from> <to>"
    )

    @Argument(help: "The day or moment after which days count; its own day does not.")
    var from: String

    @Argument(help: "The last day or moment.")
    var to: String

    @OptionGroup(title: "Days") var days: CalendarOptions

    mutating func run() throws {
        let office = try DayCounting.office(days)
        let start = try DayCounting.stamp(from, "FROM", in: office.zone)
        let end = try DayCounting.stamp(to, "TO", in: office.zone)
        let explanation = try DayCounting.explained { () throws(CalendarError) in
            try office.explainCount(from: start, to: end)
        }
        try Console.print(explanation.json.pretty + "\n")
    }
}
#endif
