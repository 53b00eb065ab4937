#if CommandLine
import PermitDocuments
import PermitLog
import PermitMetrics
import PermitReport
import PermitWorkflow
import WorkingTime

/// One replay: what the arguments ask for, resolved to definitions.
struct ReplayRun {
    let options: ReplayQuestion
    private let days: CalendarOptions
    let settings: [String: [String: String]]
    let library: Library
    private let profile: Profile?
    private let workflow: Workflow?
    private let zone: Zone?
    private let filters: [PermitFilter]

    /// Resolves names; nothing is read from the logs yet.
    init(_ options: ReplayQuestion, _ days: CalendarOptions, _ settings: SettingOptions) throws(Failure) {
        self.options = options
        self.days = days
        let library = try settings.library(with: try Self.own(options.workflows))
        let settings = settings.byWorkflow
        self.settings = settings
        self.library = library
        workflow = try options.workflow.map { name throws(Failure) in
            try Definitions.workflow(name, settings: settings[name] ?? [:], in: library)
        }
        profile = try options.reading.profile.map { name throws(Failure) in
            let profile = try Definitions.profile(name)
            return options.keepPersonal ? profile.keepingPersonal() : profile
        }
        zone = try days.chosenZone()
        filters = try Definitions.checked { () throws(Diagnostics) in try options.reading.filters.filters() }
        if let name = days.calendar { _ = try days.calendar(named: name, in: library) }
        try refuseUnknownRegime()
        try refuseUnknownSettings()
    }

    /// The definitions of workflows that are files: they may use a table that no bundled one uses.
    private static func own(_ names: [String]) throws(Failure) -> [Definition] {
        try names.filter(Definitions.isPath)
            .map { name throws(Failure) in try Definitions.definition(file: name) }
    }

    /// Reads the logs.
    func read(_ bar: ProgressBar?) throws(Failure) -> PartitionedLog {
        var request = try options.reading.files.request(for: options.logs)
        request.profile = profile
        if profile == nil {
            let known = try Definitions.profiles()
            request.profiles = options.keepPersonal ? known.map { $0.keepingPersonal() } : known
        }
        request.caseColumn = options.reading.caseColumn
        request.activityColumn = options.reading.activityColumn
        request.timeColumn = options.reading.timeColumn
        request.zone = zone
        request.fallbackZone = try fallbackZone()
        request.isStrict = options.isStrict
        request.lifecycle = options.reading.reading
        let keys = options.keys + filters.compactMap(\.key)
        request.extraColumns = keys.flatMap { [$0, "case:" + $0] }
        request.keepsResource = workflow?.actions.contains { !$0.notSameActorAs.isEmpty } ?? false
        request.workers = options.reading.workers ?? Console.processors
        if let bar { request.progress = { bar.show($0) } }
        do throws(LogError) {
            let log = try LogReader.read(request)
            warnOfPersonal(log)
            return log
        } catch {
            throw Failure(error, logs: options.logs)
        }
    }

    private func warnOfPersonal(_ log: borrowing PartitionedLog) {
        guard let kept = log.profile?.personalKept, !kept.isEmpty else { return }
        Console.complain(
            "--keep-personal: \(kept.joined(separator: ", ")) may stand in what is written; mind who receives it"
        )
    }

    /// The zone and calendar in which a log's days are counted.
    func office(_ log: borrowing PartitionedLog) throws(Failure) -> OfficeTime {
        let name = days.calendar ?? log.profile?.calendar ?? "id"
        return OfficeTime(zone: log.zone, calendar: try days.calendar(named: name, in: library))
    }

    /// Measures a log that was read.
    func measured(
        _ log: consuming PartitionedLog,
        keepsPermits: Bool,
        histories: PermitHistory.Choice
    ) throws(Failure) -> Replay {
        var request = try request(for: log)
        request.workflow = workflow
        request.regime = options.regime
        request.trend = options.trend
        request.period = options.period.flatMap { ReportPeriod($0) }
        request.by = options.keys
        request.keepsPermits = keepsPermits
        request.histories = histories
        do {
            return try measure(log, request)
        } catch let error as LogError {
            throw Failure(error, logs: options.logs)
        } catch {
            throw Failure(.usage, "\(error)")
        }
    }

    /// What is asked of a log under any rule.
    func request(for log: borrowing PartitionedLog) throws(Failure) -> ReplayRequest {
        let office = try office(log)
        var request = try Definitions.checked { () throws(Diagnostics) in
            try ReplayRequest(
                library: library,
                office: office,
                workers: options.reading.workers ?? Console.processors
            )
        }
        request.workflows = try library.definitions.map { definition throws(Failure) in
            let name = definition.name.text
            return try Definitions.workflow(name, settings: settings[name] ?? [:], in: library)
        }
        request.asOf = options.reading.asOf.flatMap { Day($0) }
        request.filters = filters
        request.caseColumn = options.reading.caseColumn
        return request
    }

    /// What the letter on the permit that was asked for is written from.
    func letter(
        _ replay: Replay,
        _ log: borrowing PartitionedLog
    ) throws(Failure) -> PermitLetter.Content? {
        guard var history = replay.histories.first else { return nil }
        // Who asks for one permit names it; a business number is not repeated in full all the same.
        history.name = replay.caseIDs.shown(history.name, place: history.name)
        return PermitLetter.Content(
            history: history,
            factNames: replay.factNames,
            personal: Set(log.profile?.personal ?? []),
            asOf: replay.report.asOf,
            office: try office(log),
            regimes: library.regimes,
            laws: library.laws
        )
    }

    /// The zone of the calendar that will be used with a profile.
    private func fallbackZone() throws(Failure) -> @Sendable (Profile?) -> Zone {
        if let name = days.calendar {
            let zone = try Definitions.zone(days.calendar(named: name, in: library).definition.zone)
            return { _ in zone }
        }
        var zones: [String: Zone] = [:]
        for calendar in library.calendars { zones[calendar.name] = try Definitions.zone(calendar.zone) }
        let known = zones
        return { profile in known[profile?.calendar ?? "id"] ?? .jakarta }
    }

    private func refuseUnknownSettings() throws(Failure) {
        let known = library.definitions.map(\.name.text) + options.workflows
        for name in settings.keys.sorted() where !known.contains(name) {
            throw Failure(
                .usage,
                "--set: unknown workflow \"\(name)\"; \(Suggestion.phrase(for: name, among: known + ["regimes"]))"
            )
        }
    }

    private func refuseUnknownRegime() throws(Failure) {
        let known = library.regimes.families.map(\.name.text)
        for regime in options.regimes where !known.contains(regime) {
            throw Failure(
                .usage,
                "unknown regime \"\(regime)\"; \(Suggestion.phrase(for: regime, among: known))"
            )
        }
    }
}
#endif
