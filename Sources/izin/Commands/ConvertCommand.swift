#if CommandLine
import ArgumentParser
import PermitLog
import PermitReport
import PermitWorkflow
import WorkingTime

/// `izin convert`: reads a log and writes it in another format.
struct ConvertCommand: ParsableCommand {
    /// The formats that are written.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        /// A table, one row an event.
        case csv
        /// XES (IEEE 1849).
        case xes
        /// OCEL 2.0 in JSON.
        case ocel
        /// One JSON object a line.
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Read a permit log and write it as CSV, XES, OCEL 2.0 or JSON Lines.",
        usage: "izin convert [<options>] --to <form> <log> ...",
        discussion: """
            The log is read as replay reads it. Every event that can be read is written with all its columns but \
            those that the profile marks as personal. Permits come in the order of their first row, each with its \
            events in order. What was written and what was left out is said on standard error.
            """
    )

    @Argument(
        help: ArgumentHelp("The logs, plain or .gz, read as one; - is standard input.", valueName: "log")
    )
    var logs: [String] = []

    @Option(help: ArgumentHelp("csv, xes, ocel or jsonl.", valueName: "form"))
    var to: Form

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where the log goes, compressed if it ends in .gz (default: standard output).",
            valueName: "file"
        )
    )
    var output: String?

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

    @OptionGroup(title: "Files") var files: FileOptions

    @Option(
        help: ArgumentHelp(
            "The zone of times without zone, and of what is written (default: the profile's, else the calendar's).",
            valueName: "zone"
        )
    )
    var zone: String?

    @Option(help: ArgumentHelp("A CSV file with the rows that were rejected.", valueName: "file"))
    var rejects: String?

    @Flag(help: "Reject times without zone, and exit with 1 when a row was rejected.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "Which events are written: all, or those that complete an activity (all, complete).",
            valueName: "rule"
        )
    )
    var lifecycle = "all"

    @Option(help: ArgumentHelp("Threads (default: the processors); the result is the same.", valueName: "n"))
    var workers: Int?

    mutating func validate() throws {
        if !["all", "complete"].contains(lifecycle) {
            throw ValidationError("--lifecycle is all or complete, not \"\(lifecycle)\"")
        }
        if logs.isEmpty { throw ValidationError("name a log, or - for standard input") }
        if logs.filter({ $0 == "-" }).count > 1 {
            throw ValidationError("standard input (-) can be read once")
        }
        if let workers, !(1...256).contains(workers) {
            throw ValidationError("--workers is a number from 1 to 256, not \(workers)")
        }
        if let output, output == rejects {
            throw ValidationError("--output and --rejects are different files")
        }
    }

    mutating func run() throws {
        try refuseInputs()
        let bar = ProgressBar.forTerminal()
        defer { bar?.erase() }
        let log = try read(bar)
        let account = log.account
        if let rejects {
            try OutputFile.write(RejectTable.text(of: account) { log.position(ofOrder: $0) }, to: rejects)
        }
        guard account.used > 0 else {
            throw Failure(
                .input,
                "no row is an event: of \(account.rows) rows \(account.rejected) were rejected and \(account.ignored) left out; "
                    + "--rejects FILE lists them with their reasons"
            )
        }
        bar?.say("writing \(account.used) events")
        let count = try convert(log)
        bar?.erase()
        Console.signal(summary(of: account, cases: count, log.profile))
        if strict, account.rejected > 0 {
            throw Failure(.findings, "--strict: \(account.rejected) of \(account.rows) rows were rejected")
        }
    }

    private func refuseInputs() throws(Failure) {
        for (option, file) in [("--output", output), ("--rejects", rejects)] {
            guard let file, file != "-", logs.contains(where: { OutputFile.isSame($0, file) }) else {
                continue
            }
            throw Failure(.usage, "\(option) \(file) would write over a log that is read; name another file")
        }
    }

    private func read(_ bar: ProgressBar?) throws(Failure) -> PartitionedLog {
        var request = try files.request(for: logs)
        if let profile {
            request.profile = try Definitions.profile(profile)
        } else {
            request.profiles = try Definitions.profiles()
        }
        request.caseColumn = caseColumn
        request.activityColumn = activityColumn
        request.timeColumn = timeColumn
        if let zone { request.zone = try Definitions.zone(zone) }
        request.isStrict = strict
        request.keepsAllColumns = true
        request.lifecycle = LifecycleReading(rawValue: lifecycle) ?? .all
        request.keepsResource = true
        request.workers = workers ?? Console.processors
        if let bar { request.progress = { bar.show($0) } }
        do throws(LogError) {
            return try LogReader.read(request)
        } catch {
            throw Failure(error, logs: logs)
        }
    }

    /// Writes the log; gives how many permits it has.
    private func convert(_ log: PartitionedLog) throws(Failure) -> Int {
        let zone = log.zone
        let conversion: LogConversion
        do throws(LogError) {
            conversion = try LogConversion(
                log,
                caseIDs: log.profile?.caseIDs(column: caseColumn) ?? .asWritten
            )
        } catch {
            throw Failure(error, logs: logs)
        }
        try OutputFile.replace(output) { name throws(LogError) in
            switch to {
            case .csv:
                var writer = try TableWriter(name, columns: conversion.tableColumns, zone: zone)
                try conversion.write(to: &writer)
            case .xes:
                var writer = try XESWriter(name, zone: zone)
                try conversion.write(to: &writer)
            case .ocel:
                var writer = try ObjectCentricWriter(name, zone: zone)
                try conversion.write(to: &writer)
            case .jsonl:
                var writer = try JSONLinesWriter(name, zone: zone)
                try conversion.write(to: &writer)
            }
        }
        return conversion.caseCount
    }

    private func summary(of account: InputAccount, cases: Int, _ profile: Profile?) -> String {
        var text = "\(account.used) events of \(cases) permits were written"
        if account.rejected > 0 || account.ignored > 0 {
            text +=
                "; of \(account.rows) rows \(account.rejected) were rejected and \(account.ignored) left out"
        }
        if let personal = profile?.personal, !personal.isEmpty {
            text += "; personal columns are not written: \(personal.joined(separator: ", "))"
        }
        let dateOnly = to == .ocel ? account.dateOnlyStamps : 0
        if dateOnly > 0 {
            text += "; \(dateOnly) dates became the first instant of their day, because OCEL has times"
        }
        return text + "\n"
    }
}
#endif
