#if CommandLine
import ArgumentParser

/// `izin calendar`: counts working days and deadlines, with every day that entered the count.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Count working days and deadlines; print them as JSON with their ledger.",
        subcommands: [DeadlineCommand.self, CountCommand.self]
    )
}
#endif
