extension ColumnChoice {
    private static let xesTransition = "lifecycle:transition"
    private static let xesInstance = "concept:instance"
    private static let xesStart = "start_timestamp"
    private static let knownTransitions = ["lifecycletransition", "lifecycle", "transition"]
    private static let knownStarts = ["starttimestamp", "startdate", "starttime", "start"]

    /// Adds the columns of a table that tell of the life of an activity.
    ///
    /// Where the profile names none, a column of beginnings is looked for only when events are paired: one that is used
    /// changes what is reported.
    func addingLifecycle(among header: [String], to chosen: ChosenColumns) -> ChosenColumns {
        var chosen = chosen
        func find(_ listed: [String], _ known: [String]) -> String? {
            let columns = ColumnSet(header)
            if let found = listed.first(where: columns.contains) { return found }
            let taken = [chosen.caseID, chosen.activity, chosen.time]
            return known.lazy
                .compactMap { word in header.first { Self.plain($0) == word && !taken.contains($0) } }
                .first
        }
        let columns = profile?.columns ?? Profile.Columns()
        chosen.transition = find(columns.lifecycle, Self.knownTransitions)
        chosen.start = find(columns.start, isPairing ? Self.knownStarts : [])
        if isPairing { chosen.instance = find([], ["conceptinstance"]) }
        return chosen
    }

    /// Adds the keys of an XES file that tell of the life of an activity.
    func addingLifecycleKeys(to chosen: ChosenColumns) -> ChosenColumns {
        var chosen = chosen
        let columns = profile?.columns ?? Profile.Columns()
        chosen.transition = columns.lifecycle.first ?? Self.xesTransition
        chosen.start = columns.start.first ?? (isPairing ? Self.xesStart : nil)
        if isPairing { chosen.instance = Self.xesInstance }
        return chosen
    }

    private var isPairing: Bool { request.lifecycle == .pair }
}
