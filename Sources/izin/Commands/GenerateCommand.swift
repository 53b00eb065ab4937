#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitLog
import PermitSimulation
import PermitWorkflow
import WorkingTime

/// `izin generate`: writes a seeded synthetic log.
struct GenerateCommand: ParsableCommand {
    /// The formats that are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv
        case xes
    }

    /// The invented cities.
    enum CityName: String, CaseIterable, ExpressibleByArgument {
        /// Two industrial licences, until OSS-RBA opened.
        case kotaContoh = "kota-contoh"
        /// Every permit and regime, with projects, from 2017 to PP 28/2025.
        case kotaContohOSS = "kota-contoh-oss"

        /// The city.
        var city: City {
            switch self {
            case .kotaContoh: .kotaContoh
            case .kotaContohOSS: .kotaContohOSS
            }
        }

        /// The words of its export, which the profile of its name reads.
        var words: ExportWords {
            switch self {
            case .kotaContoh: .kotaContoh
            case .kotaContohOSS: .kotaContohOSS
            }
        }

        /// The data cut unless another is asked for.
        var until: String {
            switch self {
            case .kotaContoh: "2021-08-09"
            case .kotaContohOSS: "2026-01-01"
            }
        }
    }

    /// What is written of the city.
    enum Kind: Hashable, ExpressibleByArgument {
        /// One row for each step.
        case log
        /// A file as OSS or an office would hold it.
        case office(OfficeFile)

        init?(argument: String) {
            if argument == "log" {
                self = .log
            } else {
                guard let file = OfficeFile(rawValue: argument) else { return nil }
                self = .office(file)
            }
        }

        static var allValueStrings: [String] { ["log"] + OfficeFile.allCases.map(\.rawValue) }

        var defaultValueDescription: String { "log" }
    }

    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write the log of an invented city; the same seed gives the same bytes.",
        discussion: """
            Permits go through the same rules as real ones. The log has the words and columns of the profile \
            of the city's name, with which izin replay reads it; --until is the day after replay's --as-of. \
            kota-contoh has two licences up to 2021; kota-contoh-oss has the permits, projects and silences \
            of every regime from 2017 to PP 28/2025. --as writes the same permits as the files that OSS and an \
            office would have of them, in the columns of the shipped profiles, with invented firms and numbers.
            """
    )

    @Option(help: ArgumentHelp("The city, which is also the profile.", valueName: "name"))
    var city = CityName.kotaContoh

    @Option(
        help: ArgumentHelp(
            "One workflow for all permits, bundled or a file (default: that of the day of submission).",
            valueName: "name"
        )
    )
    var workflow: String?

    @Option(help: ArgumentHelp("How many permits.", valueName: "n"))
    var permits = 1000

    @Option(help: ArgumentHelp("The seed of all that is random.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The first day of applications.", valueName: "date"))
    var from = "2017-01-01"

    @Option(
        help: ArgumentHelp(
            "The data cut: the first day of which nothing is told (default: 2021-08-09, or 2026-01-01).",
            valueName: "date"
        )
    )
    var until: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("A log of every step, or a file of OSS or of an office.", valueName: "kind")
    )
    var kind = Kind.log

    @Option(
        help: ArgumentHelp(
            "Only the permits under one family of rules, such as oss-rba-2021.",
            valueName: "name"
        )
    )
    var regime: String?

    @Option(
        help: ArgumentHelp("csv or xes (default: by the name of the file, else csv).", valueName: "form")
    )
    var format: Format?

    @Option(
        help: ArgumentHelp(
            "Where the log goes, compressed if it ends in .gz (default: standard output).",
            valueName: "file"
        )
    )
    var output: String?

    @Option(
        help: ArgumentHelp("A CSV file with what became of each permit, as of the cut.", valueName: "file")
    )
    var account: String?

    @OptionGroup(title: "Days") var days: CalendarOptions

    @OptionGroup(title: "Rules") var settings: SettingOptions

    mutating func validate() throws {
        for (option, text) in [("--from", from), ("--until", until ?? city.until)] where Day(text) == nil {
            throw ValidationError("\(option) is a date yyyy-mm-dd, not \"\(text)\"")
        }
        if let account, account == output {
            throw ValidationError("--output and --account are different files")
        }
        if workflow == nil, !settings.byWorkflow.isEmpty {
            throw ValidationError("--set needs --workflow")
        }
        guard case .office(let file) = kind else { return }
        if format != nil { throw ValidationError("--format is for --as log; \(file.rawValue) has one form") }
        if file.isOfOSS, city != .kotaContohOSS {
            throw ValidationError(
                "--as \(file.rawValue) needs --city kota-contoh-oss: the other ends before OSS-RBA"
            )
        }
    }

    mutating func run() throws {
        let request = try request()
        var permits = try Definitions.checked { () throws(Diagnostics) in try Simulation(request).run() }
        if let regime {
            try check(regime, among: request.library)
            permits.permits.removeAll { $0.regime != regime }
        }
        switch kind {
        case .log: try write(CityExport(permits, words: city.words))
        case .office(let file): try write(file, of: OfficeExport(permits))
        }
        if let account { try write(CityAccount(permits), to: account) }
    }

    private func request() throws -> SimulationRequest {
        let library = try settings.library(with: try own)
        guard let first = Day(from), let cut = Day(until ?? city.until) else {
            throw Failure(.internal, "the dates were checked before")
        }
        var request = SimulationRequest(
            library: library,
            office: try DayCounting.office(days),
            city: city.city,
            permits: permits,
            seed: seed,
            from: first,
            until: cut
        )
        if let workflow {
            let chosen = settings.byWorkflow[workflow] ?? [:]
            request.workflow = try Definitions.workflow(workflow, settings: chosen, in: library)
        }
        return request
    }

    /// The definition of a workflow that is a file.
    private var own: [Definition] {
        get throws(Failure) {
            guard let workflow, Definitions.isPath(workflow) else { return [] }
            return [try Definitions.definition(file: workflow)]
        }
    }

    private func write(_ export: CityExport) throws(Failure) {
        let name = output ?? "-"
        do throws(LogError) {
            switch format ?? (name.contains(".xes") ? .xes : .csv) {
            case .csv: try export.writeCSV(to: name)
            case .xes: try export.writeXES(to: name)
            }
        } catch {
            throw Failure(.usage, error.description)
        }
    }

    private func write(_ file: OfficeFile, of export: OfficeExport) throws(Failure) {
        var text = ""
        export.write(file) { text += $0 }
        try OutputFile.write(text, to: output ?? "-")
    }

    private func check(_ regime: String, among library: Library) throws(Failure) {
        let known = library.regimes.families.map(\.name.text)
        guard !known.contains(regime) else { return }
        let hint = Suggestion.phrase(for: regime, among: known)
        throw Failure(.usage, "no family of rules \"\(regime)\"; \(hint)")
    }

    private func write(_ account: CityAccount, to path: String) throws(Failure) {
        var text = ""
        account.writeCSV { text += $0 }
        try OutputFile.write(text, to: path)
    }
}
#endif
