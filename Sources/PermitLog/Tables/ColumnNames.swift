internal import PermitDocuments

/// Which columns of a file hold what an event needs.
struct ChosenColumns: Equatable {
    /// A column that holds the moment of an event; of a table of permits.
    struct Event: Equatable {
        var column: String
        var activity: String
        var resource: String?
        var givesWay = false
    }

    var caseID: String
    var activity: String
    var time: String
    var resource: String?
    var role: String?
    /// The columns of events where every row is a permit; `activity` and `time` are empty then.
    var events: [Event] = []
    /// When the activity began.
    var start: String?
    /// What the row means to its activity.
    var transition: String?
    /// Which doing of the activity the row belongs to.
    var instance: String?
}

/// Finds the columns of an event among the names of a file.
struct ColumnChoice {
    static let xesCase = "case:concept:name"
    static let xesActivity = "concept:name"
    static let xesTime = "time:timestamp"
    static let xesResource = "org:resource"

    private static let knownCases = ["caseid", "case", "traceid", "casenumber", "permitid", "permitnumber"]
    private static let knownActivities = ["activity", "activityname", "event", "eventname", "task"]
    private static let knownTimes = [
        "timestamp", "completetimestamp", "endtimestamp", "eventtime", "datetime", "time", "date",
        "starttimestamp",
    ]
    private static let knownResources = ["resource", "user", "officer", "employee"]

    let request: ReadRequest
    let profile: Profile?
    let file: String

    /// Whether columns of an event are known by their names.
    static func hasKnownNames(_ header: [String]) -> Bool {
        let choice = ColumnChoice(request: ReadRequest(sources: []), profile: nil, file: "")
        return (try? choice.choose(among: header)) != nil
    }

    /// Chooses columns among those of a table's header.
    func choose(among header: [String]) throws(LogError) -> ChosenColumns {
        if let profile, profile.shape == .permits { return try chooseEvents(profile, ColumnSet(header)) }
        let isXES = [Self.xesCase, Self.xesActivity, Self.xesTime].allSatisfy(header.contains)
        let isOwn = JSONLinesWriter.needed.allSatisfy(header.contains)
        let columns = ColumnSet(header)
        func find(_ named: String?, _ listed: [String], _ xes: String, _ known: [String]) -> String? {
            if let named { return columns.contains(named) ? named : nil }
            if let found = listed.first(where: columns.contains) { return found }
            if isXES { return header.contains(xes) ? xes : nil }
            if isOwn, let own = JSONLinesWriter.keys[xes] { return header.contains(own) ? own : nil }
            return known.lazy.compactMap { word in header.first { Self.plain($0) == word } }.first
        }
        let listed = profile?.columns ?? Profile.Columns()
        let caseID = find(request.caseColumn, listed.caseID, Self.xesCase, Self.knownCases)
        let activity = find(request.activityColumn, listed.activity, Self.xesActivity, Self.knownActivities)
        let time = find(request.timeColumn, listed.time, Self.xesTime, Self.knownTimes)
        guard let caseID, let activity, let time else {
            throw missing(header, caseID: caseID, activity: activity, time: time)
        }
        return addingLifecycle(
            among: header,
            to: ChosenColumns(
                caseID: caseID,
                activity: activity,
                time: time,
                resource: find(nil, listed.resource, Self.xesResource, Self.knownResources),
                role: profile?.roleColumns.first(where: columns.contains)
            )
        )
    }

    /// The columns of a table of permits.
    private func chooseEvents(_ profile: Profile, _ columns: ColumnSet) throws(LogError) -> ChosenColumns {
        let caseNames = request.caseColumn.map { [$0] } ?? profile.columns.caseID
        let events = profile.events.compactMap { event -> ChosenColumns.Event? in
            guard let column = event.columns.first(where: columns.contains) else { return nil }
            let resource = event.resource.first(where: columns.contains)
            return ChosenColumns.Event(
                column: column,
                activity: event.activity,
                resource: resource,
                givesWay: event.givesWay
            )
        }
        guard let caseID = caseNames.first(where: columns.contains), !events.isEmpty else {
            let lacking = events.isEmpty ? profile.events.flatMap(\.columns) : caseNames
            throw LogError(
                .noSuchColumns,
                "the table of permits lacks \(Suggestion.list(lacking)) of the profile \"\(profile.name)\"",
                position: LogPosition(file: file, line: 1)
            )
        }
        return ChosenColumns(
            caseID: caseID,
            activity: "",
            time: "",
            resource: profile.columns.resource.first(where: columns.contains),
            role: profile.roleColumns.first(where: columns.contains),
            events: events
        )
    }

    /// The columns of an XES file, whose keys may be absent from any event.
    func chooseKeys() -> ChosenColumns {
        let columns = profile?.columns ?? Profile.Columns()
        return addingLifecycleKeys(
            to: ChosenColumns(
                caseID: request.caseColumn ?? columns.caseID.first ?? Self.xesCase,
                activity: request.activityColumn ?? columns.activity.first ?? Self.xesActivity,
                time: request.timeColumn ?? columns.time.first ?? Self.xesTime,
                resource: columns.resource.first ?? Self.xesResource,
                role: profile?.roleColumns.first
            )
        )
    }

    /// A name in small letters without what stands between words.
    static func plain(_ name: String) -> String {
        name.lowercased().filter { !" _-.:".contains($0) }
    }

    private func missing(_ header: [String], caseID: String?, activity: String?, time: String?) -> LogError {
        let wanted = [
            ("case ids", "--case", caseID, request.caseColumn),
            ("activities", "--activity", activity, request.activityColumn),
            ("times", "--time", time, request.timeColumn),
        ]
        let lacking = wanted.filter { $0.2 == nil }
        let parts = lacking.map { part in
            guard let named = part.3 else { return "no column of \(part.0) is known by its name" }
            return "no column \"\(named)\" (\(part.1)); \(Suggestion.phrase(for: named, among: header))"
        }
        let columns = header.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
        return LogError(
            .noSuchColumns,
            "\(parts.joined(separator: "; ")); name them with \(lacking.map(\.1).joined(separator: ", "));"
                + " the file has the columns \(columns)",
            position: LogPosition(file: file, line: 1)
        )
    }
}
