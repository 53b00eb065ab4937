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

    @OptionGroup var reading: LogOptions

    mutating func validate() throws {
        if !logs.isEmpty { try LogOptions.refuse(logs) }
        guard logs.isEmpty, let stray = reading.given else { return }
        throw ValidationError("\(stray) says how a log is read; name one with --log")
    }
}
#endif
