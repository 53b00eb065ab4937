#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitLog
import PermitMetrics
import PermitReport
import WorkingTime

/// `izin replay`: reads a log, replays it against the law and reports.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Read a permit log, replay it against the law, and report.",
        discussion: """
            Days are counted in one zone and calendar, which the report names. Without --profile the bundled profile \
            whose columns the file has is used, and named. Without --workflow the date of submission and the \
            permit's facts decide which workflow governs it.
            """
    )

    @OptionGroup var replay: ReplayOptions
    @OptionGroup(title: "Days") var days: CalendarOptions
    @OptionGroup(title: "Rules") var settings: SettingOptions
    @OptionGroup(title: "Months") var trend: TrendOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Privacy") var privacy: PrivacyOptions

    mutating func validate() throws {
        try replay.refuseTwoRules()
        if privacy.isUsed, output.cases == nil, output.ledgers == nil {
            throw ValidationError("--case-ids and --salt are for --cases and --ledgers")
        }
    }

    mutating func run() throws {
        try output.refuseInputs(replay.logs)
        let namesAll = output.cases != nil || output.ledgers != nil
        let naming = try namesAll ? privacy.naming() : .asWritten
        let bar = ProgressBar.forTerminal()
        defer { bar?.erase() }
        let run = try ReplayRun(ReplayQuestion(replay, trend.request), days, settings)
        let log = try run.read(bar)
        let rejected = log.account.rejected
        if let path = output.rejects { try writeRejects(log, to: path) }
        if output.rejects != nil, log.account.rejectsNotListed > 0 {
            Console.complain("\(log.account.rejectsNotListed) more rejected rows are counted and not listed")
        }
        bar?.say("measuring \(log.account.used) events")
        let result = try run.measured(log, keepsPermits: output.cases != nil, histories: output.histories)
        bar?.erase()
        if namesAll {
            let labels = try naming.labels(result)
            if let path = output.cases { try writeCases(result, labels, to: path) }
            if let path = output.ledgers { try writeLedgers(result, try run.office(log), labels, to: path) }
        }
        if output.explain != nil {
            try writeLetter(result, run, log)
        } else {
            try OutputFile.write(text(of: result.report), to: output.output)
        }
        if replay.strict, rejected > 0 {
            throw Failure(
                .findings,
                "--strict: \(rejected) of \(result.report.input.rows) rows were rejected"
            )
        }
        if log.account.used == 0 {
            let account = log.account
            throw Failure(
                .input,
                "no row is an event: of \(account.rows) rows \(account.rejected) were rejected and \(account.ignored) left out; "
                    + "--rejects FILE lists them with their reasons"
            )
        }
    }

    private func text(of report: Report) -> String {
        switch output.form {
        case .text: TextReport.text(of: report, language: output.words)
        case .brief: BriefReport.text(of: report, language: output.words)
        case .json: ReportJSON.value(of: report, language: output.words).pretty + "\n"
        case .csv: IndicatorTable.text(of: report)
        }
    }

    private func writeRejects(_ log: PartitionedLog, to path: String) throws {
        try OutputFile.write(RejectTable.text(of: log.account) { log.position(ofOrder: $0) }, to: path)
    }

    private func writeLetter(_ replay: Replay, _ run: ReplayRun, _ log: borrowing PartitionedLog) throws {
        guard let content = try run.letter(replay, log) else { return }
        let letter = PermitLetter(content, language: output.words)
        let text = output.form == .json ? letter.json.pretty + "\n" : letter.text
        try OutputFile.write(text, to: output.output)
    }

    private func writeLedgers(
        _ replay: Replay,
        _ office: OfficeTime,
        _ labels: CaseLabels,
        to path: String
    ) throws {
        let form = LedgerLine(office: office, asOf: replay.report.asOf, labels: labels)
        try OutputFile.write(to: path) { write throws(Failure) in
            for history in replay.histories { try write(form.line(history)) }
        }
    }

    private func writeCases(_ replay: Replay, _ labels: CaseLabels, to path: String) throws {
        let table = PermitTable(replay, labels: labels)
        try OutputFile.write(to: path) { write throws(Failure) in
            try write(table.header)
            for permit in replay.permits { try write(table.line(permit)) }
        }
    }
}
#endif
