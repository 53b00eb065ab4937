#if CommandLine
import PermitDocuments
import PermitLog
import PermitMetrics
import PermitReport
import PermitWorkflow
import WorkingTime

/// One replay: what the arguments ask for, resolved to definitions.
struct ReplayRun {
    private let options: ReplayOptions
    private let days: CalendarOptions
    private let settings: [String: [String: String]]
    private let library: Library
    private let profile: Profile?
    private let workflow: Workflow?
    private let zone: Zone?

    /// Resolves names; nothing is read from the logs yet.
    init(_ options: ReplayOptions, _ days: CalendarOptions, _ settings: SettingOptions) throws(Failure) {
        self.options = options
        self.days = days
        let settings = settings.byWorkflow
        self.settings = settings
        let library = try Definitions.library()
        self.library = library
        workflow = try options.workflow.map { name throws(Failure) in
            try Definitions.workflow(name, settings: settings[name] ?? [:], in: library)
        }
        profile = try options.profile.map { name throws(Failure) in try Definitions.profile(name) }
        zone = try days.chosenZone()
        if let name = days.calendar { _ = try days.calendar(named: name, in: library) }
        try refuseUnknownRegime()
        try refuseUnknownSettings()
    }

    /// Reads the logs.
    func read(_ bar: ProgressBar?) throws(Failure) -> PartitionedLog {
        var request = ReadRequest(sources: options.logs)
        if let profile { request.profile = profile } else { request.profiles = try Definitions.profiles() }
        request.caseColumn = options.caseColumn
        request.activityColumn = options.activityColumn
        request.timeColumn = options.timeColumn
        request.zone = zone
        request.fallbackZone = try fallbackZone()
        request.isStrict = options.strict
        let keys = options.keys + options.conditions.map(\.key)
        request.extraColumns = keys.flatMap { [$0, "case:" + $0] }
        request.keepsResource = workflow?.actions.contains { !$0.notSameActorAs.isEmpty } ?? false
        request.workers = options.workers ?? Console.processors
        if let bar { request.progress = { bar.show($0) } }
        do throws(LogError) {
            return try LogReader.read(request)
        } catch {
            throw Failure(error, logs: options.logs)
        }
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
        let office = try office(log)
        var request = try Definitions.checked { () throws(Diagnostics) in
            try ReplayRequest(
                library: library,
                office: office,
                workers: options.workers ?? Console.processors
            )
        }
        request.workflow = workflow
        request.workflows = try library.definitions.map { definition throws(Failure) in
            let name = definition.name.text
            return try Definitions.workflow(name, settings: settings[name] ?? [:], in: library)
        }
        request.regime = options.regime
        request.asOf = options.asOf.flatMap { Day($0) }
        request.period = options.period.flatMap { ReportPeriod($0) }
        request.by = options.keys
        request.filters = options.conditions
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

    /// What the letter on the permit that was asked for is written from.
    func letter(
        _ replay: Replay,
        _ log: borrowing PartitionedLog
    ) throws(Failure) -> PermitLetter.Content? {
        guard let history = replay.histories.first else { return nil }
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
        let known = library.definitions.map(\.name.text) + [options.workflow].compactMap(\.self)
        for name in settings.keys.sorted() where !known.contains(name) {
            throw Failure(
                .usage,
                "--set: unknown workflow \"\(name)\"; \(Suggestion.phrase(for: name, among: known))"
            )
        }
    }

    private func refuseUnknownRegime() throws(Failure) {
        guard let regime = options.regime else { return }
        let known = library.regimes.families.map(\.name.text)
        if !known.contains(regime) {
            throw Failure(
                .usage,
                "unknown regime \"\(regime)\"; \(Suggestion.phrase(for: regime, among: known))"
            )
        }
    }
}
#endif
