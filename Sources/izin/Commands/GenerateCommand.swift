#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitSimulation
import PermitWorkflow
import WorkingTime

/// `izin generate`: writes a seeded synthetic log.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write a synthetic log of an invented city; the same seed gives the same bytes.",
        discussion: """
            Applications come in, officers work in office hours, applicants correct and withdraw, some permits stay \
            open at the cut. Every step is one that the workflow allows.
            """
    )

    @Option(
        help: ArgumentHelp(
            "One workflow for all permits, bundled or a file (default: by the date of submission).",
            valueName: "name"
        )
    )
    var workflow: String?

    @Option(help: ArgumentHelp("How many permits.", valueName: "n"))
    var permits = 3_000

    @Option(help: ArgumentHelp("The seed of chance.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The first day of applications.", valueName: "date"))
    var from = "2017-01-01"

    @Option(help: ArgumentHelp("The first day of which nothing is told.", valueName: "date"))
    var until = "2022-01-01"

    @Option(
        help: ArgumentHelp(
            "Where the log goes: .csv or .xes, either with .gz (default: CSV to standard output).",
            valueName: "file"
        )
    )
    var output: String?

    @Option(
        help: ArgumentHelp("A CSV file with the truth: every permit's state and clocks.", valueName: "file")
    )
    var account: String?

    @OptionGroup(title: "Days") var days: CalendarOptions
    @OptionGroup(title: "Rules") var settings: SettingOptions

    mutating func validate() throws {
        if !(0...10_000_000).contains(permits) {
            throw ValidationError("--permits is a number from 0 to 10000000, not \(permits)")
        }
        for (option, text) in [("--from", from), ("--until", until)] where Day(text) == nil {
            throw ValidationError("\(option) is a date yyyy-mm-dd, not \"\(text)\"")
        }
        if let output, Self.form(of: output) == nil {
            throw ValidationError("--output ends in .csv, .xes, .csv.gz or .xes.gz, not \"\(output)\"")
        }
        if let account, account == output {
            throw ValidationError("--output and --account are different files")
        }
    }

    mutating func run() throws {
        let city = try simulated()
        let export = CityExport(city)
        let path = output ?? "-"
        try OutputFile.write(to: path) { write throws(Failure) in
            try Self.passing {
                try Self.form(of: path) == .xes ? export.writeXES(write) : export.writeCSV(write)
            }
        }
        guard let account else { return }
        try OutputFile.write(to: account) { write throws(Failure) in
            try Self.passing { try CityAccount(city).writeCSV(write) }
        }
    }

    private func simulated() throws(Failure) -> SimulatedCity {
        let library = try Definitions.library()
        let chosen = settings.byWorkflow
        let workflow = try workflow.map { name throws(Failure) in
            try Definitions.workflow(name, settings: chosen[name] ?? [:], in: library)
        }
        let office = try DayCounting.office(days)
        guard let from = Day(from), let until = Day(until) else {
            throw Failure(.usage, "a date is yyyy-mm-dd")
        }
        let request = SimulationRequest(
            workflow: workflow,
            library: library,
            office: office,
            permits: permits,
            seed: seed,
            from: from,
            until: until
        )
        return try Definitions.checked { () throws(Diagnostics) in try Simulation(request).run() }
    }

    private enum Form {
        case csv
        case xes
    }

    private static func form(of path: String) -> Form? {
        let plain = path.hasSuffix(".gz") ? path.dropLast(3) : path[...]
        if plain == "-" || plain.hasSuffix(".csv") { return .csv }
        return plain.hasSuffix(".xes") ? .xes : nil
    }

    /// Passes on the failure of a writer that is called by others.
    private static func passing(_ work: () throws -> Void) throws(Failure) {
        do {
            try work()
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internal, "\(error)")
        }
    }
}
#endif
