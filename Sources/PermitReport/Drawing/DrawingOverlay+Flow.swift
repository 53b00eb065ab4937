public import PermitMetrics
internal import WorkingTime

extension DrawingOverlay {
    /// What a log did on the ways of a workflow, with a sentence on which permits were counted.
    ///
    /// - Parameters:
    ///   - flow: The counts, by indices of the workflow that is drawn.
    ///   - files: The names of the logs, for the sentence.
    ///   - language: The language of the sentence.
    public init(_ flow: WorkflowFlow, files: [String], language: Language) {
        var tallies: [Way: Tally] = [:]
        for passage in flow.passages {
            guard let action = passage.move.action else { continue }
            let way = Way(action: action, from: passage.move.from, to: passage.move.to)
            tallies[way] = Tally(count: passage.count, medianDays: passage.medianDays)
        }
        let departures = flow.departures.map { passage in
            Departure(
                action: passage.move.action,
                from: passage.move.from,
                to: passage.move.to,
                tally: Tally(count: passage.count, medianDays: passage.medianDays)
            )
        }
        self.init(
            tallies: tallies,
            departures: departures,
            permits: flow.permits,
            caption: Self.caption(flow, files, language)
        )
    }

    private static func caption(_ flow: WorkflowFlow, _ files: [String], _ language: Language) -> String {
        let permits = language.count(flow.permitCount)
        let day = language.date(flow.zone.day(of: flow.asOf))
        let names = files.joined(separator: ", ")
        let counted = language.pick(
            "\(names): \(permits) \(flow.permitCount == 1 ? "permit" : "permits") until \(day)",
            "\(names): \(permits) izin sampai \(day)"
        )
        guard flow.otherPermits > 0 else { return counted }
        let others = language.count(flow.otherPermits)
        return counted
            + language.pick(
                "; \(others) under other rules are left out",
                "; \(others) menurut aturan lain tidak dihitung"
            )
    }
}
